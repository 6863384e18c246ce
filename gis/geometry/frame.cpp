#include "gis/geometry/frame.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <proj.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <string>

namespace raquette::geometry {

namespace {

struct DestroyContext {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct DestroyTransformation {
    void operator()(PJ* transformation) const { proj_destroy(transformation); }
};
using Context = std::unique_ptr<PJ_CONTEXT, DestroyContext>;
using Transformation = std::unique_ptr<PJ, DestroyTransformation>;

/// One PROJ context a thread, with the transformations it has used: PROJ objects may not be shared between threads.
class Transformations {
public:
    /// From WGS 84 longitude and latitude in degrees to east and north.
    PJ* to(const std::string& crs) {
        auto found = byCrs_.find(crs);
        if (found == byCrs_.end()) found = byCrs_.emplace(crs, make(crs)).first;
        return found->second.get();
    }

private:
    Transformation make(const std::string& crs) {
        proj_log_level(context_.get(), PJ_LOG_NONE);
        const Transformation raw(proj_create_crs_to_crs(context_.get(), "EPSG:4326", crs.c_str(), nullptr));
        if (!raw)
            throw model::Error(fmt::format("The coordinate system “{}” is unknown. Give it as EPSG and a number, e.g. EPSG:2154.", crs));
        Transformation eastNorth(proj_normalize_for_visualization(context_.get(), raw.get()));
        if (!eastNorth) throw model::Error(fmt::format("The coordinate system “{}” cannot be used for positions.", crs));
        return eastNorth;
    }

    Context context_{proj_context_create()};  // before the transformations, that it must outlive
    std::map<std::string, Transformation> byCrs_;
};

Transformations& transformations() {
    static thread_local Transformations ours;
    return ours;
}

std::string epsgText(Frame frame) {
    return fmt::format("EPSG:{}", frame.epsg);
}

/// Transforms pairs of doubles in place; points outside the domain become infinite.
void transform(const std::string& crs, PJ_DIRECTION direction, double* pairs, std::size_t count) {
    constexpr std::size_t stride = 2 * sizeof(double);
    proj_trans_generic(transformations().to(crs), direction, pairs, stride, count, pairs + 1, stride, count, nullptr, 0, 0, nullptr, 0, 0);
}

template <class Out, class In>
std::vector<Out> converted(const std::string& crs, PJ_DIRECTION direction, const std::vector<In>& in) {
    static_assert(sizeof(In) == 2 * sizeof(double) && sizeof(Out) == sizeof(In));
    std::vector<double> pairs;
    pairs.reserve(in.size() * 2);
    for (const auto& [first, second] : in) {
        pairs.push_back(first);
        pairs.push_back(second);
    }
    transform(crs, direction, pairs.data(), in.size());
    std::vector<Out> out(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) out[i] = {pairs[2 * i], pairs[2 * i + 1]};
    return out;
}

template <class Out, class In>
std::vector<Out> convertedInFrame(Frame frame, PJ_DIRECTION direction, const std::vector<In>& in) {
    std::vector<Out> out = converted<Out>(epsgText(frame), direction, in);
    for (const auto& [first, second] : out) {
        if (!std::isfinite(first) || !std::isfinite(second)) {
            throw model::Error(fmt::format("A position lies too far off to be measured in EPSG:{}.", frame.epsg));
        }
    }
    return out;
}

struct Surroundings {
    double west, south, east, north;
    Frame frame;
};

// Each land of France with a margin of at least 200 km, so that a venue across the border is measured with the land it serves.
constexpr std::array<Surroundings, 5> surroundings{{{-9.5, 39.5, 13.5, 53.5, lambert93},
                                                    {-64.5, 12.5, -58.5, 18.5, Frame{5490}},
                                                    {-57.0, 0.0, -49.0, 8.0, Frame{2972}},
                                                    {52.5, -23.5, 58.5, -18.5, Frame{2975}},
                                                    {43.0, -15.0, 47.5, -10.5, Frame{4471}}}};

}  // namespace

Frame frameOfDepartement(std::string_view code) {
    if (code == "971" || code == "972" || code == "977" || code == "978") return {5490};
    if (code == "973") return {2972};
    if (code == "974") return {2975};
    if (code == "976") return {4471};
    return lambert93;
}

Frame frameAt(LonLat position) {
    for (const Surroundings& land : surroundings) {
        const bool inside =
            position.lon >= land.west && position.lon <= land.east && position.lat >= land.south && position.lat <= land.north;
        if (inside) return land.frame;
    }
    const int zone = std::clamp(static_cast<int>(std::floor((position.lon + 180) / 6)) + 1, 1, 60);
    return {(position.lat >= 0 ? 32600 : 32700) + zone};
}

std::vector<PlanePoint> toPlane(Frame frame, const std::vector<LonLat>& points) {
    return convertedInFrame<PlanePoint>(frame, PJ_FWD, points);
}

std::vector<LonLat> toLonLat(Frame frame, const std::vector<PlanePoint>& points) {
    return convertedInFrame<LonLat>(frame, PJ_INV, points);
}

PlanePoint toPlane(Frame frame, LonLat point) {
    return toPlane(frame, std::vector{point}).front();
}

LonLat toLonLat(Frame frame, PlanePoint point) {
    return toLonLat(frame, std::vector{point}).front();
}

PlaneShape toPlane(Frame frame, const GeoShape& shape) {
    return {toPlane(frame, shape.points), shape.ringEnds, shape.polygonEnds};
}

GeoShape toLonLat(Frame frame, const PlaneShape& shape) {
    return {toLonLat(frame, shape.points), shape.ringEnds, shape.polygonEnds};
}

std::vector<LonLat> toLonLat(std::string_view crs, const std::vector<PlanePoint>& points) {
    std::vector<LonLat> out = converted<LonLat>(std::string(crs), PJ_INV, points);
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (LonLat& point : out) {
        if (!std::isfinite(point.lon) || !std::isfinite(point.lat)) point = {nan, nan};
    }
    return out;
}

}  // namespace raquette::geometry
