#include "gis/roads/way_rules.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

using namespace raquette;

roads::Profile profile() {
    roads::Profile profile;
    profile.speeds = {{"primary", 68}, {"motorway", 115}};
    profile.caps = {{"surface=gravel", 35}};
    profile.access = {"access", "motorcar"};
    profile.closed = {"no", "private"};
    profile.barriers = {"bollard"};
    profile.ferry = 15;
    profile.turnExceptions = {"motorcar"};
    profile.noStopping = {"tunnel=yes"};
    return profile;
}

}  // namespace

// A way, node or restriction as `key=value` lines, and each line as a speed and as a duration.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const roads::Profile car = profile();
    std::string_view text = fuzz::textOf(data, size);
    std::vector<roads::Tag> tags;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos) tags.push_back({line.substr(0, equals), line.substr(equals + 1)});
        if (const auto kmh = roads::postedSpeed(line)) fuzz::require(std::isfinite(*kmh) && *kmh >= 0);
        if (const auto seconds = roads::duration(line)) fuzz::require(std::isfinite(*seconds) && *seconds >= 0);
    }
    const roads::WayUse use = roads::useOf(tags, car);
    for (const float kmh : {use.forward, use.backward}) fuzz::require(kmh >= 0 && kmh <= 150);
    fuzz::require(std::isfinite(use.seconds) && use.seconds >= 0);
    roads::bars(tags, car);
    roads::turnOf(tags, car);
    return 0;
}
