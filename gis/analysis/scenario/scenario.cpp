#include "gis/analysis/scenario/scenario.h"

#include "gis/analysis/people.h"
#include "gis/analysis/service_reach.h"
#include "gis/geometry/geodesic.h"
#include "gis/geometry/nearest.h"
#include "gis/geometry/overlay.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>

namespace raquette::analysis {

namespace {

using geometry::Box;
using geometry::LonLat;
using geometry::PlanePoint;
using geometry::PlaneShape;

/// A hole of before on a land's plane.
struct PlaneHole {
    const Gap* gap;
    PlaneShape shape;
    Box box;
};

struct PreparedLand {
    const Land* land;
    Catchments catchments;
    std::vector<PlaneHole> holes;
};

/// A point of people that gains or loses, on a land's plane.
struct Moved {
    std::uint32_t point;
    PlanePoint at;
};

/// How many providers more or less reach a point, where that changes.
using Deltas = std::map<std::uint32_t, int>;

PlaneShape unionOf(const std::vector<Catchment>& catchments) {
    std::vector<PlaneShape> shapes;
    for (const Catchment& one : catchments) shapes.push_back(one.shape);
    if (shapes.empty()) return {};
    return shapes.size() == 1 ? shapes.front() : geometry::unaryUnion(std::span<const PlaneShape>(shapes));
}

double distanceToEdge(PlanePoint p, PlanePoint a, PlanePoint b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Whether two shapes that were cut by the same rims have a corner in common, to rounding.
bool meet(const PlaneShape& small, const Box& box, const PlaneShape& large) {
    constexpr double rounding = 0.01;
    std::vector<std::pair<PlanePoint, PlanePoint>> edges;
    for (std::size_t r = 0; r < large.ringCount(); ++r) {
        const auto ring = large.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            Box edge;
            edge.include(ring[i].x, ring[i].y);
            edge.include(ring[i + 1].x, ring[i + 1].y);
            if (edge.touches(box)) edges.emplace_back(ring[i], ring[i + 1]);
        }
    }
    return std::ranges::any_of(small.points, [&](PlanePoint point) {
        return std::ranges::any_of(edges, [&](const auto& edge) { return distanceToEdge(point, edge.first, edge.second) < rounding; });
    });
}

Box widened(Box box, double by) {
    box.minX -= by;
    box.minY -= by;
    box.maxX += by;
    box.maxY += by;
    return box;
}

}  // namespace

struct Scenario::Prepared {
    const model::Study& study;
    const model::Reference& reference;
    const StudyArea& area;
    const ServiceResult& result;
    std::optional<model::Metres> reach;  ///< none: a travel time
    model::Minutes time;
    std::vector<LonLat> people;
    geometry::EarthIndex peopleIndex;
    std::vector<std::uint16_t> serving;  ///< how many providers reach each point; people outside the study have none and stay out
    std::vector<std::uint8_t> inStudy;
    std::vector<std::vector<std::uint32_t>> reachedBy;  ///< of each provider the points that it reaches, where the reach is a travel time
    std::vector<PreparedLand> lands;

    Prepared(const model::Study& ofStudy, const model::Reference& onReference, const StudyArea& inArea, const ServiceResult& ofService)
        : study(ofStudy),
          reference(onReference),
          area(inArea),
          result(ofService),
          reach(distanceOf(ofService.service)),
          time(timeOf(ofService.service)),
          people(positions(onReference)),
          peopleIndex(people),
          serving(people.size(), 0),
          inStudy(people.size(), 0),
          reachedBy(reach ? 0 : ofService.providers.size()) {
        const ServiceReach serviceReach(study, reference, area, result.service, result.providers);
        serviceReach.visit([&](std::uint32_t point, std::uint32_t provider) {
            ++serving[point];
            if (!reach) reachedBy[provider].push_back(point);
            return true;
        });
        for (std::size_t i = 0; i < people.size(); ++i) inStudy[i] = result.reach[i] != OutsideStudy ? 1 : 0;
        for (const Land& land : area.lands) lands.push_back({&land, serviceReach.on(land, Certainty::Nominal), {}});
        for (const Gap& gap : result.gaps) {
            const geometry::Frame frame = geometry::frameAt(gap.labelPoint);
            for (PreparedLand& land : lands) {
                if (land.land->frame != frame) continue;
                PlaneShape shape = toPlane(frame, gap.shape);
                const Box box = boxOf(shape);
                land.holes.push_back({&gap, std::move(shape), box});
            }
        }
    }

    static std::optional<model::Metres> distanceOf(const model::Service& service) {
        if (const auto* metres = std::get_if<model::Metres>(&service.reach)) return *metres;
        if (std::holds_alternative<model::Minutes>(service.reach)) return std::nullopt;
        throw model::Error(
            fmt::format("Service “{}” reaches by territory: opening, closing and moving a place is only simulated for a "
                        "reach by distance or travel time. Change its reach instead.",
                        service.id));
    }
    static model::Minutes timeOf(const model::Service& service) {
        const auto* minutes = std::get_if<model::Minutes>(&service.reach);
        return minutes != nullptr ? *minutes : model::Minutes{};
    }
    static std::vector<LonLat> positions(const model::Reference& reference) {
        std::vector<LonLat> at;
        at.reserve(reference.people.size());
        for (const model::PopulationPoint& point : reference.people) at.push_back(point.at);
        return at;
    }

    void addNear(LonLat place, model::Metres within, int by, Deltas& deltas) const {
        peopleIndex.within(place, within.value, [&](geometry::Neighbour neighbour) {
            if (inStudy[neighbour.index] == 0) return true;
            const geometry::DistanceBounds bounds = geometry::geodesicBounds(neighbour.distance);
            const bool reached =
                bounds.most <= within.value || (bounds.least <= within.value && geodesicDistance(people[neighbour.index], place) <= within);
            if (reached) deltas[neighbour.index] += by;
            return true;
        });
    }

    std::vector<std::uint32_t> closedProviders(const ScenarioChange& change) const {
        std::vector<std::uint32_t> closed;
        for (const std::string& id : change.closed) {
            const auto found = std::ranges::find(result.providers, id, &Provider::id);
            if (found == result.providers.end()) {
                throw model::Error(
                    fmt::format("Service “{}” has no provider with the id “{}”. The layer `providers` of the store lists them.",
                                result.service.id, id));
            }
            closed.push_back(static_cast<std::uint32_t>(found - result.providers.begin()));
        }
        std::ranges::sort(closed);
        closed.erase(std::unique(closed.begin(), closed.end()), closed.end());
        return closed;
    }

    /// How many providers more or less reach each point; `opening` where the reach is a travel time.
    Deltas deltasOf(const std::vector<std::uint32_t>& closed, const std::vector<Provider>& places, const Journeys* opening) const {
        Deltas deltas;
        if (reach) {
            for (const std::uint32_t provider : closed) addNear(result.providers[provider].at, *reach, -1, deltas);
            for (const Provider& place : places) addNear(place.at, *reach, 1, deltas);
            return deltas;
        }
        for (const std::uint32_t provider : closed) {
            for (const std::uint32_t point : reachedBy[provider]) --deltas[point];
        }
        if (opening == nullptr) return deltas;
        opening->visit([&](std::uint32_t point, std::uint32_t, model::Minutes) {
            ++deltas[point];
            return true;
        });
        return deltas;
    }

    /// People who gain or lose, on the plane of one land.
    std::vector<Moved> moved(geometry::Frame frame, const std::vector<std::uint32_t>& points) const {
        std::vector<Moved> here;
        for (const std::uint32_t point : points) {
            if (geometry::frameAt(people[point]) == frame) here.push_back({point, toPlane(frame, people[point])});
        }
        return here;
    }

    /// What the places that open take from the holes of before.
    void addLeft(const PreparedLand& on, const PlaneShape& opened, const std::vector<std::uint32_t>& gained, ScenarioAnswer& answer) const {
        const PlaneShape news = geometry::intersection(on.land->outline, opened);
        if (news.empty()) return;
        const PlaneShape before = unionNear(boxOf(news), on.catchments);
        answer.areaGained += areaOf(before.empty() ? news : geometry::difference(news, before));
        const std::vector<Moved> gaining = moved(on.land->frame, gained);
        for (const PlaneHole& hole : on.holes) {
            if (!hole.box.touches(boxOf(news))) continue;
            const PlaneShape left = geometry::difference(hole.shape, opened);
            const Gap& gap = *hole.gap;
            HoleLeft row{gap.id, gap.name, gap.rank, gap.population, gap.population, gap.area, areaOf(left), 0, {}};
            if (row.areaAfter.value >= row.areaBefore.value - 1) continue;
            for (const Moved& one : gaining) {
                if (contains(hole.shape, one.at)) row.after.value -= reference.people[one.point].people;
            }
            for (std::size_t i = 0; i < left.polygonCount(); ++i) row.parts += areaOf(polygonOf(left, i)) >= study.gaps.minArea ? 1 : 0;
            row.shape = toLonLat(on.land->frame, left);
            answer.holes.push_back(std::move(row));
        }
    }

    std::vector<Provider> staying(const std::vector<std::uint32_t>& closed) const {
        std::vector<Provider> staying;
        for (std::uint32_t i = 0; i < result.providers.size(); ++i) {
            if (!std::ranges::binary_search(closed, i)) staying.push_back(result.providers[i]);
        }
        return staying;
    }

    /// What only those that close covered, and nobody that opens does; `stays` where the reach is a travel time and some close.
    void addOpened(const PreparedLand& on, const std::vector<std::uint32_t>& closed, const Journeys* stays, const PlaneShape& opened,
                   const std::vector<std::uint32_t>& lost, ScenarioAnswer& answer) const {
        const PlaneShape gone = reach ? goneNear(on, closed, opened) : goneInTime(on, stays, opened);
        if (gone.empty()) return;
        answer.areaLost += areaOf(gone);
        const std::vector<Moved> losing = moved(on.land->frame, lost);
        for (std::size_t i = 0; i < gone.polygonCount(); ++i) {
            HoleOpened row = describe(on, polygonOf(gone, i), losing);
            if (row.population.value > 0 || row.area >= study.gaps.minArea) answer.opened.push_back(std::move(row));
        }
    }

    static PlaneShape goneInTime(const PreparedLand& on, const Journeys* stays, const PlaneShape& opened) {
        if (stays == nullptr || on.catchments.none()) return {};
        std::vector<PlaneShape> after;
        for (const PlaneShape& shape : {stays->on(*on.land, Certainty::Nominal).together, opened}) {
            if (!shape.empty()) after.push_back(shape);
        }
        const PlaneShape before = geometry::intersection(on.land->outline, on.catchments.together);
        return after.empty() ? before : geometry::difference(before, geometry::unaryUnion(std::span<const PlaneShape>(after)));
    }

    PlaneShape goneNear(const PreparedLand& on, const std::vector<std::uint32_t>& closed, const PlaneShape& opened) const {
        std::vector<Catchment> leaving;
        for (const Catchment& one : on.catchments.each) {
            if (std::ranges::binary_search(closed, one.provider)) leaving.push_back(one);
        }
        if (leaving.empty()) return {};
        PlaneShape gone = geometry::intersection(on.land->outline, unionOf(leaving));
        std::vector<PlaneShape> others;
        for (const std::uint32_t i : on.catchments.index.touching(boxOf(gone))) {
            const Catchment& one = on.catchments.each[i];
            if (!std::ranges::binary_search(closed, one.provider)) others.push_back(one.shape);
        }
        if (!opened.empty()) others.push_back(opened);
        if (!others.empty()) gone = geometry::difference(gone, geometry::unaryUnion(std::span<const PlaneShape>(others)));
        return gone;
    }

    HoleOpened describe(const PreparedLand& on, const PlaneShape& piece, const std::vector<Moved>& losing) const {
        HoleOpened row;
        row.area = areaOf(piece);
        std::map<std::int32_t, std::int64_t> communes;
        for (const Moved& one : losing) {
            if (!contains(piece, one.at)) continue;
            const model::PopulationPoint& point = reference.people[one.point];
            row.population.value += point.people;
            if (point.commune != model::nowhere && point.people > 0) communes[point.commune] += point.people;
        }
        row.name = nameOf(communes);
        const Box box = widened(boxOf(piece), 1);
        for (const PlaneHole& hole : on.holes) {
            if (hole.box.touches(box) && meet(piece, box, hole.shape)) row.joins.push_back(hole.gap->id);
        }
        row.shape = toLonLat(on.land->frame, piece);
        return row;
    }

    std::string nameOf(const std::map<std::int32_t, std::int64_t>& communes) const {
        std::vector<std::pair<std::int64_t, std::int32_t>> sorted;
        for (const auto& [commune, count] : communes) sorted.emplace_back(-count, commune);
        std::ranges::sort(sorted);
        std::string name;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, sorted.size()); ++i) {
            name += (i == 0 ? "" : ", ") + reference.communes[static_cast<std::size_t>(sorted[i].second)].name;
        }
        return name;
    }
};

bool canChange(const model::Service& service, const model::Reference& reference) {
    if (std::holds_alternative<model::Metres>(service.reach)) return true;
    return std::holds_alternative<model::Minutes>(service.reach) && reference.roads != nullptr;
}

Scenario::Scenario(const model::Study& study, const model::Reference& reference, const StudyArea& area, const ServiceResult& result)
    : prepared_(std::make_unique<const Prepared>(study, reference, area, result)) {}
Scenario::~Scenario() = default;
Scenario::Scenario(Scenario&&) noexcept = default;

ScenarioAnswer Scenario::answer(const ScenarioChange& change) const {
    const Prepared& base = *prepared_;
    const std::vector<std::uint32_t> closed = base.closedProviders(change);
    std::vector<Provider> places;
    for (const LonLat at : change.opened) places.push_back({"", "", "", at, {}, model::Membership::Unknown});
    const std::vector<Provider> staying = base.staying(closed);
    std::optional<Journeys> opening;
    std::optional<Journeys> stays;
    if (!base.reach && !places.empty()) opening.emplace(base.reference, base.area, places, base.time);
    if (!base.reach && !closed.empty()) stays.emplace(base.reference, base.area, staying, base.time);
    const Deltas deltas = base.deltasOf(closed, places, opening ? &*opening : nullptr);

    ScenarioAnswer answer;
    answer.coveredBefore = base.result.coverages[1].population;
    std::vector<std::uint32_t> gained;
    std::vector<std::uint32_t> lost;
    for (const auto& [point, delta] : deltas) {
        const int before = base.serving[point];
        if (before == 0 && before + delta > 0) {
            gained.push_back(point);
            answer.gained.value += base.reference.people[point].people;
        } else if (before > 0 && before + delta == 0) {
            lost.push_back(point);
            answer.lost.value += base.reference.people[point].people;
        }
    }
    answer.coveredAfter = answer.coveredBefore + answer.gained - answer.lost;

    for (const PreparedLand& on : base.lands) {
        Catchments opened;
        if (opening) opened = opening->on(*on.land, Certainty::Nominal);
        if (base.reach) opened = catchmentsOn(*on.land, places, *base.reach, Certainty::Nominal);
        if (!opened.none()) base.addLeft(on, opened.together, gained, answer);
        if (opening && !opened.none())
            answer.reached.append(toLonLat(on.land->frame, geometry::intersection(on.land->outline, opened.together)));
        base.addOpened(on, closed, stays ? &*stays : nullptr, opened.together, lost, answer);
    }
    std::ranges::stable_sort(answer.holes, std::less{}, &HoleLeft::rank);
    std::ranges::stable_sort(answer.opened, [](const HoleOpened& a, const HoleOpened& b) {
        return a.population != b.population ? a.population > b.population : a.area > b.area;
    });
    return answer;
}

}  // namespace raquette::analysis
