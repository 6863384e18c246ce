#pragma once

#include <QByteArray>
#include <filesystem>

namespace raquette::viewer {

/// Writes a file whole or not at all: a sibling renamed at the end, so that a full disk or a killed run leaves what was there. Throws
/// model::Error saying why it cannot.
void writeWhole(const QByteArray& bytes, const std::filesystem::path& path);

}  // namespace raquette::viewer
