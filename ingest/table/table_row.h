#pragma once

#include "ingest/table/row_cells.h"

#include <cstdint>

namespace raquette::ingest {

struct TableRow {
    long number = 0;         ///< what a spreadsheet shows; of a layer without rows, the feature's place in it, from 1
    RowCells cells;          ///< one per column, trimmed, all of them text: leading zeros stay
    std::uint32_t file = 0;  ///< which of the table's readings it comes from
};

}  // namespace raquette::ingest
