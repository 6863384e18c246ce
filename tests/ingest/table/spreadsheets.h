#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace raquette::ingest {

// Spreadsheets written part by part, as no program of ours would: rows that are missing, numbers beside texts, whatever a test needs.

using Sheets = std::vector<std::pair<std::string, std::string>>;  ///< name, and the XML of its rows

std::filesystem::path writeXlsx(const std::filesystem::path& path, const Sheets& sheets);
std::filesystem::path writeOds(const std::filesystem::path& path, const Sheets& sheets);

/// A row of texts.
std::string xlsxRow(long number, const std::vector<std::string>& texts);
std::string odsRow(const std::vector<std::string>& texts);
std::string odsText(const std::string& text);
std::string odsEmptyRows(long count);

}  // namespace raquette::ingest
