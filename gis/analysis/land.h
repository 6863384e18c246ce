#pragma once

#include "gis/geometry/frame.h"
#include "gis/geometry/locator.h"
#include "gis/geometry/measure.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace raquette::analysis {

/// The smallest territories with a polygon: communes, or départements where the reference has no commune polygons.
struct BaseUnits {
    bool communes = false;
    std::size_t count = 0;

    explicit BaseUnits(const model::Reference& reference);
    /// The base unit that a point of people stands in; `nowhere` when it has none.
    std::int32_t of(const model::PopulationPoint& point) const { return communes ? point.commune : point.departement; }
};

/// The part of the study area that is measured on one frame. Shapes are on its plane and lie inside the study area.
struct Land {
    geometry::Frame frame;
    std::vector<std::uint32_t> units;          ///< base units it holds, ascending
    std::vector<geometry::PlaneShape> shapes;  ///< one per unit
    std::vector<geometry::Box> boxes;
    std::vector<std::vector<geometry::PlanePoint>> insides;  ///< one in each polygon of each unit; the first in the largest
    std::vector<double> areas;                               ///< m²
    std::vector<double> wholeAreas;                          ///< m² of the unit inside and outside the study area
    bool edgeMatched = true;                                 ///< borders of neighbours match point for point
    geometry::PlaneShape outline;                            ///< all units dissolved

    double area() const;
    geometry::Box box() const;
};

class TravelGround;

/// The study area as lands, one per frame, and which base units it holds.
struct StudyArea {
    std::vector<Land> lands;
    std::vector<std::uint8_t> holds;             ///< per base unit
    std::vector<geometry::GeoShape> clips;       ///< polygons of named areas; empty unless the study area is made of such
    std::shared_ptr<const TravelGround> travel;  ///< where its travel times begin; none where the reference has no roads
    bool holdsPoint(std::int32_t unit, geometry::LonLat at) const;
};

/// Finds the base unit of the study area that a place stands in.
class UnitFinder {
public:
    explicit UnitFinder(const StudyArea& area) : area_(area) {}
    /// `nowhere` outside the study area. Not to be shared between threads: many looks prepare the next ones.
    std::int32_t at(geometry::LonLat place) const;

private:
    std::optional<std::uint32_t> lookOn(std::size_t land, geometry::PlanePoint place) const;

    const StudyArea& area_;
    mutable int looks_ = 0;
    mutable std::vector<geometry::Locator> locators_;  ///< one per land, once there were many looks
};

/// A point in each polygon of a shape, the first in the largest.
std::vector<geometry::PlanePoint> insidesOf(const geometry::PlaneShape& shape);

struct LandTimes {
    double project = 0, dissolve = 0;
};

/// Throws model::Error when the study names communes or EPCI and the reference has no commune polygons, or an unknown territory.
StudyArea studyArea(const model::Study& study, const model::Reference& reference, LandTimes* times = nullptr);

/// The base units of a list of territories, as flags; the same checks. Drawn areas flag none: they cut units.
std::vector<std::uint8_t> unitsOf(const std::vector<model::TerritoryId>& territories, const model::Study& study,
                                  const model::Reference& reference);

}  // namespace raquette::analysis
