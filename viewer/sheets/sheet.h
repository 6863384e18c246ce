#pragma once

#include "gis/store/store.h"
#include "viewer/map/map_look.h"
#include "viewer/map/map_style.h"
#include "viewer/sheets/paper.h"

#include <filesystem>
#include <string>
#include <vector>

namespace raquette::viewer {

/// Draws one map sheet (title, map, legend, scale bar, north, insets, foot) as PNG, SVG or PDF by extension, whole or not at all.
/// On paper, or of as many pixels as a PNG or SVG is asked to have. Needs no display. Returns what may mislead on it, a sentence each in
/// that language: who draws it is to be warned. Throws model::Error for an unknown layer or extension, a bad size, an unwritable path.
std::vector<std::string> writeSheet(const store::StudyState& state, const model::MapRequest& request, model::Language language,
                                    Paper paper = Paper::A4, const MapStyle& style = {}, const MapLook& look = {});

}  // namespace raquette::viewer
