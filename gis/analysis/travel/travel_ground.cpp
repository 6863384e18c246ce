#include "gis/analysis/travel/travel_ground.h"

#include "gis/analysis/lattice.h"
#include "gis/roads/places.h"

#include <tbb/task_arena.h>
#include <algorithm>
#include <cmath>

namespace raquette::analysis {

namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

PeopleOnRoads peopleOf(const roads::Roads& roads, const model::Reference& reference, const StudyArea& area) {
    PeopleOnRoads people;
    const BaseUnits units(reference);
    for (std::uint32_t i = 0; i < reference.people.size(); ++i) {
        if (!area.holdsPoint(units.of(reference.people[i]), reference.people[i].at)) continue;
        people.points.push_back(i);
        people.at.push_back(reference.people[i].at);
    }
    people.spots = roads::spotsOf(roads.graph, people.at, {roads.profile.walkLimit});
    return people;
}

/// The rectangle of corners around a land.
PlaneField fieldAround(const Land& land, double side) {
    const geometry::Box box = land.box();
    const auto first = [side](double least) { return std::floor(least / side) - 1; };
    PlaneField field;
    field.side = side;
    field.origin = {(first(box.minX) + 0.5) * side, (first(box.minY) + 0.5) * side};
    field.columns = static_cast<std::size_t>(std::floor(box.maxX / side) - first(box.minX)) + 2;
    field.rows = static_cast<std::size_t>(std::floor(box.maxY / side) - first(box.minY)) + 2;
    return field;
}

enum Corner : std::uint8_t { Away, OnLand, Beside };  // beside it, where the border between two corners needs a value on both sides

std::vector<std::uint8_t> cornersOf(const Land& land, const PlaneField& field) {
    const PlaneShape* const outline = &land.outline;
    const Lattice lattice(std::span(&outline, 1), field.side);
    std::vector<std::uint8_t> corners(field.columns * field.rows, Away);
    for (std::uint32_t place = 0; place < lattice.size(); ++place) {
        const PlanePoint middle = lattice.middle(place);
        const auto column = static_cast<std::size_t>(std::lround((middle.x - field.origin.x) / field.side));
        const auto row = static_cast<std::size_t>(std::lround((middle.y - field.origin.y) / field.side));
        const std::size_t corner = row * field.columns + column;
        for (std::size_t down = 0; down < 3; ++down) {
            for (std::size_t across = 0; across < 3; ++across) {
                std::uint8_t& near = corners[corner + down * field.columns + across - field.columns - 1];
                if (near == Away) near = Beside;
            }
        }
        if (lattice.holdsMiddle(place)) corners[corner] = OnLand;
    }
    return corners;
}

LandGrid gridOver(const Land& land, const roads::Roads& roads) {
    LandGrid grid;
    grid.field = fieldAround(land, drawnTo(land, roads).value);
    const std::vector<std::uint8_t> corners = cornersOf(land, grid.field);
    std::vector<PlanePoint> places;
    for (std::uint32_t corner = 0; corner < corners.size(); ++corner) {
        if (corners[corner] == Away) continue;
        grid.wanted.push_back(corner);
        grid.within.push_back(corners[corner] == OnLand ? 1 : 0);
        const std::size_t row = corner / grid.field.columns;
        const std::size_t column = corner % grid.field.columns;
        places.push_back({grid.field.origin.x + static_cast<double>(column) * grid.field.side,
                          grid.field.origin.y + static_cast<double>(row) * grid.field.side});
    }
    grid.places = toLonLat(land.frame, places);
    grid.spots = roads::spotsOf(roads.graph, grid.places, {roads.profile.walkLimit});
    return grid;
}

}  // namespace

model::Metres drawnTo(const Land& land, const roads::Roads& roads) {
    // Drawn finer, a country would take minutes and a map would show none of it.
    constexpr double mostCorners = 3e6;
    const geometry::Box box = land.box();
    return {std::ceil(std::max(roads.rules.tolerance.value, std::sqrt((box.maxX - box.minX) * (box.maxY - box.minY) / mostCorners)))};
}

TravelGround::TravelGround(std::shared_ptr<const roads::Roads> roads) : roads_(std::move(roads)) {}

const PeopleOnRoads& TravelGround::people(const model::Reference& reference, const StudyArea& area) const {
    const std::scoped_lock lock(mutex_);
    // Others who wait for this must not be given to this thread while it waits for its own loops.
    if (!people_) {
        tbb::this_task_arena::isolate([&] { people_ = std::make_unique<const PeopleOnRoads>(peopleOf(*roads_, reference, area)); });
    }
    return *people_;
}

const LandGrid& TravelGround::gridOf(const Land& land, const StudyArea& area) const {
    const std::scoped_lock lock(mutex_);
    grids_.resize(area.lands.size());
    auto& kept = grids_[static_cast<std::size_t>(&land - area.lands.data())];
    if (!kept) tbb::this_task_arena::isolate([&] { kept = std::make_unique<const LandGrid>(gridOver(land, *roads_)); });
    return *kept;
}

}  // namespace raquette::analysis
