#include "gis/report/mesh.h"

#include "gis/report/outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace raquette::report {

namespace {

using geometry::GeoShape;
using geometry::LonLat;
using geometry::PlanePoint;

constexpr double placesPerDegree = 1e6;
constexpr double metresPerDegree = 111'320;
constexpr std::uint32_t unset = 0xFFFFFFFF;

struct Places {
    std::vector<LonLat> at;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers;

    std::uint32_t numberOf(LonLat point) {
        const auto whole = [](double degrees) { return static_cast<std::uint64_t>(std::llround(degrees * placesPerDegree)) & 0xFFFFFFFFU; };
        const auto [found, isNew] = numbers.try_emplace(whole(point.lon) << 32U | whole(point.lat), static_cast<std::uint32_t>(at.size()));
        if (isNew) at.push_back(point);
        return found->second;
    }
};

using Line = std::vector<std::uint32_t>;

/// A ring as places, not closed; empty when it is less than a triangle.
Line lineOf(std::span<const LonLat> ring, Places& places) {
    Line line;
    for (const LonLat& point : ring) {
        const std::uint32_t place = places.numberOf(point);
        if (line.empty() || line.back() != place) line.push_back(place);
    }
    while (line.size() > 1 && line.front() == line.back()) line.pop_back();
    if (line.size() < 3) line.clear();
    return line;
}

/// Places where outlines that ran together part: on different rings they have different places beside them.
class Junctions {
public:
    explicit Junctions(std::size_t places) : beside_(places, {unset, unset}), is_(places, false) {}

    void follow(const Line& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const std::uint32_t before = ring[i == 0 ? ring.size() - 1 : i - 1];
            const std::uint32_t after = ring[i + 1 == ring.size() ? 0 : i + 1];
            const std::pair<std::uint32_t, std::uint32_t> pair = std::minmax(before, after);
            if (beside_[ring[i]].first == unset)
                beside_[ring[i]] = pair;
            else if (beside_[ring[i]] != pair)
                is_[ring[i]] = true;
        }
    }
    bool at(std::uint32_t place) const { return is_[place]; }

private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> beside_;
    std::vector<bool> is_;
};

class Maker {
public:
    Maker(Places places, Junctions junctions, double tolerance)
        : places_(std::move(places)), junctions_(std::move(junctions)), tolerance_(tolerance) {}

    /// Empty when nothing of the ring is left.
    Mesh::Ring ringOf(Line line) {
        Mesh::Ring ring;
        if (line.empty() || isTiny(line)) return ring;
        auto start = std::ranges::find_if(line, [&](std::uint32_t place) { return junctions_.at(place); });
        const bool isAlone = start == line.end();
        if (isAlone) start = std::ranges::min_element(line);
        std::ranges::rotate(line, start);
        line.push_back(line.front());
        for (std::size_t first = 0; first + 1 < line.size();) {
            std::size_t last = first + 1;
            while (last + 1 < line.size() && (isAlone || !junctions_.at(line[last]))) ++last;
            ring.push_back(
                arcOf(Line(line.begin() + static_cast<std::ptrdiff_t>(first), line.begin() + static_cast<std::ptrdiff_t>(last) + 1)));
            first = last;
        }
        return ring;
    }

    std::vector<std::vector<LonLat>> arcs;

private:
    bool isTiny(const Line& line) const {
        geometry::Box box;
        for (const std::uint32_t place : line) box.include(places_.at[place].lon, places_.at[place].lat);
        return std::max(box.maxX - box.minX, box.maxY - box.minY) * metresPerDegree < 2 * tolerance_;
    }

    /// Both neighbours find the same stretch, walked from the same end: two places in a row begin one stretch only.
    std::int32_t arcOf(Line line) {
        const bool isLoop = line.front() == line.back();
        const bool backwards = isLoop ? line[1] > line[line.size() - 2] : line.front() > line.back();
        if (backwards) std::ranges::reverse(line);
        const std::uint64_t key = static_cast<std::uint64_t>(line[0]) << 32U | line[1];
        const auto [found, isNew] = numbers_.try_emplace(key, static_cast<std::int32_t>(arcs.size()));
        if (isNew) arcs.push_back(fewer(line));
        return backwards ? ~found->second : found->second;
    }

    std::vector<LonLat> fewer(const Line& line) const {
        const double alongLat = metresPerDegree;
        const double alongLon = metresPerDegree * std::cos(places_.at[line.front()].lat * std::numbers::pi / 180);
        std::vector<PlanePoint> plane;
        for (const std::uint32_t place : line) plane.push_back({places_.at[place].lon * alongLon, places_.at[place].lat * alongLat});
        std::vector<LonLat> out;
        for (const PlanePoint& point : simplified(std::move(plane), tolerance_)) out.push_back({point.x / alongLon, point.y / alongLat});
        return out;
    }

    Places places_;
    Junctions junctions_;
    double tolerance_;
    std::unordered_map<std::uint64_t, std::int32_t> numbers_;
};

/// The part of a closed ring on one side of a line of the grid.
template <class IsInside, class Crossing>
std::vector<LonLat> cut(const std::vector<LonLat>& ring, IsInside isInside, Crossing crossing) {
    std::vector<LonLat> out;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const LonLat& a = ring[i];
        const LonLat& b = ring[i + 1];
        if (isInside(a)) out.push_back(a);
        // From the same end whichever way the border is walked, so that both neighbours are cut at the same place.
        if (isInside(a) != isInside(b)) out.push_back(isInside(a) ? crossing(a, b) : crossing(b, a));
    }
    if (!out.empty()) out.push_back(out.front());
    return out;
}

std::vector<LonLat> cutAtLon(const std::vector<LonLat>& ring, double lon, double sign) {
    return cut(
        ring, [&](LonLat p) { return sign * (p.lon - lon) >= 0; },
        [&](LonLat a, LonLat b) { return LonLat{lon, a.lat + (b.lat - a.lat) * (lon - a.lon) / (b.lon - a.lon)}; });
}

std::vector<LonLat> cutAtLat(const std::vector<LonLat>& ring, double lat, double sign) {
    return cut(
        ring, [&](LonLat p) { return sign * (p.lat - lat) >= 0; },
        [&](LonLat a, LonLat b) { return LonLat{a.lon + (b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat), lat}; });
}

}  // namespace

Mesh meshOf(std::span<const GeoShape> shapes, model::Metres tolerance) {
    Places places;
    std::vector<Line> lines;
    for (const GeoShape& shape : shapes) {
        for (std::size_t r = 0; r < shape.ringCount(); ++r) lines.push_back(lineOf(shape.ring(r), places));
    }
    Junctions junctions(places.at.size());
    for (const Line& line : lines) junctions.follow(line);
    Maker maker(std::move(places), std::move(junctions), tolerance.value);
    Mesh mesh;
    std::size_t next = 0;
    for (const GeoShape& shape : shapes) {
        std::vector<Mesh::Polygon> polygons;
        for (std::size_t p = 0; p < shape.polygonCount(); ++p) {
            Mesh::Polygon polygon;
            bool isThere = true;
            for (std::size_t r = shape.firstRing(p); r < shape.polygonEnds[p]; ++r) {
                const bool isOutside = r == shape.firstRing(p);
                Mesh::Ring ring = isThere ? maker.ringOf(std::move(lines[next])) : Mesh::Ring();
                ++next;
                if (ring.empty())
                    isThere = isThere && !isOutside;
                else
                    polygon.push_back(std::move(ring));
            }
            if (isThere) polygons.push_back(std::move(polygon));
        }
        mesh.shapes.push_back(std::move(polygons));
    }
    mesh.arcs = std::move(maker.arcs);
    return mesh;
}

GeoShape clipped(const GeoShape& shape, double west, double south, double east, double north) {
    const geometry::Box box{west, south, east, north};
    GeoShape out;
    for (std::size_t p = 0; p < shape.polygonCount(); ++p) {
        const std::size_t before = out.ringCount();
        for (std::size_t r = shape.firstRing(p); r < shape.polygonEnds[p]; ++r) {
            const auto points = shape.ring(r);
            std::vector<LonLat> ring(points.begin(), points.end());
            geometry::Box own;
            for (const LonLat& point : ring) own.include(point.lon, point.lat);
            if (!own.touches(box)) ring.clear();
            const bool isWhole = own.minX >= west && own.maxX <= east && own.minY >= south && own.maxY <= north;
            if (!isWhole) ring = cutAtLat(cutAtLat(cutAtLon(cutAtLon(ring, west, 1), east, -1), south, 1), north, -1);
            if (ring.size() < 4) {
                if (r == shape.firstRing(p)) break;  // no outside, no polygon
                continue;
            }
            out.points.insert(out.points.end(), ring.begin(), ring.end());
            out.closeRing();
        }
        if (out.ringCount() > before) out.closePolygon();
    }
    return out;
}

}  // namespace raquette::report
