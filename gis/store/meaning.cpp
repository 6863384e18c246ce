#include "gis/store/meaning.h"

#include "gis/text/catalogue.h"

#include <array>
#include <string_view>

namespace raquette::store {

namespace {

/// Columns of one name with another meaning in one layer.
constexpr std::array<std::string_view, 28> ownMeanings{
    "services.reach",        "gaps.name",          "gaps.population",      "gaps.certainty",
    "coverage.population",   "coverage.certainty", "contracts.type",       "people.population",
    "people.commune",        "gaps.nearest_km",    "sources.date",         "territories.population",
    "coverage.date",         "provenance.kept",    "completeness.records", "completeness.asked",
    "completeness.answered", "means.year",         "means.value",          "reached_by.providers",
    "reached_by.population", "equity.population",  "comparison.value",     "comparison.rank",
    "comparison.figure",     "equity.figure",      "means.measure",        "reached_by.share"};

}  // namespace

std::string meaning(model::Language language, const Table& table, const Column& column) {
    if (column.name.starts_with("reach_")) return text::say(language, "column.reach", {{"service", column.name.substr(6)}});
    const std::string own = table.name + "." + column.name;
    for (const std::string_view candidate : ownMeanings) {
        if (candidate == own) return text::say(language, "column." + own);
    }
    return text::say(language, "column." + column.name);
}

}  // namespace raquette::store
