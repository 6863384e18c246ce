#include "gis/analysis/perimeter.h"

#include "gis/analysis/territory_units.h"
#include "gis/geometry/dissolve.h"
#include "gis/geometry/nearest.h"
#include "gis/geometry/overlay.h"
#include "gis/model/error.h"

#include <algorithm>
#include <limits>
#include <map>

namespace raquette::analysis {

namespace {

using geometry::GeoShape;
using geometry::PlaneShape;
using model::Level;
using model::Reference;
using model::TerritoryId;

/// The base units of territories, each looked for once.
class UnitsOfTerritories {
public:
    UnitsOfTerritories(const model::Study& study, const Reference& reference) : study_(study), reference_(reference) {}

    /// Nothing where the reference cannot say: an unknown code, or communes without outlines.
    const std::vector<std::uint32_t>* of(const TerritoryId& id) {
        const auto [found, isNew] = known_.try_emplace(id);
        if (isNew) found->second = look(id);
        return found->second ? &*found->second : nullptr;
    }

private:
    std::optional<std::vector<std::uint32_t>> look(const TerritoryId& id) const {
        const bool byCommune = id.level == Level::Commune && reference_.hasCommunePolygons();
        if (byCommune) {  // the common case, without a pass over all units
            const std::int32_t at = indexOf(reference_.communes, id.code);
            if (at == model::nowhere) return std::nullopt;
            return std::vector{static_cast<std::uint32_t>(at)};
        }
        try {
            const std::vector<std::uint8_t> flags = unitsOf({id}, study_, reference_);
            std::vector<std::uint32_t> units;
            for (std::uint32_t unit = 0; unit < flags.size(); ++unit) {
                if (flags[unit] != 0) units.push_back(unit);
            }
            return units;
        } catch (const model::Error&) {
            return std::nullopt;  // told by the count of providers that serve nobody
        }
    }

    const model::Study& study_;
    const Reference& reference_;
    std::map<TerritoryId, std::optional<std::vector<std::uint32_t>>> known_;
};

/// The territory of a level that a commune or département lies in.
std::optional<TerritoryId> raised(const TerritoryId& home, Level level, const Reference& reference) {
    if (home.level == level) return home;
    const std::int32_t at = home.level == Level::Commune ? ofCommune(reference, indexOf(reference.communes, home.code), level)
                                                         : ofDepartement(reference, indexOf(reference.departements, home.code), level);
    if (at == model::nowhere) return std::nullopt;
    return territoryAt(reference, level, at);
}

/// The territory of a provider whose commune is not known by code: where it stands.
std::optional<TerritoryId> homeByPlace(const Provider& provider, const Reference& reference, const UnitFinder& finder) {
    if (!provider.placed) return std::nullopt;
    const std::int32_t unit = finder.at(provider.at);
    if (unit == model::nowhere) return std::nullopt;
    const auto at = static_cast<std::size_t>(unit);
    if (reference.hasCommunePolygons()) return TerritoryId{Level::Commune, reference.communes[at].code};
    return TerritoryId{Level::Departement, reference.departements[at].code};
}

class PerimeterMaker {
public:
    PerimeterMaker(const model::Study& study, const Reference& reference, const StudyArea& area, const model::Service& service)
        : reference_(reference), finder_(area), level_(std::get_if<Level>(&service.reach)), units_(study, reference) {}

    std::optional<Perimeter> of(std::uint32_t index, const Provider& provider) {
        Perimeter perimeter{index, provider.surelyInForce ? Certainty::Sure : Certainty::Possible, {}, {}};
        std::vector<TerritoryId> territories = provider.serves;
        if (level_ != nullptr) {
            std::optional<TerritoryId> served = territories.empty() ? std::nullopt : raised(territories.front(), *level_, reference_);
            if (!served) {
                perimeter.atBest = Certainty::Nominal;
                if (const auto home = homeByPlace(provider, reference_, finder_)) served = raised(*home, *level_, reference_);
            }
            if (!served) return std::nullopt;
            territories = {*served};
        }
        for (const TerritoryId& id : territories) {
            const auto shape = id.level == Level::Area ? reference_.areaShapes.find(id.code) : reference_.areaShapes.end();
            if (shape != reference_.areaShapes.end()) perimeter.drawn.push_back(&shape->second);
            const std::vector<std::uint32_t>* units = units_.of(id);
            if (units == nullptr) return std::nullopt;  // half a perimeter would be a wrong one
            perimeter.units.insert(perimeter.units.end(), units->begin(), units->end());
        }
        std::ranges::sort(perimeter.units);
        perimeter.units.erase(std::unique(perimeter.units.begin(), perimeter.units.end()), perimeter.units.end());
        return perimeter;
    }

private:
    const Reference& reference_;
    UnitFinder finder_;
    const Level* level_;
    UnitsOfTerritories units_;
};

/// Who serves a unit or a point, so far.
struct Served {
    std::uint8_t best = NotReached;
    std::uint8_t members = 0;
    std::uint32_t sole = noProvider;
    bool several = false;

    void add(const Perimeter& perimeter, const Provider& provider) {
        static constexpr std::array<PointReach, 3> reaches{SurelyReached, NominallyReached, PossiblyReached};
        best = std::max<std::uint8_t>(best, reaches[static_cast<std::size_t>(perimeter.atBest)]);
        if (perimeter.atBest == Certainty::Possible) return;
        members |= memberBit(provider.member);
        several = several || sole != noProvider;
        sole = several ? noProvider : perimeter.provider;
    }
};

std::vector<PlaneShape> drawnOn(const Land& land, const Perimeter& perimeter) {
    std::vector<PlaneShape> shapes;
    for (const GeoShape* shape : perimeter.drawn) {
        if (!shape->empty() && geometry::frameAt(shape->points.front()) == land.frame) shapes.push_back(toPlane(land.frame, *shape));
    }
    return shapes;
}

/// Where base units stand in a land's lists: perimeters are many and mostly small, so each is followed by its own units.
class UnitsOnLand {
public:
    UnitsOnLand(const Land& land, const std::vector<Perimeter>& perimeters) {
        std::uint32_t highest = 0;
        for (const Perimeter& perimeter : perimeters) {
            if (!perimeter.units.empty()) highest = std::max(highest, perimeter.units.back());
        }
        places_.assign(std::size_t{highest} + 1, noPlace);
        for (std::uint32_t i = 0; i < land.units.size(); ++i) {
            if (land.units[i] <= highest) places_[land.units[i]] = i;
        }
    }
    /// Indexes in Land::units of the units a perimeter serves.
    std::vector<std::uint32_t> of(const Perimeter& perimeter) const {
        std::vector<std::uint32_t> found;
        for (const std::uint32_t unit : perimeter.units) {
            if (places_[unit] != noPlace) found.push_back(places_[unit]);
        }
        return found;
    }

private:
    static constexpr std::uint32_t noPlace = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> places_;
};

PlaneShape joined(const Land& land, const std::vector<std::uint32_t>& units, const PlaneShape& drawn) {
    std::vector<PlaneShape> parts;
    if (land.edgeMatched) {
        if (!units.empty()) parts.push_back(units.size() == land.units.size() ? land.outline : geometry::dissolve(land.shapes, units));
    } else {
        for (const std::uint32_t unit : units) parts.push_back(land.shapes[unit]);
    }
    if (!drawn.empty()) parts.push_back(drawn);
    if (parts.empty()) return {};
    return parts.size() == 1 ? parts.front() : geometry::unaryUnion(std::span<const PlaneShape>(parts));
}

}  // namespace

std::vector<Perimeter> perimetersOf(const model::Study& study, const Reference& reference, const StudyArea& area,
                                    const model::Service& service, const std::vector<Provider>& providers) {
    PerimeterMaker maker(study, reference, area, service);
    std::vector<Perimeter> perimeters;
    for (std::uint32_t i = 0; i < providers.size(); ++i) {
        if (auto perimeter = maker.of(i, providers[i])) perimeters.push_back(std::move(*perimeter));
    }
    return perimeters;
}

PeopleReach reachOfPeople(const Reference& reference, const StudyArea& area, const std::vector<Provider>& providers,
                          const std::vector<Perimeter>& perimeters) {
    const BaseUnits units(reference);
    std::vector<Served> servedUnits(units.count);
    std::vector<const Perimeter*> drawn;
    for (const Perimeter& perimeter : perimeters) {
        for (const std::uint32_t unit : perimeter.units) servedUnits[unit].add(perimeter, providers[perimeter.provider]);
        if (!perimeter.drawn.empty()) drawn.push_back(&perimeter);
    }
    std::vector<geometry::LonLat> places;
    for (const Provider& provider : providers) {
        if (provider.placed) places.push_back(provider.at);
    }
    const geometry::EarthIndex index(places);
    PeopleReach people(reference.people.size());
    for (std::size_t i = 0; i < reference.people.size(); ++i) {
        const model::PopulationPoint& point = reference.people[i];
        const std::int32_t unit = units.of(point);
        if (!area.holdsPoint(unit, point.at)) continue;
        Served served = servedUnits[static_cast<std::size_t>(unit)];
        for (const Perimeter* perimeter : drawn) {
            const bool already = std::ranges::binary_search(perimeter->units, static_cast<std::uint32_t>(unit));
            const bool holds = std::ranges::any_of(perimeter->drawn, [&](const GeoShape* shape) { return contains(*shape, point.at); });
            if (holds && !already) served.add(*perimeter, providers[perimeter->provider]);
        }
        people.reach[i] = served.best;
        people.sole[i] = served.sole;
        people.members[i] = served.members;
        if (!places.empty()) people.nearestKilometres[i] = static_cast<float>(arcOver(index.nearest(point.at).distance) / 1000);
    }
    return people;
}

void visitReached(const Reference& reference, const StudyArea& area, const std::vector<Perimeter>& perimeters, const ReachVisitor& visit) {
    const BaseUnits units(reference);
    std::vector<std::vector<std::uint32_t>> ofUnit(units.count);  // perimeters that serve a unit whole
    std::vector<std::uint32_t> drawn;
    for (std::uint32_t i = 0; i < perimeters.size(); ++i) {
        if (perimeters[i].atBest == Certainty::Possible) continue;
        for (const std::uint32_t unit : perimeters[i].units) ofUnit[unit].push_back(i);
        if (!perimeters[i].drawn.empty()) drawn.push_back(i);
    }
    for (std::uint32_t point = 0; point < reference.people.size(); ++point) {
        const model::PopulationPoint& people = reference.people[point];
        const std::int32_t unit = units.of(people);
        if (!area.holdsPoint(unit, people.at)) continue;
        const auto& whole = ofUnit[static_cast<std::size_t>(unit)];
        bool more = true;
        for (std::size_t i = 0; more && i < whole.size(); ++i) more = visit(point, perimeters[whole[i]].provider);
        for (std::size_t i = 0; more && i < drawn.size(); ++i) {
            const Perimeter& perimeter = perimeters[drawn[i]];
            if (std::ranges::binary_search(whole, drawn[i])) continue;
            const bool holds = std::ranges::any_of(perimeter.drawn, [&](const GeoShape* shape) { return contains(*shape, people.at); });
            if (holds) more = visit(point, perimeter.provider);
        }
    }
}

Catchments catchmentsOn(const Land& land, const std::vector<Perimeter>& perimeters, Certainty certainty) {
    Catchments catchments;
    catchments.whole.assign(land.units.size(), 0);
    const UnitsOnLand onLand(land, perimeters);
    std::vector<PlaneShape> drawn;
    for (const Perimeter& perimeter : perimeters) {
        if (perimeter.atBest > certainty) continue;
        for (const std::uint32_t unit : onLand.of(perimeter)) catchments.whole[unit] = 1;
        for (PlaneShape& shape : drawnOn(land, perimeter)) drawn.push_back(std::move(shape));
    }
    if (!drawn.empty()) catchments.drawn.push_back(geometry::unaryUnion(std::span<const PlaneShape>(drawn)));
    std::vector<geometry::Box> boxes;
    for (const PlaneShape& shape : catchments.drawn) boxes.push_back(boxOf(shape));
    catchments.index = CatchmentIndex(std::move(boxes));
    std::vector<std::uint32_t> units;
    for (std::uint32_t i = 0; i < catchments.whole.size(); ++i) {
        if (catchments.whole[i] != 0) units.push_back(i);
    }
    catchments.together = joined(land, units, drawn.empty() ? PlaneShape() : catchments.drawn.front());
    return catchments;
}

std::vector<model::SquareMetres> onlyCovered(const Land& land, const std::vector<Perimeter>& perimeters, std::size_t providers) {
    std::vector<model::SquareMetres> only(providers);
    const UnitsOnLand onLand(land, perimeters);
    std::vector<const Perimeter*> nominal;
    bool anyDrawn = false;
    for (const Perimeter& perimeter : perimeters) {
        if (perimeter.atBest == Certainty::Possible) continue;
        nominal.push_back(&perimeter);
        anyDrawn = anyDrawn || !perimeter.drawn.empty();
    }
    if (!anyDrawn) {
        constexpr std::uint32_t several = noProvider - 1;
        std::vector<std::uint32_t> sole(land.units.size(), noProvider);
        for (const Perimeter* perimeter : nominal) {
            for (const std::uint32_t unit : onLand.of(*perimeter)) {
                sole[unit] = sole[unit] == noProvider ? perimeter->provider : several;
            }
        }
        for (std::size_t i = 0; i < sole.size(); ++i) {
            if (sole[i] < several) only[sole[i]].value += land.areas[i];
        }
        return only;
    }
    // Drawn areas cut units: few, and the general overlay does.
    std::vector<PlaneShape> shapes;
    for (const Perimeter* perimeter : nominal) {
        const std::vector<PlaneShape> drawn = drawnOn(land, *perimeter);
        const PlaneShape whole =
            joined(land, onLand.of(*perimeter), drawn.empty() ? PlaneShape() : geometry::unaryUnion(std::span<const PlaneShape>(drawn)));
        shapes.push_back(whole.empty() ? whole : geometry::intersection(land.outline, whole));
    }
    for (std::size_t i = 0; i < nominal.size(); ++i) {
        if (shapes[i].empty()) continue;
        std::vector<PlaneShape> others;
        for (std::size_t k = 0; k < shapes.size(); ++k) {
            if (k != i && !shapes[k].empty() && boxOf(shapes[k]).touches(boxOf(shapes[i]))) others.push_back(shapes[k]);
        }
        const PlaneShape own =
            others.empty() ? shapes[i] : geometry::difference(shapes[i], geometry::unaryUnion(std::span<const PlaneShape>(others)));
        only[nominal[i]->provider] += areaOf(own);
    }
    return only;
}

}  // namespace raquette::analysis
