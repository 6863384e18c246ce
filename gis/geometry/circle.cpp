#include "gis/geometry/circle.h"

#include "gis/geometry/geodesic.h"

#include <array>
#include <cmath>
#include <numbers>

namespace raquette::geometry {

namespace {

// On a conformal plane the corners are a smooth function of their direction: its waves die out as powers of the radius over the Earth's,
// so few corners measured tell all (an even number of equidistant samples, interpolated by waves up to half of them).
constexpr int measured = 32;
constexpr int between = circleCorners / measured;

using Weights = std::array<std::array<double, measured>, between>;

/// Weights of the measured corners for a corner `step` / `between` of the way to the next one: sin(n t / 2) / (n tan(t / 2)) at the angle t
/// between them (Henrici, "Barycentric formulas for interpolating trigonometric polynomials", 1979).
Weights weights() {
    Weights all{};
    for (int step = 0; step < between; ++step) {
        for (int k = 0; k < measured; ++k) {
            const double t = 2 * std::numbers::pi * (static_cast<double>(step) / between - k) / measured;
            const bool same = step == 0 && k == 0;
            all[static_cast<std::size_t>(step)][static_cast<std::size_t>(k)] =
                same        ? 1
                : step == 0 ? 0
                            : std::sin(measured * t / 2) / (measured * std::tan(t / 2));
        }
    }
    return all;
}

}  // namespace

std::vector<PlanePoint> circleOnPlane(Frame frame, LonLat centre, model::Metres radius) {
    static const Weights shares = weights();
    constexpr double step = 2 * std::numbers::pi / circleCorners;
    const double widened = radius.value * std::sqrt(step / std::sin(step));
    std::vector<LonLat> directions(measured);
    for (int i = 0; i < measured; ++i) {
        directions[static_cast<std::size_t>(i)] = geodesicFrom(centre, 90 - 360.0 * i / measured, {widened});
    }
    const std::vector<PlanePoint> corners = toPlane(frame, directions);
    const PlanePoint origin = corners.front();  // differences keep digits that large coordinates lose
    std::vector<PlanePoint> ring(circleCorners + 1);
    for (std::size_t i = 0; i < circleCorners; ++i) {
        const std::array<double, measured>& share = shares[i % between];
        PlanePoint sum;
        for (std::size_t k = 0; k < measured; ++k) {
            const PlanePoint& corner = corners[(i / between + k) % measured];
            sum.x += share[k] * (corner.x - origin.x);
            sum.y += share[k] * (corner.y - origin.y);
        }
        ring[i] = {origin.x + sum.x, origin.y + sum.y};
    }
    ring.back() = ring.front();
    return ring;
}

}  // namespace raquette::geometry
