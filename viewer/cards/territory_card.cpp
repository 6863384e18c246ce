#include "gis/analysis/territory_units.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/cards/cards.h"
#include "viewer/sheets/figures.h"
#include "viewer/sheets/wording.h"

#include <algorithm>

namespace raquette::viewer {

namespace {

using analysis::Indicator;
using model::Language;
using model::Level;
using text::say;

/// Where it stands among territories of its level: 1 has the most people who are not covered. Nothing for one alone.
std::string rankText(const analysis::ServiceResult& result, const Indicator& own, Language language) {
    std::size_t rank = 1;
    std::size_t count = 0;
    const model::Inhabitants uncovered = own.population - own.coveredPopulation;
    for (const Indicator& other : result.indicators) {
        if (other.territory.level != own.territory.level || other.population.value == 0) continue;
        ++count;
        if ((other.population - other.coveredPopulation).value > uncovered.value) ++rank;
    }
    if (count < 2) return {};
    return "\n" + say(language, "card.rank",
                      {{"rank", text::number(language, static_cast<std::int64_t>(rank))},
                       {"count", text::number(language, static_cast<std::int64_t>(count))}});
}

std::string servedText(const Indicator& own, Language language) {
    if (!own.coveredShare) return say(language, "card.nobody-lives");
    const model::Inhabitants uncovered = own.population - own.coveredPopulation;
    if (uncovered.value == 0) return say(language, "card.all-covered");
    return say(
        language, "sheet.figure",
        {{"people", peopleText(language, uncovered)}, {"share", text::percent(language, model::Share{1 - own.coveredShare->value})}});
}

/// What each service makes of it, the one looked at first.
void addServices(const store::StudyState& state, const analysis::ServiceResult* first, const model::TerritoryId& id, Language language,
                 Card& card) {
    std::vector<const analysis::ServiceResult*> services;
    if (first) services.push_back(first);
    for (const analysis::ServiceResult& result : state.analysis.services) {
        if (&result != first) services.push_back(&result);
    }
    for (const analysis::ServiceResult* result : services) {
        const Indicator* own = indicatorOf(*result, id);
        if (!own) continue;
        std::string answer = servedText(*own, language);
        if (own->population.value > 0 && own->coveredPopulation.value < own->population.value) answer += rankText(*result, *own, language);
        if (own->nearest) answer += "\n" + say(language, "card.nearest-mean", {{"distance", text::distance(language, *own->nearest)}});
        answer += "\n" + say(language, plural("card.stands-here", static_cast<std::size_t>(own->providers)),
                             {{"n", std::to_string(own->providers)}});
        card.answers.push_back({result->service.label.in(language) + ", " + reachText(language, result->service.reach), answer});
    }
}

Card::Answer above(const store::StudyState& state, const model::TerritoryId& id, Language language) {
    Card::Answer answer{say(language, "card.above"), "", {}};
    const std::int32_t index = analysis::indexOf(state.reference, id);
    if (index == model::nowhere) return answer;
    for (const Level level : {Level::Epci, Level::Departement, Level::Region}) {
        std::int32_t holder = model::nowhere;
        if (id.level == Level::Commune) holder = analysis::ofCommune(state.reference, index, level);
        if (id.level == Level::Departement && level == Level::Region) holder = analysis::ofDepartement(state.reference, index, level);
        if (holder == model::nowhere) continue;
        answer.links.push_back(linkTo(state, analysis::territoryAt(state.reference, level, holder), language));
    }
    return answer;
}

model::Inhabitants populationOf(const store::StudyState& state, const model::TerritoryId& id) {
    for (const analysis::ServiceResult& result : state.analysis.services) {
        if (const Indicator* own = indicatorOf(result, id)) return own->population;
    }
    const std::int32_t index = analysis::indexOf(state.reference, id);
    if (id.level != Level::Departement || index == model::nowhere) return {};
    return state.reference.departements[static_cast<std::size_t>(index)].population;
}

}  // namespace

Card territoryCard(const store::StudyState& state, const analysis::ServiceResult* result, const model::TerritoryId& id, Language language) {
    Card card;
    card.kicker = say(language, "level." + std::string(model::name(id.level)));
    card.title = analysis::nameOf(state.reference, id);
    if (card.title.empty()) card.title = id.code;
    const model::Inhabitants population = populationOf(state, id);
    card.answers.push_back(
        {say(language, "card.population"), say(language, "sheet.inhabitants", {{"n", text::rounded(language, population)}})});
    addServices(state, result, id, language, card);
    Card::Answer holders = above(state, id, language);
    if (!holders.links.empty()) card.answers.push_back(std::move(holders));
    if (result && indicatorOf(*result, id)) {
        card.answers.push_back({say(language, "card.whence"),
                                "",
                                {{CardLink::Act::Explain, result->service.id + ":" + id.text(), say(language, "card.explain")}}});
        if (std::holds_alternative<model::Metres>(result->service.reach)) {
            card.actions.push_back({CardLink::Act::OpenHere, id.text(), say(language, "card.open-here")});
        }
    }
    return card;
}

}  // namespace raquette::viewer
