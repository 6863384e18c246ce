#include "gis/roads/way_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace raquette::roads {

namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool isOneOf(std::string_view value, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, value) != words.end();
}

/// A number at the beginning of a text, and what comes after it, spaces left out.
std::optional<std::pair<double, std::string_view>> leadingNumber(std::string_view text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || !std::isfinite(value) || value < 0) return std::nullopt;
    std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    return std::pair(value, rest);
}

bool has(Tags tags, std::string_view pair) {
    const std::size_t equals = pair.find('=');
    return equals != std::string_view::npos && valueOf(tags, pair.substr(0, equals)) == pair.substr(equals + 1);
}

template <class Pairs>
bool hasAny(Tags tags, const Pairs& pairs) {
    return std::ranges::any_of(pairs, [&](const std::string& pair) { return has(tags, pair); });
}

enum class Said { Nothing, Open, Closed };

/// The most special of the access keys that is there decides.
Said accessOf(Tags tags, const Profile& profile) {
    Said said = Said::Nothing;
    for (const std::string& key : profile.access) {
        const std::string_view value = valueOf(tags, key);
        if (!value.empty()) said = profile.closed.contains(value) ? Said::Closed : Said::Open;
    }
    return said;
}

/// Which ways a road is open.
struct Directions {
    bool forward = true;
    bool backward = true;
};

Directions directionsOf(Tags way, const Profile& profile) {
    if (!profile.oneways) return {};
    const std::string_view oneway = valueOf(way, "oneway");
    Directions open;
    if (isOneOf(oneway, std::array{"yes"sv, "true"sv, "1"sv})) {
        open.backward = false;
    } else if (isOneOf(oneway, std::array{"-1"sv, "reverse"sv})) {
        open.forward = false;
    } else if (isOneOf(oneway, std::array{"reversible"sv, "alternating"sv})) {
        open = {false, false};  // by the hour: not to be counted on
    } else if (oneway.empty()) {
        const std::string_view junction = valueOf(way, "junction");
        const bool implied = valueOf(way, "highway") == "motorway" || isOneOf(junction, std::array{"roundabout"sv, "circular"sv});
        open.backward = !implied;
    }
    const bool limited = !open.forward || !open.backward;
    if (limited && hasAny(way, profile.onewayExceptions)) return {};
    return open;
}

/// A speed by what is posted for a direction, where that matters and can be believed; else that of the road's class. Caps hold over both.
float speedOf(Tags way, const Profile& profile, double ofClass, std::string_view directed, bool& wrong) {
    double speed = ofClass;
    std::string_view posted = valueOf(way, directed);
    if (posted.empty()) posted = valueOf(way, "maxspeed");
    if (profile.maxspeedShare > 0 && !posted.empty()) {
        const auto kmh = postedSpeed(posted);
        if (kmh && *kmh >= profile.slowestPosted && *kmh <= profile.fastestPosted) {
            speed = *kmh * profile.maxspeedShare;
        } else if (kmh) {
            wrong = true;
        }
    }
    for (const auto& [pair, cap] : profile.caps) {
        if (has(way, pair)) speed = std::min(speed, cap);
    }
    return static_cast<float>(speed);
}

WayUse ferryOf(Tags way, const Profile& profile) {
    WayUse use;
    if (profile.ferry <= 0 || accessOf(way, profile) == Said::Closed) return use;
    const Directions open = directionsOf(way, profile);
    use.forward = open.forward ? static_cast<float>(profile.ferry) : 0;
    use.backward = open.backward ? static_cast<float>(profile.ferry) : 0;
    use.seconds = static_cast<float>(duration(valueOf(way, "duration")).value_or(0));
    use.stopping = false;
    return use;
}

}  // namespace

std::string_view valueOf(Tags tags, std::string_view key) {
    const auto found = std::ranges::find(tags, key, &Tag::key);
    return found == tags.end() ? std::string_view() : found->value;
}

WayUse useOf(Tags way, const Profile& profile) {
    if (valueOf(way, "route") == "ferry") return ferryOf(way, profile);
    const auto ofClass = profile.speeds.find(valueOf(way, "highway"));
    if (ofClass == profile.speeds.end() || accessOf(way, profile) == Said::Closed) return {};
    if (isOneOf(valueOf(way, "impassable"), std::array{"yes"sv})) return {};
    const Directions open = directionsOf(way, profile);
    WayUse use;
    if (open.forward) use.forward = speedOf(way, profile, ofClass->second, "maxspeed:forward", use.wrongSpeed);
    if (open.backward) use.backward = speedOf(way, profile, ofClass->second, "maxspeed:backward", use.wrongSpeed);
    use.stopping = !hasAny(way, profile.noStopping);
    return use;
}

bool bars(Tags node, const Profile& profile) {
    const Said said = accessOf(node, profile);
    if (said == Said::Open) return false;
    if (said == Said::Closed) return true;
    return profile.barriers.contains(valueOf(node, "barrier"));
}

std::optional<TurnUse> turnOf(Tags relation, const Profile& profile) {
    if (!profile.turnRules || valueOf(relation, "type") != "restriction") return std::nullopt;
    std::string_view rule = valueOf(relation, "restriction");
    for (const std::string& word : profile.turnExceptions) {
        const std::string_view own = valueOf(relation, "restriction:" + word);
        if (!own.empty()) rule = own;
        std::string_view except = valueOf(relation, "except");
        while (!except.empty()) {
            const std::size_t end = std::min(except.find(';'), except.size());
            std::string_view one = except.substr(0, end);
            while (one.starts_with(' ')) one.remove_prefix(1);
            if (one == word) return std::nullopt;
            except.remove_prefix(std::min(end + 1, except.size()));
        }
    }
    if (rule.starts_with("no_")) return TurnUse{false};
    if (rule.starts_with("only_")) return TurnUse{true};
    return std::nullopt;
}

std::optional<double> postedSpeed(std::string_view text) {
    // What French law posts where only the place is named; elsewhere much the same.
    constexpr std::array<std::pair<std::string_view, double>, 6> named{
        {{"walk", 5}, {"none", 130}, {"urban", 50}, {"rural", 80}, {"trunk", 110}, {"motorway", 130}}};
    const std::size_t colon = text.find(':');
    const std::string_view word = colon == std::string_view::npos ? text : text.substr(colon + 1);
    for (const auto& [name, kmh] : named) {
        if (word == name) return kmh;
    }
    if (word == "living_street") return 20;
    const auto number = leadingNumber(text);
    if (!number) return std::nullopt;
    const auto [value, unit] = *number;
    if (unit.empty() || unit == "km/h" || unit == "kmh") return value;
    if (unit == "mph") return value * 1.609344;
    return std::nullopt;
}

std::optional<double> duration(std::string_view text) {
    constexpr double longest = 30 * 86400;
    const auto believed = [](double seconds) { return seconds <= longest ? std::optional(seconds) : std::nullopt; };
    double seconds = 0;
    int parts = 0;
    double unit = 3600;
    std::string_view rest = text;
    while (true) {
        const auto number = leadingNumber(rest);
        if (!number || parts == 3) return std::nullopt;
        ++parts;
        if (number->second.empty() && parts == 1) return believed(number->first * 60);
        seconds += number->first * unit;
        unit /= 60;
        if (number->second.empty()) return believed(seconds);
        if (!number->second.starts_with(':')) return std::nullopt;
        rest = number->second.substr(1);
    }
}

}  // namespace raquette::roads
