#pragma once

#include <QString>

namespace raquette::viewer {

inline constexpr int usualLetter = 13;  // pixels
inline constexpr int largeLetter = 17;

/// The look of the window for letters of so many pixels.
QString windowStyle(int letter);

}  // namespace raquette::viewer
