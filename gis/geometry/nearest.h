#pragma once

#include "gis/geometry/shape.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <vector>

namespace raquette::geometry {

/// A point of an index and how far it is.
struct Neighbour {
    std::uint32_t index = std::numeric_limits<std::uint32_t>::max();
    double distance = std::numeric_limits<double>::infinity();  ///< metres
};

/// Finds points near others on a frame's plane. Safe to share between threads once made.
class PlaneIndex {
public:
    explicit PlaneIndex(std::vector<PlanePoint> points);
    ~PlaneIndex();
    PlaneIndex(PlaneIndex&&) noexcept;
    PlaneIndex& operator=(PlaneIndex&&) noexcept;
    PlaneIndex(const PlaneIndex&) = delete;
    PlaneIndex& operator=(const PlaneIndex&) = delete;

    /// The nearest one, of equals the smaller index; infinitely far when there is none.
    Neighbour nearest(PlanePoint from) const;
    /// The `count` nearest, nearest first.
    std::vector<Neighbour> nearest(PlanePoint from, std::size_t count) const;

private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

/// Finds points near others on the Earth. Distances are straight lines through it (chords): see geodesicBounds().
/// Safe to share between threads once made.
class EarthIndex {
public:
    explicit EarthIndex(const std::vector<LonLat>& points);
    ~EarthIndex();
    EarthIndex(EarthIndex&&) noexcept;
    EarthIndex& operator=(EarthIndex&&) noexcept;
    EarthIndex(const EarthIndex&) = delete;
    EarthIndex& operator=(const EarthIndex&) = delete;

    Neighbour nearest(LonLat from) const;
    /// The nearest one that `accepts` takes, of equals the smaller index; infinitely far when it takes none.
    Neighbour nearest(LonLat from, const std::function<bool(std::uint32_t)>& accepts) const;
    /// Calls back with every point within a chord, in no order, until the callback says false.
    void within(LonLat from, double chord, const std::function<bool(Neighbour)>& visit) const;

private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

}  // namespace raquette::geometry
