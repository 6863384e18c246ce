#pragma once

#include "gis/model/language.h"
#include "gis/text/filled.h"

#include <QString>
#include <string>

namespace raquette::viewer {

// What the window alone says: texts of raquette_fr.ts and raquette_en.ts, which Qt Linguist opens. What a map, a sheet, a page or a command
// says as well is in the catalogue, and the window takes it from there: text::say().

/// The French or English text of an id, its `{name}` places filled in. An unknown id throws model::Error: a missing text is our bug.
QString words(model::Language language, const std::string& id, const text::Values& values = {});
/// The same for what is put together before it is shown.
std::string plainWords(model::Language language, const std::string& id, const text::Values& values = {});

}  // namespace raquette::viewer
