#pragma once

#include "gis/model/language.h"
#include "gis/model/period.h"
#include "gis/model/units.h"

#include <string>

namespace raquette::text {

// French: narrow no-break space between thousands, comma for decimals, no-break space before units. English: comma and point.

/// `2 269 434` / `2,269,434`.
std::string number(model::Language language, std::int64_t value);
/// With so many decimals: `3,1` / `3.1`.
std::string decimal(model::Language language, double value, int decimals);
/// Rounded for reading: `2,27 M`, `893 000`, `4 210`, `87`.
std::string rounded(model::Language language, model::Inhabitants people);
/// `26 %` / `26%`, with so many decimals.
std::string percent(model::Language language, model::Share share, int decimals = 0);
/// `30 km` / `30 km`, one decimal under 10 km unless whole.
std::string distance(model::Language language, model::Metres length);
/// `1er janvier 2026` / `1 January 2026`.
std::string date(model::Language language, model::Day day);

}  // namespace raquette::text
