#pragma once

#include "ingest/table/table.h"

namespace raquette::ingest {

/// Keeps the rows for which `filter`, an OGR SQL condition on the table's columns, holds. Throws model::Error with GDAL's words when it
/// is not one, or names no column of the table.
void keepRows(Table& table, const std::string& filter, const std::string& where);

}  // namespace raquette::ingest
