#pragma once

#include "ingest/table/table_row.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

// What tells a row of a list from the title, the header, the totals and the notes around it.

/// Spaces of any kind at both ends taken off, the no-break ones of French spreadsheets included.
std::string_view trimmed(std::string_view text);
bool isBlank(std::string_view cell);

std::size_t filledCells(const TableRow& row);
/// The first cell that holds something; empty when none does.
std::string_view firstText(const TableRow& row);

/// How many of its cells are column names of data/vocabulary/columns.csv.
std::size_t knownNames(const TableRow& row);
/// A cell no column would be called by: a number, a code, a day, an address of the web or of a person. A year may be.
bool looksLikeData(std::string_view cell);

/// `Total`, `Sous-total Loire`, `TOTAL GÉNÉRAL` with nothing but numbers beside it. A place may be called Total Festum: the word alone
/// counts anywhere, a longer one among the last rows only.
bool isTotal(const TableRow& row, bool amongLast);
/// `Source : …`, `* hors festivals`, `NB : …`: alone in its row, or nearly.
bool isFootnote(const TableRow& row);
/// The same names at the same places.
bool repeats(const TableRow& row, const std::vector<std::string>& header);

}  // namespace raquette::ingest
