#pragma once

#include "ingest/records/record_row.h"

#include <deque>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// Rows that speak of one structure, and the row a record is read from: their own if there is but one, else one made of them all.
struct RowGroup {
    const TableRow* row = nullptr;
    std::span<const TableRow* const> originals;  ///< `row` itself, or those it was made of

    std::size_t size() const { return originals.size(); }
    bool isMade() const { return originals.front() != row; }
};

struct RowGroups {
    std::vector<const TableRow*> rows;                                            ///< one for each structure
    std::deque<TableRow> made;                                                    ///< those of them made of several
    std::unordered_map<const TableRow*, std::vector<const TableRow*>> originals;  ///< what each of these was made of
    std::vector<std::pair<const TableRow*, long>> doubles;  ///< the very same cells as an earlier row, with its number

    std::size_t size() const { return rows.size(); }
    RowGroup group(std::size_t index) const;
};

/// Brings together the rows of each structure where a list has one per year, per person or per payment: as the study says (`rows`), else
/// where a structure's name and place come again while only years, people, figures or payments change. Rows that differ in anything else
/// stay apart, as two records do. Of actors and venues; rows of any other kind stay as they are, but for exact doubles.
RowGroups groupRows(const SourceReading& reading);

}  // namespace raquette::ingest
