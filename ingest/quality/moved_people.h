#pragma once

#include "gis/analysis/provider.h"
#include "gis/geometry/nearest.h"
#include "gis/model/dataset.h"
#include "gis/model/reference.h"
#include "gis/model/service.h"
#include "gis/model/study.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace raquette::ingest {

/// A record whose place may be known better.
struct Candidate {
    const model::Actor* record = nullptr;
    model::RecordKind kind = model::RecordKind::Actors;
    std::optional<geometry::LonLat> elsewhere;  ///< the position that its commune contradicts
};

/// The people of the study area, and who moves when a record does.
class MovedPeople {
public:
    MovedPeople(const model::Study& study, const model::Reference& reference);

    /// Those whom one of the providers surely reaches move no more.
    void serve(const std::vector<analysis::Provider>& providers, double reach);
    /// How many a record may move from served to unserved, or back: see fixesOf().
    std::int64_t moved(const Candidate& candidate, double reach) const;

private:
    std::int64_t peopleWithin(geometry::LonLat at, double distance, const auto& counts) const;
    std::int64_t ofDepartement(const std::string& code) const;

    const model::Reference& reference_;
    std::vector<const model::PopulationPoint*> points_;
    std::optional<geometry::EarthIndex> index_;
    std::vector<std::atomic<bool>> sure_;
};

}  // namespace raquette::ingest
