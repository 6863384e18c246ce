#include "cli/filiere_findings.h"
#include "cli/text_table.h"
#include "gis/model/link.h"
#include "gis/text/catalogue.h"
#include "gis/text/functions.h"
#include "gis/text/numbers.h"

#include <algorithm>
#include <functional>
#include <map>
#include <ranges>

namespace raquette::cli {

namespace {

using analysis::Cooperation;
using model::Language;
using text::say;

constexpr int shownBridges = 3;
constexpr std::size_t shownPairs = 10;

std::string number(Language language, std::int64_t value) {
    return text::number(language, value);
}

std::string linkLines(const Cooperation& found, const model::Study& study) {
    using enum model::Intensity;
    const Language language = study.language;
    const auto count = [&](model::Intensity intensity) { return number(language, found.byIntensity[static_cast<std::size_t>(intensity)]); };
    std::string out = say(language, "cooperation.title",
                          {{"date", text::date(language, study.date)},
                           {"links", number(language, found.inForce())},
                           {"simple", count(Simple)},
                           {"double", count(Double)},
                           {"triple", count(Triple)},
                           {"unknown", count(Unknown)}}) +
                      "\n\n";
    if (found.ended + found.toCome > 0) {
        out += say(language, "cooperation.apart", {{"ended", number(language, found.ended)}, {"toCome", number(language, found.toCome)}}) +
               "\n";
    }
    if (found.partiesNotFound > 0) {
        out += say(language, "cooperation.not-found", {{"count", number(language, found.partiesNotFound)}}) + "\n";
    }
    return out;
}

std::string groupLines(const Cooperation& found, Language language) {
    const std::size_t largest = found.groups.empty() ? 0 : found.groups.front().structures.size();
    std::string out = say(language, "cooperation.groups",
                          {{"groups", number(language, static_cast<std::int64_t>(found.groups.size()))},
                           {"largest", number(language, static_cast<std::int64_t>(largest))},
                           {"alone", number(language, found.alone)},
                           {"all", number(language, static_cast<std::int64_t>(found.isolation.size()))}}) +
                      "\n";
    std::vector<analysis::Bridge> bridges;
    std::ranges::copy_if(found.bridges, std::back_inserter(bridges), [](const analysis::Bridge& bridge) { return !bridge.isLink; });
    std::ranges::stable_sort(bridges, std::greater<>(), &analysis::Bridge::cutOff);
    for (const analysis::Bridge& bridge : bridges | std::views::take(shownBridges)) {
        out += say(language, bridge.cutOff == 1 ? "cooperation.bridge.one" : "cooperation.bridge",
                   {{"name", bridge.name}, {"cutOff", number(language, bridge.cutOff)}}) +
               "\n";
    }
    return out;
}

/// `Diffusion, Répétition` for `diffusion | répétition`.
std::string labels(const std::string& joined, Language language) {
    std::string out;
    for (std::size_t at = 0; at <= joined.size();) {
        const std::size_t end = std::min(joined.find(" | ", at), joined.size());
        out += (out.empty() ? "" : " + ") + text::functionLabel(language, joined.substr(at, end - at));
        at = end + 3;
    }
    return out;
}

std::string distanceWords(const analysis::Complementarity& pair, Language language) {
    const bool vague = !pair.communes[0].empty() && pair.communes[0] == pair.communes[1] && pair.uncertainty > pair.distance;
    return vague ? say(language, "cooperation.same-commune") : text::distance(language, pair.distance);
}

/// The first pairs, none of whose structures is there more than twice: one that could meet everybody would fill the table.
std::vector<analysis::Complementarity> varied(const std::vector<analysis::Complementarity>& pairs) {
    std::map<std::string, int> shown;
    std::vector<analysis::Complementarity> varied;
    for (const analysis::Complementarity& pair : pairs) {
        if (varied.size() == shownPairs) break;
        if (shown[pair.ids[0]] == 2 || shown[pair.ids[1]] == 2) continue;
        for (const std::string& id : pair.ids) ++shown[id];
        varied.push_back(pair);
    }
    return varied;
}

std::string pairTable(const Cooperation& found, Language language) {
    if (found.complementarities.empty()) return {};
    const auto listed = static_cast<std::int64_t>(found.complementarities.size());
    const std::int64_t all = listed + found.complementaritiesLeftOut;
    const auto heading = [&](const char* key) { return say(language, std::string("cooperation.head.") + key); };
    TextTable table({{heading("a")}, {heading("brings")}, {heading("b")}, {heading("brings")}, {heading("distance"), Align::Right}});
    const std::vector<analysis::Complementarity> shown = varied(found.complementarities);
    for (const analysis::Complementarity& pair : shown) {
        table.add({pair.names[0], labels(pair.brings[0], language), pair.names[1], labels(pair.brings[1], language),
                   distanceWords(pair, language)});
    }
    std::string out = say(language, "cooperation.pairs", {{"count", number(language, all)}}) + "\n\n" + table.text();
    if (found.complementarities.size() > shown.size()) {
        out += "\n" + say(language, "cooperation.more", {{"listed", number(language, listed)}}) + "\n";
    }
    return "\n" + out;
}

}  // namespace

std::string cooperationText(const store::StudyState& state) {
    const Cooperation& found = state.analysis.cooperation;
    const Language language = state.study.language;
    if (state.dataset.links.empty()) return {};
    return linkLines(found, state.study) + groupLines(found, language) + pairTable(found, language) + "\n";
}

}  // namespace raquette::cli
