#include "gis/model/service.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace raquette::model {

namespace {

constexpr std::array<std::string_view, 5> decays{"none", "step", "gaussian", "exponential", "apl"};
constexpr std::array<std::string_view, 2> supplies{"count", "capacity"};

template <class Word, std::size_t Count>
std::optional<Word> named(const std::array<std::string_view, Count>& words, std::string_view name) {
    const auto* const found = std::ranges::find(words, name);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Word>(found - words.begin()));
}

}  // namespace

std::string_view name(Decay decay) {
    return decays[static_cast<std::size_t>(decay)];
}

std::optional<Decay> decayNamed(std::string_view name) {
    return named<Decay>(decays, name);
}

std::string_view name(Supply supply) {
    return supplies[static_cast<std::size_t>(supply)];
}

std::optional<Supply> supplyNamed(std::string_view name) {
    return named<Supply>(supplies, name);
}

std::string text(const Reach& reach) {
    struct Writer {
        std::string operator()(Metres distance) const {
            const bool whole = std::fmod(distance.value, 1000) == 0 || distance.value > 10000;
            return whole ? fmt::format("{} km", distance.value / 1000) : fmt::format("{} m", distance.value);
        }
        std::string operator()(Minutes time) const { return fmt::format("{} min", time.value); }
        std::string operator()(Level level) const { return std::string(name(level)); }
        std::string operator()(ScopeReach) const { return "scope"; }
    };
    return std::visit(Writer{}, reach);
}

std::optional<Reach> parseReach(std::string_view text) {
    if (text == "scope") return ScopeReach{};
    if (const auto level = levelNamed(text)) {
        if (*level == Level::Area || *level == Level::Study) return std::nullopt;
        return *level;
    }
    double value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || !std::isfinite(value) || value <= 0) return std::nullopt;
    std::string_view unit(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    if (unit == "km") return kilometres(value);
    if (unit == "m") return Metres{value};
    if (unit == "min") return Minutes{value};
    return std::nullopt;
}

namespace {
constexpr std::array<std::string_view, 3> kindNames{"actors", "venues", "contracts"};
}

std::string_view name(RecordKind kind) {
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<RecordKind> recordKindNamed(std::string_view name) {
    for (std::size_t i = 0; i < kindNames.size(); ++i) {
        if (kindNames[i] == name) return static_cast<RecordKind>(i);
    }
    return std::nullopt;
}

}  // namespace raquette::model
