#pragma once

#include "gis/analysis/analysis.h"

#include <cstdint>
#include <vector>

namespace raquette::analysis {

/// Where the sources that a service draws on have looked, so that silence there means absence.
struct Surveyed {
    bool stated = false;  ///< false: no such source says so, nothing is known
    std::vector<std::uint8_t> communes;
    std::vector<std::uint8_t> departements;  ///< looked at as a whole

    bool holds(const model::PopulationPoint& point) const;
};

/// Throws model::Error for a territory that is not in the reference.
Surveyed surveyedFor(const model::Service& service, const model::Study& study, const model::Reference& reference);

/// How many were asked and answered in the sources that a service draws on, and how late the latest is.
Gathering gatheringOf(const model::Service& service, const model::Study& study);

}  // namespace raquette::analysis
