#pragma once

#include "ingest/reference/build.h"
#include "ingest/reference/layer.h"

#include <string>
#include <vector>

namespace raquette::ingest {

/// Reads one official file with our column names in place of Etalab's, IGN's or the ones the options give, and its shapes brought to
/// longitude and latitude. Columns it has not are absent. `kind` is `communes`, `epci`, `departements`, `regions` or `areas`.
/// Throws model::Error when the file, the layer or a column named in the options is missing.
PolygonLayer readOfficialLayer(const ReferenceInput& input, const std::string& kind, const std::vector<std::string>& columns);

}  // namespace raquette::ingest
