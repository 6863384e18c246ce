#pragma once

#include "gis/model/ids.h"
#include "gis/model/reference.h"

#include <optional>
#include <vector>

namespace raquette::analysis {

/// Where most people of a territory are: the point of its most populous commune that has one, else the middle of its outline; nothing where
/// neither is known.
std::optional<geometry::LonLat> heartOf(const model::Reference& reference, const model::TerritoryId& territory);

/// Territories of the same level beside one, the most populous first: those whose outlines share a border's points with it. Communes and
/// EPCI of a reference without their outlines: those whose communes are nearest. At most `most`; none for areas, the study, and a territory
/// that the reference does not know.
std::vector<model::TerritoryId> neighboursOf(const model::Reference& reference, const model::TerritoryId& territory, std::size_t most);

}  // namespace raquette::analysis
