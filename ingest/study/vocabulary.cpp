#include "ingest/table/vocabulary.h"
#include "ingest/study/sections.h"

#include <fmt/format.h>
#include <array>

namespace raquette::ingest {

namespace {

constexpr std::array<std::string_view, 4> names{"functions", "legal_forms", "contract_types", "intensities"};

/// Three intensities make one measure that studies are compared by: other words may stand for them, none may be added.
void checkIntensity(const KeyReader& keys, const TomlNode& word) {
    if (intensities().find(word.text)) return;
    keys.failAt(word.line, fmt::format("`{}` is no intensity: write simple, double or triple", word.text));
}

}  // namespace

std::span<const std::string_view> vocabularyNames() {
    return names;
}

std::map<std::string, std::map<std::string, std::string>> readVocabulary(const KeyReader& keys) {
    std::map<std::string, std::map<std::string, std::string>> vocabulary;
    for (const std::string_view name : names) {
        const TomlNode* table = keys.find(name);
        if (!table) continue;
        if (table->kind != TomlNode::Kind::Table) keys.fail(name, "must be a table: \"word of the field\" = \"our word\"");
        for (const TomlNode& word : table->items) {
            if (word.kind != TomlNode::Kind::Text || word.text.empty()) {
                keys.failAt(word.line,
                            fmt::format("the word for `{}` must be a text; the same word again adds it to the vocabulary", word.key));
            }
            if (name == "intensities") checkIntensity(keys, word);
            vocabulary[std::string(name)][word.key] = word.text;
        }
    }
    return vocabulary;
}

}  // namespace raquette::ingest
