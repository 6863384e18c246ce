#include "ingest/study/sections.h"

#include <fmt/format.h>
#include <array>

namespace raquette::ingest {

namespace {

constexpr std::array<std::string_view, 6> travelKeyNames{"mode", "trip", "parking", "entry", "tolerance", "at"};
constexpr std::array<std::string_view, 3> atKeyNames{"id", "parking", "entry"};
constexpr std::array<std::string_view, 3> trips{"there", "back", "both"};

model::Minutes readMinutes(const KeyReader& keys, std::string_view key, model::Minutes otherwise) {
    constexpr double most = 240;
    const std::optional<double> minutes = keys.decimal(key);
    if (!minutes) return otherwise;
    if (!(*minutes >= 0 && *minutes <= most)) keys.fail(key, fmt::format("must be minutes from 0 to {:.0f}", most));
    return {*minutes};
}

model::ArrivalDelay readDelay(const KeyReader& keys, const model::ArrivalDelay& usual) {
    return {readMinutes(keys, "parking", usual.parking), readMinutes(keys, "entry", usual.entry)};
}

}  // namespace

std::span<const std::string_view> travelKeys() {
    return travelKeyNames;
}

model::TravelRules readTravelRules(const KeyReader& keys) {
    model::TravelRules rules;
    if (keys.has("mode")) {
        rules.mode = keys.requiredText("mode");
        if (rules.mode.ends_with(".toml")) rules.mode = keys.path("mode").string();
    }
    if (keys.has("trip")) rules.trip = *model::tripNamed(keys.word("trip", trips));
    rules.delay = readDelay(keys, {});
    for (const TomlNode* table : keys.tables("at", true)) {
        const KeyReader one(keys.file(), *table, "[[travel.at]]", atKeyNames);
        const std::string id = one.requiredText("id");
        if (!rules.delays.emplace(id, readDelay(one, rules.delay)).second) {
            one.fail("id", fmt::format("`{}` has its own times already", id));
        }
    }
    if (const auto tolerance = keys.decimal("tolerance")) {
        if (!(*tolerance >= 20 && *tolerance <= 2000)) keys.fail("tolerance", "must be metres from 20 to 2000");
        rules.tolerance = {*tolerance};
    }
    return rules;
}

}  // namespace raquette::ingest
