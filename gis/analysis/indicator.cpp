#include "gis/analysis/indicator.h"

#include <algorithm>
#include <cmath>

namespace raquette::analysis {

namespace {

using model::Level;
using model::Reference;

/// Sums for one territory under way.
struct Sums {
    model::Inhabitants population, covered, sure, possible, twice, members, nonMembers, unknown, surveyed;
    double peopleKilometres = 0;
    double peopleMinutes = 0;
    model::Inhabitants led, estimated;  ///< of a travel time: whom something leads to a provider, whose time is estimated
    double area = 0, wholeArea = 0, uncoveredArea = 0;
    int providers = 0;
    bool touched = false;

    void add(const Sums& other) {
        population += other.population;
        covered += other.covered;
        sure += other.sure;
        possible += other.possible;
        members += other.members;
        nonMembers += other.nonMembers;
        unknown += other.unknown;
        surveyed += other.surveyed;
        twice += other.twice;
        peopleKilometres += other.peopleKilometres;
        peopleMinutes += other.peopleMinutes;
        led += other.led;
        estimated += other.estimated;
        area += other.area;
        wholeArea += other.wholeArea;
        uncoveredArea += other.uncoveredArea;
        providers += other.providers;
        touched = touched || other.touched;
    }
};

Indicator indicatorOf(model::TerritoryId id, const Sums& sums, const Surveyed& surveyed, bool byTime) {
    Indicator indicator;
    indicator.territory = std::move(id);
    indicator.population = sums.population;
    indicator.coveredPopulation = sums.covered;
    indicator.surelyCovered = sums.sure;
    indicator.possiblyCovered = sums.possible;
    indicator.coveredByMembers = sums.members;
    indicator.coveredByNonMembers = sums.nonMembers;
    indicator.coveredByUnknown = sums.unknown;
    indicator.twiceCovered = sums.twice;
    indicator.providers = sums.providers;
    if (sums.population.value > 0) {
        const auto people = static_cast<double>(sums.population.value);
        indicator.coveredShare = model::Share{static_cast<double>(sums.covered.value) / people};
        if (surveyed.stated) indicator.surveyedShare = model::Share{static_cast<double>(sums.surveyed.value) / people};
        if (std::isfinite(sums.peopleKilometres)) indicator.nearest = model::kilometres(sums.peopleKilometres / people);
        if (byTime) indicator.estimatedShare = model::Share{static_cast<double>(sums.estimated.value) / people};
        if (sums.led.value > 0) indicator.nearestTime = model::Minutes{sums.peopleMinutes / static_cast<double>(sums.led.value)};
    }
    if (sums.area > 0) indicator.coveredAreaShare = model::Share{std::clamp(1 - sums.uncoveredArea / sums.area, 0.0, 1.0)};
    if (sums.wholeArea > 0) indicator.insideShare = model::Share{std::min(1.0, sums.area / sums.wholeArea)};
    return indicator;
}

std::vector<Sums> sumsOfUnits(const IndicatorContext& context, const std::vector<UncoveredLand>& uncovered) {
    const auto& [study, reference, area, providers, perimeters, people, surveyed] = context;
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
        if ((people.members[i] & memberBit(model::Membership::Member)) != 0) unit.members.value += count;
        if ((people.members[i] & memberBit(model::Membership::NotMember)) != 0) unit.nonMembers.value += count;
        if ((people.members[i] & memberBit(model::Membership::Unknown)) != 0) unit.unknown.value += count;
        if (surveyed.stated && surveyed.holds(reference.people[i])) unit.surveyed.value += count;
        if (!people.nearestMinutes.empty()) {
            const auto minutes = static_cast<double>(people.nearestMinutes[i]);
            if (people.estimated[i] != 0) unit.estimated.value += count;
            if (std::isfinite(minutes)) {
                unit.led.value += count;
                unit.peopleMinutes += static_cast<double>(count) * minutes;
            }
        }
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
    const UnitFinder finder(area);
    for (const Provider& provider : providers) {
        const std::int32_t commune = indexOf(reference.communes, provider.commune);
        std::int32_t unit = commune;
        if (commune != model::nowhere && !reference.hasCommunePolygons()) {
            unit = reference.communes[static_cast<std::size_t>(commune)].departement;
        }
        if (unit == model::nowhere && provider.placed) unit = finder.at(provider.at);
        if (unit != model::nowhere && sums[static_cast<std::size_t>(unit)].touched) ++sums[static_cast<std::size_t>(unit)].providers;
    }
}

/// Base units → the territories of a level.
template <class IndexOfUnit>
std::vector<Sums> grouped(const std::vector<Sums>& units, std::size_t count, IndexOfUnit indexOfUnit) {
    std::vector<Sums> groups(count);
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        const std::int32_t group = indexOfUnit(unit);
        if (group != model::nowhere) groups[static_cast<std::size_t>(group)].add(units[unit]);
    }
    return groups;
}

/// Providers without a place count in every territory that they serve some of, once.
template <class IndexOfUnit>
void countUnplaced(const IndicatorContext& context, IndexOfUnit indexOfUnit, std::vector<Sums>& groups) {
    std::vector<std::uint32_t> lastCounted(groups.size(), noProvider);
    for (const Perimeter& perimeter : context.perimeters) {
        if (context.providers[perimeter.provider].placed) continue;
        for (const std::uint32_t unit : perimeter.units) {
            const std::int32_t at = indexOfUnit(unit);
            if (at == model::nowhere || lastCounted[static_cast<std::size_t>(at)] == perimeter.provider) continue;
            lastCounted[static_cast<std::size_t>(at)] = perimeter.provider;
            if (groups[static_cast<std::size_t>(at)].touched) ++groups[static_cast<std::size_t>(at)].providers;
        }
    }
}

/// Writes the indicators level by level.
class IndicatorWriter {
public:
    IndicatorWriter(const IndicatorContext& context, const std::vector<Sums>& units) : context_(context), units_(units) {}

    /// One territory: the units that `holds`.
    template <class Holds>
    void addOne(const model::TerritoryId& id, Holds holds, bool wholeIsInside) {
        const auto group = [&](std::size_t unit) { return holds(unit) ? 0 : model::nowhere; };
        std::vector<Sums> sums = grouped(units_, 1, group);
        countUnplaced(context_, group, sums);
        if (wholeIsInside) sums.front().wholeArea = sums.front().area;
        if (id.level == Level::Study || sums.front().touched) out_.push_back(indicatorOf(id, sums.front(), context_.surveyed, byTime()));
    }

    template <class Territory, class IndexOfUnit>
    void addLevel(Level level, const std::vector<Territory>& territories, IndexOfUnit indexOfUnit) {
        std::vector<Sums> sums = grouped(units_, territories.size(), indexOfUnit);
        countUnplaced(context_, indexOfUnit, sums);
        for (std::size_t i = 0; i < territories.size(); ++i) {
            if (!sums[i].touched && sums[i].population.value == 0) continue;
            out_.push_back(indicatorOf({level, territories[i].code}, sums[i], context_.surveyed, byTime()));
        }
    }

    std::vector<Indicator> take() { return std::move(out_); }

private:
    bool byTime() const { return !context_.people.nearestMinutes.empty(); }

    const IndicatorContext& context_;
    const std::vector<Sums>& units_;
    std::vector<Indicator> out_;
};

}  // namespace

std::vector<Indicator> indicators(const IndicatorContext& context, const std::vector<UncoveredLand>& uncovered) {
    const Reference& reference = context.reference;
    const model::Study& study = context.study;
    std::vector<Sums> units = sumsOfUnits(context, uncovered);
    countProviders(reference, context.area, context.providers, units);
    if (!study.area.empty()) {
        addWholeAreas(reference, context.area, units);
    } else {
        for (Sums& unit : units) unit.wholeArea = unit.area;
    }
    IndicatorWriter writer(context, units);
    writer.addOne({}, [](std::size_t) { return true; }, true);
    for (const model::AreaDeclaration& declared : study.areas) {
        if (declared.territories.empty()) continue;  // a drawn area: its share of each unit is not known by code
        const bool finer = std::ranges::any_of(
            declared.territories, [](const model::TerritoryId& id) { return id.level == Level::Commune || id.level == Level::Epci; });
        if (finer && !reference.hasCommunePolygons()) continue;  // said in the analysis's notes
        const std::vector<std::uint8_t> flags = unitsOf(declared.territories, study, reference);
        writer.addOne({Level::Area, declared.id}, [&](std::size_t unit) { return flags[unit] != 0; }, false);
    }
    const bool communes = reference.hasCommunePolygons();
    const auto departementOf = [&](std::size_t unit) {
        return communes ? reference.communes[unit].departement : static_cast<std::int32_t>(unit);
    };
    const auto regionOf = [&](std::size_t unit) {
        const std::int32_t departement = departementOf(unit);
        return departement == model::nowhere ? departement : reference.departements[static_cast<std::size_t>(departement)].parent;
    };
    writer.addLevel(Level::Region, reference.regions, regionOf);
    writer.addLevel(Level::Departement, reference.departements, departementOf);
    if (communes) {
        writer.addLevel(Level::Epci, reference.epcis, [&](std::size_t unit) { return reference.communes[unit].epci; });
        writer.addLevel(Level::Commune, reference.communes, [](std::size_t unit) { return static_cast<std::int32_t>(unit); });
    }
    return writer.take();
}

}  // namespace raquette::analysis
