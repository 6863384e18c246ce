#include "ingest/reference/area.h"

#include "gis/geometry/frame.h"
#include "gis/geometry/overlay.h"
#include "gis/model/error.h"
#include "ingest/reference/layer.h"

#include <fmt/format.h>
#include <span>
#include <vector>

namespace raquette::ingest {

namespace {

geometry::GeoShape inDegrees(const geometry::GeoShape& shape, const PolygonLayer& layer) {
    if (layer.isDegrees()) return shape;
    std::vector<geometry::PlanePoint> points;
    points.reserve(shape.points.size());
    for (const geometry::LonLat& point : shape.points) points.push_back({point.lon, point.lat});
    return {geometry::toLonLat(layer.crs, points), shape.ringEnds, shape.polygonEnds};
}

geometry::GeoShape readArea(const model::AreaDeclaration& area) {
    const PolygonLayer layer = readLayer(area.path, "", {});
    std::vector<geometry::GeoShape> shapes;
    for (const geometry::GeoShape& read : layer.shapes) {
        if (read.empty()) continue;
        geometry::GeoShape shape = inDegrees(read, layer);
        if (geometry::invalidity(shape)) shape = geometry::makeValid(shape);
        shapes.push_back(std::move(shape));
    }
    if (shapes.empty()) {
        throw model::Error(fmt::format("{}: no polygon in it, so the area `{}` has no place. Draw it as polygons, or give its territories.",
                                       area.path.string(), area.id));
    }
    return geometry::unaryUnion(std::span<const geometry::GeoShape>(shapes));
}

}  // namespace

std::map<std::string, geometry::GeoShape> readAreas(const model::Study& study) {
    std::map<std::string, geometry::GeoShape> areas;
    for (const model::AreaDeclaration& area : study.areas) {
        if (!area.path.empty()) areas.emplace(area.id, readArea(area));
    }
    return areas;
}

}  // namespace raquette::ingest
