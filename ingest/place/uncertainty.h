#pragma once

#include "gis/model/units.h"

namespace raquette::ingest::uncertainty {

// How far a record may stand from where it is placed, by rung: the least that is stated. A street or a lieu-dit of an address extract
// states how far its own addresses lie when that is more; a commune states its farthest border (Commune::uncertainty). data/README.md says
// what each was measured on, and uncertainty_test measures it again.

inline constexpr model::Metres exact{50};
inline constexpr model::Metres street{300};
inline constexpr model::Metres locality = model::kilometres(1);

}  // namespace raquette::ingest::uncertainty
