#include "gis/analysis/travel/journeys.h"

#include "gis/analysis/lattice.h"
#include "gis/analysis/travel/contour.h"
#include "gis/analysis/travel/pairs.h"
#include "gis/geometry/nearest.h"
#include "gis/geometry/overlay.h"
#include "gis/model/error.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace raquette::analysis {

namespace {

using geometry::LonLat;
using geometry::PlanePoint;
using geometry::PlaneShape;
using roads::Millis;
using roads::Spot;
using roads::unreached;

constexpr model::Metres farthestRoad{50000};

const roads::Roads& roadsOf(const model::Reference& reference) {
    if (!reference.roads) {
        throw model::Error(
            "A travel time is told by roads, which a store does not hold: open its study file, which names them under [reference] roads.");
    }
    return *reference.roads;
}

std::vector<LonLat> positionsOf(const std::vector<Provider>& providers) {
    std::vector<LonLat> positions;
    for (const Provider& provider : providers) positions.push_back(provider.at);
    return positions;
}

}  // namespace

/// The two ends of all journeys.
struct Journeys::Ends {
    std::vector<ProviderEnd> providers;
    geometry::EarthIndex everyProvider;
    std::vector<std::uint32_t> offRoad;  ///< providers journeys to which are always estimated
    geometry::EarthIndex offRoadProviders;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> onEdges;  ///< edge → provider
    std::vector<LonLat> people;                                    ///< of the study area
    std::vector<std::uint32_t> points;                             ///< of each its index in Reference::people
    std::vector<Spot> spots;                                       ///< of each

    Ends(const roads::Roads& roads, const std::vector<Provider>& all, const model::Reference& reference, const StudyArea& area)
        : providers(providerEnds(roads, all)),
          everyProvider(positionsOf(all)),
          offRoad(withoutRoad(providers)),
          offRoadProviders(some(all, offRoad)) {
        for (std::uint32_t i = 0; i < providers.size(); ++i) {
            if (providers[i].spot.onRoad()) onEdges.emplace_back(providers[i].spot.edge, i);
        }
        std::ranges::sort(onEdges);
        const BaseUnits units(reference);
        for (std::uint32_t i = 0; i < reference.people.size(); ++i) {
            if (!area.holdsPoint(units.of(reference.people[i]), reference.people[i].at)) continue;
            points.push_back(i);
            people.push_back(reference.people[i].at);
        }
        spots = roads::spotsOf(roads.graph, people, {roads.profile.walkLimit});
    }

    static std::vector<std::uint32_t> withoutRoad(const std::vector<ProviderEnd>& ends) {
        std::vector<std::uint32_t> without;
        for (std::uint32_t i = 0; i < ends.size(); ++i) {
            if (!ends[i].spot.onRoad()) without.push_back(i);
        }
        return without;
    }
    static geometry::EarthIndex some(const std::vector<Provider>& all, const std::vector<std::uint32_t>& indexes) {
        std::vector<LonLat> positions;
        for (const std::uint32_t i : indexes) positions.push_back(all[i].at);
        return geometry::EarthIndex(positions);
    }
};

struct Journeys::Pairs : PairsOfPlaces {
    explicit Pairs(PairsOfPlaces pairs) : PairsOfPlaces(std::move(pairs)) {}
};

/// The nearest provider of every node, for one certainty.
struct Journeys::Searched {
    std::vector<roads::Heading> headings;
    std::vector<roads::NearestSeeds> nearest;  ///< one per heading
    std::vector<Millis> delays;                ///< of each provider at that certainty: what its end of the journey takes
    Millis shift = 0;                          ///< taken from every time: possible journeys begin before they begin
};

/// Corners of a grid over a land with their spots: where times are looked at, to be drawn.
struct Journeys::Grid {
    PlaneField field;                   ///< without values
    std::vector<std::uint32_t> wanted;  ///< corners on the land or next to it
    std::vector<std::uint8_t> within;   ///< of each wanted: whether the land holds it
    std::vector<LonLat> places;         ///< of each wanted
    std::vector<Spot> spots;
};

Journeys::Journeys(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Minutes reach)
    : reference_(reference),
      area_(area),
      providers_(providers),
      roads_(roadsOf(reference)),
      reach_(reach),
      ends_(std::make_unique<Ends>(roads_, providers, reference, area)),
      grids_(area.lands.size()) {
    pairs_ = std::make_unique<Pairs>(pairsOf({roads_, providers_, ends_->providers, ends_->people, ends_->spots, roads::toMillis(reach)}));
}

Journeys::~Journeys() = default;

const Journeys::Searched& Journeys::searched(Certainty certainty) const {
    const std::scoped_lock lock(mutex_);
    auto& kept = searched_[static_cast<std::size_t>(certainty)];
    if (kept) return *kept;
    auto made = std::make_unique<Searched>();
    made->headings = headingsOf(roads_.rules.trip);
    if (certainty == Certainty::Possible) {
        for (const ProviderEnd& end : ends_->providers) made->shift = std::max(made->shift, end.doubt);
    }
    for (const ProviderEnd& end : ends_->providers) {
        const Millis more = certainty == Certainty::Sure ? end.doubt : certainty == Certainty::Possible ? made->shift - end.doubt : 0;
        made->delays.push_back(roads::plus(end.delay, more));
    }
    // No search ends at the reach: where a border runs between two corners is told by the times of both.
    for (const roads::Heading heading : made->headings) {
        std::vector<roads::Seed> seeds;
        for (std::uint32_t i = 0; i < providers_.size(); ++i) {
            if (!ends_->providers[i].spot.onRoad()) continue;
            const std::size_t first = seeds.size();
            roads::seedsOf(roads_.graph, heading, ends_->providers[i].spot, seeds);
            for (std::size_t s = first; s < seeds.size(); ++s) {
                seeds[s].time = roads::plus(seeds[s].time, made->delays[i]);
                seeds[s].label = i;
            }
        }
        // Others who wait for this must not be given to this thread while it waits for its own loops.
        tbb::this_task_arena::isolate([&] { made->nearest.push_back(roads::nearestSeeds(roads_.graph, heading, seeds)); });
    }
    kept = std::move(made);
    return *kept;
}

NearestJourney Journeys::journeyFrom(LonLat place, const Spot& spot, const Searched& found) const {
    const bool known = roads_.known.holds(place);
    NearestJourney best;
    if (known && spot.onRoad()) {
        std::vector<roads::Seed> scratch;
        const Millis walk = roads_.walk(static_cast<double>(spot.metres));
        Millis longest = 0;
        for (std::size_t h = 0; h < found.headings.size(); ++h) {
            const roads::NearestSeeds& nearest = found.nearest[h];
            const roads::Seed end =
                roads::bestAt(roads_.graph, found.headings[h], spot, [&](std::uint32_t node) { return nearest.times[node]; }, scratch);
            Millis time = end.time;
            std::uint32_t provider = end.node == roads::noNode ? noProvider : nearest.labels[end.node];
            const auto [begin, last] =
                std::ranges::equal_range(ends_->onEdges, spot.edge, {}, [](const auto& entry) { return entry.first; });
            for (auto other = begin; other != last; ++other) {
                const Spot& there = ends_->providers[other->second].spot;
                const Millis along = found.headings[h] == roads::Heading::ToSeeds ? straightAlong(roads_.graph, spot, there)
                                                                                  : straightAlong(roads_.graph, there, spot);
                const Millis straight = roads::plus(along, found.delays[other->second]);
                if (straight >= time) continue;
                time = straight;
                provider = other->second;
            }
            longest = std::max(longest, roads::plus(time, walk));
            if (longest == roads::plus(time, walk)) best.provider = provider;
        }
        best.time = longest;
    }
    const auto estimate = [&](const geometry::EarthIndex& index, const std::vector<std::uint32_t>* numbers) {
        const geometry::Neighbour near = index.nearest(place);
        if (!std::isfinite(near.distance)) return;
        const std::uint32_t provider = numbers ? (*numbers)[near.index] : near.index;
        const Millis time = roads::plus(roads_.estimate(arcOver(near.distance)), found.delays[provider]);
        if (time < best.time) best = {time, provider, true};
    };
    if (!known) {
        estimate(ends_->everyProvider, nullptr);
    } else if (!ends_->offRoad.empty()) {
        estimate(ends_->offRoadProviders, &ends_->offRoad);
    }
    if (best.time == unreached) return {};
    best.time = best.time > found.shift ? best.time - found.shift : 0;
    return best;
}

NearestJourney Journeys::nearest(LonLat place) const {
    return journeyFrom(place, roads::spotAt(roads_.graph, place, {roads_.profile.walkLimit}), searched(Certainty::Nominal));
}

double Journeys::height(LonLat place) const {
    if (providers_.empty()) return 0;
    const NearestJourney journey = journeyFrom(place, roads::spotAt(roads_.graph, place, farthestRoad), searched(Certainty::Nominal));
    if (journey.time != unreached) return roads::toMinutes(journey.time).value;
    const geometry::Neighbour near = ends_->everyProvider.nearest(place);
    return roads::toMinutes(roads_.estimate(arcOver(near.distance))).value;
}

PeopleReach Journeys::people() const {
    PeopleReach people(reference_.people.size());
    people.nearestMinutes.assign(reference_.people.size(), std::numeric_limits<float>::infinity());
    people.estimated.assign(reference_.people.size(), 0);
    const Millis reach = roads::toMillis(reach_);
    const Searched& found = searched(Certainty::Nominal);
    tbb::parallel_for(std::size_t{0}, ends_->points.size(), [&](std::size_t i) {
        const std::uint32_t point = ends_->points[i];
        people.reach[point] = NotReached;
        int nominal = 0;
        for (const ProviderTime& one : pairs_->of(i)) {
            const Millis doubt = ends_->providers[one.provider].doubt;
            PointReach best = PossiblyReached;
            if (one.time <= reach) {
                best = doubt <= reach && one.time <= reach - doubt ? SurelyReached : NominallyReached;
                people.members[point] |= memberBit(providers_[one.provider].member);
                people.sole[point] = ++nominal == 1 ? one.provider : noProvider;
            }
            people.reach[point] = std::max<std::uint8_t>(people.reach[point], best);
        }
        const NearestJourney nearest = journeyFrom(ends_->people[i], ends_->spots[i], found);
        people.nearestMinutes[point] = static_cast<float>(roads::toMinutes(nearest.time).value);
        people.estimated[point] = nearest.estimated || !roads_.known.holds(ends_->people[i]) ? 1 : 0;
        const geometry::Neighbour near = ends_->everyProvider.nearest(ends_->people[i]);
        if (std::isfinite(near.distance)) people.nearestKilometres[point] = static_cast<float>(arcOver(near.distance) / 1000);
    });
    return people;
}

void Journeys::visit(const JourneyVisitor& visitor) const {
    const Millis reach = roads::toMillis(reach_);
    for (std::size_t i = 0; i < ends_->points.size(); ++i) {
        for (const ProviderTime& one : pairs_->of(i)) {
            if (one.time <= reach && !visitor(ends_->points[i], one.provider, roads::toMinutes(one.time))) break;
        }
    }
}

model::Metres Journeys::drawnTo(const Land& land) const {
    // Never more than three million corners: drawn finer, a country would take minutes and a map would show none of it.
    const geometry::Box box = land.box();
    return {std::ceil(std::max(roads_.rules.tolerance.value, std::sqrt((box.maxX - box.minX) * (box.maxY - box.minY) / 3e6)))};
}

const Journeys::Grid& Journeys::gridOf(const Land& land) const {
    const std::scoped_lock lock(mutex_);
    auto& kept = grids_[static_cast<std::size_t>(&land - area_.lands.data())];
    if (kept) return *kept;
    auto made = std::make_unique<Grid>();
    // As above.
    tbb::this_task_arena::isolate([&] {
        const double side = drawnTo(land).value;
        const PlaneShape* const outline = &land.outline;
        const Lattice lattice(std::span(&outline, 1), side);
        const geometry::Box box = land.box();
        const auto first = [side](double least) { return std::floor(least / side) - 1; };
        made->field.side = side;
        made->field.origin = {(first(box.minX) + 0.5) * side, (first(box.minY) + 0.5) * side};
        made->field.columns = static_cast<std::size_t>(std::floor(box.maxX / side) - first(box.minX)) + 2;
        made->field.rows = static_cast<std::size_t>(std::floor(box.maxY / side) - first(box.minY)) + 2;
        // 1: on the land; 2: beside it, where the border between two corners needs a value on both sides.
        std::vector<std::uint8_t> kind(made->field.columns * made->field.rows, 0);
        const auto cornerAt = [&](PlanePoint at) {
            const auto column = static_cast<std::size_t>(std::lround((at.x - made->field.origin.x) / side));
            const auto row = static_cast<std::size_t>(std::lround((at.y - made->field.origin.y) / side));
            return row * made->field.columns + column;
        };
        for (std::uint32_t place = 0; place < lattice.size(); ++place) {
            const std::size_t corner = cornerAt(lattice.middle(place));
            for (std::size_t row = 0; row < 3; ++row) {
                for (std::size_t column = 0; column < 3; ++column) {
                    std::uint8_t& near = kind[corner + row * made->field.columns + column - made->field.columns - 1];
                    if (near == 0) near = 2;
                }
            }
            if (lattice.holdsMiddle(place)) kind[corner] = 1;
        }
        std::vector<PlanePoint> corners;
        for (std::uint32_t corner = 0; corner < kind.size(); ++corner) {
            if (kind[corner] == 0) continue;
            made->wanted.push_back(corner);
            made->within.push_back(kind[corner] == 1 ? 1 : 0);
            const std::size_t row = corner / made->field.columns;
            const std::size_t column = corner % made->field.columns;
            corners.push_back(
                {made->field.origin.x + static_cast<double>(column) * side, made->field.origin.y + static_cast<double>(row) * side});
        }
        made->places = toLonLat(land.frame, corners);
        made->spots = roads::spotsOf(roads_.graph, made->places, {roads_.profile.walkLimit});
    });
    kept = std::move(made);
    return *kept;
}

Catchments Journeys::on(const Land& land, Certainty certainty) const {
    Catchments catchments;
    catchments.whole.assign(land.units.size(), 0);
    if (providers_.empty() || land.outline.empty()) return catchments;
    const Grid& grid = gridOf(land);
    const Searched& found = searched(certainty);
    PlaneField field = grid.field;
    field.values.assign(field.columns * field.rows, std::numeric_limits<float>::infinity());
    tbb::parallel_for(std::size_t{0}, grid.wanted.size(), [&](std::size_t i) {
        const NearestJourney nearest = journeyFrom(grid.places[i], grid.spots[i], found);
        field.values[grid.wanted[i]] = static_cast<float>(roads::toMinutes(nearest.time).value);
    });
    constexpr std::size_t tile = 64;
    std::vector<FieldWindow> windows;
    for (std::size_t row = 0; row + 1 < field.rows; row += tile) {
        for (std::size_t column = 0; column + 1 < field.columns; column += tile) {
            windows.push_back({column, row, std::min(tile + 1, field.columns - column), std::min(tile + 1, field.rows - row)});
        }
    }
    std::vector<PlaneShape> tiles(windows.size());
    tbb::parallel_for(std::size_t{0}, windows.size(), [&](std::size_t i) { tiles[i] = contour(field, windows[i], reach_.value); });
    std::vector<geometry::Box> boxes;
    for (PlaneShape& shape : tiles) {
        if (shape.empty()) continue;
        boxes.push_back(boxOf(shape));
        catchments.drawn.push_back(std::move(shape));
    }
    catchments.index = CatchmentIndex(std::move(boxes));
    if (!catchments.drawn.empty()) catchments.together = geometry::unaryUnion(std::span<const PlaneShape>(catchments.drawn));
    return catchments;
}

std::vector<model::SquareMetres> Journeys::onlyCovered(const Land& land) const {
    std::vector<model::SquareMetres> only(providers_.size());
    if (providers_.empty() || land.outline.empty()) return only;
    const Grid& grid = gridOf(land);
    const PairsOfPlaces pairs = pairsOf({roads_, providers_, ends_->providers, grid.places, grid.spots, roads::toMillis(reach_)});
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
        const Spot& spot = ends_->providers[i].spot;
        if (!spot.onRoad()) used.offRoad.push_back({i, std::nullopt});
        if (spot.onRoad() && static_cast<double>(spot.metres) > roads_.profile.walkLimit)
            used.offRoad.push_back({i, model::Metres{static_cast<double>(spot.metres)}});
    }
    std::vector<std::pair<float, std::int64_t>> walks;
    std::int64_t walking = 0;
    for (std::size_t i = 0; i < ends_->points.size(); ++i) {
        const std::int64_t people = reference_.people[ends_->points[i]].people;
        if (!roads_.known.holds(ends_->people[i])) {
            used.estimated.value += people;
        } else if (!ends_->spots[i].onRoad()) {
            used.farFromRoad.value += people;
        } else {
            walks.emplace_back(ends_->spots[i].metres, people);
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
    for (const Land& land : area_.lands) used.drawnTo = std::max(used.drawnTo.value_or(model::Metres{0}), drawnTo(land));
    return used;
}

}  // namespace raquette::analysis
