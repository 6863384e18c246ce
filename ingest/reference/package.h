#pragma once

#include "gis/model/issue.h"
#include "gis/model/language.h"
#include "gis/model/reference.h"
#include "ingest/reference/embedded.h"

#include <filesystem>
#include <vector>

namespace raquette::ingest {

/// A reference with commune polygons, from a GeoPackage laid out as data/README.md says. Commune polygons that are not valid are repaired
/// and told in `issues`; a missing EPCI layer too. EPCI, départements and régions get no shapes: they are the union of their communes.
/// `formerCodes` serves a file that has no `anciens_codes`. Throws model::Error for a missing layer or column, an unknown département,
/// a code used twice, a file that breaks off.
model::Reference readReferencePackage(const std::filesystem::path& file, const std::vector<FormerCode>& formerCodes,
                                      model::Language language, model::Issues& issues);

/// Distance from a point to the farthest border of a shape, by its farthest corner. The corner is chosen on a plane and measured on the
/// ellipsoid: at most 0.01 % short.
model::Metres farthestBorder(geometry::LonLat point, const geometry::GeoShape& shape);

}  // namespace raquette::ingest
