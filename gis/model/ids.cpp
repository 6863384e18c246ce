#include "gis/model/ids.h"

#include <array>
#include <utility>

namespace raquette::model {

namespace {

struct LevelNames {
    Level level;
    std::string_view name;
    std::string_view prefix;
};

constexpr std::array<LevelNames, 6> levelNames{{{Level::Commune, "commune", "commune"},
                                                {Level::Epci, "epci", "epci"},
                                                {Level::Departement, "departement", "dep"},
                                                {Level::Region, "region", "reg"},
                                                {Level::Area, "area", "area"},
                                                {Level::Study, "study", "study"}}};

}  // namespace

std::string_view name(Level level) {
    return levelNames[static_cast<std::size_t>(level)].name;
}

std::optional<Level> levelNamed(std::string_view name) {
    for (const LevelNames& names : levelNames) {
        if (names.name == name) return names.level;
    }
    return std::nullopt;
}

std::string TerritoryId::text() const {
    if (level == Level::Study) return "study";
    return std::string(levelNames[static_cast<std::size_t>(level)].prefix) + ":" + code;
}

std::optional<TerritoryId> TerritoryId::parse(std::string_view text) {
    if (text == "study") return TerritoryId{};
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size()) return std::nullopt;
    for (const LevelNames& names : levelNames) {
        if (names.level != Level::Study && names.prefix == text.substr(0, colon)) {
            return TerritoryId{names.level, std::string(text.substr(colon + 1))};
        }
    }
    return std::nullopt;
}

}  // namespace raquette::model
