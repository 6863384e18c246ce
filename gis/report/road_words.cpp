#include "gis/report/road_words.h"

#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <cmath>

namespace raquette::report {

using model::Language;
using text::say;

namespace {

std::string metres(Language language, model::Metres length) {
    return text::number(language, std::llround(length.value)) + "\u00a0m";
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
