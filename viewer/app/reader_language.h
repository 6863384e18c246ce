#pragma once

#include <optional>

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

/// The language the reader chose in a window of this machine; none as long as nobody did: a study then speaks its own.
std::optional<model::Language> chosenLanguage();
void chooseLanguage(model::Language language);
/// The words of Qt's own dialogs, which are English where its French ones are not installed.
void speakInDialogs(model::Language language);

}  // namespace raquette::viewer
