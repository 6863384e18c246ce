#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace raquette::ingest {

/// What reading a source gave, kept so that a source that has not changed is not read again.
struct Reading {
    std::string source;
    std::uint64_t key = 0;  ///< what it depended on
    std::string content;
};
using Readings = std::vector<Reading>;

/// The readings kept in a file; none when it is not there, or is not one. It holds what the sources hold, persons included.
Readings loadReadings(const std::filesystem::path& file);
/// Writes the file whole, or leaves it as it was. Throws model::Error.
void saveReadings(const Readings& readings, const std::filesystem::path& file);

}  // namespace raquette::ingest
