#pragma once

#include "gis/store/store.h"
#include "gis/store/table.h"

#include <vector>

namespace raquette::store {

/// Of the tables the rows that are wanted, tables left without any dropped; each row asks first whether to go on. Throws model::Error when
/// no table has a row of those named.
std::vector<Table> chosenRows(std::vector<Table> tables, const ExportRows& wanted);

/// A table of some rows of another, in that order.
Table rowsOf(Table table, const std::vector<std::size_t>& rows);

/// Rows that stand somewhere, and those that stand nowhere.
struct ByPlace {
    Table placed;
    Table nowhere;
};
ByPlace byPlace(const Table& table);

}  // namespace raquette::store
