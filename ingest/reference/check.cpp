#include "ingest/reference/check.h"

#include "gis/geometry/overlay.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace raquette::ingest {

namespace {

using geometry::LonLat;

/// Side of the line from a to b that c is on: 1 left, -1 right, 0 on it or too close to tell in double precision.
int side(LonLat a, LonLat b, LonLat c) {
    const double left = (b.lon - a.lon) * (c.lat - a.lat);
    const double right = (b.lat - a.lat) * (c.lon - a.lon);
    const double doubt = 8 * std::numeric_limits<double>::epsilon() * (std::abs(left) + std::abs(right));
    if (left - right > doubt) return 1;
    if (right - left > doubt) return -1;
    return 0;
}

struct Edge {
    LonLat a, b;
    double west, east, south, north;
    std::size_t index;
};

bool surelyApart(const Edge& e, const Edge& f) {
    if (e.south > f.north || f.south > e.north) return true;
    const int c = side(e.a, e.b, f.a);
    if (c != 0 && c == side(e.a, e.b, f.b)) return true;
    const int a = side(f.a, f.b, e.a);
    return a != 0 && a == side(f.a, f.b, e.b);
}

/// Two edges in a row share a point; they must not fold back on one another.
bool surelyUnfolded(LonLat before, LonLat corner, LonLat after) {
    if (side(before, corner, after) != 0) return true;
    const double along = (corner.lon - before.lon) * (after.lon - corner.lon) + (corner.lat - before.lat) * (after.lat - corner.lat);
    return along > 0;
}

std::vector<Edge> edgesFromWest(std::span<const LonLat> ring) {
    std::vector<Edge> edges;
    edges.reserve(ring.size());
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const LonLat a = ring[i - 1];
        const LonLat b = ring[i];
        edges.push_back({a, b, std::min(a.lon, b.lon), std::max(a.lon, b.lon), std::min(a.lat, b.lat), std::max(a.lat, b.lat), i - 1});
    }
    std::ranges::sort(edges, {}, &Edge::west);
    return edges;
}

}  // namespace

bool surelyValid(const geometry::GeoShape& shape) {
    if (shape.polygonCount() != 1 || shape.ringCount() != 1) return false;
    const auto ring = shape.ring(0);
    const auto finite = [](LonLat p) { return std::isfinite(p.lon) && std::isfinite(p.lat); };
    if (ring.size() < 4 || ring.front() != ring.back() || !std::ranges::all_of(ring, finite)) return false;

    const std::size_t count = ring.size() - 1;
    for (std::size_t i = 0; i < count; ++i) {
        if (!surelyUnfolded(ring[i], ring[i + 1], ring[i + 2 > count ? 1 : i + 2])) return false;
    }
    const std::vector<Edge> edges = edgesFromWest(ring);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count && edges[j].west <= edges[i].east; ++j) {
            const std::size_t apart = edges[i].index > edges[j].index ? edges[i].index - edges[j].index : edges[j].index - edges[i].index;
            if (apart != 1 && apart != count - 1 && !surelyApart(edges[i], edges[j])) return false;
        }
    }
    return true;
}

std::optional<std::string> repairIfInvalid(geometry::GeoShape& shape) {
    if (shape.empty() || surelyValid(shape)) return std::nullopt;
    auto why = geometry::invalidity(shape);
    if (why) shape = geometry::makeValid(shape);
    return why;
}

}  // namespace raquette::ingest
