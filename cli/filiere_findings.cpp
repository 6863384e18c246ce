#include "cli/filiere_findings.h"

#include "cli/text_table.h"
#include "gis/analysis/filiere/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/functions.h"
#include "gis/text/numbers.h"

#include <algorithm>

namespace raquette::cli {

namespace {

using analysis::Filiere;
using model::Language;
using model::Level;
using text::say;

std::string number(Language language, std::int64_t value) {
    return text::number(language, value);
}

std::string share(Language language, model::Inhabitants part, model::Inhabitants all) {
    if (all.value == 0) return "–";
    return text::percent(language, {static_cast<double>(part.value) / static_cast<double>(all.value)}, 1);
}

/// The rows of the study itself: who holds each function somewhere in it.
std::string functionTable(const Filiere& filiere, Language language) {
    const auto heading = [&](const char* key) { return say(language, std::string("filiere.head.") + key); };
    TextTable table({{heading("function")},
                     {heading("structures"), Align::Right},
                     {heading("members"), Align::Right},
                     {heading("others"), Align::Right},
                     {heading("unknown"), Align::Right},
                     {heading("poolable"), Align::Right}});
    for (const analysis::FunctionPresence& row : filiere.presences) {
        if (row.territory != 0 || row.structures == 0) continue;
        table.add({text::functionLabel(language, filiere.functions[row.function]), number(language, row.structures),
                   number(language, row.members), number(language, row.notMembers),
                   number(language, row.structures - row.members - row.notMembers), number(language, row.poolable)});
    }
    return table.text();
}

std::string missingLines(const Filiere& filiere, Language language) {
    std::string lines;
    for (const analysis::FunctionPresence& row : filiere.presences) {
        if (row.territory != 0 || row.structures > 0) continue;
        const std::string function = text::functionLabel(language, filiere.functions[row.function]);
        if (!row.nearest) {
            lines += say(language, "filiere.missing.nowhere", {{"function", function}}) + "\n";
            continue;
        }
        const std::string distance = text::distance(language, *row.nearest);
        lines += say(language, "filiere.missing", {{"function", function}, {"name", row.nearestName}, {"distance", distance}}) + "\n";
    }
    // Lists that speak of none of the filière's functions have other words for what they list.
    if (filiere.unheard.empty() || filiere.unheard.size() == filiere.ofFiliere) return lines;
    std::string functions;
    for (const std::uint32_t function : filiere.unheard) {
        functions +=
            (functions.empty() ? "" : say(language, "filiere.separator")) + text::functionLabel(language, filiere.functions[function]);
    }
    return lines + say(language, "filiere.unheard", {{"functions", functions}}) + "\n";
}

std::string functionsText(const store::StudyState& state) {
    const Filiere& filiere = state.analysis.filiere;
    const Language language = state.study.language;
    const bool some = std::ranges::any_of(filiere.presences, [](const auto& row) { return row.territory == 0 && row.structures > 0; });
    if (!some) return {};
    const int unknown = filiere.structures - filiere.members - filiere.notMembers;
    std::string out = say(language, "filiere.title",
                          {{"structures", number(language, filiere.structures)},
                           {"members", number(language, filiere.members)},
                           {"others", number(language, filiere.notMembers)},
                           {"unknown", number(language, unknown)}}) +
                      "\n\n" + functionTable(filiere, language) + "\n" + say(language, "filiere.poolable") + "\n";
    const auto told = [&](const char* key, int count) {
        if (count > 0) out += say(language, key, {{"count", number(language, count)}}) + "\n";
    };
    told("filiere.without", filiere.withoutFunction);
    told("filiere.nowhere", filiere.nowhere);
    out += missingLines(filiere, language);
    const model::SurveyState surveyed = filiere.surveyed.front();
    const bool inPart = surveyed == model::SurveyState::Partly || surveyed == model::SurveyState::No;
    return out + (inPart ? say(language, "filiere.surveyed") + "\n" : "") + "\n";
}

std::string twiceLine(const store::StudyState& state) {
    const Language language = state.study.language;
    std::string list;
    for (const analysis::ServiceResult& result : state.analysis.services) {
        const analysis::Indicator& whole = result.indicators.front();
        list += (list.empty() ? "" : say(language, "filiere.separator")) +
                say(language, "filiere.twice.one",
                    {{"label", result.service.label.in(language)},
                     {"people", number(language, whole.twiceCovered.value)},
                     {"share", share(language, whole.twiceCovered, whole.population)}});
    }
    return say(language, "filiere.twice", {{"list", list}}) + "\n";
}

/// Types are a comparison: shown where territories differ, at each level that has some.
std::string typeTable(const store::StudyState& state) {
    const Filiere& filiere = state.analysis.filiere;
    const Language language = state.study.language;
    if (filiere.types.size() < 2) return {};
    std::vector<Level> levels;
    for (const Level level : {Level::Commune, Level::Epci, Level::Departement, Level::Region}) {
        const auto has = [level](const analysis::BasketType& type) { return type.territories[static_cast<std::size_t>(level)] > 0; };
        if (std::ranges::any_of(filiere.types, has)) levels.push_back(level);
    }
    std::vector<TextTable::Column> columns{{say(language, "filiere.head.type")}};
    for (const Level level : levels) columns.push_back({say(language, "filiere.head." + std::string(name(level)) + "s"), Align::Right});
    columns.push_back({say(language, "filiere.head.people"), Align::Right});
    TextTable table(columns);
    for (const analysis::BasketType& type : filiere.types) {
        std::vector<std::string> cells{analysis::basketWords(state.analysis, type.reached, language)};
        for (const Level level : levels) cells.push_back(number(language, type.territories[static_cast<std::size_t>(level)]));
        cells.push_back(number(language, type.population.value));
        table.add(cells);
    }
    const bool rounded = std::ranges::any_of(filiere.baskets, [](const analysis::Basket& basket) { return basket.differs > 0; });
    return say(language, "filiere.types") + "\n\n" + table.text() + "\n" + (rounded ? say(language, "filiere.types.near") + "\n\n" : "");
}

std::string basketsText(const store::StudyState& state) {
    const Filiere& filiere = state.analysis.filiere;
    const Language language = state.study.language;
    if (filiere.baskets.empty()) return {};
    const analysis::Basket& study = filiere.baskets.front();
    return say(language, "filiere.baskets",
               {{"all", number(language, study.withAll.value)},
                {"allShare", share(language, study.withAll, study.population)},
                {"none", number(language, study.withNone.value)},
                {"noneShare", share(language, study.withNone, study.population)}}) +
           "\n" + twiceLine(state) + "\n" + typeTable(state);
}

}  // namespace

std::string filiereText(const store::StudyState& state) {
    return functionsText(state) + basketsText(state);
}

}  // namespace raquette::cli
