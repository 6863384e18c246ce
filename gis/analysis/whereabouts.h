#pragma once

#include "gis/analysis/land.h"
#include "gis/model/place.h"

#include <cstdint>
#include <vector>

namespace raquette::analysis {

/// Where a record or a point stands, as indexes in the reference; `nowhere` where that is not known.
struct Whereabouts {
    std::int32_t commune = model::nowhere;
    std::int32_t departement = model::nowhere;
    bool inStudy = false;

    bool known() const { return departement != model::nowhere; }
};

/// Its index among the EPCI, or the régions, of the reference.
std::int32_t epciOf(const Whereabouts& where, const model::Reference& reference);
std::int32_t regionOf(const Whereabouts& where, const model::Reference& reference);

/// Flags of the communes of the reference, in their order, that the study area holds, wholly or in part.
std::vector<std::uint8_t> communesHeld(const model::Reference& reference, const StudyArea& area);

/// Tells where records stand, by the code of their commune, else of their département: reading them has looked positions up already.
class RecordFinder {
public:
    RecordFinder(const model::Reference& reference, const StudyArea& area);
    Whereabouts of(const model::Place& place) const;

private:
    bool inStudy(const Whereabouts& where, const model::Place& place) const;

    const model::Reference& reference_;
    const StudyArea& area_;
    bool byCommune_;
    std::vector<std::uint8_t> wholeDepartements_;  ///< lie in the study with all they have
};

}  // namespace raquette::analysis
