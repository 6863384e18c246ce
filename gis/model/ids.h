#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace raquette::model {

enum class Level { Commune, Epci, Departement, Region, Area, Study };

/// `commune epci departement region area study`, as in the store's `level` column and in study files.
std::string_view name(Level level);
std::optional<Level> levelNamed(std::string_view name);

/// A territory as people write it: `commune:42218`, `epci:244200770`, `dep:42`, `reg:84`, `area:sud-loire`; the study's own is `study`.
struct TerritoryId {
    Level level = Level::Study;
    std::string code;

    auto operator<=>(const TerritoryId&) const = default;
    std::string text() const;
    /// Nothing when the prefix is unknown or the code empty; whether the code exists is the reference's to say.
    static std::optional<TerritoryId> parse(std::string_view text);
};

}  // namespace raquette::model
