#pragma once

#include "viewer/map/palette.h"

#include <QString>

namespace raquette::viewer {

inline constexpr int usualLetter = 13;  // pixels
inline constexpr int largeLetter = 17;

/// The look of the window in the colours of a theme, for letters of so many pixels.
QString windowStyle(Theme theme, int letter);
/// Of the start window.
QString startStyle(Theme theme);

}  // namespace raquette::viewer
