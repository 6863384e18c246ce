#pragma once

#include "gis/store/table.h"

#include <string>
#include <string_view>

namespace raquette::store {

/// A cell of a CSV as spreadsheets take it: quoted where needed; text that a spreadsheet would run as a formula (first character
/// = + - @, tab or return) gets a leading apostrophe.
std::string csvText(std::string_view text);
std::string csvCell(const Value& value);

/// UTF-8 with byte order mark, comma, one header row; points as `lon` and `lat`, no other geometry.
std::string csv(const Table& table);

}  // namespace raquette::store
