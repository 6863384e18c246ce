#include "ingest/records/settled_columns.h"

#include "gis/text/fold.h"
#include "ingest/records/column_phrases.h"

#include <algorithm>
#include <utility>

namespace raquette::ingest {

SettledColumns::SettledColumns(const model::SourceDeclaration& source, Table& table, ColumnMap& columns,
                               std::vector<RecognisedColumn>& recognised)
    : source_(source), table_(table), columns_(columns), recognised_(recognised), first_(recognised.size() - table.header.size()) {
    for (const std::string& name : table.header) folded_.push_back(text::fold(name));
}

bool SettledColumns::hasColumn(std::string_view foldedName) const {
    return std::ranges::find(folded_, foldedName) != folded_.end();
}

std::optional<std::size_t> SettledColumns::columnOf(std::string_view key) const {
    const auto found = columns_.keys.find(key);
    if (found == columns_.keys.end()) return std::nullopt;
    return found->second.front();
}

std::optional<std::size_t> SettledColumns::freeColumn(std::string_view key) const {
    for (const std::string& spelling : spellingsOf(key)) {
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (folded_[i] == spelling && isFree(i)) return i;
        }
    }
    return std::nullopt;
}

void SettledColumns::tell(std::size_t column, std::string key, std::string reason) {
    recognised_[first_ + column].key = std::move(key);
    recognised_[first_ + column].reason = std::move(reason);
}

void SettledColumns::take(std::string_view key, std::size_t column, const std::string& reason) {
    columns_.keys[std::string(key)].push_back(column);
    tell(column, std::string(key), reason);
}

void SettledColumns::release(std::string_view key, const std::string& reason) {
    const auto found = columns_.keys.find(key);
    if (found == columns_.keys.end()) return;
    for (const std::size_t column : found->second) tell(column, "", reason);
    columns_.keys.erase(found);
}

void SettledColumns::release(std::string_view key, std::size_t column) {
    if (columnOf(key) == column) columns_.keys.erase(columns_.keys.find(key));
}

}  // namespace raquette::ingest
