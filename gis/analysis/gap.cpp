#include "gis/analysis/gap.h"

#include "gis/analysis/deepest.h"
#include "gis/analysis/effective_split.h"
#include "gis/geometry/geodesic.h"
#include "gis/geometry/overlay.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace raquette::analysis {

namespace {

using geometry::PlaneShape;
using model::Split;

/// The lattice that heights are looked at by: that of the reach, or of the distance that a travel time is where roads are not known.
double sideOn(const GapContext& context, const Land& land) {
    return latticeSide(land, context.journeys ? context.journeys->usualDistance().value : context.reach->value);
}

BasinRules basinRules(const GapContext& context, const Land& land, const NearestProvider& nearest) {
    const double depth = context.study.gaps.depth;
    if (const Journeys* journeys = context.journeys) {
        return {[journeys, frame = land.frame](geometry::PlanePoint at) { return journeys->height(toLonLat(frame, at)); },
                depth * journeys->reach().value, sideOn(context, land)};
    }
    return {[&nearest](geometry::PlanePoint at) { return nearest.distance(at); }, depth * context.reach->value, sideOn(context, land)};
}

std::vector<Hole> holesOf(const GapContext& context, const Surroundings& around) {
    const std::vector<Piece>& pieces = around.uncovered.pieces;
    const bool communes = context.reference.hasCommunePolygons();
    std::vector<std::uint32_t> labels(pieces.size(), 0);
    const Split split = effectiveSplit(context.study.gaps, context.service.reach, communes);  // said in the analysis's notes
    switch (split) {
        case Split::Connected:
            return connectedHoles(around);
        case Split::Departement:
        case Split::Epci:
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                const std::uint32_t unit = around.land.units[pieces[i].unit];
                if (!communes) {
                    labels[i] = unit;
                } else {
                    const model::Commune& commune = context.reference.communes[unit];
                    labels[i] = static_cast<std::uint32_t>(split == Split::Epci ? commune.epci
                                                                                : commune.departement);  // islands without EPCI: together
                }
            }
            return holesOfLabels(around, labels, true);
        case Split::Basin:
            break;
    }
    const NearestProvider nearest(around.land, around.providers);
    const BasinRules rules = basinRules(context, around.land, nearest);
    return communes ? holesOfLabels(around, basinOfPieces(around, rules), false) : holesCutAtSaddles(around, rules);
}

/// Unserved people of a hole by place, most first: communes, or départements where no commune of it is known.
struct NamedPlace {
    std::string code;
    std::string name;
    std::int64_t people = 0;
    geometry::LonLat at;
    geometry::LonLat fullestPoint;
    std::int32_t fullest = -1;
};

std::vector<NamedPlace> placesOf(const GapContext& context, const UncoveredLand& uncovered, const Hole& hole, bool byCommune) {
    std::map<std::int32_t, NamedPlace> places;
    for (const std::uint32_t index : hole.points) {
        const model::PopulationPoint& point = context.reference.people[uncovered.points[index].index];
        const std::int32_t key = byCommune ? point.commune : point.departement;
        if (key == model::nowhere) continue;
        NamedPlace& place = places[key];
        place.people += point.people;
        if (point.people > place.fullest) {
            place.fullest = point.people;
            place.fullestPoint = point.at;
        }
    }
    std::vector<NamedPlace> sorted;
    for (auto& [key, place] : places) {
        place.at = place.fullestPoint;
        if (byCommune) {
            const model::Commune& commune = context.reference.communes[static_cast<std::size_t>(key)];
            place.code = commune.code;
            place.name = commune.name;
            if (commune.point) place.at = *commune.point;
        } else {
            place.code = "dep-" + context.reference.departements[static_cast<std::size_t>(key)].code;
            place.name = context.reference.departements[static_cast<std::size_t>(key)].name;
        }
        if (place.people > 0) sorted.push_back(std::move(place));
    }
    std::ranges::stable_sort(sorted, std::greater{}, &NamedPlace::people);
    return sorted;
}

/// The place that names a hole where nobody lives: the base unit with most of its area, else the one it lies in.
NamedPlace emptyPlace(const GapContext& context, const Surroundings& around, const Hole& hole) {
    NamedPlace place;
    place.at = place.fullestPoint = toLonLat(around.land.frame, pointInside(hole.shape, 0));
    std::optional<std::uint32_t> unit;
    for (const std::uint32_t candidate : hole.units) {
        if (!unit || around.uncovered.areas[candidate] > around.uncovered.areas[*unit]) unit = candidate;
    }
    for (std::uint32_t i = 0; !unit && i < around.land.shapes.size(); ++i) {
        if (contains(around.land.shapes[i], pointInside(hole.shape, 0))) unit = i;
    }
    if (!unit) return place;
    const std::uint32_t base = around.land.units[*unit];
    const bool communes = context.reference.hasCommunePolygons();
    place.code = communes ? context.reference.communes[base].code : "dep-" + context.reference.departements[base].code;
    place.name = communes ? context.reference.communes[base].name : context.reference.departements[base].name;
    return place;
}

/// Share of a hole that possible coverage reaches: of its people, of its area where nobody lives.
double possibleShare(const Gap& gap, const Hole& hole, const Catchments& possible) {
    if (gap.population.value > 0) return 1 - static_cast<double>(gap.certainPopulation.value) / static_cast<double>(gap.population.value);
    const PlaneShape around = unionNear(boxOf(hole.shape), possible);
    return 1 - areaOf(geometry::difference(hole.shape, around)) / gap.area;
}

/// Share of a hole that no source has looked at: of its people, of its area where nobody lives.
double unsurveyedShare(const GapContext& context, const Surroundings& around, const Hole& hole, std::int64_t population) {
    if (!context.surveyed.stated) return 0;
    const auto& looked = context.reference.hasCommunePolygons() ? context.surveyed.communes : context.surveyed.departements;
    double missed = 0;
    double all = 0;
    if (population > 0) {
        for (const std::uint32_t index : hole.points) {
            const model::PopulationPoint& point = context.reference.people[around.uncovered.points[index].index];
            all += point.people;
            if (!context.surveyed.holds(point)) missed += point.people;
        }
    } else {
        for (const std::uint32_t unit : hole.units) {
            all += around.uncovered.areas[unit];
            if (looked[around.land.units[unit]] == 0) missed += around.uncovered.areas[unit];
        }
    }
    return all > 0 ? missed / all : 0;
}

/// Share of a hole that a contract expired, or a venue closed, within five years would have served.
double endedShare(const GapContext& context, const Surroundings& around, const Hole& hole, std::int64_t population, Cause cause) {
    if (population == 0) return context.ended.shareOf(cause, around.land, hole.shape).value;
    std::int64_t served = 0;
    for (const std::uint32_t index : hole.points) {
        const UncoveredPoint& point = around.uncovered.points[index];
        if (context.ended.reached(cause, point.index)) served += point.people;
    }
    return static_cast<double>(served) / static_cast<double>(population);
}

/// Codes by weight, most first; equal weights by code.
std::vector<std::string> codesByWeight(const std::map<std::string, double>& weights) {
    std::vector<std::pair<std::string, double>> sorted(weights.begin(), weights.end());
    std::ranges::stable_sort(sorted, std::greater{}, &std::pair<std::string, double>::second);
    std::vector<std::string> codes;
    for (auto& [code, weight] : sorted) codes.push_back(std::move(code));
    return codes;
}

/// The EPCI and départements whose people a hole holds; whose land, where it holds nobody.
void concerned(const GapContext& context, const Surroundings& around, const Hole& hole, Gap& gap) {
    const model::Reference& reference = context.reference;
    std::map<std::string, double> epcis;
    std::map<std::string, double> departements;
    const auto add = [&](std::int32_t commune, std::int32_t departement, double weight) {
        if (weight <= 0) return;
        if (departement != model::nowhere) departements[reference.departements[static_cast<std::size_t>(departement)].code] += weight;
        const std::int32_t epci = commune == model::nowhere ? commune : reference.communes[static_cast<std::size_t>(commune)].epci;
        if (epci != model::nowhere) epcis[reference.epcis[static_cast<std::size_t>(epci)].code] += weight;
    };
    for (const std::uint32_t index : hole.points) {
        const model::PopulationPoint& point = reference.people[around.uncovered.points[index].index];
        add(point.commune, point.departement, point.people);
    }
    for (const std::uint32_t unit : gap.population.value > 0 ? std::vector<std::uint32_t>() : hole.units) {
        const auto base = static_cast<std::int32_t>(around.land.units[unit]);
        const bool communes = reference.hasCommunePolygons();
        const std::int32_t departement = communes ? reference.communes[static_cast<std::size_t>(base)].departement : base;
        add(communes ? base : model::nowhere, departement, around.uncovered.areas[unit]);
    }
    gap.epcis = codesByWeight(epcis);
    gap.departements = codesByWeight(departements);
}

std::string joined(const std::vector<NamedPlace>& places) {
    std::string name;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, places.size()); ++i) name += (i == 0 ? "" : ", ") + places[i].name;
    return name;
}

class Describer {
public:
    Describer(const GapContext& context, const Surroundings& around, const Catchments& possible)
        : context_(context),
          around_(around),
          possible_(possible),
          nearestOnPlane_(around.land, around.providers),
          nearestOnEarth_(positionsOf(around.providers)) {}

    Gap describe(const Hole& hole) const {
        Gap gap;
        gap.area = areaOf(hole.shape);
        for (const std::uint32_t index : hole.points) {
            const UncoveredPoint& point = around_.uncovered.points[index];
            gap.population.value += point.people;
            if (context_.people.reach[point.index] == NotReached) gap.certainPopulation.value += point.people;
        }
        if (context_.reference.hasCommunePolygons()) gap.communes = static_cast<int>(hole.units.size());
        name(hole, gap);
        if (!around_.providers.empty() && context_.reach) {
            gap.deepest = model::Metres{deepestOf(hole.shape, nearestOnPlane_, sideOn(context_, around_.land))};
        }
        if (!around_.providers.empty() && context_.journeys) {
            const BasinRules rules = basinRules(context_, around_.land, nearestOnPlane_);
            gap.deepestTime = model::Minutes{deepestOf(hole.shape, rules.height, rules.side)};
        }
        const double doubtful = possibleShare(gap, hole, possible_);
        gap.certain = doubtful < 0.1;
        gap.causeShares = sharesOf(hole, gap.population.value, doubtful);
        gap.cause = causeOf(gap.causeShares);
        concerned(context_, around_, hole, gap);
        gap.shape = toLonLat(around_.land.frame, hole.shape);
        return gap;
    }

private:
    static std::vector<geometry::LonLat> positionsOf(const std::vector<Provider>& providers) {
        std::vector<geometry::LonLat> positions;
        for (const Provider& provider : providers) positions.push_back(provider.at);
        return positions;
    }

    CauseShares sharesOf(const Hole& hole, std::int64_t population, double doubtful) const {
        return {{unsurveyedShare(context_, around_, hole, population)},
                {endedShare(context_, around_, hole, population, Cause::Expired)},
                {endedShare(context_, around_, hole, population, Cause::Closed)},
                {doubtful}};
    }

    /// The first that holds for at least half.
    static Cause causeOf(const CauseShares& shares) {
        constexpr model::Share half{0.5};
        if (shares.notSurveyed >= half) return Cause::NotSurveyed;
        if (shares.expired >= half) return Cause::Expired;
        if (shares.closed >= half) return Cause::Closed;
        return shares.uncertain >= half ? Cause::Uncertain : Cause::Absent;
    }

    void name(const Hole& hole, Gap& gap) const {
        std::vector<NamedPlace> places = placesOf(context_, around_.uncovered, hole, true);
        if (places.empty()) places = placesOf(context_, around_.uncovered, hole, false);
        if (places.empty()) places.push_back(emptyPlace(context_, around_, hole));
        gap.name = joined(places);
        for (std::size_t i = 0; i < std::min<std::size_t>(5, places.size()); ++i) {
            if (places[i].people > 0) gap.places.push_back({places[i].code, places[i].name, {places[i].people}});
        }
        gap.id = places.front().code;
        gap.labelPoint = places.front().fullestPoint;
        if (around_.providers.empty()) return;
        std::uint32_t index = nearestOnEarth_.nearest(places.front().at).index;
        if (context_.journeys) {
            const NearestJourney journey = context_.journeys->nearest(places.front().at);
            if (journey.provider != noProvider) {
                gap.nearestTime = roads::toMinutes(journey.time);
                index = journey.provider;
            }
        }
        const Provider& provider = around_.providers[index];
        gap.nearest = geodesicDistance(places.front().at, provider.at);
        gap.nearestName = provider.name;
    }

    const GapContext& context_;
    const Surroundings& around_;
    const Catchments& possible_;
    NearestProvider nearestOnPlane_;
    geometry::EarthIndex nearestOnEarth_;
};

}  // namespace

LandGaps gapsOnLand(const GapContext& context, const Surroundings& around, const Catchments& possible) {
    const auto peopleOf = [&](const std::vector<std::uint32_t>& points) {
        model::Inhabitants people;
        for (const std::uint32_t point : points) people.value += around.uncovered.points[point].people;
        return people;
    };
    LandGaps found;
    const auto drop = [&](const Hole& hole, Dropped& dropped) {
        ++dropped.count;
        dropped.population += peopleOf(hole.points);
        dropped.area += areaOf(hole.shape);
    };
    std::vector<Hole> holes = holesOf(context, around);
    const auto slivers =
        std::ranges::stable_partition(holes, [&](const Hole& hole) { return areaOf(hole.shape) >= context.study.gaps.minArea; });
    std::vector<Hole> tooSmall(std::make_move_iterator(slivers.begin()), std::make_move_iterator(slivers.end()));
    holes.erase(slivers.begin(), slivers.end());
    found.slivers.population = peopleOf(assignRest(around.uncovered, tooSmall, holes));
    for (const Hole& hole : tooSmall) drop(hole, found.slivers);

    std::vector<const Hole*> kept;
    for (const Hole& hole : holes) {
        if (peopleOf(hole.points) < context.study.gaps.minPopulation) {
            drop(hole, found.fewPeople);
        } else {
            kept.push_back(&hole);
        }
    }
    const Describer describer(context, around, possible);
    found.gaps.resize(kept.size());
    tbb::parallel_for(std::size_t{0}, kept.size(), [&](std::size_t i) { found.gaps[i] = describer.describe(*kept[i]); });
    return found;
}

void rankGaps(const std::string& service, std::vector<Gap>& gaps) {
    std::ranges::stable_sort(gaps, [](const Gap& a, const Gap& b) {
        if (a.population != b.population) return a.population > b.population;
        return a.area != b.area ? a.area > b.area : a.id < b.id;
    });
    std::set<std::string> taken;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        gaps[i].rank = static_cast<int>(i + 1);
        const std::string stem = service + ":" + gaps[i].id;
        std::string id = stem;
        for (int again = 2; !taken.insert(id).second; ++again) id = stem + "-" + std::to_string(again);
        gaps[i].id = id;
    }
}

}  // namespace raquette::analysis
