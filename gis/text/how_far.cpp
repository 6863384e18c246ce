#include "gis/text/how_far.h"

#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <cmath>

namespace raquette::text {

std::string duration(model::Language language, model::Minutes time) {
    const auto minutes = static_cast<std::int64_t>(std::llround(time.value));
    if (minutes < 60) return number(language, minutes) + "\u00a0min";
    return fmt::format("{}\u00a0h\u00a0{:02}", number(language, minutes / 60), minutes % 60);
}

std::string howFar(model::Language language, const std::optional<model::Metres>& distance, const std::optional<model::Minutes>& time) {
    if (!time) return distance ? text::distance(language, *distance) : std::string();
    if (!distance) return duration(language, *time);
    return say(language, "far.both", {{"time", duration(language, *time)}, {"distance", text::distance(language, *distance)}});
}

std::string movedReach(model::Language language, const model::Reach& reach, double by) {
    if (const auto* metres = std::get_if<model::Metres>(&reach)) return distance(language, *metres + model::kilometres(by));
    if (const auto* minutes = std::get_if<model::Minutes>(&reach)) return duration(language, *minutes + model::Minutes{by});
    return {};
}

}  // namespace raquette::text
