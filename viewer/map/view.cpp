#include "viewer/map/view.h"

namespace raquette::viewer {

MapView fitted(const Box& box, const QRectF& target) {
    constexpr double smallest = 2000;  // metres shown at least: a study of one point still has a place around it
    const double width = std::max(box.width(), smallest);
    const double height = std::max(box.height(), smallest);
    return {box.centre(), std::max(width / target.width(), height / target.height()), target};
}

MapView zoomed(const MapView& view, double factor, QPointF anchor) {
    MapView out = view;
    const geometry::PlanePoint fixed = view.toPlane(anchor);
    out.metresPerUnit = std::clamp(view.metresPerUnit / factor, 1.0, 20000.0);
    const geometry::PlanePoint moved = out.toPlane(anchor);
    out.centre.x += fixed.x - moved.x;
    out.centre.y += fixed.y - moved.y;
    return out;
}

MapView panned(const MapView& view, QPointF by) {
    MapView out = view;
    out.centre.x -= by.x() * view.metresPerUnit;
    out.centre.y += by.y() * view.metresPerUnit;
    return out;
}

}  // namespace raquette::viewer
