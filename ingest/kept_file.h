#pragma once

#include <array>
#include <filesystem>
#include <string_view>

namespace raquette::ingest {

/// Where what was made of a source may be kept for the next run: beside it, or in the user's cache folder (else the system's temporary
/// one) for folders that cannot be written in. `ending` is added to its name.
std::array<std::filesystem::path, 2> keptFiles(const std::filesystem::path& source, std::string_view ending);

/// The first of these that can be written.
std::filesystem::path keptFileToWrite(const std::filesystem::path& source, std::string_view ending);

}  // namespace raquette::ingest
