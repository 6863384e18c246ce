#pragma once

#include <string>
#include <string_view>

namespace raquette::text {

/// A name as it is compared: lower case, without accents, ligatures opened (œ → oe), every run of other signs one space.
/// `L'Épicerie-Moderne ` and `l’epicerie moderne` fold to the same text.
std::string fold(std::string_view name);

}  // namespace raquette::text
