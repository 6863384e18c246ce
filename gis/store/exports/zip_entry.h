#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace raquette::store {

/// The last bytes of a file within a zip file; empty when it cannot be read to its end, its checksum included.
std::string endOfZipEntry(const std::filesystem::path& zip, const std::string& entry, std::size_t bytes);

}  // namespace raquette::store
