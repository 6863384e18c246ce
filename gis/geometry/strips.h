#pragma once

#include "gis/geometry/shape.h"

#include <array>
#include <cstdint>
#include <vector>

namespace raquette::geometry {

/// Where a search starts from: a point of the ellipsoid, in space.
struct EarthPlace {
    explicit EarthPlace(LonLat at);

    double lon;      ///< degrees, −180 to 180
    double x, y, z;  ///< metres from the Earth's centre
    double axis;     ///< metres from the Earth's axis

private:
    EarthPlace(double longitude, const std::array<double, 3>& at);
};

/// Points of the Earth in strips of latitude, from west to east in each: all that lie within a chord of a place are in a few runs of
/// neighbours in memory, which a loop passes over as fast as it can reckon. For looking around very many places; to look around a few,
/// EarthIndex. Points carry a weight (their people, their seats), which also decides between points of one place: the order here does not
/// depend on the order given. Safe to share between threads once made.
class Strips {
public:
    /// `height` in metres, along the meridian.
    Strips(const std::vector<LonLat>& points, const std::vector<double>& weights, double height);

    struct Strip {
        std::size_t begin = 0, end = 0;
        double leastZ = 0, mostZ = 0;
        double leastAxis = 0, mostAxis = 0;
    };
    struct Run {
        std::size_t begin = 0, end = 0;
    };

    std::size_t size() const { return order_.size(); }
    const std::vector<Strip>& all() const { return strips_; }
    const std::vector<std::uint32_t>& order() const { return order_; }  ///< which of the points given stands here
    const std::vector<double>& x() const { return x_; }
    const std::vector<double>& y() const { return y_; }
    const std::vector<double>& z() const { return z_; }
    const std::vector<double>& weights() const { return weights_; }

    /// The strips that a chord can reach, as indexes of all().
    Run near(const EarthPlace& place, double chord) const;
    /// Holds all points of a strip within a chord of a place, and few others. Two runs where it lies across the antimeridian.
    std::array<Run, 2> runs(const Strip& strip, const EarthPlace& place, double chord) const;

private:
    Run between(const Strip& strip, double west, double east) const;

    std::vector<Strip> strips_;
    std::vector<std::uint32_t> order_;
    std::vector<double> lon_, x_, y_, z_, weights_;
};

}  // namespace raquette::geometry
