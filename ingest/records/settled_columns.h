#pragma once

#include "gis/model/study.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_map.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// The columns of one list while what was understood of each is put right by what the others are: taken for a key, released from one,
/// and told so in what `raquette check` shows.
class SettledColumns {
public:
    SettledColumns(const model::SourceDeclaration& source, Table& table, ColumnMap& columns, std::vector<RecognisedColumn>& recognised);

    const model::SourceDeclaration& source() const { return source_; }
    Table& table() { return table_; }
    ColumnMap& map() { return columns_; }
    std::size_t count() const { return folded_.size(); }
    const std::string& header(std::size_t column) const { return table_.header[column]; }
    /// Its name as names are compared.
    const std::string& folded(std::size_t column) const { return folded_[column]; }
    const std::vector<std::string>& allFolded() const { return folded_; }

    bool has(std::string_view key) const { return columns_.has(key); }
    bool hasColumn(std::string_view foldedName) const;
    /// The first column of a key.
    std::optional<std::size_t> columnOf(std::string_view key) const;
    /// What `raquette check` says a column was read as.
    const std::string& toldKey(std::size_t column) const { return recognised_[first_ + column].key; }
    /// A column that is not used yet, nor private.
    bool isFree(std::size_t column) const { return !columns_.isTaken(column) && !table_.header[column].empty(); }
    bool isFromStudy(std::string_view key) const { return source_.columns.contains(std::string(key)); }
    /// The best named free column among the spellings of a key.
    std::optional<std::size_t> freeColumn(std::string_view key) const;

    void tell(std::size_t column, std::string key, std::string reason);
    void take(std::string_view key, std::size_t column, const std::string& reason);
    void release(std::string_view key, const std::string& reason);
    /// From one column only, where it is the first.
    void release(std::string_view key, std::size_t column);

    /// Whether most of what is typed there can be read so; an empty column cannot.
    template <class Reads>
    bool holdsMostly(std::size_t column, const Reads& reads) const {
        std::size_t typed = 0;
        std::size_t read = 0;
        for (const TableRow& row : table_.rows) {
            const std::string_view cell = row.cells[column];
            if (saysNothing(cell)) continue;
            ++typed;
            if (reads(cell)) ++read;
        }
        return typed > 0 && read * 2 >= typed;
    }

private:
    const model::SourceDeclaration& source_;
    Table& table_;
    ColumnMap& columns_;
    std::vector<RecognisedColumn>& recognised_;
    std::size_t first_;  ///< where the columns of this source begin in `recognised_`
    std::vector<std::string> folded_;
};

}  // namespace raquette::ingest
