#include "gis/analysis/territory_units.h"
#include "gis/report/html.h"
#include "gis/report/provider_words.h"
#include "gis/report/sections.h"
#include "gis/report/table.h"
#include "gis/report/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::report {

namespace {

using analysis::Provider;
using analysis::ServiceResult;
using model::Language;
using text::say;

constexpr std::size_t mostNames = 1500;
const std::string notKnown = "–";

std::string count(Language language, std::size_t value) {
    return text::number(language, static_cast<std::int64_t>(value));
}

/// Membership is never a cause, but every figure that could depend on it says its shares.
std::string membershipWords(const ServiceResult& result, Language language) {
    const auto with = [&](model::Membership member) {
        return static_cast<std::size_t>(std::ranges::count(result.providers, member, &Provider::member));
    };
    const std::size_t unknown = with(model::Membership::Unknown);
    if (unknown == result.providers.size()) return say(language, "report.exists.membership-unknown");
    return say(language, "report.exists.membership",
               {{"members", count(language, with(model::Membership::Member))},
                {"others", count(language, with(model::Membership::NotMember))},
                {"unknown", count(language, unknown)},
                {"share", text::percent(language, {static_cast<double>(unknown) / static_cast<double>(result.providers.size())})}});
}

std::string regionTable(const store::StudyState& state, const ServiceResult& result, Language language) {
    std::vector<TableRow> rows;
    for (const analysis::Indicator& indicator : result.indicators) {
        if (indicator.territory.level != model::Level::Region) continue;
        const std::string name = analysis::nameOf(state.reference, indicator.territory);
        const auto& share = indicator.coveredShare;
        const auto& nearest = indicator.nearest;
        const std::string far = !nearest                   ? notKnown
                                : isBeyondReason(*nearest) ? farWords(language)
                                                           : text::howFar(language, nearest, indicator.nearestTime);
        rows.push_back({{{name.empty() ? indicator.territory.code : name},
                         {text::number(language, indicator.providers), fmt::format("{}", indicator.providers)},
                         {share ? text::percent(language, *share) : notKnown, share ? fmt::format("{:.6f}", share->value) : ""},
                         {far, nearest ? fmt::format("{:.0f}", nearest->value) : ""}}});
    }
    if (rows.empty()) return {};
    const auto head = [&](const char* key) { return say(language, std::string("report.exists.") + key); };
    return sortableTable(head("regions"), {{head("region")}, {head("providers"), true}, {head("covered"), true}, {head("nearest"), true}},
                         rows);
}

/// Every name, by alphabet, and what each does.
std::string names(const store::StudyState& state, std::size_t service, Language language) {
    const ServiceResult& result = state.analysis.services[service];
    if (result.providers.empty() || result.providers.size() > mostNames) return {};
    const ProviderRecords records(state.dataset);
    std::vector<TableRow> rows;
    for (const Provider& provider : result.providers) {
        const std::string link =
            provider.placed ? fmt::format("data-service=\"{}\" data-provider=\"{}\"", service, escaped(provider.id)) : std::string();
        rows.push_back(
            {{{provider.name}, {communeName(state.reference, provider.commune)}, {functionsText(records.of(provider), language)}}, link});
    }
    std::ranges::stable_sort(rows, {}, [](const TableRow& row) { return text::fold(row.cells.front().words); });
    const auto head = [&](const char* key) { return say(language, std::string("report.exists.") + key); };
    return element("details", "class=\"names\"",
                   element("summary", "", escaped(head("names"))) +
                       sortableTable(head("names"), {{head("name")}, {head("commune")}, {head("functions")}}, rows));
}

}  // namespace

std::string existsSection(const store::StudyState& state, std::size_t service, Language language) {
    const ServiceResult& result = state.analysis.services[service];
    std::string out = element("h2", "", escaped(say(language, "report.exists.title")));
    if (result.providers.empty()) return out + element("p", "", escaped(say(language, "report.exists.none")));
    out += element("p", "",
                   escaped(say(language, "report.exists.count", {{"n", count(language, result.providers.size())}}) + " " +
                           membershipWords(result, language)));
    const auto left = [&](const char* key, int value) {
        if (value > 0) out += element("p", "", escaped(say(language, key, {{"n", text::number(language, value)}})));
    };
    left("report.exists.not-placed", result.notPlaced);
    left("report.exists.capacity-unknown", result.capacityUnknown);
    return out + regionTable(state, result, language) + names(state, service, language);
}

}  // namespace raquette::report
