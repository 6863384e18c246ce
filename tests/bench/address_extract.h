#pragma once

#include "gis/model/reference.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace raquette::made {

/// An address as the generator made it, and as a list might hold it.
struct MadeAddress {
    std::string typed;  ///< abbreviated, its street's name with a typing error in it
    std::int32_t commune = model::nowhere;
    double lon = 0;
    double lat = 0;
};

/// Writes `count` addresses in the national CSV format of the Base Adresse Nationale, spread over the communes of a reference as its people
/// are: streets of some ten numbers with common and rare names, some lieux-dits. The same seed makes the same file. Gives `asked` of them
/// back, in no order, to be looked up.
std::vector<MadeAddress> writeAddressExtract(const model::Reference& reference, long count, std::uint32_t seed, long asked,
                                             const std::filesystem::path& file);

}  // namespace raquette::made
