#include "ingest/reference/lattice.h"

#include "gis/geometry/frame.h"
#include "gis/geometry/measure.h"

#include <algorithm>
#include <cmath>

namespace raquette::ingest {

namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

/// Where the borders cross each lattice row, per row; pairs of sorted crossings bound the land. An edge owns its lower end and not its
/// upper one, so that a row through a vertex counts it once.
class Crossings {
public:
    explicit Crossings(const PlaneShape& land) : Crossings(land, std::ranges::minmax(land.points, {}, &PlanePoint::y)) {}

    std::vector<PlanePoint> latticePoints() const {
        std::vector<PlanePoint> points;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const double y = static_cast<double>(first_ + static_cast<std::int64_t>(row)) * latticeSide;
            for (std::size_t i = 1; i < rows_[row].size(); i += 2) {
                const std::int64_t end = cellFrom(rows_[row][i]);
                for (std::int64_t column = cellFrom(rows_[row][i - 1]); column < end; ++column) {
                    points.push_back({static_cast<double>(column) * latticeSide, y});
                }
            }
        }
        return points;
    }

private:
    template <class Extremes>
    Crossings(const PlaneShape& land, const Extremes& height)
        : first_(cellFrom(height.min.y)), rows_(static_cast<std::size_t>(cellFrom(height.max.y) - first_)) {
        for (std::size_t ring = 0; ring < land.ringCount(); ++ring) {
            const auto points = land.ring(ring);
            for (std::size_t i = 1; i < points.size(); ++i) addEdge(points[i - 1], points[i]);
        }
        for (auto& row : rows_) std::ranges::sort(row);
    }

    /// The first multiple of the lattice's side that is not below a coordinate.
    static std::int64_t cellFrom(double coordinate) { return static_cast<std::int64_t>(std::ceil(coordinate / latticeSide)); }

    void addEdge(PlanePoint a, PlanePoint b) {
        if (a.y > b.y) std::swap(a, b);
        for (std::int64_t row = cellFrom(a.y); row < cellFrom(b.y); ++row) {
            const double y = static_cast<double>(row) * latticeSide;
            rows_[static_cast<std::size_t>(row - first_)].push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
        }
    }

    std::int64_t first_;
    std::vector<std::vector<double>> rows_;
};

}  // namespace

std::vector<geometry::LonLat> latticePoints(std::string_view departementCode, const geometry::GeoShape& land) {
    if (land.empty()) return {};
    const geometry::Frame frame = geometry::frameOfDepartement(departementCode);
    const PlaneShape plane = geometry::toPlane(frame, land);
    std::vector<PlanePoint> points = Crossings(plane).latticePoints();
    if (points.empty()) points.push_back(geometry::pointInside(plane));
    return geometry::toLonLat(frame, points);
}

std::vector<model::PopulationPoint> spreadPeople(std::int64_t people, const std::vector<geometry::LonLat>& points,
                                                 std::int32_t departement) {
    std::vector<model::PopulationPoint> spread;
    const auto count = static_cast<std::int64_t>(points.size());
    std::int64_t given = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t upToHere = people * (i + 1) / count;
        if (upToHere > given) {
            spread.push_back(
                {points[static_cast<std::size_t>(i)], static_cast<std::int32_t>(upToHere - given), model::nowhere, departement});
        }
        given = upToHere;
    }
    return spread;
}

}  // namespace raquette::ingest
