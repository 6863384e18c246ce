#pragma once

#include "gis/store/store.h"

#include <filesystem>
#include <string>

namespace raquette::report {

/// One self-contained HTML page about the whole study: the finding, the map as inline SVG, the ranked holes, what exists,
/// completeness and method. Every text from data is escaped; private fields are never read.
std::string htmlPage(const store::StudyState& state, model::Language language);

/// The same written whole or not at all.
void writeHtmlPage(const store::StudyState& state, model::Language language, const std::filesystem::path& path);

}  // namespace raquette::report
