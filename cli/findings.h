#pragma once

#include "cli/outputs.h"
#include "gis/store/store.h"

#include <string>
#include <vector>

namespace raquette::cli {

/// What was found, in the study's language: for each service its holes as a table, the people and area left out of reach, what was
/// too small to be a hole; then how good the lists are.
std::string findingsText(const store::StudyState& state, bool sensitivity);

/// Rows read, kept, merged and rejected, over all sources.
std::string qualityText(const store::StudyState& state);

/// Where the outputs are, one line each.
std::string outputsText(const std::vector<Output>& outputs, model::Language language);

/// The shortest way to name a file from here.
std::string shortPath(const std::filesystem::path& path);

}  // namespace raquette::cli
