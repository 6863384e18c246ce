#pragma once

#include "gis/analysis/land.h"
#include "gis/store/store.h"

#include <memory>
#include <optional>

namespace raquette::viewer {

/// The study area measured, and which of its smallest territories holds a place: communes, or départements where communes have no outline.
/// Made once for a study, beside the event loop.
class Ground {
public:
    explicit Ground(std::shared_ptr<const store::StudyState> state);

    const analysis::StudyArea& area() const { return area_; }
    /// Nothing outside the study area. Not to be shared between threads.
    std::optional<model::TerritoryId> at(geometry::LonLat place) const;

private:
    std::shared_ptr<const store::StudyState> state_;
    analysis::StudyArea area_;
    analysis::UnitFinder finder_;
};

}  // namespace raquette::viewer
