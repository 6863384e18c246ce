#include "gis/analysis/portrait/portrait.h"
#include "gis/analysis/scenario/scenario.h"
#include "gis/report/remarks.h"
#include "gis/report/telling.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/cards/cards.h"
#include "viewer/sheets/wording.h"
#include "viewer/text/words.h"

#include <algorithm>

namespace raquette::viewer {

namespace {

using analysis::Portrait;
using analysis::ServiceOver;
using model::Language;

constexpr std::size_t mostNames = 3;      // of a function; the table has them all
constexpr std::size_t mostContracts = 6;  // those in force come first

void addLine(std::string& lines, const std::string& line) {
    if (!line.empty()) lines += (lines.empty() ? "" : "\n") + line;
}

std::string servedText(const ServiceOver& own, Language language) {
    if (!own.share) return plainWords(language, "card.nobody-lives");
    if (own.uncovered().value == 0) return text::say(language, "card.all-covered");
    return text::say(
        language, "tell.uncovered",
        {{"people", peopleText(language, own.uncovered())}, {"share", text::percent(language, model::Share{1 - own.share->value})}});
}

/// What each service makes of it, the one looked at first.
void addServices(const store::StudyState& state, const analysis::ServiceResult* first, const Portrait& portrait, Language language,
                 Card& card) {
    std::vector<ServiceOver> services = portrait.services;
    std::ranges::stable_partition(services, [&](const ServiceOver& one) { return &state.analysis.services[one.service] == first; });
    for (const ServiceOver& own : services) {
        const model::Service& service = state.analysis.services[own.service].service;
        std::string answer = servedText(own, language);
        addLine(answer, report::rankText(own, portrait.territory.level, language));
        if (own.nearest) addLine(answer, plainWords(language, "card.nearest-mean", {{"distance", text::distance(language, *own.nearest)}}));
        addLine(answer, report::trendText(state, own, portrait.territory, language));
        card.answers.push_back({service.label.in(language) + ", " + reachText(language, service.reach), answer});
    }
}

void addHas(const Portrait& portrait, Language language, Card& card) {
    std::string lines;
    for (const analysis::FunctionOver& function : portrait.has) addLine(lines, report::hereText(function, language, mostNames));
    if (lines.empty()) lines = text::say(language, "tell.nothing-known");
    card.answers.push_back({text::say(language, "card.has"), lines});
}

void addLacks(const store::StudyState& state, const Portrait& portrait, Language language, Card& card) {
    std::string lines;
    for (const ServiceOver& service : portrait.services) {
        if (service.share && !service.isReached) addLine(lines, report::unreachedText(state, service, language));
    }
    for (const analysis::FunctionOver& function : portrait.lacks) addLine(lines, report::missingText(function, language));
    if (lines.empty()) return;
    if (portrait.surveyed != model::SurveyState::Yes) addLine(lines, plainWords(language, "tell.not-surveyed"));
    card.answers.push_back({text::say(language, "card.lacks"), lines});
}

void addContracts(const store::StudyState& state, const Portrait& portrait, Language language, Card& card) {
    if (state.dataset.contracts.empty()) return;
    Card::Answer answer{text::say(language, "card.contracts"), "", {}};
    for (std::size_t i = 0; i < std::min(mostContracts, portrait.contracts.size()); ++i)
        answer.links.push_back(linkTo(state, portrait.contracts[i], language));
    if (answer.links.empty()) answer.answer = text::say(language, "tell.contracts.none");
    card.answers.push_back(std::move(answer));
    const std::size_t left = portrait.contracts.size() - std::min(mostContracts, portrait.contracts.size());
    if (left > 0) card.answers.push_back({"", plainWords(language, "card.bodies.more", {{"n", std::to_string(left)}})});
}

template <class Things, class Link>
void addLinks(const char* question, const Things& things, Language language, Card& card, Link link) {
    if (things.empty()) return;
    Card::Answer answer{plainWords(language, question), "", {}};
    for (const auto& thing : things) answer.links.push_back(link(thing));
    card.answers.push_back(std::move(answer));
}

}  // namespace

Card territoryCard(const store::StudyState& state, const analysis::ServiceResult* result, const model::TerritoryId& id, Language language) {
    const Portrait portrait = analysis::portraitOf(state.study, state.reference, state.dataset, state.analysis, id);
    Card card;
    card.kicker = text::say(language, "level." + std::string(model::name(id.level)));
    card.title = portrait.name.empty() ? id.code : portrait.name;
    if (portrait.population) {
        card.answers.push_back({plainWords(language, "card.population"),
                                text::say(language, "sheet.inhabitants", {{"n", text::rounded(language, *portrait.population)}})});
    }
    addHas(portrait, language, card);
    addServices(state, result, portrait, language, card);
    addLacks(state, portrait, language, card);
    if (result) addRemarks(state, report::aboutOf(result->service.id, id), language, card);
    addContracts(state, portrait, language, card);
    const auto territory = [&](const model::TerritoryId& one) { return linkTo(state, one, language); };
    addLinks("card.resources", portrait.resources, language, card, [&](const analysis::Resource& one) { return linkTo(one, language); });
    addLinks("card.above", portrait.holders, language, card, territory);
    addLinks("card.neighbours", portrait.neighbours, language, card, territory);
    if (result && indicatorOf(*result, id)) {
        addContribution(state, report::aboutOf(result->service.id, id), language, card);
        card.answers.push_back({plainWords(language, "card.whence"),
                                "",
                                {{CardLink::Act::Explain, result->service.id + ":" + id.text(), plainWords(language, "card.explain")}}});
        if (analysis::canChange(result->service, state.reference)) {
            card.actions.push_back({CardLink::Act::OpenHere, id.text(), plainWords(language, "card.open-here")});
        }
    }
    if (id.level == model::Level::Commune)
        card.actions.push_back({CardLink::Act::Contribute, "add:" + id.code, plainWords(language, "card.missing")});
    card.actions.push_back({CardLink::Act::PrintPage, id.text(), plainWords(language, "card.print")});
    return card;
}

}  // namespace raquette::viewer
