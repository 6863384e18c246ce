#include "viewer/cards/card.h"

#include "gis/analysis/filiere/words.h"
#include "gis/analysis/territory_units.h"
#include "gis/report/explanation.h"
#include "gis/report/remarks.h"
#include "gis/report/telling.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/cards/cards.h"
#include "viewer/sheets/wording.h"
#include "viewer/text/words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace raquette::viewer {

namespace {

using model::Language;

const analysis::ServiceResult* resultOf(const store::StudyState& state, std::optional<std::size_t> service) {
    return service && *service < state.analysis.services.size() ? &state.analysis.services[*service] : nullptr;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
    return all;
}

}  // namespace

std::string statusLabel(const std::string& status, Language language) {
    constexpr std::array<std::string_view, 3> ours{"open", "closed", "planned"};
    return std::ranges::find(ours, status) == ours.end() ? status : plainWords(language, "card.status." + status);
}

const model::Actor* recordOf(const model::Dataset& dataset, const std::string& id) {
    for (const model::Venue& venue : dataset.venues) {
        if (venue.id == id) return &venue;
    }
    for (const model::Actor& actor : dataset.actors) {
        if (actor.id == id) return &actor;
    }
    return nullptr;
}

const analysis::Indicator* indicatorOf(const analysis::ServiceResult& result, const model::TerritoryId& territory) {
    const auto found = std::ranges::find(result.indicators, territory, &analysis::Indicator::territory);
    return found == result.indicators.end() ? nullptr : &*found;
}

CardLink linkTo(const store::StudyState& state, const model::TerritoryId& id, Language language) {
    return {CardLink::Act::ShowTerritory, id.text(), report::territoryText(state, id, language)};
}

CardLink linkTo(const analysis::Resource& resource, Language language) {
    return {CardLink::Act::ShowRecord, resource.id, report::resourceText(resource, language)};
}

CardLink linkTo(const store::StudyState& state, const analysis::ContractOver& over, Language language) {
    return {CardLink::Act::Explain, state.dataset.contracts[over.contract].id, report::contractText(state, over, language)};
}

void addRemarks(const store::StudyState& state, const std::string& about, Language language, Card& card) {
    const std::vector<std::string> lines = report::remarkLines(state, about, language);
    if (!lines.empty()) card.answers.push_back({text::say(language, "report.debate.title"), joined(lines)});
}

void addContribution(const store::StudyState& state, const std::string& about, Language language, Card& card) {
    const bool record = recordOf(state.dataset, about) != nullptr;
    card.actions.push_back({CardLink::Act::Contribute, about, plainWords(language, record ? "card.correct" : "card.contest")});
    if (record) card.actions.push_back({CardLink::Act::Contribute, "link:" + about, plainWords(language, "card.link")});
}

Card cardOf(const store::StudyState& state, std::optional<std::size_t> service, const Identified& found, Language language) {
    const analysis::ServiceResult* result = resultOf(state, service);
    if (found.kind == Identified::Kind::Gap && result && found.index < result->gaps.size()) {
        return gapCard(state, *result, result->gaps[found.index], language);
    }
    if (found.kind == Identified::Kind::Record) {
        if (const model::Actor* record = recordOf(state.dataset, found.id)) return recordCard(state, result, *record, language);
    }
    if (found.kind == Identified::Kind::Territory) return territoryCard(state, result, found.territory, language);
    return {"", plainWords(language, "card.nothing"), {}, {}};
}

std::string hoverText(const store::StudyState& state, const MapScene& scene, const Identified& found, Language language) {
    const analysis::ServiceResult* result = resultOf(state, scene.service);
    if (found.kind == Identified::Kind::Gap && result && found.index < result->gaps.size()) {
        const analysis::Gap& gap = result->gaps[found.index];
        return gap.name + "\n" + peopleText(language, gap.population);
    }
    if (found.kind == Identified::Kind::Record) {
        const model::Actor* record = recordOf(state.dataset, found.id);
        return record ? record->name.str() : std::string();
    }
    if (found.kind != Identified::Kind::Territory) return {};
    std::string text = analysis::nameOf(state.reference, found.territory);
    const analysis::Indicator* indicator = result ? indicatorOf(*result, found.territory) : nullptr;
    if (scene.layer.kind == LayerKind::Baskets) {
        const auto& baskets = state.analysis.filiere.baskets;
        const auto basket = std::ranges::find(baskets, found.territory, &analysis::Basket::territory);
        if (basket != baskets.end()) text += "\n" + analysis::basketWords(state.analysis, basket->reached, language);
    }
    if (!indicator) return text;
    if (indicator->coveredShare && indicator->coveredShare->value < 1) {
        text += "\n" + plainWords(language, "hover.uncovered",
                                  {{"people", peopleText(language, indicator->population - indicator->coveredPopulation)},
                                   {"share", text::percent(language, model::Share{1 - indicator->coveredShare->value})}});
    } else if (indicator->coveredShare) {
        text += "\n" + plainWords(language, "hover.covered", {{"people", peopleText(language, indicator->population)}});
    }
    return text;
}

Card explanationCard(const store::StudyState& state, const std::string& what, Language language) {
    const report::Explanation explanation = report::explain(state, what, language);
    Card card;
    card.kicker = plainWords(language, "card.whence");
    card.title = explanation.title;
    for (const report::Explanation::Section& section : explanation.sections) card.answers.push_back({section.title, joined(section.lines)});
    return card;
}

}  // namespace raquette::viewer
