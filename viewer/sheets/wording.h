#pragma once

#include "gis/analysis/classing/doubts.h"
#include "gis/model/language.h"
#include "gis/model/service.h"
#include "gis/model/units.h"

#include <string>
#include <string_view>

namespace raquette::viewer {

// Texts composed for sheets and the window, from the catalogue.

/// « d’un lieu de musiques actuelles », « d’une salle »; `from a venue`. Nothing when the gender of the label's first word is not in
/// the catalogue's short lists: titles then take a turn of phrase that needs none.
std::string fromOne(model::Language language, const std::string& label);
/// The label inside a sentence: a small first letter, unless it begins an acronym.
std::string inSentence(const std::string& label);
/// `30 km`, `45 min`, `même département`.
std::string reachText(model::Language language, const model::Reach& reach);
/// « 17,2 millions de personnes », « 893 000 personnes ».
std::string peopleText(model::Language language, model::Inhabitants people);
/// A small number in letters up to twelve.
std::string countText(model::Language language, std::size_t count);
/// Key with `.one` or `.many` by count: French has « 0 lieu », English “0 venues”.
std::string plural(model::Language language, std::string_view key, std::size_t count);

/// What may mislead on a map in classes: « 12 territoires sont à zéro et ont la couleur d’autres qui n’y sont pas. »
std::string doubtText(const analysis::ClassFinding& finding, model::Language language);

}  // namespace raquette::viewer
