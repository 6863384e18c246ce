#pragma once

#include <string_view>

namespace raquette::ingest {

/// What a cell is by its looks alone.
enum class Content {
    Nothing,
    Text,
    Number,
    Decimal,  ///< with two decimals or more
    Year,
    Date,   ///< with a month
    Money,  ///< with its euro sign
    Email,
    Phone,
    Url,
    Siret,        ///< fourteen digits with their check digit
    Siren,        ///< nine
    Rna,          ///< W and nine digits
    FiveDigits,   ///< an INSEE code or a postcode
    InseeCorse,   ///< 2A004: no postcode
    Coordinates,  ///< `45.43, 4.39`
};

Content contentOf(std::string_view cell);

}  // namespace raquette::ingest
