#pragma once

#include "gis/geometry/measure.h"
#include "gis/geometry/shape.h"
#include "gis/model/units.h"

#include <cstdint>
#include <span>
#include <vector>

namespace raquette::ingest {

/// Which of many neighbouring territories a position lies in, or is nearest to. Positions in degrees; borders are straight in degrees.
class LandIndex {
public:
    /// `shapes` must outlive the index.
    explicit LandIndex(std::span<const geometry::GeoShape> shapes);

    /// The territory that holds the point, the first in the list where they overlap; model::nowhere outside all.
    std::int32_t containing(geometry::LonLat point) const;
    /// The territory whose border is nearest, if within `reach`; model::nowhere otherwise. Distances on a local plane: within 0.2 % at 5
    /// km.
    std::int32_t nearest(geometry::LonLat point, model::Metres reach) const;

private:
    struct Bins {
        std::int64_t west, east, south, north;
    };
    Bins binsOf(const geometry::Box& box) const;
    std::span<const std::int32_t> shapesIn(std::int64_t column, std::int64_t row) const;

    std::span<const geometry::GeoShape> shapes_;
    std::vector<geometry::Box> boxes_;
    geometry::Box extent_;
    std::int64_t columns_ = 0;
    std::int64_t rows_ = 0;
    std::vector<std::uint32_t> binEnds_;  // where each bin's shapes end in binShapes_
    std::vector<std::int32_t> binShapes_;
};

}  // namespace raquette::ingest
