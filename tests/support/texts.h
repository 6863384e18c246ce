#pragma once

#include <set>
#include <string>

namespace raquette {

/// The `{name}` places of a text.
std::set<std::string> placesIn(const std::string& text);

/// Whether a line of French may begin with « : » or end with « « », where French has a space that does not break.
bool breaksAtASign(const std::string& french);

}  // namespace raquette
