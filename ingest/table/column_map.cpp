#include "ingest/table/column_map.h"

#include "gis/model/error.h"
#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_guess.h"
#include "ingest/table/column_keys.h"
#include "ingest/table/nearest_word.h"
#include "ingest/table/vocabulary.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <set>

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

/// Every spelling of every key; those of a person's words name no column by themselves.
const std::set<std::string, std::less<>>& columnNames() {
    static const auto all = [] {
        std::set<std::string, std::less<>> names;
        for (const auto& [key, words] : spellings()) names.insert(words.begin(), words.end());
        return names;
    }();
    return all;
}

/// Of `Coordonnées – X`, the name under the group.
std::string ownName(const std::string& column) {
    constexpr std::string_view joint = " – ";
    const std::size_t at = column.rfind(joint);
    return at == std::string::npos ? column : column.substr(at + joint.size());
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

/// Whether the vocabulary says that such a column is not to be read, whatever its cells look like: a declarant's address, a postal code's
/// centre.
bool isNeverRead(const std::string& foldedName) {
    return std::ranges::any_of(std::array{"unread", "declarant"}, [&](const char* key) {
        const auto found = spellings().find(key);
        return found != spellings().end() && std::ranges::any_of(found->second, [&](const std::string& word) {
                   return foldedName == word || foldedName.starts_with(word + " ");
               });
    });
}

class Recogniser {
public:
    Recogniser(const SourceDeclaration& source, const Table& table, model::Language language)
        : source_(source), table_(table), language_(language), reasons_(table.header.size()) {
        for (const std::string& name : table.header) {
            folded_.push_back(text::fold(name));
            foldedOwn_.push_back(text::fold(ownName(name)));
        }
    }

    ColumnMap recognise() {
        leaveUnused();
        takeStudyColumns();
        // The right name of one key may be a poor name of another (`nom` of a contract's title): best spellings first, over all keys.
        const std::size_t most = mostSpellings();
        for (const auto* names : {&folded_, &foldedOwn_}) {
            for (std::size_t rank = 0; rank < most; ++rank) {
                for (const std::string_view key : columnKeys(source_.kind)) takeSpelling(key, rank, *names);
            }
        }
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (isFree(i) && looksPersonal(folded_[i])) map_.personal.push_back(i);
        }
        takeContents();
        return std::move(map_);
    }

    void tell(const ColumnMap& map, std::vector<RecognisedColumn>& recognised) const {
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            RecognisedColumn column{source_.id, table_.header[i], "", reasons_[i]};
            for (const auto& [key, columns] : map.keys) {
                if (std::ranges::find(columns, i) != columns.end()) column.key = key;
            }
            const bool personal = std::ranges::find(map.personal, i) != map.personal.end();
            if (personal && column.reason.empty()) column.reason = text::say(language_, "column.private");
            if (table_.header[i] == rejectColumn) column.reason = text::say(language_, "column.reject");
            if (table_.header[i] == fileColumn) column.reason = text::say(language_, "column.file");
            recognised.push_back(std::move(column));
        }
    }

private:
    /// Nobody has said yet what it holds.
    bool isFree(std::size_t column) const {
        const std::string& name = table_.header[column];
        return reasons_[column].empty() && name != rejectColumn && name != fileColumn;
    }

    /// What the names left open is told by the cells.
    void takeContents() {
        std::vector<std::size_t> free;
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (isFree(i) && !isNeverRead(folded_[i]) && std::ranges::find(map_.personal, i) == map_.personal.end()) free.push_back(i);
        }
        const std::vector<std::string_view>& known = columnKeys(source_.kind);
        for (const GuessedColumn& guess : guessColumns(table_, free, source_.kind, [&](std::string_view key) {
                 return !map_.has(key) && std::ranges::find(known, key) != known.end();
             })) {
            reasons_[guess.column] = text::say(language_, fmt::format("column.looks.{}", guess.looks));
            if (!guess.key.empty()) map_.keys[guess.key].push_back(guess.column);
            if (guess.key.empty() && guess.personal) map_.personal.push_back(guess.column);
        }
    }

    void leaveUnused() {
        for (const std::string& name : source_.unusedColumns) {
            map_.unused.push_back(columnNamed(source_, table_, name));
            reasons_[map_.unused.back()] = text::say(language_, "column.unused");
        }
    }

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

    void takeSpelling(std::string_view key, std::size_t rank, const std::vector<std::string>& names) {
        const auto words = spellings().find(key);
        if (words == spellings().end() || rank >= words->second.size() || map_.has(key)) return;
        const std::string& spelling = words->second[rank];
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (names[i] != spelling || !isFree(i)) continue;
            map_.keys[std::string(key)].push_back(i);
            reasons_[i] = spelling;
            return;
        }
    }

    const SourceDeclaration& source_;
    const Table& table_;
    model::Language language_;
    std::vector<std::string> folded_;
    std::vector<std::string> foldedOwn_;
    std::vector<std::string> reasons_;
    ColumnMap map_;
};

}  // namespace

bool ColumnMap::isTaken(std::size_t column) const {
    const auto holds = [column](const std::vector<std::size_t>& columns) { return std::ranges::find(columns, column) != columns.end(); };
    return holds(personal) || holds(unused) || column == file ||
           std::ranges::any_of(keys, [&](const auto& key) { return holds(key.second); });
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

bool isNameOf(std::string_view key, std::string_view folded) {
    const auto words = spellings().find(key);
    return words != spellings().end() && std::ranges::find(words->second, folded) != words->second.end();
}

bool isColumnName(std::string_view folded) {
    return columnNames().contains(folded);
}

ColumnMap recogniseColumns(const SourceDeclaration& source, const Table& table, std::vector<RecognisedColumn>& recognised,
                           model::Language language) {
    Recogniser recogniser(source, table, language);
    ColumnMap map = recogniser.recognise();
    const auto file = std::ranges::find(table.header, fileColumn);
    if (file != table.header.end()) map.file = static_cast<std::size_t>(file - table.header.begin());
    recogniser.tell(map, recognised);
    return map;
}

}  // namespace raquette::ingest
