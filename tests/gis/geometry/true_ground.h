#pragma once

#include "gis/geometry/shape.h"

#include <vector>

namespace raquette::testing {

/// By GeographicLib alone, on GRS80 as its definition has it: what our distances, catchments and frames are held against.
double trueDistance(geometry::LonLat from, geometry::LonLat to);
geometry::LonLat trueDestination(geometry::LonLat from, double azimuth, double metres);
/// Area on the ellipsoid of a ring with geodesic sides, closed or not.
double trueArea(const std::vector<geometry::LonLat>& ring);
/// Lengths on the ground of a radian of latitude and of longitude.
struct Radian {
    double northwards;
    double eastwards;
};
Radian trueRadian(double latitude);

}  // namespace raquette::testing
