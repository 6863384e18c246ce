#pragma once

#include "gis/store/store.h"

#include <string>

namespace raquette::store::test {

/// Two départements side by side in one région, three venues with nasty names, two holes:
///
///     lon 0     1     2          dep 01: covered in its west by "Le Fil"
///  47  +-----+-----+             dep 02: nobody; both share their border lon = 1
///      | 01 ##| 02 ##|           gap 1: all of 02     gap 2: the east of 01
///  46  +-----+-----+
StudyState tinyWorld();

/// What only the store may hold.
inline const std::string privateMail = "jeanne.secret@example.org";
inline const std::string privatePhone = "06 99 88 77 66";
inline const std::string privateContact = "Jeanne Secret";

/// The hostile name of the second venue.
inline const std::string hostileName = R"(<script>alert(1)</script>&"')";

geometry::GeoShape rectangle(double west, double south, double east, double north);

}  // namespace raquette::store::test
