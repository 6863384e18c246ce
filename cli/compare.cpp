#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/json.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/text_table.h"
#include "gis/analysis/comparison/comparison.h"
#include "gis/analysis/territory_units.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using analysis::Indicator;
using analysis::ServiceComparison;
using analysis::ServiceResult;
using analysis::TerritoryChange;
using model::Language;
using nlohmann::ordered_json;
using text::say;

/// Two states side by side, and what differs.
struct Compared {
    const store::StudyState& before;
    const store::StudyState& after;
    Language language;
};

std::string nameOf(const store::StudyState& state, const model::TerritoryId& id) {
    const std::string name = analysis::nameOf(state.reference, id);
    return name.empty() ? id.text() : name;
}

std::string shareText(Language language, const Indicator& indicator) {
    return indicator.coveredShare ? text::percent(language, *indicator.coveredShare, 1) : "–";
}

std::string namesOf(const std::vector<analysis::Provider>& providers, const std::vector<std::uint32_t>& indexes) {
    constexpr std::size_t most = 20;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, indexes.size()); ++i) names.push_back(providers[indexes[i]].name);
    if (indexes.size() > most) names.push_back(fmt::format("… (+{})", indexes.size() - most));
    return fmt::format("{}", fmt::join(names, ", "));
}

/// The 15 régions, départements and EPCI where most people change side.
std::string territoryTable(const Compared& states, const ServiceComparison& comparison) {
    constexpr std::size_t most = 15;
    const Language language = states.language;
    const auto heading = [&](const char* key) { return say(language, std::string("cli.compare.") + key); };
    TextTable table(
        {{heading("territory")}, {heading("before"), Align::Right}, {heading("after"), Align::Right}, {heading("change"), Align::Right}});
    std::size_t shown = 0;
    for (const TerritoryChange& row : comparison.territories) {
        if (row.territory.level == model::Level::Commune || shown == most) continue;
        const std::int64_t change = (row.coveredAfter - row.coveredBefore).value;
        table.add(
            {fmt::format("{} ({})", nameOf(states.after, row.territory), say(language, "level." + std::string(name(row.territory.level)))),
             text::number(language, row.coveredBefore.value), text::number(language, row.coveredAfter.value),
             (change > 0 ? "+" : "") + text::number(language, change)});
        ++shown;
    }
    return shown == 0 ? std::string() : table.text();
}

std::string notComparableText(const Compared& states, const ServiceComparison& comparison) {
    if (comparison.notComparable.empty()) return {};
    constexpr std::size_t most = 8;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, comparison.notComparable.size()); ++i) {
        names.push_back(nameOf(states.before, comparison.notComparable[i]));
    }
    if (comparison.notComparable.size() > most) names.push_back(fmt::format("… (+{})", comparison.notComparable.size() - most));
    return say(states.language, "cli.compare.boundaries", {{"list", fmt::format("{}", fmt::join(names, ", "))}}) + "\n";
}

std::string serviceText(const Compared& states, const ServiceComparison& comparison) {
    const ServiceResult& before = states.before.analysis.services[comparison.before];
    const ServiceResult& after = states.after.analysis.services[comparison.after];
    const Language language = states.language;
    std::string out = say(language, "cli.compare.title",
                          {{"label", after.service.label.in(language)},
                           {"first", text::date(language, states.before.study.date)},
                           {"second", text::date(language, states.after.study.date)}}) +
                      "\n\n";
    if (!comparison.sameReach) {
        out += say(language, "cli.compare.reach",
                   {{"first", model::text(before.service.reach)}, {"second", model::text(after.service.reach)}}) +
               "\n";
    }
    if (!before.indicators.empty() && !after.indicators.empty()) {
        out += say(language, "cli.compare.study",
                   {{"before", text::number(language, before.indicators.front().coveredPopulation.value)},
                    {"beforeShare", shareText(language, before.indicators.front())},
                    {"after", text::number(language, after.indicators.front().coveredPopulation.value)},
                    {"afterShare", shareText(language, after.indicators.front())}}) +
               "\n";
    }
    const auto size = [&](std::size_t count) { return text::number(language, static_cast<std::int64_t>(count)); };
    out += say(language, "cli.compare.holes", {{"before", size(before.gaps.size())}, {"after", size(after.gaps.size())}}) + "\n";
    out += say(language, "cli.compare.providers", {{"opened", size(comparison.arrived.size())}, {"closed", size(comparison.left.size())}}) +
           "\n";
    const std::string colon = language == Language::French ? "\u00a0: " : ": ";
    if (!comparison.arrived.empty())
        out += say(language, "cli.compare.arrived") + colon + namesOf(after.providers, comparison.arrived) + "\n";
    if (!comparison.left.empty()) out += say(language, "cli.compare.left") + colon + namesOf(before.providers, comparison.left) + "\n";
    if (const std::string table = territoryTable(states, comparison); !table.empty()) out += "\n" + table;
    return out + notComparableText(states, comparison) + "\n";
}

std::string comparisonText(const Compared& states, const analysis::StatesComparison& comparison) {
    std::string out;
    for (const ServiceComparison& service : comparison.services) out += serviceText(states, service);
    if (states.before.reference.populationModel != states.after.reference.populationModel) {
        const auto model = [&](const store::StudyState& state) {
            return say(states.language, "population." + std::string(model::name(state.reference.populationModel)));
        };
        out += say(states.language, "cli.compare.model", {{"first", model(states.before)}, {"second", model(states.after)}}) + "\n";
    }
    const auto alone = [&](const char* key, const std::vector<std::string>& ids) {
        if (!ids.empty()) out += say(states.language, key, {{"list", fmt::format("{}", fmt::join(ids, ", "))}}) + "\n";
    };
    alone("cli.compare.only-first", comparison.onlyBefore);
    alone("cli.compare.only-second", comparison.onlyAfter);
    return out;
}

ordered_json providersJson(const std::vector<analysis::Provider>& providers, const std::vector<std::uint32_t>& indexes) {
    ordered_json list = ordered_json::array();
    for (const std::uint32_t i : indexes) list.push_back({{"id", providers[i].id}, {"name", providers[i].name}});
    return list;
}

ordered_json wholeJson(const ServiceResult& result) {
    if (result.indicators.empty()) return nullptr;
    const Indicator& whole = result.indicators.front();
    return {{"population", whole.population.value},
            {"covered_population", whole.coveredPopulation.value},
            {"covered_share", whole.coveredShare ? ordered_json(whole.coveredShare->value) : ordered_json(nullptr)},
            {"gaps", result.gaps.size()},
            {"providers", result.providers.size()}};
}

std::string comparisonDocument(const Compared& states, const analysis::StatesComparison& comparison) {
    ordered_json services = ordered_json::array();
    for (const ServiceComparison& one : comparison.services) {
        const ServiceResult& before = states.before.analysis.services[one.before];
        const ServiceResult& after = states.after.analysis.services[one.after];
        ordered_json territories = ordered_json::array();
        for (const TerritoryChange& row : one.territories) {
            territories.push_back({{"territory", row.territory.text()},
                                   {"population", row.population.value},
                                   {"covered_before", row.coveredBefore.value},
                                   {"covered_after", row.coveredAfter.value}});
        }
        std::vector<std::string> notComparable;
        for (const model::TerritoryId& id : one.notComparable) notComparable.push_back(id.text());
        services.push_back({{"id", after.service.id},
                            {"before", wholeJson(before)},
                            {"after", wholeJson(after)},
                            {"same_reach", one.sameReach},
                            {"arrived", providersJson(after.providers, one.arrived)},
                            {"left", providersJson(before.providers, one.left)},
                            {"territories", std::move(territories)},
                            {"not_comparable", std::move(notComparable)}});
    }
    const ordered_json document{
        {"before", {{"file", shortPath(states.before.study.file)}, {"date", model::isoText(states.before.study.date)}}},
        {"after", {{"file", shortPath(states.after.study.file)}, {"date", model::isoText(states.after.study.date)}}},
        {"services", std::move(services)},
        {"only_before", comparison.onlyBefore},
        {"only_after", comparison.onlyAfter}};
    return written(document);
}

}  // namespace

int compare(const Options& options) {
    const Progress progress(options.quiet);
    const store::StudyState before = stateToDraw(options, progress);
    Options second = options;
    second.study = options.other;
    const store::StudyState after = stateToDraw(second, progress);
    progress.done();
    const analysis::StatesComparison comparison = analysis::compare(before.analysis, after.analysis);
    const Compared states{before, after, options.language.value_or(after.study.language)};
    print(options.json ? comparisonDocument(states, comparison) : comparisonText(states, comparison));
    return 0;
}

}  // namespace raquette::cli
