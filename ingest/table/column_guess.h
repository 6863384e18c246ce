#pragma once

#include "gis/model/source.h"
#include "ingest/table/column_content.h"
#include "ingest/table/table.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// What most cells of a column are; Nothing when they are of several kinds.
Content contentOfColumn(const Table& table, std::size_t column);

/// A column told by its cells.
struct GuessedColumn {
    std::size_t column = 0;
    std::string key;        ///< ours; empty: known for what it is, but of no use here
    std::string looks;      ///< texts `column.looks.…` of the catalogue say why
    bool personal = false;  ///< may be a natural person's
};

/// Columns among `free` whose cells say what they are. Under a name that means something else only what cannot be mistaken counts (e-mail
/// addresses, telephone numbers, SIRET, RNA, web addresses, positions); without a name also codes, amounts, years and days, the names of
/// the records themselves and the towns beside their codes. `wanted` tells whether a key of ours is still to be found.
std::vector<GuessedColumn> guessColumns(const Table& table, std::span<const std::size_t> free, model::SourceKind kind,
                                        const std::function<bool(std::string_view)>& wanted);

}  // namespace raquette::ingest
