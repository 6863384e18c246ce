#pragma once

#include "gis/model/service.h"

#include <optional>

namespace raquette::text {

/// `25 min`, `1 h 05`.
std::string duration(model::Language language, model::Minutes time);

/// By travel time where there is one, with the straight distance beside it: `25 min, 12 km à vol d’oiseau`; else the distance; nothing
/// where neither is known.
std::string howFar(model::Language language, const std::optional<model::Metres>& distance, const std::optional<model::Minutes>& time);

/// A reach so many kilometres or minutes longer (or shorter): `35 km`. Nothing where it is a territory.
std::string movedReach(model::Language language, const model::Reach& reach, double by);

}  // namespace raquette::text
