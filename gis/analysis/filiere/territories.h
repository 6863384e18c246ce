#pragma once

#include "gis/analysis/whereabouts.h"

#include <cstdint>
#include <vector>

namespace raquette::analysis {

/// The territories that the study touches: the study itself, named areas, régions, départements, EPCI, communes. Unlike indicators, which
/// need outlines, communes and EPCI are told by their codes: they are there without polygons too.
class StudyTerritories {
public:
    StudyTerritories(const model::Study& study, const model::Reference& reference, const StudyArea& area);

    const std::vector<model::TerritoryId>& ids() const { return ids_; }
    /// Those that hold a place, ascending; none for a place outside the study.
    std::vector<std::uint32_t> holding(const Whereabouts& where) const;
    /// Of the communes of the reference, in their order, which the study holds, wholly or in part.
    const std::vector<std::uint8_t>& communesHeld() const { return communesHeld_; }

private:
    void addAreas(const model::Study& study);
    void addUnits();

    const model::Reference& reference_;
    std::vector<model::TerritoryId> ids_;
    std::vector<std::uint8_t> communesHeld_;
    std::vector<std::vector<std::uint8_t>> areas_;  ///< base units of each
    // Index in `ids_` of each territory of the reference.
    std::vector<std::int32_t> regions_, departements_, epcis_, communes_;
};

}  // namespace raquette::analysis
