#pragma once

#include "gis/store/store.h"

#include <filesystem>
#include <memory>

namespace raquette::viewer {

/// A study file is read and analysed, a store is read back; beside a store, or in a folder above it, the study file it was made of may
/// stand: then contributions are kept where that says. Throws model::Error saying what is wrong and what to do.
std::shared_ptr<const store::StudyState> openState(const std::filesystem::path& path);

}  // namespace raquette::viewer
