#pragma once

#include "gis/model/issue.h"
#include "gis/model/language.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

namespace raquette::ingest {

/// Puts the people of a grid in place of the reference's own: each cell's at its centre, in the commune (without commune polygons the
/// département) its centre lies in, or the nearest within 5 km. Cells farther off are left out and told in `issues`, as are rows that
/// cannot be read; départements without a single cell keep the people they had. Throws model::Error for a missing or broken file, a
/// missing column, an unknown CRS.
void placePopulationGrid(const model::PopulationFile& grid, model::Language language, model::Reference& reference, model::Issues& issues);

}  // namespace raquette::ingest
