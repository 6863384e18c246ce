#include "gis/analysis/indicator.h"

#include "gis/geometry/locator.h"

#include <algorithm>
#include <cmath>

namespace raquette::analysis {

namespace {

using model::Level;
using model::Reference;

/// Sums for one territory under way.
struct Sums {
    model::Inhabitants population, covered, sure, possible, twice;
    double peopleKilometres = 0;
    double area = 0, wholeArea = 0, uncoveredArea = 0;
    int providers = 0;
    bool touched = false;

    void add(const Sums& other) {
        population += other.population;
        covered += other.covered;
        sure += other.sure;
        possible += other.possible;
        twice += other.twice;
        peopleKilometres += other.peopleKilometres;
        area += other.area;
        wholeArea += other.wholeArea;
        uncoveredArea += other.uncoveredArea;
        providers += other.providers;
        touched = touched || other.touched;
    }
};

Indicator indicatorOf(model::TerritoryId id, const Sums& sums) {
    Indicator indicator;
    indicator.territory = std::move(id);
    indicator.population = sums.population;
    indicator.coveredPopulation = sums.covered;
    indicator.surelyCovered = sums.sure;
    indicator.possiblyCovered = sums.possible;
    indicator.twiceCovered = sums.twice;
    indicator.providers = sums.providers;
    if (sums.population.value > 0) {
        const auto people = static_cast<double>(sums.population.value);
        indicator.coveredShare = model::Share{static_cast<double>(sums.covered.value) / people};
        if (std::isfinite(sums.peopleKilometres)) indicator.nearest = model::kilometres(sums.peopleKilometres / people);
    }
    if (sums.area > 0) indicator.coveredAreaShare = model::Share{std::clamp(1 - sums.uncoveredArea / sums.area, 0.0, 1.0)};
    if (sums.wholeArea > 0) indicator.insideShare = model::Share{std::min(1.0, sums.area / sums.wholeArea)};
    return indicator;
}

std::vector<Sums> sumsOfUnits(const Reference& reference, const StudyArea& area, const PeopleReach& people,
                              const std::vector<UncoveredLand>& uncovered) {
    const BaseUnits units(reference);
    std::vector<Sums> sums(units.count);
    for (std::size_t i = 0; i < reference.people.size(); ++i) {
        if (people.reach[i] == OutsideStudy) continue;
        const std::int64_t count = reference.people[i].people;
        Sums& unit = sums[static_cast<std::size_t>(units.of(reference.people[i]))];
        unit.population.value += count;
        if (people.reach[i] >= NominallyReached) unit.covered.value += count;
        if (people.reach[i] >= NominallyReached && people.sole[i] == noProvider) unit.twice.value += count;
        if (people.reach[i] >= SurelyReached) unit.sure.value += count;
        if (people.reach[i] >= PossiblyReached) unit.possible.value += count;
        if (count > 0) unit.peopleKilometres += static_cast<double>(count) * static_cast<double>(people.nearestKilometres[i]);
    }
    for (std::size_t l = 0; l < area.lands.size(); ++l) {
        const Land& land = area.lands[l];
        for (std::size_t i = 0; i < land.units.size(); ++i) {
            Sums& unit = sums[land.units[i]];
            unit.touched = land.areas[i] > 0;
            unit.area = land.areas[i];
            unit.uncoveredArea = uncovered[l].areas[i];
        }
    }
    return sums;
}

/// Areas of whole units, also of those outside the study area: what `inside_share` is a share of.
void addWholeAreas(const Reference& reference, const StudyArea& area, std::vector<Sums>& sums) {
    for (const Land& land : area.lands) {
        for (std::size_t i = 0; i < land.units.size(); ++i) sums[land.units[i]].wholeArea = land.wholeAreas[i];
    }
    const bool communes = reference.hasCommunePolygons();
    for (std::size_t unit = 0; unit < sums.size(); ++unit) {
        if (sums[unit].wholeArea > 0) continue;
        const geometry::GeoShape& shape = communes ? reference.communeShapes[unit] : reference.departements[unit].shape;
        const std::int32_t departement = communes ? reference.communes[unit].departement : static_cast<std::int32_t>(unit);
        if (departement == model::nowhere || shape.empty()) continue;
        const geometry::Frame frame = geometry::frameOfDepartement(reference.departements[static_cast<std::size_t>(departement)].code);
        sums[unit].wholeArea = areaOf(toPlane(frame, shape)).value;
    }
}

/// Providers are counted in the territory of their commune's code; those without one where they stand.
void countProviders(const Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, std::vector<Sums>& sums) {
    std::vector<geometry::Locator> locators;
    for (const Provider& provider : providers) {
        const std::int32_t commune = indexOf(reference.communes, provider.commune);
        std::int32_t unit = commune;
        if (commune != model::nowhere && !reference.hasCommunePolygons()) {
            unit = reference.communes[static_cast<std::size_t>(commune)].departement;
        }
        if (locators.empty() && unit == model::nowhere) {
            for (const Land& land : area.lands) locators.emplace_back(land.shapes);
        }
        for (std::size_t l = 0; unit == model::nowhere && l < area.lands.size(); ++l) {
            if (geometry::frameAt(provider.at) != area.lands[l].frame) continue;
            const auto found = locators[l].at(toPlane(area.lands[l].frame, provider.at));
            if (found) unit = static_cast<std::int32_t>(area.lands[l].units[*found]);
        }
        if (unit != model::nowhere && sums[static_cast<std::size_t>(unit)].touched) ++sums[static_cast<std::size_t>(unit)].providers;
    }
}

/// Sums of the units of each territory of a level, in the level's order; `indexOfUnit` says which one a base unit belongs to.
template <class IndexOfUnit>
std::vector<Sums> grouped(const std::vector<Sums>& units, std::size_t count, IndexOfUnit indexOfUnit) {
    std::vector<Sums> groups(count);
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        const std::int32_t group = indexOfUnit(unit);
        if (group != model::nowhere) groups[static_cast<std::size_t>(group)].add(units[unit]);
    }
    return groups;
}

template <class Territory>
void addLevel(Level level, const std::vector<Territory>& territories, const std::vector<Sums>& sums, std::vector<Indicator>& out) {
    for (std::size_t i = 0; i < territories.size(); ++i) {
        if (sums[i].touched || sums[i].population.value > 0) out.push_back(indicatorOf({level, territories[i].code}, sums[i]));
    }
}

}  // namespace

std::vector<Indicator> indicators(const model::Study& study, const Reference& reference, const StudyArea& area, const PeopleReach& people,
                                  const std::vector<UncoveredLand>& uncovered, const std::vector<Provider>& providers) {
    std::vector<Sums> units = sumsOfUnits(reference, area, people, uncovered);
    countProviders(reference, area, providers, units);
    Sums whole;
    for (const Sums& unit : units) whole.add(unit);
    whole.wholeArea = whole.area;
    if (!study.area.empty()) {
        addWholeAreas(reference, area, units);
    } else {
        for (Sums& unit : units) unit.wholeArea = unit.area;
    }
    std::vector<Indicator> out{indicatorOf({}, whole)};
    for (const model::AreaDeclaration& declared : study.areas) {
        if (declared.territories.empty()) continue;  // a drawn area: its share of each unit is not known by code
        const bool finer = std::ranges::any_of(
            declared.territories, [](const model::TerritoryId& id) { return id.level == Level::Commune || id.level == Level::Epci; });
        if (finer && !reference.hasCommunePolygons()) continue;  // said in the analysis's notes
        const std::vector<std::uint8_t> flags = unitsOf(declared.territories, study, reference);
        const auto sums = grouped(units, 1, [&](std::size_t unit) { return flags[unit] != 0 ? 0 : model::nowhere; });
        if (sums.front().touched) out.push_back(indicatorOf({Level::Area, declared.id}, sums.front()));
    }
    const bool communes = reference.hasCommunePolygons();
    const auto departementOf = [&](std::size_t unit) {
        return communes ? reference.communes[unit].departement : static_cast<std::int32_t>(unit);
    };
    const auto regionOf = [&](std::size_t unit) {
        const std::int32_t departement = departementOf(unit);
        return departement == model::nowhere ? departement : reference.departements[static_cast<std::size_t>(departement)].parent;
    };
    addLevel(Level::Region, reference.regions, grouped(units, reference.regions.size(), regionOf), out);
    addLevel(Level::Departement, reference.departements, grouped(units, reference.departements.size(), departementOf), out);
    if (communes) {
        const auto epciOf = [&](std::size_t unit) { return reference.communes[unit].epci; };
        addLevel(Level::Epci, reference.epcis, grouped(units, reference.epcis.size(), epciOf), out);
        addLevel(Level::Commune, reference.communes, units, out);
    }
    return out;
}

}  // namespace raquette::analysis
