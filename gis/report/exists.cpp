#include "gis/report/html.h"
#include "gis/report/sections.h"
#include "gis/report/words.h"
#include "gis/text/catalogue.h"
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
    std::string rows;
    for (const analysis::Indicator& indicator : result.indicators) {
        if (indicator.territory.level != model::Level::Region) continue;
        const std::int32_t at = indexOf(state.reference.regions, indicator.territory.code);
        const std::string name =
            at == model::nowhere ? indicator.territory.code : state.reference.regions[static_cast<std::size_t>(at)].name;
        const std::string share = indicator.coveredShare ? text::percent(language, *indicator.coveredShare) : "–";
        const bool far = indicator.nearest && isBeyondReason(*indicator.nearest);
        const std::string nearest = far ? farWords(language) : indicator.nearest ? text::distance(language, *indicator.nearest) : "–";
        rows += fmt::format(
            "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
            escaped(name), indicator.providers, escaped(share), escaped(nearest));
    }
    if (rows.empty()) return {};
    std::string head;
    for (const char* key : {"region", "providers", "covered", "nearest"})
        head += element("th", "scope=\"col\"", escaped(say(language, std::string("report.exists.") + key)));
    return "<table class=\"regions\"><thead><tr>" + head + "</tr></thead><tbody>\n" + rows + "</tbody></table>\n";
}

std::string names(const store::StudyState& state, const ServiceResult& result, Language language) {
    if (result.providers.empty() || result.providers.size() > mostNames) return {};
    std::vector<std::string> lines;
    for (const Provider& provider : result.providers) {
        const std::int32_t at = indexOf(state.reference.communes, provider.commune);
        const std::string commune = at == model::nowhere ? "" : ", " + state.reference.communes[static_cast<std::size_t>(at)].name;
        lines.push_back(element("li", "", escaped(provider.name + commune)));
    }
    std::ranges::sort(lines);
    std::string list;
    for (const std::string& line : lines) list += line + "\n";
    return element("details", "",
                   element("summary", "", escaped(say(language, "report.exists.names"))) + element("ul", "class=\"names\"", list));
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
    return out + regionTable(state, result, language) + names(state, result, language);
}

}  // namespace raquette::report
