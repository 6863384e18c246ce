#pragma once

#include "gis/model/issue.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <filesystem>

namespace raquette::ingest {

/// The reference a study stands on: embedded, or the GeoPackage it names; with its population grid when it names one.
/// What had to be repaired or left out goes to `issues`. Throws model::Error when a file is missing, broken or lacks a layer or column.
model::Reference readReference(const model::Study& study, model::Issues& issues);

}  // namespace raquette::ingest
