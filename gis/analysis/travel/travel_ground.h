#pragma once

#include "gis/analysis/land.h"
#include "gis/analysis/travel/contour.h"
#include "gis/roads/roads.h"
#include "gis/roads/spot.h"

#include <memory>
#include <mutex>

namespace raquette::analysis {

/// The people of a study area with the roads that they begin at.
struct PeopleOnRoads {
    std::vector<std::uint32_t> points;  ///< indexes in Reference::people
    std::vector<geometry::LonLat> at;   ///< of each
    std::vector<roads::Spot> spots;     ///< of each
};

/// Corners of a grid over a land with their spots: where times are looked at, to be drawn.
struct LandGrid {
    PlaneField field;                      ///< without values
    std::vector<std::uint32_t> wanted;     ///< corners on the land or next to it
    std::vector<std::uint8_t> within;      ///< of each wanted: whether the land holds it
    std::vector<geometry::LonLat> places;  ///< of each wanted
    std::vector<roads::Spot> spots;
};

/// What is drawn of a land departs at most so far from what is counted: the study's tolerance, or more where a grid so fine would have
/// more than three million corners.
model::Metres drawnTo(const Land& land, const roads::Roads& roads);

/// What journeys over a study area begin from, whoever the providers are. Each part is made when it is first asked for, and shared by all
/// services. Safe to ask from several threads.
class TravelGround {
public:
    explicit TravelGround(std::shared_ptr<const roads::Roads> roads);

    const roads::Roads& roads() const { return *roads_; }
    /// Of the area and reference that it was made for.
    const PeopleOnRoads& people(const model::Reference& reference, const StudyArea& area) const;
    const LandGrid& gridOf(const Land& land, const StudyArea& area) const;

private:
    std::shared_ptr<const roads::Roads> roads_;
    mutable std::mutex mutex_;
    mutable std::unique_ptr<const PeopleOnRoads> people_;
    mutable std::vector<std::unique_ptr<const LandGrid>> grids_;
};

}  // namespace raquette::analysis
