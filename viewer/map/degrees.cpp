#include "viewer/map/degrees.h"

namespace raquette::viewer {

geometry::PlaneShape inDegrees(const geometry::GeoShape& shape) {
    geometry::PlaneShape out{{}, shape.ringEnds, shape.polygonEnds};
    out.points.reserve(shape.points.size());
    for (const geometry::LonLat& at : shape.points) out.points.push_back({at.lon, at.lat});
    return out;
}

geometry::GeoShape fromDegrees(const geometry::PlaneShape& degrees) {
    geometry::GeoShape out{{}, degrees.ringEnds, degrees.polygonEnds};
    out.points.reserve(degrees.points.size());
    for (const geometry::PlanePoint& at : degrees.points) out.points.push_back({at.x, at.y});
    return out;
}

}  // namespace raquette::viewer
