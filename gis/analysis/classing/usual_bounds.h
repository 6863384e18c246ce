#pragma once

#include "gis/model/service.h"

#include <string_view>
#include <vector>

namespace raquette::analysis {

/// The tool's own bounds between the classes of a figure, the same for every région and year: of a share (0 to 1) fifths, of a distance
/// kilometres, of a travel time quarters of an hour, of what people reach three steps to a tenfold where it is for 100,000 of them, as
/// venues, cinemas and seats are from a few tenths to many thousands.
std::vector<double> usualBounds(std::string_view column, const model::Access& access = {});

}  // namespace raquette::analysis
