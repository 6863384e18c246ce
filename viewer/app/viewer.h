#pragma once

#include <filesystem>
#include <optional>

namespace raquette::viewer {

/// Opens the window on a study file or a store, or the start window, and returns when all are closed: 0, or 1 where there is no display.
/// What cannot be opened is said on stderr and in the start window.
int runViewer(const std::optional<std::filesystem::path>& path);

}  // namespace raquette::viewer
