#include "gis/analysis/portrait/contracts_over.h"
#include "gis/analysis/scenario/scenario.h"
#include "gis/analysis/territory_units.h"
#include "gis/geometry/geodesic.h"
#include "gis/report/remarks.h"
#include "gis/report/telling.h"
#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"
#include "viewer/cards/cards.h"
#include "viewer/sheets/wording.h"
#include "viewer/text/words.h"

#include <algorithm>
#include <cmath>

namespace raquette::viewer {

namespace {

using model::Language;

std::string whyText(const analysis::Gap& gap, Language language) {
    std::string why = text::say(language, "cause." + std::string(analysis::name(gap.cause)));
    if (!gap.certain) why += ". " + plainWords(language, "card.uncertain", {{"people", peopleText(language, gap.certainPopulation)}});
    return why;
}

std::string whereText(const analysis::Gap& gap, Language language) {
    std::string where;
    for (const analysis::GapPlace& place : gap.places) {
        where += (where.empty() ? "" : "\n") + place.name + ", " + peopleText(language, place.population);
    }
    return where;
}

/// The provider that the analysis names as the nearest: of several of that name the one nearest to the hole.
const analysis::Provider* nearestOf(const analysis::ServiceResult& result, const analysis::Gap& gap) {
    const analysis::Provider* nearest = nullptr;
    double least = 0;
    for (const analysis::Provider& provider : result.providers) {
        if (!provider.placed || provider.name != gap.nearestName) continue;
        const double distance = geometry::geodesicDistance(provider.at, gap.labelPoint).value;
        if (nearest != nullptr && distance >= least) continue;
        nearest = &provider;
        least = distance;
    }
    return nearest;
}

/// Who is nearest, and the row of whose list says so.
void addNearest(const store::StudyState& state, const analysis::ServiceResult& result, const analysis::Gap& gap, Language language,
                Card& card) {
    if (!gap.nearest) return;
    const std::string words = gap.nearestName + ", " + text::howFar(language, gap.nearest, gap.nearestTime);
    const analysis::Provider* provider = nearestOf(result, gap);
    const model::Actor* record = provider ? recordOf(state.dataset, provider->id) : nullptr;
    if (!record) {
        card.answers.push_back({plainWords(language, "card.nearest"), words});
        return;
    }
    card.answers.push_back({plainWords(language, "card.nearest"), "", {{CardLink::Act::ShowRecord, provider->id, words}}});
    card.answers.push_back({plainWords(language, "card.source-row"), report::writtenText(state, record->origin, language)});
}

/// The places whose people are not served; where they are not known, the départements.
std::vector<model::TerritoryId> placesOf(const store::StudyState& state, const analysis::Gap& gap) {
    std::vector<model::TerritoryId> places;
    for (const analysis::GapPlace& place : gap.places) {
        const bool commune = model::indexOf(state.reference.communes, place.code) != model::nowhere;
        places.push_back({commune ? model::Level::Commune : model::Level::Departement, place.code});
    }
    for (std::size_t i = 0; gap.places.empty() && i < gap.departements.size(); ++i)
        places.push_back({model::Level::Departement, gap.departements[i]});
    return places;
}

void addContracts(const store::StudyState& state, const analysis::Gap& gap, Language language, Card& card) {
    constexpr std::size_t most = 4;
    if (state.dataset.contracts.empty()) return;
    const auto contracts =
        analysis::contractsOver(state.study, state.reference, state.dataset, state.analysis.funding, placesOf(state, gap));
    Card::Answer answer{plainWords(language, "card.gap.contracts"), "", {}};
    for (std::size_t i = 0; i < std::min(most, contracts.size()); ++i) answer.links.push_back(linkTo(state, contracts[i], language));
    if (answer.links.empty()) answer.answer = plainWords(language, "card.gap.no-contract");
    card.answers.push_back(std::move(answer));
}

/// The bodies whose people it holds, and the resource centres nearest to them: those to talk to.
void addBodies(const store::StudyState& state, const analysis::Gap& gap, Language language, Card& card) {
    constexpr std::size_t most = 4;
    constexpr std::size_t mostHelpers = 3;
    Card::Answer answer{plainWords(language, "card.bodies"), "", {}};
    std::size_t left = 0;
    const auto add = [&](model::Level level, const std::vector<std::string>& codes) {
        for (std::size_t i = 0; i < std::min(most, codes.size()); ++i) answer.links.push_back(linkTo(state, {level, codes[i]}, language));
        left += codes.size() - std::min(most, codes.size());
    };
    std::vector<std::string> regions;
    for (const std::string& code : gap.departements) {
        for (const model::TerritoryId& holder : analysis::holdersOf(state.reference, {model::Level::Departement, code})) {
            if (std::ranges::find(regions, holder.code) == regions.end()) regions.push_back(holder.code);
        }
    }
    add(model::Level::Epci, gap.epcis);
    add(model::Level::Departement, gap.departements);
    add(model::Level::Region, regions);
    if (!answer.links.empty()) card.answers.push_back(std::move(answer));
    if (left > 0) card.answers.push_back({"", plainWords(language, "card.bodies.more", {{"n", std::to_string(left)}})});
    if (gap.departements.empty()) return;
    Card::Answer helpers{plainWords(language, "card.resources"), "", {}};
    for (const analysis::Resource& one :
         analysis::resourcesNear(state.study, state.reference, state.dataset, {model::Level::Departement, gap.departements.front()},
                                 gap.labelPoint, mostHelpers))
        helpers.links.push_back(linkTo(one, language));
    if (!helpers.links.empty()) card.answers.push_back(std::move(helpers));
}

std::string whenceText(const store::StudyState& state, const analysis::ServiceResult& result, Language language) {
    std::string whence =
        plainWords(language, "card.whence.gap",
                   {{"reach", reachText(language, result.service.reach)},
                    {"model", text::say(language, "population." + std::string(model::name(state.reference.populationModel)))}});
    if (!state.analysis.completenessStated) whence += " " + text::say(language, "note.completeness-not-stated");
    return whence;
}

}  // namespace

Card gapCard(const store::StudyState& state, const analysis::ServiceResult& result, const analysis::Gap& gap, Language language) {
    Card card;
    card.kicker = plainWords(language, "card.gap", {{"rank", std::to_string(gap.rank)}});
    card.title = gap.name;
    card.answers.push_back({"", peopleText(language, gap.population) + ", " +
                                    text::number(language, std::llround(model::inSquareKilometres(gap.area))) + "\u00a0km²"});
    card.answers.push_back({plainWords(language, "card.why"), whyText(gap, language)});
    addRemarks(state, report::aboutOf(gap), language, card);
    if (!gap.places.empty()) card.answers.push_back({plainWords(language, "card.people-where"), whereText(gap, language)});
    addNearest(state, result, gap, language, card);
    const std::string deepest = text::howFar(language, gap.deepest, gap.deepestTime);
    if (!deepest.empty()) card.answers.push_back({plainWords(language, "card.deepest"), deepest});
    addContracts(state, gap, language, card);
    addBodies(state, gap, language, card);
    card.answers.push_back(
        {plainWords(language, "card.whence"),
         whenceText(state, result, language),
         {{CardLink::Act::Explain, "gap:" + result.service.id + ":" + std::to_string(gap.rank), plainWords(language, "card.explain")}}});
    addContribution(state, report::aboutOf(gap), language, card);
    if (analysis::canChange(result.service, state.reference)) {
        card.actions.push_back({CardLink::Act::OpenHere, "gap", plainWords(language, "card.open-here")});
    }
    return card;
}

}  // namespace raquette::viewer
