#include "gis/analysis/travel/journeys.h"

#include "gis/analysis/travel/contour.h"
#include "gis/analysis/travel/junctions.h"
#include "gis/analysis/travel/pairs.h"
#include "gis/analysis/travel/travel_ground.h"
#include "gis/geometry/nearest.h"
#include "gis/model/error.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace raquette::analysis {

namespace {

using geometry::LonLat;
using geometry::PlaneShape;
using roads::Millis;
using roads::Spot;
using roads::unreached;

constexpr model::Metres farthestRoad{50000};

std::shared_ptr<const TravelGround> groundOf(const StudyArea& area) {
    if (!area.travel) {
        throw model::Error(
            "A travel time is told by roads, which a store does not hold: open its study file, which names them under [reference] roads.");
    }
    return area.travel;
}

std::vector<LonLat> positionsOf(const std::vector<Provider>& providers) {
    std::vector<LonLat> positions;
    for (const Provider& provider : providers) positions.push_back(provider.at);
    return positions;
}

}  // namespace

struct Journeys::Pairs : PairsOfPlaces {
    explicit Pairs(PairsOfPlaces pairs) : PairsOfPlaces(std::move(pairs)) {}
};

Journeys::Journeys(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Minutes reach)
    : reference_(reference),
      area_(area),
      providers_(providers),
      ground_(groundOf(area)),
      roads_(ground_->roads()),
      reach_(reach),
      ends_(providerEnds(roads_, providers)),
      everyProvider_(positionsOf(providers)) {}

Journeys::~Journeys() = default;

const NearestJourneys& Journeys::searched(Certainty certainty) const {
    const std::scoped_lock lock(mutex_);
    auto& kept = searched_[static_cast<std::size_t>(certainty)];
    if (kept) return *kept;
    // Others who wait for this must not be given to this thread while it waits for its own loops.
    tbb::this_task_arena::isolate([&] { kept = std::make_unique<const NearestJourneys>(roads_, providers_, ends_, certainty); });
    return *kept;
}

NearestJourney Journeys::nearest(LonLat place) const {
    return searched(Certainty::Nominal).at(place, roads::spotAt(roads_.graph, place, {roads_.profile.walkLimit}));
}

double Journeys::height(LonLat place) const {
    if (providers_.empty()) return 0;
    const NearestJourney journey = searched(Certainty::Nominal).at(place, roads::spotAt(roads_.graph, place, farthestRoad));
    if (journey.time != unreached) return roads::toMinutes(journey.time).value;
    const geometry::Neighbour near = everyProvider_.nearest(place);
    return roads::toMinutes(roads_.estimate(arcOver(near.distance))).value;
}

const Journeys::Pairs& Journeys::pairs() const {
    const PeopleOnRoads& people = ground_->people(reference_, area_);
    const std::scoped_lock lock(mutex_);
    if (!pairs_) {
        tbb::this_task_arena::isolate([&] {
            pairs_ = std::make_unique<const Pairs>(pairsOf({roads_, providers_, ends_, people.at, people.spots, roads::toMillis(reach_)}));
        });
    }
    return *pairs_;
}

PeopleReach Journeys::people() const {
    PeopleReach people(reference_.people.size());
    people.nearestMinutes.assign(reference_.people.size(), std::numeric_limits<float>::infinity());
    people.estimated.assign(reference_.people.size(), 0);
    const Millis reach = roads::toMillis(reach_);
    const NearestJourneys& found = searched(Certainty::Nominal);
    const PeopleOnRoads& here = ground_->people(reference_, area_);
    const Pairs& within = pairs();
    tbb::parallel_for(std::size_t{0}, here.points.size(), [&](std::size_t i) {
        const std::uint32_t point = here.points[i];
        people.reach[point] = NotReached;
        int nominal = 0;
        for (const ProviderTime& one : within.of(i)) {
            const Millis doubt = ends_[one.provider].doubt;
            PointReach best = PossiblyReached;
            if (one.time <= reach) {
                best = doubt <= reach && one.time <= reach - doubt ? SurelyReached : NominallyReached;
                people.members[point] |= memberBit(providers_[one.provider].member);
                people.sole[point] = ++nominal == 1 ? one.provider : noProvider;
            }
            people.reach[point] = std::max<std::uint8_t>(people.reach[point], best);
        }
        const NearestJourney nearest = found.at(here.at[i], here.spots[i]);
        people.nearestMinutes[point] = static_cast<float>(roads::toMinutes(nearest.time).value);
        people.estimated[point] = nearest.estimated || !roads_.known.holds(here.at[i]) ? 1 : 0;
        const geometry::Neighbour near = everyProvider_.nearest(here.at[i]);
        if (std::isfinite(near.distance)) people.nearestKilometres[point] = static_cast<float>(arcOver(near.distance) / 1000);
    });
    return people;
}

void Journeys::visit(const JourneyVisitor& visitor) const {
    const Millis reach = roads::toMillis(reach_);
    const PeopleOnRoads& here = ground_->people(reference_, area_);
    const Pairs& within = pairs();
    for (std::size_t i = 0; i < here.points.size(); ++i) {
        for (const ProviderTime& one : within.of(i)) {
            if (one.time <= reach && !visitor(here.points[i], one.provider, roads::toMinutes(one.time))) break;
        }
    }
}

Catchments Journeys::on(const Land& land, Certainty certainty) const {
    Catchments catchments;
    catchments.whole.assign(land.units.size(), 0);
    if (providers_.empty() || land.outline.empty()) return catchments;
    const LandGrid& grid = ground_->gridOf(land, area_);
    const NearestJourneys& found = searched(certainty);
    auto field = std::make_shared<PlaneField>(grid.field);
    field->values.assign(field->columns * field->rows, std::numeric_limits<float>::infinity());
    tbb::parallel_for(std::size_t{0}, grid.wanted.size(), [&](std::size_t i) {
        const NearestJourney nearest = found.at(grid.places[i], grid.spots[i]);
        field->values[grid.wanted[i]] = static_cast<float>(roads::toMinutes(nearest.time).value);
    });
    catchments.together = contour(*field, {0, 0, field->columns, field->rows}, reach_.value);
    catchments.timed = [field, level = reach_.value](const geometry::Box& box) {
        return contour(*field, windowAround(*field, box), level);
    };
    return catchments;
}

std::vector<model::SquareMetres> Journeys::onlyCovered(const Land& land) const {
    std::vector<model::SquareMetres> only(providers_.size());
    if (providers_.empty() || land.outline.empty()) return only;
    const LandGrid& grid = ground_->gridOf(land, area_);
    const PairsOfPlaces pairs = pairsOf({roads_, providers_, ends_, grid.places, grid.spots, roads::toMillis(reach_)});
    const Millis reach = roads::toMillis(reach_);
    const double cell = grid.field.side * grid.field.side;
    for (std::size_t i = 0; i < grid.wanted.size(); ++i) {
        if (grid.within[i] == 0) continue;
        std::uint32_t sole = noProvider;
        int reaching = 0;
        for (const ProviderTime& one : pairs.of(i)) {
            if (one.time <= reach) sole = ++reaching == 1 ? one.provider : noProvider;
        }
        if (sole != noProvider) only[sole].value += cell;
    }
    return only;
}

RoadsUsed Journeys::used() const {
    RoadsUsed used;
    used.mode = roads_.profile.label;
    for (std::uint32_t i = 0; i < providers_.size(); ++i) {
        const Spot& spot = ends_[i].spot;
        if (!spot.onRoad()) used.offRoad.push_back({i, std::nullopt});
        if (spot.onRoad() && static_cast<double>(spot.metres) > roads_.profile.walkLimit)
            used.offRoad.push_back({i, model::Metres{static_cast<double>(spot.metres)}});
    }
    const PeopleOnRoads& here = ground_->people(reference_, area_);
    std::vector<std::pair<float, std::int64_t>> walks;
    std::int64_t walking = 0;
    for (std::size_t i = 0; i < here.points.size(); ++i) {
        const std::int64_t people = reference_.people[here.points[i]].people;
        if (!roads_.known.holds(here.at[i])) {
            used.estimated.value += people;
        } else if (!here.spots[i].onRoad()) {
            used.farFromRoad.value += people;
        } else {
            walks.emplace_back(here.spots[i].metres, people);
            walking += people;
        }
    }
    std::ranges::sort(walks);
    std::int64_t before = 0;
    for (const auto& [metres, people] : walks) {
        before += people;
        if (before * 2 < walking) continue;
        used.medianWalk = model::Metres{static_cast<double>(metres)};
        break;
    }
    for (const Land& land : area_.lands) used.drawnTo = std::max(used.drawnTo.value_or(model::Metres{0}), analysis::drawnTo(land, roads_));
    const NearestJourneys& found = searched(Certainty::Nominal);
    used.junctions =
        junctionsOn(area_, roads_.graph, roads::toMillis(reach_), [&](std::uint32_t junction) { return found.atJunction(junction); });
    return used;
}

}  // namespace raquette::analysis
