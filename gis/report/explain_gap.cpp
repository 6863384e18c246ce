#include "gis/analysis/effective_split.h"
#include "gis/geometry/geodesic.h"
#include "gis/geometry/measure.h"
#include "gis/report/explanation.h"
#include "gis/report/remarks.h"
#include "gis/report/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace raquette::report {

namespace {

using analysis::Cause;
using analysis::Gap;
using analysis::Provider;
using analysis::ServiceResult;
using model::Language;
using text::say;

std::string people(Language language, model::Inhabitants count) {
    return text::number(language, count.value);
}

std::string km2(Language language, model::SquareMetres area) {
    const double value = model::inSquareKilometres(area);
    return text::decimal(language, value, value < 10 ? 1 : 0);
}

template <class Territories>
std::vector<std::string> names(const Territories& territories, const std::vector<std::string>& codes, std::size_t most) {
    std::vector<std::string> found;
    for (const std::string& code : codes) {
        const std::int32_t at = indexOf(territories, code);
        found.push_back(at == model::nowhere ? code : territories[static_cast<std::size_t>(at)].name);
        if (found.size() == most) break;
    }
    return found;
}

Explanation::Section whatItIs(const store::StudyState& state, const ServiceResult& result, const Gap& gap, Language language) {
    Explanation::Section section{say(language, "explain.what"), {}};
    const bool empty = gap.population.value == 0;
    section.lines.push_back(say(language, empty ? "explain.gap.nobody" : "explain.gap.people",
                                {{"people", people(language, gap.population)},
                                 {"service", inSentence(result.service.label.in(language))},
                                 {"reach", reachWords(language, result.service.reach)},
                                 {"date", text::date(language, state.study.date)}}));
    std::string extent = say(language, "explain.gap.area", {{"area", km2(language, gap.area)}});
    if (gap.communes) extent += " " + say(language, "explain.gap.communes", {{"n", text::number(language, *gap.communes)}});
    section.lines.push_back(extent);
    constexpr std::size_t most = 8;
    if (!gap.departements.empty()) {
        section.lines.push_back(
            say(language, "explain.gap.departements",
                {{"list", fmt::format("{}", fmt::join(names(state.reference.departements, gap.departements, most), ", "))}}));
    }
    if (!gap.epcis.empty()) {
        std::string list = fmt::format("{}", fmt::join(names(state.reference.epcis, gap.epcis, most), ", "));
        if (gap.epcis.size() > most) list += ", …";
        section.lines.push_back(say(language, "explain.gap.epcis",
                                    {{"n", text::number(language, static_cast<std::int64_t>(gap.epcis.size()))}, {"list", list}}));
    }
    for (const analysis::GapPlace& place : gap.places) {
        section.lines.push_back(say(language, "explain.gap.place", {{"name", place.name}, {"people", people(language, place.population)}}));
    }
    return section;
}

/// Each cause in its order, with the share it was weighed by, and the one that is kept.
Explanation::Section why(const store::StudyState& state, const Gap& gap, Language language) {
    Explanation::Section section{say(language, "explain.why"), {}};
    section.lines.push_back(say(language, "explain.cause.kept", {{"cause", say(language, "cause." + std::string(name(gap.cause)))}}));
    section.lines.push_back(say(language, "explain.cause.rule"));
    const auto line = [&](Cause cause, model::Share share) {
        section.lines.push_back(say(language, "explain.cause." + std::string(name(cause)), {{"share", text::percent(language, share)}}));
    };
    if (state.analysis.completenessStated) {
        line(Cause::NotSurveyed, gap.causeShares.notSurveyed);
    } else {
        section.lines.push_back(say(language, "note.completeness-not-stated"));
    }
    line(Cause::Expired, gap.causeShares.expired);
    line(Cause::Closed, gap.causeShares.closed);
    line(Cause::Uncertain, gap.causeShares.uncertain);
    return section;
}

Explanation::Section howSure(const Gap& gap, Language language) {
    Explanation::Section section{say(language, "explain.sure"), {}};
    section.lines.push_back(say(language, gap.certain ? "explain.sure.certain" : "explain.sure.uncertain"));
    if (gap.population.value > 0) {
        section.lines.push_back(say(language, "explain.sure.people",
                                    {{"certain", people(language, gap.certainPopulation)}, {"people", people(language, gap.population)}}));
    }
    return section;
}

/// The places nearest to its first-named commune, with where each is written and how well it is known.
Explanation::Section whoIsNear(const store::StudyState& state, const ServiceResult& result, const Gap& gap, Language language) {
    Explanation::Section section{say(language, "explain.near"), {}};
    geometry::LonLat from = gap.labelPoint;
    if (!gap.places.empty()) {
        const std::int32_t at = indexOf(state.reference.communes, gap.places.front().code);
        if (at != model::nowhere && state.reference.communes[static_cast<std::size_t>(at)].point) {
            from = *state.reference.communes[static_cast<std::size_t>(at)].point;
        }
    }
    std::vector<std::pair<double, const Provider*>> sorted;
    for (const Provider& provider : result.providers) {
        if (provider.placed) sorted.emplace_back(geodesicDistance(from, provider.at).value, &provider);
    }
    const std::size_t shown = std::min<std::size_t>(5, sorted.size());
    std::ranges::partial_sort(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(shown),
                              [](const auto& a, const auto& b) { return a.first < b.first; });
    if (shown == 0) {
        section.lines.push_back(say(language, "explain.near.none"));
        return section;
    }
    const std::string place = gap.places.empty() ? gap.name : gap.places.front().name;
    section.lines.push_back(say(language, "explain.near.from", {{"name", place}}));
    for (std::size_t i = 0; i < shown; ++i) {
        const Provider& provider = *sorted[i].second;
        section.lines.push_back(say(language, "explain.near.one",
                                    {{"name", provider.name},
                                     {"distance", text::distance(language, {sorted[i].first})},
                                     {"uncertainty", text::distance(language, provider.uncertainty)},
                                     {"row", writtenAt(state, provider, language)}}));
    }
    return section;
}

/// How much deeper than its passages a hole must be, in what the reach is measured in.
std::string depthWords(const model::Reach& reach, double share, Language language) {
    if (const auto* metres = std::get_if<model::Metres>(&reach)) return text::distance(language, *metres * share);
    if (const auto* minutes = std::get_if<model::Minutes>(&reach)) return text::duration(language, *minutes * share);
    return {};
}

Explanation::Section rule(const store::StudyState& state, const ServiceResult& result, const Gap& gap, Language language) {
    Explanation::Section section{say(language, "explain.rule"), methodLines(state, result, language)};
    const std::string depth = depthWords(result.service.reach, state.study.gaps.depth, language);
    const model::Split split = analysis::effectiveSplit(state.study.gaps, result.service.reach, state.reference.hasCommunePolygons());
    section.lines.push_back(say(language, "explain.rule.uncovered"));
    if (split == model::Split::Basin && !depth.empty()) {
        section.lines.push_back(
            say(language, "explain.rule.basin", {{"depth", depth}, {"share", text::percent(language, {state.study.gaps.depth})}}));
    } else {
        section.lines.push_back(say(language, "report.method.holes." + std::string(model::name(split))));
    }
    const std::string deepest = text::howFar(language, gap.deepest, gap.deepestTime);
    if (!deepest.empty()) section.lines.push_back(say(language, "explain.rule.deepest", {{"distance", deepest}}));
    section.lines.push_back(say(language, "explain.rule.id", {{"id", gap.id}}));
    return section;
}

}  // namespace

Explanation explainGap(const store::StudyState& state, const ServiceResult& result, const Gap& gap, Language language) {
    Explanation explanation;
    explanation.title = say(language, "explain.gap.title",
                            {{"rank", text::number(language, gap.rank)},
                             {"count", text::number(language, static_cast<std::int64_t>(result.gaps.size()))},
                             {"name", gap.name}});
    explanation.sections = {whatItIs(state, result, gap, language),
                            why(state, gap, language),
                            howSure(gap, language),
                            whoIsNear(state, result, gap, language),
                            {say(language, "explain.data"), sourceLines(state, result, language)},
                            rule(state, result, gap, language)};
    addRemarks(state, aboutOf(gap), language, explanation);
    explanation.sections[4].lines.push_back(say(language, "cli.providers",
                                                {{"providers", text::number(language, static_cast<std::int64_t>(result.providers.size()))},
                                                 {"notPlaced", text::number(language, result.notPlaced)},
                                                 {"capacityUnknown", text::number(language, result.capacityUnknown)}}));
    return explanation;
}

}  // namespace raquette::report
