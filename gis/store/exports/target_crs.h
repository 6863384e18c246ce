#pragma once

#include <cstddef>
#include <memory>
#include <string>

class OGRCoordinateTransformation;
class OGRGeometry;
class OGRSpatialReference;

namespace raquette::store {

/// The coordinates an export is written in. The store's own are longitudes and latitudes (EPSG:4326), which every format takes.
class TargetCrs {
public:
    /// Whatever PROJ knows (`EPSG:2154`), x east and y north whatever it says of its axes; empty: as in the store. Throws model::Error for
    /// an unknown one.
    explicit TargetCrs(const std::string& crs);
    ~TargetCrs();
    TargetCrs(const TargetCrs&) = delete;
    TargetCrs& operator=(const TargetCrs&) = delete;
    TargetCrs(TargetCrs&&) noexcept;
    TargetCrs& operator=(TargetCrs&&) noexcept;

    const OGRSpatialReference& reference() const { return *reference_; }

    /// Moves a geometry of the store there. Throws model::Error where PROJ has no answer.
    void take(OGRGeometry& geometry);

    /// Whether all of a geometry of the store lies on the land that this CRS is made for. Elsewhere it is where PROJ says, but distances
    /// mean nothing.
    bool isMadeFor(const OGRGeometry& geometry) const;

    /// How many of those taken it is not made for.
    std::size_t astray() const { return astray_; }

private:
    std::unique_ptr<OGRSpatialReference> reference_;
    std::unique_ptr<OGRCoordinateTransformation> there_;
    std::size_t astray_ = 0;
};

}  // namespace raquette::store
