#pragma once

#include "gis/store/store.h"
#include "gis/store/table.h"

#include <vector>

namespace raquette::store {

/// The `layer_styles` table that QGIS reads when it opens a GeoPackage: one default style (QML of QGIS 3.22, colours of
/// data/palette.json) for each layer of `tables` that has one.
/// `figures`: of layers `indicators_LEVEL`.
Table layerStyles(const std::vector<Table>& tables, const StudyState& state, const FigureStyle& figures = {});

}  // namespace raquette::store
