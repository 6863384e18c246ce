#pragma once

#include "gis/report/map_scope.h"

#include <string>

namespace raquette::report {

/// What data/report/map.js draws, as a JSON document in ASCII: for each window its land, covered areas, holes and where unserved people
/// live, with borders that neighbours share written once (see Mesh); the holes that the page tells of, and the providers, with the words
/// of their cards. Coordinates are whole numbers, each point after the first of a stretch by its difference from the one before. Only
/// public fields are read.
std::string liveMapData(const store::StudyState& state, const MapScope& scope, model::Language language);

}  // namespace raquette::report
