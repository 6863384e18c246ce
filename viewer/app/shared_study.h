#pragma once

#include "viewer/contributions/deed.h"

#include <filesystem>

namespace raquette::viewer {

/// A study by its file. What is done to it is done by its rules, as `raquette merge` does: nobody else merges meanwhile, the store says
/// what the study says, and everything is as before where something goes wrong.
SharedStudy sharedStudy(const std::filesystem::path& study);

}  // namespace raquette::viewer
