#include "ingest/table/column_map.h"

#include "gis/model/error.h"
#include "gis/text/fold.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_keys.h"
#include "ingest/table/nearest_word.h"
#include "ingest/table/vocabulary.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::ingest {

namespace {

using model::SourceDeclaration;

/// Spellings of data/vocabulary/columns.csv, folded, best first.
const std::map<std::string, std::vector<std::string>, std::less<>>& spellings() {
    static const auto all = [] {
        std::map<std::string, std::vector<std::string>, std::less<>> byKey;
        for (const std::vector<std::string>& row : vocabularyRows("columns", 2)) {
            for (const std::string& spelling : splitCell(row[1], "|")) byKey[row[0]].push_back(text::fold(spelling));
        }
        return byKey;
    }();
    return all;
}

std::size_t columnNamed(const SourceDeclaration& source, const Table& table, const std::string& name) {
    const auto exact = std::ranges::find(table.header, name);
    if (exact != table.header.end()) return static_cast<std::size_t>(exact - table.header.begin());
    const std::string wanted = text::fold(name);
    const auto near = std::ranges::find_if(table.header, [&](const std::string& column) { return text::fold(column) == wanted; });
    if (near != table.header.end() && !wanted.empty()) return static_cast<std::size_t>(near - table.header.begin());
    const std::vector<std::string_view> header(table.header.begin(), table.header.end());
    const std::string_view nearest = nearestWord(name, header);
    throw model::Error(fmt::format("{}: source `{}` has no column `{}`{}. Its columns: {}", source.path.string(), source.id, name,
                                   nearest.empty() ? "" : fmt::format(" (nearest: `{}`)", nearest), fmt::join(table.header, ", ")));
}

/// Whether a column name holds a word of a person's: `Nom du directeur`, `Tél. portable`.
bool looksPersonal(const std::string& foldedName) {
    const auto found = spellings().find("person");
    if (found == spellings().end()) return false;
    const std::string padded = " " + foldedName + " ";
    return std::ranges::any_of(found->second, [&](const std::string& word) { return padded.find(" " + word + " ") != std::string::npos; });
}

class Recogniser {
public:
    Recogniser(const SourceDeclaration& source, const Table& table) : source_(source), table_(table), reasons_(table.header.size()) {
        for (const std::string& name : table.header) folded_.push_back(text::fold(name));
    }

    ColumnMap recognise() {
        takeStudyColumns();
        // The right name of one key may be a poor name of another (`nom` of a contract's title): best spellings first, over all keys.
        const std::size_t most = mostSpellings();
        for (std::size_t rank = 0; rank < most; ++rank) {
            for (const std::string_view key : columnKeys(source_.kind)) takeSpelling(key, rank);
        }
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (reasons_[i].empty() && !isRejectColumn(i) && looksPersonal(folded_[i])) map_.personal.push_back(i);
        }
        return std::move(map_);
    }

    void tell(const ColumnMap& map, std::vector<RecognisedColumn>& recognised) const {
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            RecognisedColumn column{source_.id, table_.header[i], "", reasons_[i]};
            for (const auto& [key, columns] : map.keys) {
                if (std::ranges::find(columns, i) != columns.end()) column.key = key;
            }
            if (std::ranges::find(map.personal, i) != map.personal.end()) column.reason = "private: looks like a person's";
            if (isRejectColumn(i)) column.reason = "why the row was rejected before: ignored";
            recognised.push_back(std::move(column));
        }
    }

private:
    bool isRejectColumn(std::size_t column) const { return table_.header[column] == rejectColumn; }

    void takeStudyColumns() {
        for (const auto& [key, names] : source_.columns) {
            for (const std::string& name : names) {
                const std::size_t column = columnNamed(source_, table_, name);
                map_.keys[key].push_back(column);
                reasons_[column] = "study";
            }
        }
    }

    std::size_t mostSpellings() const {
        std::size_t most = 0;
        for (const auto& [key, words] : spellings()) most = std::max(most, words.size());
        return most;
    }

    void takeSpelling(std::string_view key, std::size_t rank) {
        const auto words = spellings().find(key);
        if (words == spellings().end() || rank >= words->second.size() || map_.has(key)) return;
        const std::string& spelling = words->second[rank];
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (folded_[i] != spelling || !reasons_[i].empty() || isRejectColumn(i)) continue;
            map_.keys[std::string(key)].push_back(i);
            reasons_[i] = spelling;
            return;
        }
    }

    const SourceDeclaration& source_;
    const Table& table_;
    std::vector<std::string> folded_;
    std::vector<std::string> reasons_;
    ColumnMap map_;
};

}  // namespace

bool ColumnMap::uses(std::size_t column) const {
    const auto holds = [column](const std::vector<std::size_t>& columns) { return std::ranges::find(columns, column) != columns.end(); };
    return holds(personal) || std::ranges::any_of(keys, [&](const auto& key) { return holds(key.second); });
}

bool ColumnMap::isPrivate(const SourceDeclaration& source, std::size_t column) const {
    if (std::ranges::find(personal, column) != personal.end()) return true;
    for (const std::string_view key : personalKeys()) {
        const auto found = keys.find(key);
        if (found == keys.end() || std::ranges::find(found->second, column) == found->second.end()) continue;
        return std::ranges::find(source.publicFields, key) == source.publicFields.end();
    }
    return false;
}

ColumnMap recogniseColumns(const SourceDeclaration& source, const Table& table, std::vector<RecognisedColumn>& recognised) {
    Recogniser recogniser(source, table);
    ColumnMap map = recogniser.recognise();
    recogniser.tell(map, recognised);
    return map;
}

}  // namespace raquette::ingest
