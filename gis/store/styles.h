#pragma once

#include "gis/store/qml.h"
#include "gis/store/store.h"
#include "gis/store/table.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::store {

// What the rows of `layer_styles` that are ours say of themselves in `description`.
inline constexpr const char* ownStyle = "Raquette";             ///< the tool's own
inline constexpr const char* chosenStyle = "Raquette: chosen";  ///< by somebody, in the window

/// The style of a layer; empty where it has none. Figures are those of a service, of all where it is not named.
std::string styleOf(const std::string& layer, const FigureStyle& figures, model::Language language, const std::string& service = {});

/// The figures of territories in classes, as somebody chose them: none where they are the tool's own, or nothing that the window draws.
std::optional<FigureStyle> figureStyleOf(const qml::Read& read);

/// The `layer_styles` table that QGIS reads when it opens a GeoPackage: one default style (QML of QGIS 3.22, colours of
/// data/palette.json) for each layer of `tables` that has one.
/// `figures`: of layers `indicators_LEVEL`, for one service or all.
Table layerStyles(const std::vector<Table>& tables, const StudyState& state, const FigureStyle& figures = {},
                  const std::string& service = {});

}  // namespace raquette::store
