#pragma once

#include "gis/model/reference.h"

#include <cstdint>
#include <string>

namespace raquette::bench {

/// Two lists of one field, as CSV: the second holds some structures of the first again, as other hands type them. Ids tell which:
/// `a-17` and `b-17` are one.
struct DuplicateLists {
    std::string first;
    std::string second;
    long structures = 0;  ///< rows of both lists together, duplicates included
    long duplicates = 0;
};

/// About `rows` rows in communes drawn by population; a tenth of them are duplicates with another case, moved accents, a typo, an
/// abbreviation, « Association » added or left out. The same seed gives the same lists.
DuplicateLists duplicateLists(const model::Reference& reference, long rows, std::uint32_t seed);

}  // namespace raquette::bench
