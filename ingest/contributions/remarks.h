#pragma once

#include "gis/model/remark.h"

#include <filesystem>
#include <vector>

namespace raquette::ingest {

/// What contributions pinned on records, holes and figures: accepted comments, and contests from the day they were brought, with their
/// answers; in the order they came. What was taken back is no longer there. Throws model::Error for a history or a contribution that
/// cannot be read.
std::vector<model::Remark> remarksOf(const std::filesystem::path& folder);

}  // namespace raquette::ingest
