#include "gis/report/telling.h"

#include "gis/analysis/territory_units.h"
#include "gis/report/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/functions.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>

namespace raquette::report {

namespace {

using model::Language;
using text::say;

int percentOf(const analysis::ReachedThen& then) {
    constexpr int whole = 100;
    return static_cast<int>(std::lround(then.share.value * whole));
}

/// The first year, those in which the share moved, and the last: `most` of them, spread over the years.
std::vector<analysis::ReachedThen> steps(const std::vector<analysis::ReachedThen>& trend, std::size_t most) {
    std::vector<analysis::ReachedThen> moved;
    for (const analysis::ReachedThen& then : trend) {
        if (moved.empty() || percentOf(moved.back()) != percentOf(then)) moved.push_back(then);
    }
    if (moved.size() > 1 && moved.back().year != trend.back().year) moved.push_back(trend.back());
    if (moved.size() <= most) return moved;
    std::vector<analysis::ReachedThen> spread;
    for (std::size_t i = 0; i < most; ++i) spread.push_back(moved[i * (moved.size() - 1) / (most - 1)]);
    return spread;
}

std::string moneyText(const analysis::ContractOver& over, Language language) {
    if (!over.perInhabitant) return say(language, "tell.contract.no-amount");
    const std::string each = text::decimal(language, *over.perInhabitant, 2);
    if (over.year) return say(language, "tell.contract.each-year", {{"each", each}, {"year", std::to_string(*over.year)}});
    return say(language, "tell.contract.each", {{"each", each}});
}

}  // namespace

std::string listText(const std::vector<std::string>& names, std::size_t most, Language language) {
    const std::size_t shown = std::min(most, names.size());
    std::string list = fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    const std::size_t left = names.size() - shown;
    if (left == 0) return list;
    return say(language, left == 1 ? "tell.more.one" : "tell.more", {{"list", list}, {"n", std::to_string(left)}});
}

std::string hereText(const analysis::FunctionOver& function, Language language, std::size_t most) {
    const std::string label = function.function.empty() ? say(language, "tell.unsaid") : text::functionLabel(language, function.function);
    if (function.names.empty())
        return say(language, "tell.function.count", {{"function", label}, {"n", std::to_string(function.structures)}});
    return say(language, "tell.function", {{"function", label}, {"names", listText(function.names, most, language)}});
}

std::string missingText(const analysis::FunctionOver& function, Language language) {
    const std::string label = text::functionLabel(language, function.function);
    if (!function.nearest) return say(language, "tell.missing.nobody", {{"function", label}});
    return say(language, "tell.missing",
               {{"function", label}, {"name", function.nearestName}, {"distance", text::distance(language, *function.nearest)}});
}

std::string unreachedText(const store::StudyState& state, const analysis::ServiceOver& over, Language language) {
    const model::Service& service = state.analysis.services[over.service].service;
    return say(language, "tell.missing.service",
               {{"label", service.label.in(language)},
                {"reach", reachWords(language, service.reach)},
                {"share", text::percent(language, over.share.value_or(model::Share{}))}});
}

std::string periodText(const model::Period& period, Language language) {
    if (period.start && period.end) return say(language, "tell.period", {{"start", period.start->text()}, {"end", period.end->text()}});
    if (period.start) return say(language, "tell.period.from", {{"start", period.start->text()}});
    if (period.end) return say(language, "tell.period.to", {{"end", period.end->text()}});
    return say(language, "tell.period.unknown");
}

std::string contractText(const store::StudyState& state, const analysis::ContractOver& over, Language language) {
    const model::Contract& contract = state.dataset.contracts[over.contract];
    std::vector<std::string> details;
    if (!contract.type.empty()) details.push_back(contract.type);
    details.push_back(periodText(contract.period, language));
    if (over.state == model::InForce::Ended) details.push_back(say(language, "tell.contract.ended"));
    if (over.state == model::InForce::Possibly) details.push_back(say(language, "tell.contract.possibly"));
    if (!over.whole) details.push_back(say(language, "tell.contract.part"));
    details.push_back(moneyText(over, language));
    return say(language, "tell.contract", {{"title", contract.title}, {"details", fmt::format("{}", fmt::join(details, ", "))}});
}

std::string rankText(const analysis::ServiceOver& service, model::Level level, Language language) {
    if (service.rank == 0) return {};
    return say(language, "tell.rank",
               {{"rank", text::number(language, service.rank)},
                {"count", text::number(language, service.rankOf)},
                {"level", say(language, "levels." + std::string(model::name(level)))}});
}

std::string trendText(const store::StudyState& state, const analysis::ServiceOver& service, const model::TerritoryId& of,
                      Language language) {
    constexpr std::size_t most = 4;
    if (service.trend.size() < 2) return {};
    const bool own = service.trendOf == of;
    const std::string name = analysis::nameOf(state.reference, service.trendOf);
    const std::vector<analysis::ReachedThen> shown = steps(service.trend, most);
    if (shown.size() == 1) {
        return say(language, own ? "tell.trend.same" : "tell.trend.same-of",
                   {{"name", name}, {"year", std::to_string(shown[0].year)}, {"share", text::percent(language, shown[0].share)}});
    }
    std::vector<std::string> years;
    for (const analysis::ReachedThen& then : shown)
        years.push_back(
            say(language, "tell.trend.year", {{"share", text::percent(language, then.share)}, {"year", std::to_string(then.year)}}));
    return say(language, own ? "tell.trend" : "tell.trend.of", {{"name", name}, {"list", fmt::format("{}", fmt::join(years, ", "))}});
}

std::string resourceText(const analysis::Resource& resource, Language language) {
    if (resource.inside) return say(language, "tell.resource", {{"name", resource.name}});
    return say(language, "tell.resource.away",
               {{"name", resource.name}, {"distance", text::distance(language, resource.distance.value_or(model::Metres{}))}});
}

std::string territoryText(const store::StudyState& state, const model::TerritoryId& id, Language language) {
    const std::string name = analysis::nameOf(state.reference, id);
    return fmt::format("{} ({})", name.empty() ? id.code : name, say(language, "level." + std::string(model::name(id.level))));
}

std::string writtenText(const store::StudyState& state, const model::Origin& origin, Language language) {
    const auto declared = std::ranges::find(state.study.sources, origin.source.str(), &model::SourceDeclaration::id);
    const bool sheet = declared != state.study.sources.end() && !declared->sheet.empty();
    return say(language, sheet ? "tell.written.sheet" : "tell.written",
               {{"source", origin.source.str()}, {"sheet", sheet ? declared->sheet : ""}, {"row", std::to_string(origin.row)}});
}

std::string intensityText(model::Intensity intensity, Language language) {
    const std::string_view word = model::name(intensity);
    return say(language, "intensity.said." + (word.empty() ? std::string("unknown") : std::string(word)));
}

std::string whoseListsText(const store::StudyState& state, Language language) {
    constexpr std::size_t named = 2;
    std::vector<std::string> who;
    for (const model::SourceSummary& source : state.dataset.sources) {
        if (!source.contributor.empty() && std::ranges::find(who, source.contributor) == who.end()) who.push_back(source.contributor);
    }
    const std::size_t lists = state.dataset.sources.size();
    if (who.empty() && lists < 2) return say(language, "portrait.whose.none");
    if (who.empty() || who.size() > named) return say(language, "portrait.whose.many", {{"n", std::to_string(lists)}});
    return say(language, lists == 1 ? "portrait.whose.one" : "portrait.whose.two", {{"who", listText(who, named, language)}});
}

}  // namespace raquette::report
