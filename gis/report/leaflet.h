#pragma once

#include <string_view>

namespace raquette::report {

// Leaflet as Debian has it (libjs-leaflet), in the program since it was built: a page stands alone, and so does an installed program.
// Empty when it was not there at configure time; the page then keeps its drawn map.

std::string_view leafletVersion();
std::string_view leafletScript();
/// Its style sheet without the pictures it would load.
std::string_view leafletStyle();

}  // namespace raquette::report
