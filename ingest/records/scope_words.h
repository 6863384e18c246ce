#pragma once

#include "gis/model/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace raquette::ingest {

// How people write the territories of a contract; which territory it is, the reference says (scope.h).

/// The level a word says: `région`, `EPCI`, `dep`, `insee`…
std::optional<model::Level> levelOfPrefix(std::string_view prefix);
/// `régions Rhône-Alpes` → the level its first word says, and the rest.
std::pair<std::optional<model::Level>, std::string_view> withoutLevelWord(std::string_view part);
/// `departement de la loire` → `loire`.
std::string withoutLevelWords(const std::string& words);
/// The words of an EPCI's name that tell it from others: `CC de la Plaine de l’Ain` → `plaine ain`. `kind` says whether it was written as
/// the name of one.
std::string epciStem(const std::string& folded, bool& kind);
/// The nine digits of a SIREN somewhere in a text: `Siren EPCI 2015 : 244 200 770`. Empty when there are none.
std::string sirenIn(std::string_view part);
bool isFileName(const std::string& part);

}  // namespace raquette::ingest
