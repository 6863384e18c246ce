#include "viewer/what_if/plan_marks.h"

#include "gis/geometry/circle.h"
#include "gis/store/store.h"

#include <algorithm>

namespace raquette::viewer {

namespace {

class Marker {
public:
    Marker(const analysis::ServiceResult& result, Land land, Plane plane) : result_(result), land_(land), plane_(plane) {}

    void addPlace(const std::string& id, MapMarks::PlaceKind kind, geometry::LonLat at) {
        if (landAt(at) != land_) return;
        const bool canMove = kind == MapMarks::PlaceKind::Opened || kind == MapMarks::PlaceKind::Moved;
        marks_.places.push_back({id, kind, geometry::toPlane(frameOf(land_, plane_), at), canMove});
        const auto* reach = std::get_if<model::Metres>(&result_.service.reach);
        if (!canMove || !reach) return;
        geometry::PlaneShape circle;
        circle.points = geometry::circleOnPlane(frameOf(land_, plane_), at, *reach);
        circle.closeRing();
        circle.closePolygon();
        addArea(MapMarks::AreaKind::Gained, std::move(circle));
    }

    void addRecord(const std::string& id) {
        const auto found = std::ranges::find(result_.providers, id, &analysis::Provider::id);
        if (found != result_.providers.end()) addPlace(id, MapMarks::PlaceKind::Closed, found->at);
    }

    void addShape(MapMarks::AreaKind kind, const geometry::GeoShape& shape) {
        const auto pieces = byLand(shape, plane_);
        if (const auto here = pieces.find(land_); here != pieces.end()) addArea(kind, here->second);
    }

    MapMarks take() { return std::move(marks_); }

private:
    void addArea(MapMarks::AreaKind kind, geometry::PlaneShape shape) { marks_.areas.push_back({kind, pieceOf(std::move(shape))}); }

    const analysis::ServiceResult& result_;
    Land land_;
    Plane plane_;
    MapMarks marks_;
};

}  // namespace

MapMarks marksOf(const store::StudyState& state, std::size_t service, const Plan& plan, const analysis::ScenarioAnswer* answer, Land land,
                 Plane plane) {
    Marker marker(state.analysis.services[service], land, plane);
    if (answer) {
        for (const analysis::HoleOpened& hole : answer->opened) marker.addShape(MapMarks::AreaKind::Lost, hole.shape);
        marker.addShape(MapMarks::AreaKind::Gained, answer->reached);
    }
    for (const std::string& id : plan.closed) marker.addRecord(id);
    for (const Plan::Moved& one : plan.moved) marker.addRecord(one.id);
    for (const Plan::Moved& one : plan.moved) marker.addPlace(one.id, MapMarks::PlaceKind::Moved, one.to);
    for (const Plan::Opened& one : plan.opened) marker.addPlace(one.id, MapMarks::PlaceKind::Opened, one.at);
    return marker.take();
}

}  // namespace raquette::viewer
