#pragma once

#include "gis/model/study.h"

#include <filesystem>

namespace raquette::ingest {

/// Reads and checks a study file (design §4). Relative paths become absolute from the study's folder. `today` is the default date.
/// Throws model::Error naming file, line and nearest known key for an unknown key, a wrong type, a bad value.
model::Study readStudyFile(const std::filesystem::path& path, model::Day today);

/// Where a study's store goes; of a shared one, what belongs beside it: what sources were read as, rejected rows.
std::filesystem::path storePath(const model::Study& study);

}  // namespace raquette::ingest
