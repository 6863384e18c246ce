#include "gis/report/explanation.h"

#include "gis/model/error.h"
#include "gis/report/remarks.h"
#include "gis/report/road_words.h"
#include "gis/report/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

namespace raquette::report {

namespace {

using analysis::Gap;
using analysis::ServiceResult;
using model::Language;
using text::say;

std::vector<std::string> parts(std::string_view text) {
    std::vector<std::string> found(1);
    for (const char c : text) {
        if (c == ':') {
            found.emplace_back();
        } else {
            found.back() += c;
        }
    }
    return found;
}

const ServiceResult* serviceNamed(const store::StudyState& state, std::string_view id) {
    const auto& services = state.analysis.services;
    const auto found = std::ranges::find_if(services, [&](const ServiceResult& result) { return result.service.id == id; });
    return found == services.end() ? nullptr : &*found;
}

/// A hole by its id or by its rank.
std::pair<const ServiceResult*, const Gap*> gapNamed(const store::StudyState& state, std::string_view what) {
    for (const ServiceResult& result : state.analysis.services) {
        for (const Gap& gap : result.gaps) {
            if (gap.id == what) return {&result, &gap};
        }
    }
    const std::vector<std::string> words = parts(what);
    if (words.size() < 2 || words.size() > 3 || (words[0] != "gap" && words[0] != "gaps" && words[0] != "trou")) return {};
    const ServiceResult* service = words.size() == 3                 ? serviceNamed(state, words[1])
                                   : state.analysis.services.empty() ? nullptr
                                                                     : &state.analysis.services.front();
    int rank = 0;
    const std::string& last = words.back();
    const auto read = std::from_chars(last.data(), last.data() + last.size(), rank);
    if (service == nullptr || read.ec != std::errc() || read.ptr != last.data() + last.size()) return {};
    const auto gap = std::ranges::find(service->gaps, rank, &Gap::rank);
    if (gap == service->gaps.end()) {
        throw model::Error(
            fmt::format("Service “{}” has {} holes: there is none of rank {}.", service->service.id, service->gaps.size(), rank));
    }
    return {service, &*gap};
}

const model::Actor* recordNamed(const store::StudyState& state, std::string_view id) {
    for (const model::Venue& venue : state.dataset.venues) {
        if (venue.id.str() == id) return &venue;
    }
    for (const model::Actor& actor : state.dataset.actors) {
        if (actor.id.str() == id) return &actor;
    }
    return nullptr;
}

/// A record by its name, where one alone has it.
const model::Actor* recordCalled(const store::StudyState& state, std::string_view name) {
    const model::Actor* found = nullptr;
    int count = 0;
    const auto look = [&](const model::Actor& record) {
        if (text::fold(record.name.str()) != text::fold(name)) return;
        found = &record;
        ++count;
    };
    for (const model::Venue& venue : state.dataset.venues) look(venue);
    for (const model::Actor& actor : state.dataset.actors) look(actor);
    return count == 1 ? found : nullptr;
}

[[noreturn]] void unknown(const store::StudyState& state, std::string_view what) {
    std::string gap = "gap:1";
    std::string territory = "study";
    for (const ServiceResult& result : state.analysis.services) {
        if (!result.gaps.empty()) gap = result.gaps.front().id;
        if (result.indicators.size() > 1) territory = result.indicators[1].territory.text();
        break;
    }
    throw model::Error(fmt::format(
        "There is nothing called “{}” to explain. Ask for a hole (gap:1, gap:SERVICE:1, {}), a territory ({}, SERVICE:{}, study) or "
        "a record by its id, or its name where one alone has it.",
        what, gap, territory, territory));
}

}  // namespace

Explanation explain(const store::StudyState& state, std::string_view what, Language language) {
    if (const auto [service, gap] = gapNamed(state, what); gap != nullptr) return explainGap(state, *service, *gap, language);
    if (const model::Actor* record = recordNamed(state, what)) return explainRecord(state, *record, language);
    if (const auto contract =
            std::ranges::find_if(state.dataset.contracts,
                                 [&](const model::Contract& one) { return one.id == what || text::fold(one.title) == text::fold(what); });
        contract != state.dataset.contracts.end()) {
        return explainContract(state, *contract, language);
    }
    std::string_view territory = what;
    std::string_view service;
    const std::size_t colon = what.find(':');
    if (colon != std::string_view::npos && serviceNamed(state, what.substr(0, colon)) != nullptr) {
        service = what.substr(0, colon);
        territory = what.substr(colon + 1);
    }
    if (territory == "study") return explainIndicator(state, {}, service, language);
    if (const auto id = model::TerritoryId::parse(territory)) {
        const bool known = std::ranges::any_of(state.analysis.services, [&](const ServiceResult& result) {
            return std::ranges::any_of(result.indicators, [&](const analysis::Indicator& one) { return one.territory == *id; });
        });
        if (known) return explainIndicator(state, *id, service, language);
    }
    if (const model::Actor* record = recordCalled(state, what)) return explainRecord(state, *record, language);
    unknown(state, what);
}

std::string writtenAt(const store::StudyState& state, const analysis::Provider& provider, Language language) {
    const auto told = [&](const model::Origin& origin) {
        return say(language, "explain.row", {{"source", origin.source.str()}, {"row", std::to_string(origin.row)}});
    };
    if (provider.kind == model::RecordKind::Contracts) {
        const auto found = std::ranges::find(state.dataset.contracts, provider.id, &model::Contract::id);
        return found == state.dataset.contracts.end() ? std::string() : told(found->origin);
    }
    const model::Actor* record = recordNamed(state, provider.id);
    return record == nullptr ? std::string() : told(record->origin);
}

std::vector<std::string> sourceLines(const store::StudyState& state, const ServiceResult& result, Language language) {
    std::vector<std::string> lines;
    for (const model::SourceSummary& source : state.dataset.sources) {
        const auto& kinds = result.service.match.kinds;
        const auto asks = [&](model::RecordKind kind) { return std::ranges::find(kinds, kind) != kinds.end(); };
        const bool draws = source.kind == model::SourceKind::Venues ? kinds.empty() || asks(model::RecordKind::Venues)
                           : source.kind == model::SourceKind::Actors
                               ? kinds.empty() || asks(model::RecordKind::Actors)
                               : source.kind == model::SourceKind::Contracts && asks(model::RecordKind::Contracts);
        const auto& only = result.service.match.sources;
        if (!draws || (!only.empty() && std::ranges::find(only, source.id) == only.end())) continue;
        std::string line = say(language, "explain.source",
                               {{"id", source.id},
                                {"contributor", source.contributor.empty() ? "–" : source.contributor},
                                {"date", source.date.empty() ? "–" : source.date},
                                {"rows", text::number(language, source.rows)},
                                {"kept", text::number(language, source.kept)},
                                {"rejected", text::number(language, source.rejected)},
                                {"merged", text::number(language, source.merged)}});
        if (source.asked && source.answered) {
            line += " " + say(language, "explain.source.asked",
                              {{"asked", text::number(language, *source.asked)}, {"answered", text::number(language, *source.answered)}});
        }
        line += " " + say(language, source.statesSurveyed ? "explain.source.surveyed" : "explain.source.not-surveyed");
        lines.push_back(std::move(line));
    }
    return lines;
}

void addRemarks(const store::StudyState& state, const std::string& about, Language language, Explanation& explanation) {
    std::vector<std::string> lines = remarkLines(state, about, language);
    if (!lines.empty()) explanation.sections.push_back({say(language, "report.debate.title"), std::move(lines)});
}

std::vector<std::string> methodLines(const store::StudyState& state, const ServiceResult& result, Language language) {
    const std::string model = say(language, "population." + std::string(model::name(state.reference.populationModel)));
    std::vector<std::string> lines{say(language, "report.method.population", {{"model", model}})};
    if (const auto* metres = std::get_if<model::Metres>(&result.service.reach)) {
        lines.push_back(say(language, "explain.method.distance", {{"reach", text::distance(language, *metres)}}));
    } else if (const auto* minutes = std::get_if<model::Minutes>(&result.service.reach)) {
        lines.push_back(
            say(language, "explain.method.travel",
                {{"reach", text::duration(language, *minutes)}, {"mode", result.roads ? result.roads->mode.in(language) : std::string()}}));
        for (std::string& line : roadLines(result, language)) lines.push_back(std::move(line));
    } else {
        lines.push_back(say(language, "explain.method.territory", {{"reach", reachWords(language, result.service.reach)}}));
    }
    lines.push_back(say(language, "explain.method.reference", {{"title", state.reference.title}}));
    return lines;
}

}  // namespace raquette::report
