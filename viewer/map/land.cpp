#include "viewer/map/land.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace raquette::viewer {

namespace {

constexpr std::array<std::string_view, 6> nameKeys{"land.mainland", "land.guadeloupe", "land.martinique",
                                                   "land.guyane",   "land.reunion",    "land.mayotte"};
constexpr std::array<int, 6> epsgs{2154, 5490, 5490, 2972, 2975, 4471};
constexpr double betweenGuadeloupeAndMartinique = 15.2;  // degrees of latitude, off Dominica

}  // namespace

geometry::Frame frameOf(Land land, Plane plane) {
    return plane == Plane::WebMercator ? webMercator : geometry::Frame{epsgs[static_cast<std::size_t>(land)]};
}

double groundPerMetre(geometry::Frame frame, geometry::PlanePoint at) {
    if (frame != webMercator) return 1;
    constexpr double earthRadius = 6378137;                             // of the sphere the plane is made from
    constexpr double edge = std::numbers::pi;                           // of the plane: nothing of the ground lies beyond
    return 1 / std::cosh(std::clamp(at.y / earthRadius, -edge, edge));  // the cosine of the latitude
}

geometry::PlanePoint between(geometry::Frame from, geometry::Frame to, geometry::PlanePoint at) {
    return from == to ? at : geometry::toPlane(to, geometry::toLonLat(from, at));
}

std::string_view nameKey(Land land) {
    return nameKeys[static_cast<std::size_t>(land)];
}

std::optional<Land> landAt(geometry::LonLat position) {
    const geometry::Frame frame = geometry::frameAt(position);
    for (const Land land : allLands) {
        if (frameOf(land) != frame) continue;
        if (land == Land::Guadeloupe && position.lat < betweenGuadeloupeAndMartinique) continue;
        return land;
    }
    return std::nullopt;
}

std::map<Land, geometry::PlaneShape> byLand(const geometry::GeoShape& shape, Plane plane) {
    std::map<Land, geometry::GeoShape> parts;
    for (std::size_t polygon = 0; polygon < shape.polygonCount(); ++polygon) {
        const std::size_t first = shape.firstRing(polygon);
        if (shape.polygonEnds[polygon] == first || shape.ring(first).empty()) continue;
        const auto land = landAt(shape.ring(first).front());
        if (!land) continue;
        geometry::GeoShape& part = parts[*land];
        for (std::size_t ring = first; ring < shape.polygonEnds[polygon]; ++ring) {
            const auto points = shape.ring(ring);
            part.points.insert(part.points.end(), points.begin(), points.end());
            part.closeRing();
        }
        part.closePolygon();
    }
    std::map<Land, geometry::PlaneShape> planes;
    for (const auto& [land, part] : parts) planes.emplace(land, geometry::toPlane(frameOf(land, plane), part));
    return planes;
}

}  // namespace raquette::viewer
