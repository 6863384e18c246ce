#pragma once

#include "viewer/sheets/content.h"

namespace raquette::viewer {

/// Title, figures and list of a sheet of baskets: how many services reach each territory, those with the fewest first.
void sayBaskets(const store::StudyState& state, const MapScene& scene, model::Language language, SheetContent& content);

}  // namespace raquette::viewer
