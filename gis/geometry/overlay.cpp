#include "gis/geometry/overlay.h"

#include "gis/model/error.h"

#include <geos_c.h>
#include <algorithm>
#include <memory>

namespace raquette::geometry {

namespace {

/// GEOS reports failures through a callback: the last message is kept for the exception.
class Context {
public:
    Context() : handle_(GEOS_init_r()) { GEOSContext_setErrorMessageHandler_r(handle_, &Context::remember, this); }
    ~Context() { GEOS_finish_r(handle_); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    GEOSContextHandle_t handle() const { return handle_; }
    [[noreturn]] void fail() const { throw model::Error("A geometric operation failed: " + message_); }

private:
    static void remember(const char* message, void* self) { static_cast<Context*>(self)->message_ = message; }

    GEOSContextHandle_t handle_;
    std::string message_ = "no reason given";
};

Context& context() {
    static thread_local Context ours;
    return ours;
}

GEOSContextHandle_t handle() {
    return context().handle();
}

struct DestroyGeometry {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle(), geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

Geometry checked(GEOSGeometry* geometry) {
    if (geometry == nullptr) context().fail();
    return Geometry(geometry);
}

template <class P>
Geometry ringOf(std::span<const P> points, GEOSGeometry* (*make)(GEOSContextHandle_t, GEOSCoordSequence*)) {
    static_assert(sizeof(P) == 2 * sizeof(double));
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_copyFromBuffer_r(handle(), reinterpret_cast<const double*>(points.data()), static_cast<unsigned>(points.size()), 0, 0);
    if (sequence == nullptr) context().fail();
    return checked(make(handle(), sequence));
}

/// GEOS takes over the parts even when it fails.
Geometry collectionOf(int type, std::vector<Geometry>& parts) {
    std::vector<GEOSGeometry*> raw;
    raw.reserve(parts.size());
    for (Geometry& part : parts) raw.push_back(part.release());
    return checked(GEOSGeom_createCollection_r(handle(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

template <class P>
void addPolygons(const Shape<P>& shape, std::vector<Geometry>& polygons) {
    for (std::size_t polygon = 0; polygon < shape.polygonCount(); ++polygon) {
        const std::size_t first = shape.firstRing(polygon);
        Geometry shell = ringOf(shape.ring(first), &GEOSGeom_createLinearRing_r);
        std::vector<GEOSGeometry*> holes;
        for (std::size_t ring = first + 1; ring < shape.polygonEnds[polygon]; ++ring) {
            holes.push_back(ringOf(shape.ring(ring), &GEOSGeom_createLinearRing_r).release());
        }
        polygons.push_back(checked(GEOSGeom_createPolygon_r(handle(), shell.release(), holes.data(), static_cast<unsigned>(holes.size()))));
    }
}

template <class P>
Geometry toGeos(const Shape<P>& shape) {
    std::vector<Geometry> polygons;
    addPolygons(shape, polygons);
    if (polygons.size() == 1) return std::move(polygons.front());
    return collectionOf(GEOS_MULTIPOLYGON, polygons);
}

template <class P>
void addRing(const GEOSGeometry* ring, Shape<P>& shape) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle(), ring);
    unsigned size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(handle(), sequence, &size) == 0) context().fail();
    const std::size_t before = shape.points.size();
    shape.points.resize(before + size);
    auto* out = reinterpret_cast<double*>(shape.points.data() + before);
    if (GEOSCoordSeq_copyToBuffer_r(handle(), sequence, out, 0, 0) == 0) context().fail();
    shape.closeRing();
}

/// Polygons at any depth; points and lines, where shapes only touch, are no area and are left out.
template <class P>
void addFromGeos(const GEOSGeometry* geometry, Shape<P>& shape) {
    const int type = GEOSGeomTypeId_r(handle(), geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(handle(), geometry) == 1) return;
        addRing(GEOSGetExteriorRing_r(handle(), geometry), shape);
        const int holes = GEOSGetNumInteriorRings_r(handle(), geometry);
        for (int i = 0; i < holes; ++i) addRing(GEOSGetInteriorRingN_r(handle(), geometry, i), shape);
        shape.closePolygon();
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(handle(), geometry);
        for (int i = 0; i < parts; ++i) addFromGeos(GEOSGetGeometryN_r(handle(), geometry, i), shape);
    }
}

template <class P>
Shape<P> fromGeos(const Geometry& geometry) {
    Shape<P> shape;
    shape.points.reserve(static_cast<std::size_t>(std::max(0, GEOSGetNumCoordinates_r(handle(), geometry.get()))));
    addFromGeos(geometry.get(), shape);
    return shape;
}

template <class P>
Shape<P> unionOf(std::span<const Shape<P>> shapes) {
    std::vector<Geometry> polygons;
    for (const Shape<P>& shape : shapes) addPolygons(shape, polygons);
    const Geometry all = collectionOf(GEOS_GEOMETRYCOLLECTION, polygons);
    return fromGeos<P>(checked(GEOSUnaryUnion_r(handle(), all.get())));
}

}  // namespace

PlaneShape unaryUnion(std::span<const PlaneShape> shapes) {
    return unionOf(shapes);
}

GeoShape unaryUnion(std::span<const GeoShape> shapes) {
    return unionOf(shapes);
}

PlaneShape intersection(const PlaneShape& a, const PlaneShape& b) {
    return fromGeos<PlanePoint>(checked(GEOSIntersection_r(handle(), toGeos(a).get(), toGeos(b).get())));
}

GeoShape intersection(const GeoShape& a, const GeoShape& b) {
    return fromGeos<LonLat>(checked(GEOSIntersection_r(handle(), toGeos(a).get(), toGeos(b).get())));
}

PlaneShape difference(const PlaneShape& a, const PlaneShape& b) {
    if (a.empty() || b.empty()) return a;
    return fromGeos<PlanePoint>(checked(GEOSDifference_r(handle(), toGeos(a).get(), toGeos(b).get())));
}

std::vector<PlaneShape> splitByLines(const PlaneShape& shape, const std::vector<std::vector<PlanePoint>>& lines) {
    std::vector<Geometry> edges;
    const Geometry whole = toGeos(shape);
    edges.push_back(checked(GEOSBoundary_r(handle(), whole.get())));
    for (const std::vector<PlanePoint>& line : lines) edges.push_back(ringOf(std::span(line), &GEOSGeom_createLineString_r));
    const Geometry all = collectionOf(GEOS_GEOMETRYCOLLECTION, edges);
    const Geometry noded = checked(GEOSUnaryUnion_r(handle(), all.get()));
    const GEOSGeometry* nodedRaw = noded.get();
    const Geometry faces = checked(GEOSPolygonize_r(handle(), &nodedRaw, 1));
    std::vector<PlaneShape> inside;
    const int count = GEOSGetNumGeometries_r(handle(), faces.get());
    const GEOSPreparedGeometry* prepared = GEOSPrepare_r(handle(), whole.get());
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* face = GEOSGetGeometryN_r(handle(), faces.get(), i);
        const Geometry point = checked(GEOSPointOnSurface_r(handle(), face));
        if (GEOSPreparedContains_r(handle(), prepared, point.get()) == 1) {
            PlaneShape part;
            addFromGeos(face, part);
            inside.push_back(std::move(part));
        }
    }
    GEOSPreparedGeom_destroy_r(handle(), prepared);
    return inside;
}

bool isValid(const PlaneShape& shape) {
    return GEOSisValid_r(handle(), toGeos(shape).get()) == 1;
}

std::optional<std::string> invalidity(const GeoShape& shape) {
    for (std::size_t ring = 0; ring < shape.ringCount(); ++ring) {
        const auto points = shape.ring(ring);
        if (points.size() < 4 || points.front() != points.back()) return "a ring is not closed or has fewer than four points";
    }
    const Geometry geometry = toGeos(shape);
    if (GEOSisValid_r(handle(), geometry.get()) == 1) return std::nullopt;
    char* reason = GEOSisValidReason_r(handle(), geometry.get());
    std::string text = reason != nullptr ? reason : "not valid";
    GEOSFree_r(handle(), reason);
    return text;
}

GeoShape makeValid(const GeoShape& shape) {
    GeoShape closed;
    for (std::size_t polygon = 0; polygon < shape.polygonCount(); ++polygon) {
        const std::size_t ringsBefore = closed.ringCount();
        for (std::size_t ring = shape.firstRing(polygon); ring < shape.polygonEnds[polygon]; ++ring) {
            const auto points = shape.ring(ring);
            const bool isShell = ring == shape.firstRing(polygon);
            if (points.size() < 3 && isShell) break;
            if (points.size() < 3) continue;
            closed.points.insert(closed.points.end(), points.begin(), points.end());
            if (points.front() != points.back()) closed.points.push_back(points.front());
            while (closed.points.size() - (closed.ringCount() == 0 ? 0 : closed.ringEnds.back()) < 4)
                closed.points.push_back(points.front());
            closed.closeRing();
        }
        if (closed.ringCount() > ringsBefore) closed.closePolygon();
    }
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(handle());
    GEOSMakeValidParams_setMethod_r(handle(), params, GEOS_MAKE_VALID_STRUCTURE);
    GEOSGeometry* repaired = GEOSMakeValidWithParams_r(handle(), toGeos(closed).get(), params);
    GEOSMakeValidParams_destroy_r(handle(), params);
    return fromGeos<LonLat>(checked(repaired));
}

}  // namespace raquette::geometry
