#include "cli/commands.h"
#include "cli/json.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/text_table.h"
#include "gis/analysis/scenario/scenario.h"
#include "gis/model/error.h"
#include "gis/report/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using analysis::ScenarioAnswer;
using analysis::ScenarioChange;
using analysis::ServiceResult;
using model::Language;
using nlohmann::ordered_json;
using text::say;

/// `WHAT@LON,LAT`.
std::pair<std::string, geometry::LonLat> placed(const std::string& option, const std::string& written) {
    const std::size_t at = written.rfind('@');
    const std::size_t comma = at == std::string::npos ? at : written.find(',', at);
    geometry::LonLat place;
    bool good = at != std::string::npos && at > 0 && comma != std::string::npos;
    if (good) {
        const auto number = [](std::string_view text, double& value) {
            const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
            return read.ec == std::errc() && read.ptr == text.data() + text.size();
        };
        const std::string_view all = written;
        good = number(all.substr(at + 1, comma - at - 1), place.lon) && number(all.substr(comma + 1), place.lat);
    }
    if (!good)
        throw model::UsageError(fmt::format("{}: “{}” is not written NAME@LON,LAT, such as {}@4.39,45.43.", option, written, "lieux"));
    if (std::abs(place.lon) > 180 || std::abs(place.lat) > 90) {
        throw model::UsageError(fmt::format("{}: “{}” is no place on Earth: longitude first, then latitude, in degrees.", option, written));
    }
    return {written.substr(0, at), place};
}

std::pair<std::string, model::Reach> reachAsked(const std::string& written) {
    const std::size_t equals = written.find('=');
    const auto reach = equals == std::string::npos ? std::nullopt : model::parseReach(std::string_view(written).substr(equals + 1));
    if (!reach) throw model::UsageError(fmt::format("--reach: “{}” is not written SERVICE=REACH, such as \"lieux=20 km\".", written));
    return {written.substr(0, equals), *reach};
}

/// What the command line asks, by service or by record.
struct Asked {
    std::vector<std::pair<std::string, geometry::LonLat>> open;  ///< service, place
    std::vector<std::string> close;
    std::vector<std::pair<std::string, geometry::LonLat>> move;  ///< record, place
    std::map<std::string, model::Reach> reaches;
};

Asked read(const Options& options) {
    Asked asked;
    for (const std::string& written : options.open) asked.open.push_back(placed("--open", written));
    asked.close = options.close;
    for (const std::string& written : options.move) asked.move.push_back(placed("--move", written));
    for (const std::string& written : options.reaches) {
        const auto [service, reach] = reachAsked(written);
        asked.reaches.insert_or_assign(service, reach);
    }
    if (asked.open.empty() && asked.close.empty() && asked.move.empty() && asked.reaches.empty()) {
        throw model::UsageError(
            "Nothing to simulate: give --open SERVICE@LON,LAT, --close ID, --move ID@LON,LAT or --reach SERVICE=REACH.");
    }
    return asked;
}

const ServiceResult& serviceNamed(const store::StudyState& state, const std::string& id) {
    std::vector<std::string> known;
    for (const ServiceResult& result : state.analysis.services) {
        if (result.service.id == id) return result;
        known.push_back(result.service.id);
    }
    throw model::Error(
        fmt::format("There is no service “{}” in {}. Its services: {}.", id, state.study.file.string(), fmt::join(known, ", ")));
}

/// The id of a provider named by its id, or by its name where one alone has it.
std::string providerId(const store::StudyState& state, const std::string& written) {
    std::map<std::string, std::string> named;  // ids, with a name
    for (const ServiceResult& result : state.analysis.services) {
        for (const analysis::Provider& provider : result.providers) {
            if (provider.id == written) return written;
            if (text::fold(provider.name) == text::fold(written)) named.emplace(provider.id, provider.name);
        }
    }
    if (named.size() == 1) return named.begin()->first;
    std::vector<std::string> ids;
    for (const auto& [id, name] : named) ids.push_back(id);
    if (ids.empty()) {
        throw model::Error(
            fmt::format("No service has a provider with the id or the name “{}”. The layer `providers` of the store lists them.", written));
    }
    throw model::Error(fmt::format("{} providers are named “{}”. Give the id of one: {}.", ids.size(), written, fmt::join(ids, ", ")));
}

/// Closes or moves a provider in every service that it provides.
void change(const store::StudyState& state, const std::string& written, const std::optional<geometry::LonLat>& to,
            std::map<std::string, ScenarioChange>& changes) {
    const std::string id = providerId(state, written);
    for (const ServiceResult& result : state.analysis.services) {
        if (std::ranges::find(result.providers, id, &analysis::Provider::id) == result.providers.end()) continue;
        ScenarioChange& of = changes[result.service.id];
        of.closed.push_back(id);
        if (to) of.opened.push_back(*to);
    }
}

std::map<std::string, ScenarioChange> changesOf(const Asked& asked, const store::StudyState& state) {
    std::map<std::string, ScenarioChange> changes;
    for (const auto& [service, at] : asked.open) changes[serviceNamed(state, service).service.id].opened.push_back(at);
    for (const std::string& id : asked.close) change(state, id, std::nullopt, changes);
    for (const auto& [id, at] : asked.move) change(state, id, at, changes);
    for (const auto& [service, reach] : asked.reaches) {
        if (changes.contains(serviceNamed(state, service).service.id)) {
            throw model::Error(fmt::format(
                "Service “{}”: its reach and its places cannot change in one scenario. Simulate one, then the other.", service));
        }
    }
    return changes;
}

std::string km2(Language language, model::SquareMetres area) {
    return text::decimal(language, model::inSquareKilometres(area), 0);
}

std::string becomes(Language language, const analysis::HoleLeft& hole) {
    if (hole.parts == 0) return say(language, "cli.simulate.gone");
    return hole.parts == 1 ? say(language, "cli.simulate.smaller")
                           : say(language, "cli.simulate.parts", {{"n", text::number(language, hole.parts)}});
}

std::string holesText(const ServiceResult& result, const ScenarioAnswer& answer, Language language) {
    std::string out;
    const auto heading = [&](const char* key) { return say(language, std::string("cli.") + key); };
    if (!answer.holes.empty()) {
        TextTable table({{heading("column.rank"), Align::Right},
                         {heading("column.name")},
                         {heading("simulate.before"), Align::Right},
                         {heading("simulate.after"), Align::Right},
                         {heading("simulate.what")}});
        for (const analysis::HoleLeft& hole : answer.holes) {
            table.add({text::number(language, hole.rank), hole.name, text::number(language, hole.before.value),
                       text::number(language, hole.after.value), becomes(language, hole)});
        }
        out += "\n" + say(language, "cli.simulate.holes") + "\n" + table.text();
    }
    if (!answer.opened.empty()) {
        TextTable table({{heading("column.name")},
                         {heading("column.people"), Align::Right},
                         {heading("column.area"), Align::Right},
                         {heading("simulate.joins")}});
        for (const analysis::HoleOpened& hole : answer.opened) {
            std::vector<std::string> joins;
            for (const std::string& id : hole.joins) {
                const auto gap = std::ranges::find(result.gaps, id, &analysis::Gap::id);
                joins.push_back(gap == result.gaps.end() ? id : gap->name);
            }
            table.add({hole.name.empty() ? "–" : hole.name, text::number(language, hole.population.value), km2(language, hole.area),
                       joins.empty() ? say(language, "cli.simulate.alone") : fmt::format("{}", fmt::join(joins, " + "))});
        }
        out += "\n" + say(language, "cli.simulate.opened") + "\n" + table.text();
    }
    return out;
}

std::string titleText(const ServiceResult& result, const model::Reach& reach, Language language) {
    return say(language, "cli.simulate.title",
               {{"label", result.service.label.in(language)}, {"reach", report::reachWords(language, reach)}}) +
           "\n\n";
}

std::string answerText(const ServiceResult& result, const ScenarioAnswer& answer, Language language) {
    return titleText(result, result.service.reach, language) +
           say(language, "cli.simulate.people",
               {{"before", text::number(language, answer.coveredBefore.value)},
                {"after", text::number(language, answer.coveredAfter.value)},
                {"gained", text::number(language, answer.gained.value)},
                {"lost", text::number(language, answer.lost.value)}}) +
           "\n" +
           say(language, "cli.simulate.area", {{"gained", km2(language, answer.areaGained)}, {"lost", km2(language, answer.areaLost)}}) +
           "\n" + holesText(result, answer, language) + "\n" + say(language, "cli.simulate.note") + "\n\n";
}

ordered_json answerJson(const ServiceResult& result, const ScenarioAnswer& answer) {
    ordered_json holes = ordered_json::array();
    for (const analysis::HoleLeft& hole : answer.holes) {
        holes.push_back({{"id", hole.id},
                         {"name", hole.name},
                         {"population_before", hole.before.value},
                         {"population_after", hole.after.value},
                         {"area_km2_before", model::inSquareKilometres(hole.areaBefore)},
                         {"area_km2_after", model::inSquareKilometres(hole.areaAfter)},
                         {"parts", hole.parts}});
    }
    ordered_json opened = ordered_json::array();
    for (const analysis::HoleOpened& hole : answer.opened) {
        opened.push_back({{"name", hole.name},
                          {"population", hole.population.value},
                          {"area_km2", model::inSquareKilometres(hole.area)},
                          {"joins", hole.joins}});
    }
    return {{"id", result.service.id},
            {"covered_before", answer.coveredBefore.value},
            {"covered_after", answer.coveredAfter.value},
            {"gained", answer.gained.value},
            {"lost", answer.lost.value},
            {"area_gained_km2", model::inSquareKilometres(answer.areaGained)},
            {"area_lost_km2", model::inSquareKilometres(answer.areaLost)},
            {"holes", std::move(holes)},
            {"opened", std::move(opened)}};
}

/// Another reach changes every catchment: the service is analysed again, and the two results stand side by side.
analysis::Analysis withReach(const store::StudyState& state, const std::string& service, const model::Reach& reach, int threads) {
    model::Study study = state.study;
    std::erase_if(study.services, [&](const model::Service& one) { return one.id != service; });
    study.services.front().reach = reach;
    return analysis::analyse(study, state.reference, state.dataset, {.threads = threads});
}

std::string reachText(const ServiceResult& before, const ServiceResult& after, Language language) {
    const auto size = [&](std::size_t count) { return text::number(language, static_cast<std::int64_t>(count)); };
    const std::int64_t change = (after.coverages[1].population - before.coverages[1].population).value;
    return titleText(before, after.service.reach, language) +
           say(language, "cli.simulate.people",
               {{"before", text::number(language, before.coverages[1].population.value)},
                {"after", text::number(language, after.coverages[1].population.value)},
                {"gained", text::number(language, std::max<std::int64_t>(0, change))},
                {"lost", text::number(language, std::max<std::int64_t>(0, -change))}}) +
           "\n" + say(language, "cli.simulate.count", {{"before", size(before.gaps.size())}, {"after", size(after.gaps.size())}}) + "\n\n";
}

ordered_json reachJson(const ServiceResult& before, const ServiceResult& after) {
    return {{"id", before.service.id},
            {"reach_before", model::text(before.service.reach)},
            {"reach_after", model::text(after.service.reach)},
            {"covered_before", before.coverages[1].population.value},
            {"covered_after", after.coverages[1].population.value},
            {"gaps_before", before.gaps.size()},
            {"gaps_after", after.gaps.size()}};
}

}  // namespace

int simulate(const Options& options) {
    const Asked asked = read(options);
    const Progress progress(options.quiet);
    const Computed computed = computeStudy(options, progress);
    const store::StudyState& state = computed.state;
    const Language language = options.language.value_or(state.study.language);
    const std::map<std::string, ScenarioChange> changes = changesOf(asked, state);
    progress.stage("Looking at what changes");
    std::string out;
    ordered_json services = ordered_json::array();
    if (!changes.empty()) {
        const analysis::StudyArea area = analysis::studyArea(state.study, state.reference);
        for (const auto& [id, change] : changes) {
            const ServiceResult& result = serviceNamed(state, id);
            const ScenarioAnswer answer = analysis::Scenario(state.study, state.reference, area, result).answer(change);
            out += answerText(result, answer, language);
            services.push_back(answerJson(result, answer));
        }
    }
    for (const auto& [id, reach] : asked.reaches) {
        const analysis::Analysis again = withReach(state, id, reach, options.threads);
        out += reachText(serviceNamed(state, id), again.services.front(), language);
        services.push_back(reachJson(serviceNamed(state, id), again.services.front()));
    }
    progress.done();
    print(options.json ? written({{"services", std::move(services)}}) : out);
    return exitCode(options, state.dataset);
}

}  // namespace raquette::cli
