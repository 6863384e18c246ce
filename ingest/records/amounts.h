#pragma once

#include "gis/model/units.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// A part of a cell of money: who gives, in which year, how much.
struct FundedAmount {
    std::string funder;
    std::optional<int> year;
    model::Euros amount;
};

/// Reads a cell of money that may hold several amounts, between `;` `|` `+`, line breaks or a comma before a word:
/// `240000 (2024)`, `DRAC : 50 000 € ; Région : 80 000 €`, `Région 120 000 € (2023), DRAC 80 k€ (2024)`, `2023 : 12 000 | 2024 : 15 000`.
/// Nothing when any part of it is no amount.
std::optional<std::vector<FundedAmount>> readAmountsCell(std::string_view cell);

/// What they come to in a year: their sum, over the years they name.
model::Euros amountPerYear(const std::vector<FundedAmount>& amounts);

}  // namespace raquette::ingest
