#include "ingest/table/vocabulary.h"

#include "gis/data_folder.h"
#include "gis/model/error.h"
#include "gis/text/fold.h"
#include "ingest/table/cells.h"
#include "ingest/table/csv.h"
#include "ingest/table/text_file.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::ingest {

std::vector<std::vector<std::string>> vocabularyRows(std::string_view name, std::size_t columns) {
    const std::filesystem::path path = dataFolder() / "vocabulary" / fmt::format("{}.csv", name);
    Csv csv = parseCsv(readBytes(path));
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 1; i < csv.rows.size(); ++i) {
        if (csv.rows[i].cells.size() != columns) {
            throw model::Error(fmt::format("{}:{}: a row of this vocabulary has {} cells", path.string(), csv.rows[i].number, columns));
        }
        rows.push_back(std::move(csv.rows[i].cells));
    }
    return rows;
}

Vocabulary::Vocabulary(std::string_view name) {
    for (const std::vector<std::string>& row : vocabularyRows(name, 4)) {
        const std::string& word = row[0];
        for (const std::string& spelling : {row[0], row[1], row[2]}) bySpelling_.emplace(text::fold(spelling), word);
        for (const std::string& spelling : splitCell(row[3], "|")) bySpelling_.emplace(text::fold(spelling), word);
    }
}

std::optional<std::string> Vocabulary::find(std::string_view spelling) const {
    const auto found = bySpelling_.find(text::fold(spelling));
    if (found == bySpelling_.end()) return std::nullopt;
    return found->second;
}

std::string Vocabulary::orItself(std::string_view text) const {
    return find(text).value_or(std::string(text));
}

void Vocabulary::addWords(std::vector<std::string>& words, std::string_view part) const {
    const auto add = [&](const std::string& word) {
        if (std::ranges::find(words, word) == words.end()) words.push_back(word);
    };
    if (const auto word = find(part)) return add(*word);
    const std::size_t conjunction = part.find(" et ");
    if (conjunction != std::string_view::npos) {
        const auto before = find(part.substr(0, conjunction));
        const auto after = find(part.substr(conjunction + 4));
        if (before && after) {
            add(*before);
            return add(*after);
        }
    }
    add(std::string(part));
}

std::vector<std::string> Vocabulary::words(std::string_view cell) const {
    std::vector<std::string> words;
    if (cell.empty()) return words;
    if (const auto whole = find(cell)) return {*whole};
    for (const std::string& group : splitCell(cell, ",|;")) {
        if (const auto word = find(group)) {
            addWords(words, group);
        } else {
            for (const std::string& part : splitCell(group, "/")) addWords(words, part);
        }
    }
    return words;
}

const Vocabulary& functions() {
    static const Vocabulary words("functions");
    return words;
}
const Vocabulary& legalForms() {
    static const Vocabulary words("legal_forms");
    return words;
}
const Vocabulary& contractTypes() {
    static const Vocabulary words("contract_types");
    return words;
}
const Vocabulary& intensities() {
    static const Vocabulary words("intensities");
    return words;
}

}  // namespace raquette::ingest
