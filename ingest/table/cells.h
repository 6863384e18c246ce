#pragma once

#include "gis/model/period.h"
#include "gis/model/record.h"
#include "gis/model/units.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

// What people type in a cell, read the French or the English way. Nothing where the text is not one.

/// A cell that says nothing: empty, `-`, `NULL`, `N/A`, `#N/A`, `0#N/A`, `n.c.`, `inconnu`…
bool saysNothing(std::string_view cell);

/// `2,5`, `2.5`, `1 200,50`, `1200`.
std::optional<double> readDecimal(std::string_view cell);
/// A whole number from 0: `1 200`, `1200`, `1200.0` (what a spreadsheet makes of it).
std::optional<long> readCount(std::string_view cell);
/// A year from 1000 to 2999.
std::optional<int> readYear(std::string_view cell);

struct Money {
    model::Euros amount;
    std::optional<int> year;  ///< `240000 (2024)`
};
/// `150 000 €`, `240000 (2024)`, `1,5 M€`, `12 k€`.
std::optional<Money> readMoney(std::string_view cell);

/// `2007`, `02/2007`, `28/02/2007`, ISO, `février 2007`, `28 February 2007`.
std::optional<model::PartialDate> readDate(std::string_view cell);
/// `5 ans`, `18 mois`, `2 years`: in months.
std::optional<int> readDuration(std::string_view cell);
/// The end of a period that starts then and lasts so many months: `02/2007` and 5 years end in `2012-01`; `2011` and 2 years in `2012`.
model::PartialDate endAfter(const model::PartialDate& start, int months);

/// oui, porteur, adhérent… or non; unknown for an empty cell. Nothing for a word that says neither.
std::optional<model::Membership> readMembership(std::string_view cell);

/// The parts between any of the separators, trimmed, empty ones left out.
std::vector<std::string> splitCell(std::string_view cell, std::string_view separators);

/// An e-mail address or a French phone number stands in the text: it may be a natural person's.
bool holdsPersonalData(std::string_view cell);

}  // namespace raquette::ingest
