#pragma once

#include "gis/store/store.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace raquette::viewer {

/// The page of one territory, as PDF or PNG by extension, whole or not at all. `service` is what its map and figures are about; none: who
/// is there. Needs no display. Throws model::Error for a territory that the reference does not have, or a path that cannot be written.
void writeTerritoryPage(const store::StudyState& state, const model::TerritoryId& territory, std::optional<std::size_t> service,
                        model::Language language, const std::filesystem::path& path);

/// The territories of a level that the study touches, by name; those of one name by code.
std::vector<model::TerritoryId> atlasTerritories(const store::StudyState& state, model::Level level);

/// Told how many pages are drawn; throws to stop, and nothing is written then.
using AtlasWatch = std::function<void(std::size_t done, std::size_t of)>;

/// The page of every territory of a level, one after the other in one PDF with their names as bookmarks, whole or not at all. Returns how
/// many pages there are. Needs no display. Throws model::Error where the study touches no territory of the level, the path does not end in
/// .pdf, or cannot be written.
std::size_t writeAtlas(const store::StudyState& state, model::Level level, std::optional<std::size_t> service, model::Language language,
                       const std::filesystem::path& path, const AtlasWatch& watch = {});

}  // namespace raquette::viewer
