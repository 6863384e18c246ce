#include "viewer/sheets/portrait_content.h"

#include "gis/report/telling.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/sheets/wording.h"

#include <algorithm>

namespace raquette::viewer {

namespace {

using analysis::Portrait;
using model::Language;
using text::say;

constexpr std::size_t mostNames = 6;  // of one function
const std::string unknown = "–";

PortraitContent::Block whatIsThere(const Portrait& portrait, Language language) {
    PortraitContent::Block block{say(language, "card.has"), {}};
    for (const analysis::FunctionOver& function : portrait.has) block.items.push_back(report::hereText(function, language, mostNames));
    if (block.items.empty()) block.items.push_back(say(language, "tell.nothing-known"));
    return block;
}

PortraitContent::Block whatIsMissing(const store::StudyState& state, const Portrait& portrait, Language language) {
    PortraitContent::Block block{say(language, "card.lacks"), {}};
    for (const analysis::ServiceOver& service : portrait.services) {
        if (service.share && service.uncovered().value > 0) block.items.push_back(report::unreachedText(state, service, language));
    }
    for (const analysis::FunctionOver& function : portrait.lacks) block.items.push_back(report::missingText(function, language));
    if (block.items.empty()) block.items.push_back(say(language, "tell.nothing-missing"));
    return block;
}

PortraitContent::Block contracts(const store::StudyState& state, const Portrait& portrait, const analysis::Beside& own, Language language) {
    PortraitContent::Block block{say(language, "card.contracts"), {}};
    if (own.perInhabitant) {
        block.items.push_back(
            say(language, "portrait.each",
                {{"each", text::decimal(language, *own.perInhabitant, 2)}, {"n", text::number(language, own.contracts)}}));
    }
    for (const analysis::ContractOver& over : portrait.contracts) block.items.push_back(report::contractText(state, over, language));
    if (block.items.empty()) block.items.push_back(say(language, "tell.contracts.none"));
    return block;
}

PortraitContent::Row rowOf(const analysis::Beside& beside, Language language) {
    return {beside.name.empty() ? beside.territory.code : beside.name,
            beside.population ? text::rounded(language, *beside.population) : unknown,
            beside.providers ? text::number(language, *beside.providers) : unknown,
            beside.covered ? text::percent(language, *beside.covered) : unknown,
            beside.perInhabitant ? text::decimal(language, *beside.perInhabitant, 2) : unknown};
}

std::string subtitleOf(const store::StudyState& state, const Portrait& portrait, std::optional<std::size_t> service, Language language) {
    std::string out = say(language, "level." + std::string(model::name(portrait.territory.level)));
    if (portrait.population) {
        const std::string people = say(language, "sheet.inhabitants", {{"n", text::rounded(language, *portrait.population)}});
        out = say(language, "portrait.subtitle", {{"level", out}, {"people", people}});
    }
    for (const analysis::ServiceOver& over : portrait.services) {
        if (!service || over.service != *service || !over.share) continue;
        const model::Service& asked = state.analysis.services[*service].service;
        out += " · " + asked.label.in(language) + ", " + reachText(language, asked.reach) + " · ";
        out += over.uncovered().value == 0 ? say(language, "card.all-covered")
                                           : say(language, "tell.uncovered",
                                                 {{"people", peopleText(language, over.uncovered())},
                                                  {"share", text::percent(language, model::Share{1 - over.share->value})}});
    }
    return out;
}

std::string tableTitle(const store::StudyState& state, std::optional<std::size_t> service, Language language) {
    if (!service) return say(language, "portrait.beside");
    const model::Service& asked = state.analysis.services[*service].service;
    return say(language, "portrait.beside.service",
               {{"service", inSentence(asked.label.in(language))}, {"reach", reachText(language, asked.reach)}});
}

}  // namespace

std::string surveyedText(model::SurveyState state, Language language) {
    return say(language, "portrait.surveyed." + std::string(model::name(state)));
}

std::vector<std::string> whoToCall(const store::StudyState& state, const Portrait& portrait, Language language) {
    std::vector<std::string> lines;
    for (const analysis::Resource& resource : portrait.resources) lines.push_back(report::resourceText(resource, language));
    for (const model::TerritoryId& holder : portrait.holders) lines.push_back(report::territoryText(state, holder, language));
    if (lines.empty()) lines.push_back(say(language, "portrait.call.nobody"));
    return lines;
}

PortraitContent portraitContentOf(const store::StudyState& state, const MapScene& scene, const model::TerritoryId& territory,
                                  std::optional<std::size_t> service, Language language) {
    const Portrait portrait = analysis::portraitOf(state.study, state.reference, state.dataset, state.analysis, territory);
    std::vector<model::TerritoryId> all{territory};
    std::ranges::copy(portrait.neighbours, std::back_inserter(all));
    const std::vector<analysis::Beside> beside =
        analysis::besideOneAnother(state.reference, state.analysis, all, service.value_or(state.analysis.services.size()));
    PortraitContent content;
    content.study = state.study.title.in(language) + " · " + text::date(language, state.study.date);
    content.title =
        say(language, "portrait.title",
            {{"name", portrait.name.empty() ? territory.code : portrait.name}, {"whose", report::whoseListsText(state, language)}});
    content.subtitle = subtitleOf(state, portrait, service, language);
    content.legend = legendOf(state, scene, {}, language);
    content.left = {whatIsThere(portrait, language), contracts(state, portrait, beside.front(), language)};
    content.right = {whatIsMissing(state, portrait, language), {say(language, "portrait.call"), whoToCall(state, portrait, language)}};
    content.tableTitle = tableTitle(state, service, language);
    for (const char* key : {"name", "people", "providers", "covered", "each"})
        content.tableHead.push_back(say(language, std::string("portrait.head.") + key));
    for (const analysis::Beside& one : beside) content.rows.push_back(rowOf(one, language));
    content.more = say(language, "portrait.more", {{"n", "%1"}});
    content.moreOne = say(language, "portrait.more.one");
    content.foot = footOf(state, scene, language);
    content.foot.insert(content.foot.begin(), surveyedText(portrait.surveyed, language));
    return content;
}

}  // namespace raquette::viewer
