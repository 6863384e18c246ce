#pragma once

#include "gis/store/store.h"

#include <filesystem>
#include <optional>
#include <string>

namespace raquette::report {

/// One self-contained HTML page about a commune, EPCI, département or région: its map with what is around it, what it has and lacks, who
/// serves it, its contracts, whom to call, its rank, its neighbours, its holes, then completeness and method. `service` is what the map
/// and the figures are about: none where the study has none. Only public fields are read. Throws model::Error for a territory that the
/// reference does not know.
std::string htmlTerritoryPage(const store::StudyState& state, const model::TerritoryId& territory, std::optional<std::size_t> service,
                              model::Language language);

/// The same written whole or not at all.
void writeHtmlTerritoryPage(const store::StudyState& state, const model::TerritoryId& territory, std::optional<std::size_t> service,
                            model::Language language, const std::filesystem::path& path);

}  // namespace raquette::report
