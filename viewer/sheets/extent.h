#pragma once

#include "viewer/sheets/content.h"

#include <string>

namespace raquette::viewer {

/// What a request's extent means: a territory (`dep:42`), `west,south,east,north` in degrees, or empty for the study area.
/// Throws model::Error for an unknown territory, a box turned inside out or far from every land, or a study area without land.
SheetExtent extentOf(const store::StudyState& state, const MapScene& scene, const std::string& extent);

/// Lands of the study other than the one shown large: only the whole study has them.
std::vector<const LandScene*> insetsOf(const MapScene& scene, const SheetExtent& extent);

}  // namespace raquette::viewer
