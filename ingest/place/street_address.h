#pragma once

#include "ingest/place/street_name.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// What an address cell says, before the streets of the commune are known.
struct StreetAddress {
    std::optional<int> number;        ///< the first of `12-14`
    std::string repetition;           ///< `bis`, `ter`, `a`…
    std::vector<StreetName> streets;  ///< ways to read it, likeliest first: what follows the number, what follows a house's name…
    std::string postcode;             ///< when the cell ends with `42000 Saint-Étienne`
    std::string city;
    bool postBoxOnly = false;  ///< `BP 12`, `CS 40001`: the post knows it, no map does

    bool empty() const { return streets.empty(); }
};

StreetAddress readAddress(std::string_view cell);

}  // namespace raquette::ingest
