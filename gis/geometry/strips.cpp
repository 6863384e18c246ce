#include "gis/geometry/strips.h"

#include "gis/geometry/geodesic.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace raquette::geometry {

namespace {

constexpr double metresPerDegree = 111195;  // of latitude; only how high a strip is hangs on it

struct Entry {
    std::int32_t strip = 0;
    std::uint32_t index = 0;
    LonLat at;
    double weight = 0;

    auto key() const { return std::tuple(strip, at.lon, at.lat, weight, index); }
};

constexpr double rounding = 1e-6;  // metres: more than coordinates of 6e6 m in double precision lose

double normalised(double lon) {
    return std::remainder(lon, 360.0);
}

double gap(double value, double least, double most) {
    return std::max({0.0, least - value, value - most});
}

}  // namespace

EarthPlace::EarthPlace(LonLat at) : EarthPlace(normalised(at.lon), inSpace(at)) {}

EarthPlace::EarthPlace(double longitude, const std::array<double, 3>& at)
    : lon(longitude), x(at[0]), y(at[1]), z(at[2]), axis(std::hypot(at[0], at[1])) {}

Strips::Strips(const std::vector<LonLat>& points, const std::vector<double>& weights, double height)
    : order_(points.size()), lon_(points.size()), x_(points.size()), y_(points.size()), z_(points.size()), weights_(points.size()) {
    std::vector<Entry> entries(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const LonLat at{normalised(points[i].lon), points[i].lat};
        entries[i] = {static_cast<std::int32_t>(std::floor(at.lat * metresPerDegree / height)), static_cast<std::uint32_t>(i), at,
                      weights[i]};
    }
    tbb::parallel_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key() < b.key(); });
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, entries.size(), 4096), [&](const auto& range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            const auto [x, y, z] = inSpace(entries[i].at);
            x_[i] = x;
            y_[i] = y;
            z_[i] = z;
            order_[i] = entries[i].index;
            lon_[i] = entries[i].at.lon;
            weights_[i] = entries[i].weight;
        }
    });
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const double axis = std::hypot(x_[i], y_[i]);
        if (i == 0 || entries[i].strip != entries[i - 1].strip) strips_.push_back({i, i, z_[i], z_[i], axis, axis});
        Strip& strip = strips_.back();
        strip.end = i + 1;
        strip.leastZ = std::min(strip.leastZ, z_[i]);
        strip.mostZ = std::max(strip.mostZ, z_[i]);
        strip.leastAxis = std::min(strip.leastAxis, axis);
        strip.mostAxis = std::max(strip.mostAxis, axis);
    }
}

Strips::Run Strips::near(const EarthPlace& place, double chord) const {
    const double wide = chord + rounding;
    const auto first = std::ranges::lower_bound(strips_, place.z - wide, {}, &Strip::mostZ);
    const auto last = std::ranges::upper_bound(first, strips_.end(), place.z + wide, {}, &Strip::leastZ);
    return {static_cast<std::size_t>(first - strips_.begin()), static_cast<std::size_t>(last - strips_.begin())};
}

/// chord² = Δz² + Δaxis² + 4 · axis · axis' · sin²(Δlon / 2): what the first two leave to the third bounds the longitudes.
std::array<Strips::Run, 2> Strips::runs(const Strip& strip, const EarthPlace& place, double chord) const {
    constexpr double room = 1e-9;  // degrees: more than rounding takes from a longitude
    const double alongZ = gap(place.z, strip.leastZ, strip.mostZ);
    const double alongAxis = gap(place.axis, strip.leastAxis, strip.mostAxis);
    const double wide = chord + rounding;
    const double left = wide * wide - alongZ * alongZ - alongAxis * alongAxis;
    if (left < 0) return {};
    const double sine2 = left / (4 * place.axis * strip.leastAxis);
    if (!(sine2 < 1)) return {Run{strip.begin, strip.end}, Run{}};
    const double half = 2 * std::asin(std::sqrt(sine2)) * 180 / std::numbers::pi + room;
    const double west = place.lon - half;
    const double east = place.lon + half;
    if (west < -180) return {between(strip, -180, east), between(strip, west + 360, 180)};
    if (east > 180) return {between(strip, -180, east - 360), between(strip, west, 180)};
    return {between(strip, west, east), Run{}};
}

Strips::Run Strips::between(const Strip& strip, double west, double east) const {
    const auto at = [&](std::size_t i) { return lon_.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto first = std::lower_bound(at(strip.begin), at(strip.end), west);
    const auto last = std::upper_bound(first, at(strip.end), east);
    return {static_cast<std::size_t>(first - lon_.begin()), static_cast<std::size_t>(last - lon_.begin())};
}

}  // namespace raquette::geometry
