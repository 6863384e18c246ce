#pragma once

#include "viewer/map/palette.h"

#include <QString>

namespace raquette::viewer {

/// The colours of the windows: light, dark, or as the reader's desktop has them. Sheets and pages on paper stay light.
enum class Appearance { System, Light, Dark };

/// As chosen before, on this machine.
Appearance chosenAppearance();
/// Keeps the choice and gives the windows their colours.
void chooseAppearance(Appearance appearance);
/// To be called once the application is made.
void applyAppearance();

/// Of the theme that is shown; letters in pixels.
QString windowStyle(Theme theme, int letter);
QString startStyle(Theme theme);

}  // namespace raquette::viewer
