#pragma once

#include <filesystem>

namespace raquette {

/// The folder that holds reference/, vocabulary/, catalogue.json and palette.json: `$RAQUETTE_DATA`, else the installed
/// `share/raquette` beside the program, else the source tree it was built from. Throws model::Error when none is there.
std::filesystem::path dataFolder();

}  // namespace raquette
