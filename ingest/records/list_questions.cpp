#include "ingest/records/list_questions.h"

#include "gis/text/fold.h"
#include "ingest/records/column_phrases.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_keys.h"
#include "ingest/table/folding.h"

#include <fmt/format.h>
#include <algorithm>
#include <functional>
#include <utility>

namespace raquette::ingest {

using model::SourceKind;

namespace {

struct Answer {
    std::string_view key;
    std::size_t column = 0;
    std::size_t score = 0;
    std::string reason;
};

Answer answered(std::string_view key, std::size_t column, const std::string& bare) {
    constexpr std::size_t whole = 1000;
    constexpr std::size_t longest = 4;  // words: beyond, the question is about something else than what one of its words says
    Answer answer{key, column, 0, ""};
    const bool asksName = bare.starts_with("nom ") || bare.starts_with("raison sociale") || bare.starts_with("name ");
    for (const std::string& spelling : spellingsOf(key)) {
        const std::string phrase = barePhrase(spelling);
        if (phrase.empty()) continue;
        const bool held = holdsPhrase(bare, phrase) && wordsOf(bare).size() <= longest && (key != "name" || asksName);
        const std::size_t score = bare == phrase ? whole : (held ? phrase.size() : 0);
        if (score <= answer.score) continue;
        answer.score = score;
        answer.reason = fmt::format("question: {}", spelling);
    }
    return answer;
}

}  // namespace

void answerQuestions(SettledColumns& columns) {
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < columns.count(); ++i) {
        const std::string& name = columns.header(i);
        const bool question = name.find('?') != std::string::npos || wordsOf(columns.folded(i)).size() >= 4;
        if (!question || !columns.isFree(i) || figureNamed(columns.source().kind, name)) continue;
        const std::string bare = barePhrase(text::fold(std::string_view(name).substr(0, name.find('('))));
        for (const std::string_view key : columnKeys(columns.source().kind)) {
            if (columns.has(key)) continue;
            if (Answer answer = answered(key, i, bare); answer.score > 0) answers.push_back(std::move(answer));
        }
    }
    std::ranges::stable_sort(answers, std::greater<>(), &Answer::score);
    for (const Answer& answer : answers) {
        if (columns.isFree(answer.column) && !columns.has(answer.key)) columns.take(answer.key, answer.column, answer.reason);
    }
}

std::vector<NetworkColumn> takeNetworks(SettledColumns& columns) {
    std::vector<NetworkColumn> networks;
    const auto says = [](std::string_view cell) { return readMembership(cell).has_value(); };
    if (const auto member = columns.map().keys.find("member"); member != columns.map().keys.end() && member->second.size() > 1) {
        for (const std::size_t column : member->second) {
            const std::string network = networkNamed(columns.header(column));
            networks.push_back({column, network.empty() ? columns.header(column) : network});
        }
        columns.map().keys["memberships"] = member->second;
        columns.map().keys.erase(member);
    }
    if (columns.source().kind != SourceKind::Actors && columns.source().kind != SourceKind::Venues) return networks;
    for (std::size_t i = 0; i < columns.count(); ++i) {
        if (!columns.isFree(i)) continue;
        const std::string network = networkNamed(columns.header(i));
        if (network.empty() || !columns.holdsMostly(i, says)) continue;
        networks.push_back({i, network});
        columns.take("memberships", i, fmt::format("belongs to {}", network));
    }
    return networks;
}

std::vector<FigureColumn> takeFigures(SettledColumns& columns) {
    std::vector<FigureColumn> figures;
    if (columns.source().kind == SourceKind::Links) return figures;
    for (std::size_t i = 0; i < columns.count(); ++i) {
        if (!columns.isFree(i)) continue;
        auto figure = figureNamed(columns.source().kind, columns.header(i));
        if (!figure) continue;
        const bool money = figure->key == "budget" || figure->key == "granted" || figure->key == "asked" || figure->key == "amount";
        const auto reads = [&](std::string_view cell) { return money ? readMoney(cell).has_value() : readDecimal(cell).has_value(); };
        if (!columns.holdsMostly(i, reads)) continue;
        figure->column = i;
        columns.take("figures", i, "");
        columns.tell(i, fmt::format("{} {}", figure->key, figure->year), "a figure and its year");
        figures.push_back(std::move(*figure));
    }
    return figures;
}

}  // namespace raquette::ingest
