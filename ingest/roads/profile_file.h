#pragma once

#include "gis/roads/profile.h"

#include <filesystem>

namespace raquette::ingest {

/// Where the profile of a mode is: one of `data/profiles`, or a path that ends in `.toml`. Throws model::Error for a word that is neither,
/// naming those there are.
std::filesystem::path profilePath(const std::string& mode);

/// Reads a profile (data/profiles/car.toml explains its keys). Throws model::Error with file and line for what cannot be: an unknown key, a
/// speed of nothing.
roads::Profile readProfile(const std::filesystem::path& file);

}  // namespace raquette::ingest
