#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace raquette::ingest {

/// Names of the files in a zip. Throws model::Error when its directory cannot be read, or states more than fits in memory.
std::vector<std::string> zipNames(const std::filesystem::path& path);

/// Unpacks the sheets of an XLSX or ODS file once without keeping them, to see what GDAL, which keeps every cell up to the widest row,
/// would take: its directory may lie. Throws model::Error beyond 2,000 columns or 50 million cells, saying what to delete.
void checkSheets(const std::filesystem::path& path, const std::vector<std::string>& names);

}  // namespace raquette::ingest
