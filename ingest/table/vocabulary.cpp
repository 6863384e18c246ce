#include "ingest/table/vocabulary.h"

#include "gis/data_folder.h"
#include "gis/model/error.h"
#include "gis/text/fold.h"
#include "ingest/table/cells.h"
#include "ingest/table/csv.h"
#include "ingest/table/text_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

namespace raquette::ingest {

std::vector<std::vector<std::string>> vocabularyRows(std::string_view name, std::size_t columns) {
    const std::filesystem::path path = dataFolder() / "vocabulary" / fmt::format("{}.csv", name);
    const Csv csv = parseCsv(readBytes(path));
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 1; i < csv.rows.size(); ++i) {
        if (csv.rows[i].cells.size() != columns) {
            throw model::Error(fmt::format("{}:{}: a row of this vocabulary has {} cells", path.string(), csv.rows[i].number, columns));
        }
        rows.emplace_back(csv.rows[i].cells.begin(), csv.rows[i].cells.end());
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

void Vocabulary::learn(const std::map<std::string, std::string>& words) {
    for (const auto& [theirs, ours] : words) bySpelling_.emplace(text::fold(ours), ours);
    for (const auto& [theirs, ours] : words) bySpelling_[text::fold(theirs)] = bySpelling_.at(text::fold(ours));
}

struct Vocabulary::Words {
    std::vector<std::string> found;
    std::vector<std::string>* unknown;

    void add(const std::string& word, bool known) {
        if (std::ranges::find(found, word) != found.end()) return;
        found.push_back(word);
        if (!known && unknown) unknown->push_back(word);
    }
};

namespace {

/// The parts between separators that no bracket holds.
std::vector<std::string> partsOf(std::string_view cell, std::string_view separators) {
    std::vector<std::string> parts;
    std::string part;
    int depth = 0;
    for (const char c : cell) {
        depth += c == '(' ? 1 : 0;
        if (c == ')' && depth > 0) --depth;
        if (depth == 0 && separators.find(c) != std::string_view::npos) {
            parts.push_back(std::exchange(part, {}));
        } else {
            part += c;
        }
    }
    parts.push_back(std::move(part));
    for (std::string& one : parts) {
        const std::size_t begin = std::min(one.find_first_not_of(" \t\r"), one.size());
        one = one.substr(begin, one.find_last_not_of(" \t\r") + 1 - begin);
    }
    std::erase(parts, "");
    return parts;
}

std::string_view withoutBrackets(std::string_view part) {
    const std::size_t open = part.find('(');
    if (open == std::string_view::npos || open == 0) return part;
    return part.substr(0, part.find_last_not_of(' ', open - 1) + 1);
}

}  // namespace

void Vocabulary::addWords(Words& words, std::string_view part) const {
    for (const std::string_view spelling : {part, withoutBrackets(part)}) {
        if (const auto word = find(spelling)) return words.add(*word, true);
    }
    for (const std::string_view conjunction : {" et ", " & ", " and "}) {
        const std::size_t at = part.find(conjunction);
        if (at == std::string_view::npos) continue;
        const std::string_view before = part.substr(0, at);
        const std::string_view after = part.substr(at + conjunction.size());
        if (!find(before) && !find(after)) continue;  // « son et image » is one thing
        addWords(words, before);
        return addWords(words, after);
    }
    words.add(std::string(part), false);
}

std::vector<std::string> Vocabulary::words(std::string_view cell, std::vector<std::string>* unknown) const {
    if (cell.empty()) return {};
    if (const auto whole = find(cell)) return {*whole};
    Words words{{}, unknown};
    for (const std::string& group : partsOf(cell, ",|;+\n")) {
        if (const auto word = find(group)) {
            words.add(*word, true);
        } else {
            for (const std::string& part : partsOf(group, "/")) addWords(words, part);
        }
    }
    return words.found;
}

Vocabularies vocabulariesOf(const model::Study& study) {
    Vocabularies all{functions(), legalForms(), contractTypes(), intensities()};
    const auto learn = [&](Vocabulary& vocabulary, const char* name) {
        const auto added = study.vocabulary.find(name);
        if (added != study.vocabulary.end()) vocabulary.learn(added->second);
    };
    learn(all.functions, "functions");
    learn(all.legalForms, "legal_forms");
    learn(all.contractTypes, "contract_types");
    learn(all.intensities, "intensities");
    return all;
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
