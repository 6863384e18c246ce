#pragma once

#include "gis/model/language.h"

#include <string>
#include <vector>

namespace raquette::report {

/// A column of a table that a reader may sort. Numbers are sorted by what they are, not by how they are written.
struct TableColumn {
    std::string title;
    bool isNumber = false;
};

/// A cell: what it says, and, where a number or something else is meant, what it is sorted by; without a value it comes last.
struct TableCell {
    std::string words;
    std::string value = words;
};

/// One row; the first cell names it. `attributes` are HTML already.
struct TableRow {
    std::vector<TableCell> cells;
    std::string attributes{};  // NOLINT(readability-redundant-member-init): GCC wants it where fields are listed
};

/// A table with a caption for those who hear it, which page.js makes sortable and gives a filter when it is long. A column that no row
/// fills is left out. On a narrow screen each row is a card that names its columns.
std::string sortableTable(const std::string& caption, const std::vector<TableColumn>& columns, const std::vector<TableRow>& rows);

/// ` data-sort="number"` or `"text"`: how page.js compares a column.
std::string sortAttribute(bool isNumber);

}  // namespace raquette::report
