#include "gis/analysis/effective_split.h"
#include "gis/analysis/territory_units.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/sheets/content.h"
#include "viewer/sheets/wording.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <functional>
#include <set>

namespace raquette::viewer {

namespace {

using model::Language;
using text::say;

constexpr std::size_t mostSources = 6;  // named one by one; a study of forty lists says how many more there are
constexpr std::size_t mostDoubtful = 6;

std::string sourceText(const model::SourceSummary& source) {
    const std::string who = source.contributor.empty() ? source.id : source.contributor;
    std::vector<std::string> details;
    for (const std::string& detail : {source.date, source.licence}) {
        if (!detail.empty()) details.push_back(detail);
    }
    return details.empty() ? who : fmt::format("{} ({})", who, fmt::join(details, ", "));
}

std::string sourcesText(const store::StudyState& state, Language language) {
    std::vector<std::string> texts;
    std::set<std::string> seen;
    for (const model::SourceSummary& source : state.dataset.sources) {
        const std::string text = sourceText(source);
        if (seen.insert(text).second) texts.push_back(text);
    }
    const std::size_t more = texts.size() > mostSources ? texts.size() - mostSources : 0;
    if (more > 0) {
        texts.resize(mostSources);
        texts.push_back(say(language, plural(language, "foot.more-sources", more), {{"n", std::to_string(more)}}));
    }
    for (const std::string& attribution : state.reference.attributions) {
        if (seen.insert(attribution).second) texts.push_back(attribution);
    }
    if (texts.empty()) texts.push_back(say(language, "foot.sources-unknown"));
    return say(language, "foot.sources", {{"list", fmt::format("{}", fmt::join(texts, " · "))}});
}

std::string populationText(const store::StudyState& state, Language language) {
    return say(language, "foot.population",
               {{"model", say(language, fmt::format("population.{}", model::name(state.reference.populationModel)))}});
}

/// The territories of a map of times where most of these are estimated from distances, the most populous first. Empty where there are none.
std::string mostlyEstimated(const store::StudyState& state, const MapScene& scene, Language language) {
    constexpr double half = 0.5;
    std::vector<const analysis::Indicator*> doubtful;
    for (const analysis::Indicator& indicator : state.analysis.services[*scene.service].indicators) {
        const bool shown = indicator.territory.level == scene.layer.level && indicator.nearestTime;
        if (shown && indicator.estimatedShare && indicator.estimatedShare->value > half) doubtful.push_back(&indicator);
    }
    std::ranges::stable_sort(doubtful, std::greater<>(), &analysis::Indicator::population);
    const std::size_t more = doubtful.size() > mostDoubtful ? doubtful.size() - mostDoubtful : 0;
    doubtful.resize(doubtful.size() - more);
    std::vector<std::string> names;
    for (const analysis::Indicator* indicator : doubtful) names.push_back(analysis::nameOf(state.reference, indicator->territory));
    std::string list = fmt::format("{}", fmt::join(names, ", "));
    if (more == 0) return list;
    return say(language, more == 1 ? "tell.more.one" : "tell.more",
               {{"list", list}, {"n", text::number(language, static_cast<std::int64_t>(more))}});
}

/// Of a map of times: whose mean they are, and where they are hardly known.
void addMeanTimes(std::vector<std::string>& parts, const store::StudyState& state, const MapScene& scene, Language language) {
    parts.push_back(say(language, "foot.travel-mean"));
    const std::string doubtful = mostlyEstimated(state, scene, language);
    if (!doubtful.empty()) parts.push_back(say(language, "foot.travel-mostly-estimated", {{"list", doubtful}}));
}

std::string methodText(const store::StudyState& state, const MapScene& scene, Language language) {
    std::vector<std::string> parts;
    if (scene.service) {
        const model::Reach& reach = state.analysis.services[*scene.service].service.reach;
        if (std::holds_alternative<model::Metres>(reach))
            parts.push_back(say(language, "foot.geodesic", {{"reach", reachText(language, reach)}}));
        if (std::holds_alternative<model::Minutes>(reach)) {
            const auto& roads = state.analysis.services[*scene.service].roads;
            const std::string mode = roads ? roads->mode.in(language) : std::string();
            parts.push_back(say(language, "foot.travel", {{"reach", reachText(language, reach)}, {"mode", mode}}));
            if (roads && roads->estimated.value > 0) {
                parts.push_back(say(language, "foot.travel-estimated", {{"people", text::rounded(language, roads->estimated)}}));
            }
            if (scene.layer.column == "nearest_min") addMeanTimes(parts, state, scene, language);
        }
        if (scene.layer.kind == LayerKind::Gaps)
            parts.push_back(
                say(language, fmt::format("foot.split.{}", model::name(analysis::effectiveSplit(state.study.gaps, reach,
                                                                                                state.reference.hasCommunePolygons())))));
        parts.push_back(populationText(state, language));
    } else if (scene.layer.kind == LayerKind::Baskets) {
        parts.push_back(say(language, "foot.baskets"));
        parts.push_back(populationText(state, language));
    } else {
        parts.push_back(say(language, "foot.records"));
    }
    std::string out =
        say(language, "foot.method", {{"list", fmt::format("{}", fmt::join(parts, language == Language::French ? "\u00a0; " : "; "))}});
    for (const std::string& note : state.analysis.notes) {
        if (note != "note.completeness-not-stated") out += " " + say(language, note);
    }
    return out;
}

std::string completenessText(const store::StudyState& state, Language language) {
    std::vector<std::string> answers;
    for (const model::SourceSummary& source : state.dataset.sources) {
        if (!source.asked || !source.answered) continue;
        answers.push_back(say(language, "foot.answers",
                              {{"source", source.contributor.empty() ? source.id : source.contributor},
                               {"answered", text::number(language, *source.answered)},
                               {"asked", text::number(language, *source.asked)}}));
    }
    std::string out;
    if (!state.analysis.completenessStated) {
        out = say(language, "note.completeness-not-stated");
    } else {
        const auto& sources = state.dataset.sources;
        const auto stating =
            std::count_if(sources.begin(), sources.end(), [](const model::SourceSummary& source) { return source.statesSurveyed; });
        out = say(language, "foot.completeness",
                  {{"n", text::number(language, stating)}, {"of", text::number(language, static_cast<std::int64_t>(sources.size()))}});
    }
    if (!answers.empty()) out += " " + fmt::format("{}.", fmt::join(answers, language == Language::French ? "\u00a0; " : "; "));
    return out;
}

std::string projectionText(const MapScene& scene, Language language) {
    const bool mainland = scene.find(Land::Mainland) != nullptr;
    const bool overseas = scene.lands.size() > (mainland ? 1U : 0U);
    return say(language, mainland && overseas ? "foot.projection.both"
                         : overseas           ? "foot.projection.overseas"
                                              : "foot.projection.mainland");
}

}  // namespace

std::vector<std::string> footOf(const store::StudyState& state, const MapScene& scene, Language language) {
    return {sourcesText(state, language), methodText(state, scene, language),
            completenessText(state, language) + " " + say(language, "foot.date", {{"date", text::date(language, state.study.date)}}) + " " +
                projectionText(scene, language)};
}

}  // namespace raquette::viewer
