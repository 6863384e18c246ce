#include "gis/analysis/territory_units.h"
#include "gis/report/explanation.h"
#include "gis/report/remarks.h"
#include "gis/report/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"

#include <algorithm>

namespace raquette::report {

namespace {

using analysis::Indicator;
using analysis::Provider;
using analysis::ServiceResult;
using model::Language;
using model::Level;
using text::say;

std::string titleOf(const store::StudyState& state, const model::TerritoryId& id, Language language) {
    if (id.level == Level::Study) return state.study.title.in(language);
    const auto area = std::ranges::find(state.study.areas, id.code, &model::AreaDeclaration::id);
    if (id.level == Level::Area && area != state.study.areas.end()) return area->label.in(language);
    const std::string name = analysis::nameOf(state.reference, id);
    return name.empty() ? id.code : name;
}

/// Whether a provider's commune lies in a territory of the reference.
bool standsIn(const store::StudyState& state, const Provider& provider, const model::TerritoryId& id) {
    if (id.level == Level::Study) return true;
    const std::int32_t at = indexOf(state.reference.communes, provider.commune);
    if (at == model::nowhere) return false;
    const std::int32_t holder = analysis::ofCommune(state.reference, at, id.level);
    return holder != model::nowhere && holder == analysis::indexOf(state.reference, id);
}

std::string shareLine(const Indicator& indicator, Language language) {
    if (!indicator.coveredShare) return say(language, "explain.share.nobody");
    return say(language, "explain.share",
               {{"share", text::percent(language, *indicator.coveredShare, 1)},
                {"covered", text::number(language, indicator.coveredPopulation.value)},
                {"people", text::number(language, indicator.population.value)}});
}

Explanation::Section figures(const ServiceResult& result, const Indicator& indicator, Language language) {
    Explanation::Section section{result.service.label.in(language) + ", " + reachWords(language, result.service.reach), {}};
    section.lines.push_back(shareLine(indicator, language));
    section.lines.push_back(say(language, "explain.certainty",
                                {{"sure", text::number(language, indicator.surelyCovered.value)},
                                 {"possible", text::number(language, indicator.possiblyCovered.value)}}));
    if (indicator.coveredAreaShare) {
        section.lines.push_back(say(language, "explain.area-share", {{"share", text::percent(language, *indicator.coveredAreaShare, 1)}}));
    }
    if (indicator.nearest && !isBeyondReason(*indicator.nearest)) {
        section.lines.push_back(
            say(language, "explain.nearest-mean", {{"distance", text::howFar(language, indicator.nearest, indicator.nearestTime)}}));
    }
    if (indicator.estimatedShare && indicator.estimatedShare->value > 0) {
        section.lines.push_back(say(language, "explain.estimated", {{"share", text::percent(language, *indicator.estimatedShare)}}));
    }
    section.lines.push_back(say(language, "explain.membership",
                                {{"members", text::number(language, indicator.coveredByMembers.value)},
                                 {"others", text::number(language, indicator.coveredByNonMembers.value)},
                                 {"unknown", text::number(language, indicator.coveredByUnknown.value)}}));
    if (indicator.surveyedShare) {
        section.lines.push_back(say(language, "explain.surveyed", {{"share", text::percent(language, *indicator.surveyedShare)}}));
    }
    if (indicator.insideShare.value < 1) {
        section.lines.push_back(say(language, "explain.inside", {{"share", text::percent(language, indicator.insideShare, 1)}}));
    }
    return section;
}

/// Who stands there, each with its row.
Explanation::Section rows(const store::StudyState& state, const ServiceResult& result, const Indicator& indicator, Language language) {
    constexpr std::size_t most = 20;
    Explanation::Section section{say(language, "explain.providers", {{"n", text::number(language, indicator.providers)}}), {}};
    std::size_t left = 0;
    for (std::size_t i = 0; i < result.providers.size(); ++i) {
        const Provider& provider = result.providers[i];
        if (!standsIn(state, provider, indicator.territory)) continue;
        if (section.lines.size() == most) {
            ++left;
            continue;
        }
        const bool known = result.onlyReached.size() == result.providers.size();
        section.lines.push_back(say(language, known ? "explain.provider" : "explain.provider.plain",
                                    {{"name", provider.name},
                                     {"row", writtenAt(state, provider, language)},
                                     {"only", known ? text::number(language, result.onlyReached[i].value) : ""}}));
    }
    if (left > 0) section.lines.push_back(say(language, "explain.more", {{"n", text::number(language, static_cast<std::int64_t>(left))}}));
    return section;
}

}  // namespace

Explanation explainIndicator(const store::StudyState& state, const model::TerritoryId& territory, std::string_view service,
                             Language language) {
    Explanation explanation;
    explanation.title =
        say(language, "explain.territory.title",
            {{"name", titleOf(state, territory, language)}, {"id", territory.text()}, {"date", text::date(language, state.study.date)}});
    for (const ServiceResult& result : state.analysis.services) {
        if (!service.empty() && result.service.id != service) continue;
        const auto found = std::ranges::find(result.indicators, territory, &Indicator::territory);
        if (found == result.indicators.end()) continue;
        explanation.sections.push_back(figures(result, *found, language));
        Explanation::Section providers = rows(state, result, *found, language);
        if (!providers.lines.empty()) explanation.sections.push_back(std::move(providers));
        explanation.sections.push_back({say(language, "explain.data"), sourceLines(state, result, language)});
        explanation.sections.push_back({say(language, "explain.rule"), methodLines(state, result, language)});
        explanation.sections.back().lines.push_back(say(language, "explain.rule.share"));
        addRemarks(state, aboutOf(result.service.id, territory), language, explanation);
    }
    return explanation;
}

}  // namespace raquette::report
