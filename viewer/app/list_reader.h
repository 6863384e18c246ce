#pragma once

#include "viewer/assistant/list_reading.h"

namespace raquette::viewer {

/// Reads a list as `raquette check` would read the study made of it. Throws model::Error.
ListReading readList(const NewStudy& study);

/// Whether a file's name says that it may be a list.
bool mayBeList(const std::string& path);

}  // namespace raquette::viewer
