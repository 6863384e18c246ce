#include "gis/geometry/nearest.h"

#include "gis/geometry/geodesic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nanoflann.hpp>

namespace raquette::geometry {

namespace {

template <std::size_t Dimensions>
struct Cloud {
    std::vector<std::array<double, Dimensions>> points;

    // The names are nanoflann's.
    // NOLINTBEGIN(readability-identifier-naming)
    std::size_t kdtree_get_point_count() const { return points.size(); }
    double kdtree_get_pt(std::size_t index, std::size_t dimension) const { return points[index][dimension]; }
    template <class Box>
    bool kdtree_get_bbox(Box&) const {
        return false;
    }
    // NOLINTEND(readability-identifier-naming)
};

template <std::size_t Dimensions>
using KdTree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud<Dimensions>>, Cloud<Dimensions>,
                                                   static_cast<int>(Dimensions), std::uint32_t>;

/// Keeps the nearest; of points equally far the smaller index, so that the answer does not depend on the tree.
class Best {
public:
    bool full() const { return true; }
    double worstDist() const { return std::nextafter(best_.distance, std::numeric_limits<double>::infinity()); }
    bool addPoint(double squared, std::uint32_t index) {
        if (squared < best_.distance || (squared == best_.distance && index < best_.index)) best_ = {index, squared};
        return true;
    }
    Neighbour found() const { return {best_.index, std::sqrt(best_.distance)}; }

private:
    Neighbour best_;
};

/// The same among those that are accepted.
class BestAccepted {
public:
    explicit BestAccepted(const std::function<bool(std::uint32_t)>& accepts) : accepts_(accepts) {}
    bool full() const { return true; }
    double worstDist() const { return best_.worstDist(); }
    bool addPoint(double squared, std::uint32_t index) { return !accepts_(index) || best_.addPoint(squared, index); }
    Neighbour found() const { return best_.found(); }

private:
    const std::function<bool(std::uint32_t)>& accepts_;
    Best best_;
};

/// Passes each point within a squared radius on; stops the search when told to.
class Visitor {
public:
    Visitor(double squaredRadius, const std::function<bool(Neighbour)>& visit) : squaredRadius_(squaredRadius), visit_(visit) {}
    bool full() const { return true; }
    double worstDist() const { return squaredRadius_; }
    bool addPoint(double squared, std::uint32_t index) { return visit_({index, std::sqrt(squared)}); }

private:
    double squaredRadius_;
    const std::function<bool(Neighbour)>& visit_;
};

}  // namespace

struct PlaneIndex::Tree {
    explicit Tree(Cloud<2> points) : cloud(std::move(points)), index(2, cloud) { index.buildIndex(); }

    Cloud<2> cloud;
    KdTree<2> index;
};

PlaneIndex::PlaneIndex(std::vector<PlanePoint> points) {
    Cloud<2> cloud;
    for (const PlanePoint& point : points) cloud.points.push_back({point.x, point.y});
    tree_ = std::make_unique<Tree>(std::move(cloud));
}

PlaneIndex::~PlaneIndex() = default;
PlaneIndex::PlaneIndex(PlaneIndex&&) noexcept = default;
PlaneIndex& PlaneIndex::operator=(PlaneIndex&&) noexcept = default;

Neighbour PlaneIndex::nearest(PlanePoint from) const {
    Best best;
    if (tree_->cloud.points.empty()) return {};
    const std::array<double, 2> query{from.x, from.y};
    tree_->index.findNeighbors(best, query.data(), nanoflann::SearchParams());
    return best.found();
}

std::vector<Neighbour> PlaneIndex::nearest(PlanePoint from, std::size_t count) const {
    count = std::min(count, tree_->cloud.points.size());
    std::vector<std::uint32_t> indexes(count);
    std::vector<double> squared(count);
    const std::array<double, 2> query{from.x, from.y};
    if (count > 0) tree_->index.knnSearch(query.data(), count, indexes.data(), squared.data());
    std::vector<Neighbour> found(count);
    for (std::size_t i = 0; i < count; ++i) found[i] = {indexes[i], std::sqrt(squared[i])};
    return found;
}

struct EarthIndex::Tree {
    explicit Tree(Cloud<3> points) : cloud(std::move(points)), index(3, cloud) { index.buildIndex(); }

    Cloud<3> cloud;
    KdTree<3> index;
};

EarthIndex::EarthIndex(const std::vector<LonLat>& points) {
    Cloud<3> cloud;
    for (const LonLat& point : points) cloud.points.push_back(inSpace(point));
    tree_ = std::make_unique<Tree>(std::move(cloud));
}

EarthIndex::~EarthIndex() = default;
EarthIndex::EarthIndex(EarthIndex&&) noexcept = default;
EarthIndex& EarthIndex::operator=(EarthIndex&&) noexcept = default;

Neighbour EarthIndex::nearest(LonLat from) const {
    Best best;
    if (tree_->cloud.points.empty()) return {};
    const auto query = inSpace(from);
    tree_->index.findNeighbors(best, query.data(), nanoflann::SearchParams());
    return best.found();
}

Neighbour EarthIndex::nearest(LonLat from, const std::function<bool(std::uint32_t)>& accepts) const {
    BestAccepted best(accepts);
    if (tree_->cloud.points.empty()) return {};
    const auto query = inSpace(from);
    tree_->index.findNeighbors(best, query.data(), nanoflann::SearchParams());
    return best.found();
}

void EarthIndex::within(LonLat from, double chord, const std::function<bool(Neighbour)>& visit) const {
    if (tree_->cloud.points.empty()) return;
    const auto query = inSpace(from);
    Visitor visitor(chord * chord, visit);
    tree_->index.findNeighbors(visitor, query.data(), nanoflann::SearchParams());
}

}  // namespace raquette::geometry
