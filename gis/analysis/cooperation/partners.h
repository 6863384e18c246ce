#pragma once

#include "gis/analysis/cooperation/parties.h"

#include <cstdint>
#include <set>
#include <vector>

namespace raquette::analysis {

/// Whom a structure works with.
struct Partners {
    int links = 0;  ///< in force
    int ended = 0;
    std::vector<std::uint32_t> found;     ///< structures, ascending, through links in force
    std::vector<std::uint32_t> formerly;  ///< or to come: through links not in force
    std::set<std::string> notFound;

    int count() const { return static_cast<int>(found.size() + notFound.size()); }
};

/// Of each structure.
std::vector<Partners> partnersOf(const Structures& structures, const std::vector<FoundLink>& links);

}  // namespace raquette::analysis
