#pragma once

#include "viewer/map/box.h"

#include <QPointF>
#include <QRectF>

namespace raquette::viewer {

/// Which part of a plane is shown where on the paper or screen.
struct MapView {
    geometry::PlanePoint centre;
    double metresPerUnit = 1000;  ///< a unit is what the painter counts in: a pixel, or a layout unit of a sheet
    QRectF target;

    QPointF toTarget(geometry::PlanePoint point) const {
        return {target.center().x() + (point.x - centre.x) / metresPerUnit, target.center().y() - (point.y - centre.y) / metresPerUnit};
    }
    geometry::PlanePoint toPlane(QPointF point) const {
        return {centre.x + (point.x() - target.center().x()) * metresPerUnit, centre.y - (point.y() - target.center().y()) * metresPerUnit};
    }
    QRectF toTarget(const Box& box) const {
        return {toTarget(geometry::PlanePoint{box.west, box.north}), toTarget(geometry::PlanePoint{box.east, box.south})};
    }
    Box visible() const {
        Box box;
        box.add(toPlane(target.topLeft()));
        box.add(toPlane(target.bottomRight()));
        return box;
    }
};

/// Shows the whole box in the target, as large as it goes.
MapView fitted(const Box& box, const QRectF& target);
/// Zooms by a factor (above 1: closer) keeping what is under `anchor` where it is; stays between 1 m and 20 km a unit.
MapView zoomed(const MapView& view, double factor, QPointF anchor);
/// Moves what is shown by so many units.
MapView panned(const MapView& view, QPointF by);

}  // namespace raquette::viewer
