#include "gis/report/road_words.h"

#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"

#include <cmath>

namespace raquette::report {

using model::Language;
using text::say;

namespace {

std::string metres(Language language, model::Metres length) {
    return text::number(language, std::llround(length.value)) + "\u00a0m";
}

std::string junctionLine(const analysis::Junctions& junctions, model::Minutes reach, Language language) {
    const model::Share share{static_cast<double>(junctions.beyondReach) / static_cast<double>(junctions.all)};
    return say(language, junctions.cutOff > 0 ? "roads.junctions-cut-off" : "roads.junctions",
               {{"reach", text::duration(language, reach)},
                {"beyond", text::number(language, junctions.beyondReach)},
                {"all", text::number(language, junctions.all)},
                {"share", text::percent(language, share)},
                {"cut-off", text::number(language, junctions.cutOff)}});
}

}  // namespace

std::vector<std::string> roadLines(const analysis::ServiceResult& result, Language language) {
    std::vector<std::string> lines;
    if (!result.roads) return lines;
    const analysis::RoadsUsed& roads = *result.roads;
    if (roads.estimated.value > 0) {
        lines.push_back(say(language, "roads.estimated", {{"people", text::number(language, roads.estimated.value)}}));
    }
    if (roads.farFromRoad.value > 0) {
        lines.push_back(say(language, "roads.far", {{"people", text::number(language, roads.farFromRoad.value)}}));
    }
    if (roads.medianWalk && roads.medianWalk->value >= 0.5)
        lines.push_back(say(language, "roads.walk", {{"distance", metres(language, *roads.medianWalk)}}));
    const auto* reach = std::get_if<model::Minutes>(&result.service.reach);
    if (reach != nullptr && roads.junctions && roads.junctions->beyondReach > 0 && !result.providers.empty())
        lines.push_back(junctionLine(*roads.junctions, *reach, language));
    for (const analysis::OffRoad& off : roads.offRoad) {
        if (off.provider >= result.providers.size()) continue;
        const std::string& name = result.providers[off.provider].name;
        lines.push_back(off.nearest
                            ? say(language, "roads.provider-far", {{"name", name}, {"distance", text::distance(language, *off.nearest)}})
                            : say(language, "roads.provider-unknown", {{"name", name}}));
    }
    if (roads.drawnTo) lines.push_back(say(language, "roads.drawn", {{"distance", metres(language, *roads.drawnTo)}}));
    return lines;
}

}  // namespace raquette::report
