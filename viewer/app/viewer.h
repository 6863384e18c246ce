#pragma once

#include <filesystem>

namespace raquette::viewer {

/// Opens the window on a store and returns when it is closed: 0, or 1 when the store cannot be read or shown (said on stderr, and in a
/// message box where there is a display).
int runViewer(const std::filesystem::path& store);

}  // namespace raquette::viewer
