#pragma once

#include "gis/geometry/shape.h"
#include "viewer/map/box.h"

#include <cstdint>
#include <vector>

namespace raquette::viewer {

/// People at a point of a frame's plane.
struct PlanePeople {
    geometry::PlanePoint at;
    std::int64_t people = 0;
};

struct PeopleBin {
    std::int32_t row = 0;  ///< northwards
    std::int32_t column = 0;
    std::int64_t people = 0;
    bool operator==(const PeopleBin&) const = default;
};

/// People gathered in square bins, so that a rate per km² can be shown where they live. Bins are sorted by row then column.
struct PeopleGrid {
    double cell = 0;  ///< side in metres
    std::vector<PeopleBin> bins;
};

PeopleGrid gather(const std::vector<PlanePeople>& points, double cell);
/// The same people in bins `factor` times as wide.
PeopleGrid coarsened(const PeopleGrid& grid, int factor);

/// 0 under the first bound, then one more at each bound reached.
std::size_t densityClass(const PeopleGrid& grid, const PeopleBin& bin, const std::vector<double>& upperBoundsPerKm2);

/// Rectangles that together cover exactly the bins of at least this class within `visible`: as few as runs along rows, merged
/// upwards, allow. Filling class after class over the lower ones leaves no seams.
std::vector<Box> binsFromClass(const PeopleGrid& grid, std::size_t leastClass, const std::vector<double>& upperBoundsPerKm2,
                               const Box& visible);

}  // namespace raquette::viewer
