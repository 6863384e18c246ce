#pragma once

namespace raquette::viewer {

/// The colours of the windows: light, dark, or as the reader's desktop has them. Sheets and pages on paper stay light.
enum class Appearance { System, Light, Dark };

/// As chosen before, on this machine.
Appearance chosenAppearance();
/// Keeps the choice and gives the windows their colours.
void chooseAppearance(Appearance appearance);
/// To be called once the application is made.
void applyAppearance();

}  // namespace raquette::viewer
