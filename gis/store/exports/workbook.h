#pragma once

#include "gis/store/table.h"

#include <filesystem>
#include <vector>

namespace raquette::store {

/// An Excel workbook, one sheet per table under a bold header that stays in sight: numbers as numbers, whole ISO days as dates, other text
/// as text, never as a formula; points as `lon` and `lat`, no other geometry. Whole or not at all. Throws model::Error, also when a sheet
/// or a cell cannot hold what it should: nothing is lost in silence.
void writeWorkbook(const std::vector<Table>& tables, const std::filesystem::path& path);

}  // namespace raquette::store
