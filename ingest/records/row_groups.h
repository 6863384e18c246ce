#pragma once

#include "ingest/records/record_row.h"

#include <deque>
#include <span>
#include <vector>

namespace raquette::ingest {

/// Rows that speak of one structure, and the row a record is read from: their own if there is but one, else one made of them all.
struct RowGroup {
    const TableRow* row = nullptr;
    std::span<const TableRow* const> originals;  ///< empty: `row` itself

    std::size_t size() const { return originals.empty() ? 1 : originals.size(); }
};

struct RowGroups {
    std::vector<RowGroup> groups;
    std::deque<TableRow> made;                              ///< rows made of several
    std::deque<std::vector<const TableRow*>> gathered;      ///< the rows they were made of
    std::vector<std::pair<const TableRow*, long>> doubles;  ///< the very same cells as an earlier row, with its number
};

/// Brings together the rows of each structure where a list has one per year, per person or per payment: as the study says (`rows`), else
/// where a structure's name and place come again while only years, people, figures or payments change. Rows that differ in anything else
/// stay apart, as two records do. Of actors and venues; rows of any other kind stay as they are, but for exact doubles.
RowGroups groupRows(const SourceReading& reading);

}  // namespace raquette::ingest
