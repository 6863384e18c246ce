#include "gis/analysis/equity/equity.h"

#include "gis/analysis/equity/alike.h"
#include "gis/analysis/equity/figure_bearers.h"
#include "gis/analysis/equity/means.h"
#include "gis/analysis/equity/metropoles.h"
#include "gis/analysis/equity/spread.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace raquette::analysis {

namespace {

using model::Level;
using model::nowhere;
using model::Reference;

constexpr std::size_t alikeCount = 10;

Level levelOf(Between between) {
    static constexpr std::array levels{Level::Study, Level::Commune, Level::Epci, Level::Departement, Level::Region};
    return levels[static_cast<std::size_t>(between)];
}

/// The people and land of territories, and which groups they belong to.
class Country {
public:
    Country(const model::Study& study, const Reference& reference, const StudyArea& area)
        : study_(study), reference_(reference), area_(area), people_(study, reference, peopleOf()), areas_(study, reference, landOf()) {
        const bool communes = reference.hasCommunePolygons();
        for (const model::Unit& epci : reference.epcis) metropole_.push_back(std::ranges::binary_search(metropoles(), epci.code));
        for (const model::AreaDeclaration& declared : study.areas) {
            const bool finer = std::ranges::any_of(
                declared.territories, [](const model::TerritoryId& id) { return id.level == Level::Commune || id.level == Level::Epci; });
            if (declared.territories.empty() || (finer && !communes)) continue;
            areaIds_.push_back(declared.id);
            areaUnits_.push_back(unitsOf(declared.territories, study, reference));
        }
    }

    const TerritorySums<PeopleSum>& people() const { return people_; }
    const std::vector<std::string>& areaIds() const { return areaIds_; }

    /// A point of people with what each of them has; nothing outside the study.
    std::optional<Placed> placed(std::size_t point, double each) const {
        const model::PopulationPoint& at = reference_.people[point];
        const std::int32_t unit = BaseUnits(reference_).of(at);
        if (at.people <= 0 || !area_.holdsPoint(unit, at.at)) return std::nullopt;
        Placed place = placedUnit(unit);
        place.people = at.people;
        place.each = each;
        return place;
    }

    /// A territory of a level, without its figure.
    Placed placed(Level level, std::size_t index) const {
        Placed place;
        const auto at = static_cast<std::int32_t>(index);
        if (level == Level::Commune) place = placedUnit(at);
        if (level == Level::Epci) {
            place.region = reference_.epcis[index].parent;
            place.inMetropole = metropole_[index];
        }
        if (level == Level::Departement) place.region = reference_.departements[index].parent;
        if (level == Level::Region) place.region = at;
        place.people = people_.ofLevel(level)[index].people;
        return place;
    }

    std::vector<Stature> statures(Level level) const {
        std::vector<Stature> statures;
        for (std::size_t i = 0; i < people_.ofLevel(level).size(); ++i) {
            statures.push_back({people_.ofLevel(level)[i].people, {areas_.ofLevel(level)[i].area}});
        }
        return statures;
    }

private:
    struct LandSum {
        double area = 0;
        void add(const LandSum& other) { area += other.area; }
    };

    std::vector<PeopleSum> peopleOf() const {
        const BaseUnits units(reference_);
        std::vector<PeopleSum> sums(units.count);
        for (const model::PopulationPoint& point : reference_.people) {
            const std::int32_t unit = units.of(point);
            if (area_.holdsPoint(unit, point.at)) sums[static_cast<std::size_t>(unit)].people += point.people;
        }
        return sums;
    }

    std::vector<LandSum> landOf() const {
        std::vector<LandSum> sums(BaseUnits(reference_).count);
        for (const Land& land : area_.lands) {
            for (std::size_t i = 0; i < land.units.size(); ++i) sums[land.units[i]].area += land.areas[i];
        }
        return sums;
    }

    Placed placedUnit(std::int32_t unit) const {
        Placed place;
        if (!reference_.hasCommunePolygons()) {
            place.region = ofDepartement(reference_, unit, Level::Region);
        } else {
            place.region = ofCommune(reference_, unit, Level::Region);
            const std::int32_t epci = ofCommune(reference_, unit, Level::Epci);
            place.inMetropole = epci != nowhere && metropole_[static_cast<std::size_t>(epci)];
        }
        for (const std::vector<std::uint8_t>& flags : areaUnits_) place.inArea.push_back(flags[static_cast<std::size_t>(unit)]);
        return place;
    }

    const model::Study& study_;
    const Reference& reference_;
    const StudyArea& area_;
    TerritorySums<PeopleSum> people_;
    TerritorySums<LandSum> areas_;
    std::vector<bool> metropole_;
    std::vector<std::string> areaIds_;
    std::vector<std::vector<std::uint8_t>> areaUnits_;
};

/// A figure of territories, by their id. A territory that is not there has none of it: `silence` says whether that is nothing or unknown.
struct Figure {
    std::string subject;
    std::string name;
    std::map<model::TerritoryId, std::optional<double>> of;
    std::optional<double> silence;
};

std::vector<Figure> figuresOf(const std::vector<ServiceResult>& services, const std::vector<Means>& means) {
    std::vector<Figure> figures;
    for (const ServiceResult& result : services) {
        Figure covered{result.service.id, "covered_share", {}, {}};
        Figure access{result.service.id, "accessibility", {}, {}};
        for (const Indicator& indicator : result.indicators) {
            if (indicator.coveredShare) covered.of[indicator.territory] = indicator.coveredShare->value;
            if (indicator.access.accessibility) access.of[indicator.territory] = indicator.access.accessibility->value;
        }
        figures.push_back(std::move(covered));
        if (!access.of.empty()) figures.push_back(std::move(access));
    }
    std::optional<int> lastGrants;
    for (const Means& row : means) {
        if (row.measure == Measure::Granted) lastGrants = std::max(lastGrants.value_or(*row.year), *row.year);
    }
    for (const Means& row : means) {
        if (row.measure == Measure::Granted && row.year != lastGrants) continue;
        const std::string subject(name(row.measure));
        if (figures.empty() || figures.back().subject != subject) figures.push_back({subject, "per_inhabitant", {}, 0.0});
        figures.back().of[row.territory] = row.perInhabitant;
    }
    return figures;
}

void addSpread(const Country& country, const Reference& reference, const std::string& subject, const std::string& figure, Between between,
               const std::vector<Placed>& places, std::vector<Equity>& rows) {
    for (Equity& row : spreadOf(places, country.areaIds(), reference)) {
        row.subject = subject;
        row.figure = figure;
        row.between = between;
        rows.push_back(std::move(row));
    }
}

/// People one by one, by what stands at their own door.
void addPeopleSpread(const Country& country, const Reference& reference, const ServiceResult& result, std::vector<Equity>& rows) {
    if (!result.access.computed || result.access.each.size() != reference.people.size()) return;
    const bool known = !result.indicators.empty() && result.indicators.front().access.accessibility.has_value();
    std::vector<Placed> access;
    std::vector<Placed> opportunities;
    for (std::size_t i = 0; i < reference.people.size(); ++i) {
        auto place = country.placed(i, result.access.each[i] * 100000);
        if (!place) continue;
        if (known) access.push_back(*place);
        place->each = result.access.providers[i];
        opportunities.push_back(*place);
    }
    addSpread(country, reference, result.service.id, "accessibility", Between::People, access, rows);
    addSpread(country, reference, result.service.id, "opportunities", Between::People, opportunities, rows);
}

std::vector<Between> levelsOf(const Reference& reference) {
    if (!reference.hasCommunePolygons()) return {Between::Departements, Between::Regions};
    return {Between::Communes, Between::Epcis, Between::Departements, Between::Regions};
}

std::optional<double> valueOf(const Figure& figure, const model::TerritoryId& territory) {
    const auto found = figure.of.find(territory);
    return found == figure.of.end() ? figure.silence : found->second;
}

void addTerritorySpread(const Country& country, const Reference& reference, const Figure& figure, std::vector<Equity>& rows) {
    for (const Between between : levelsOf(reference)) {
        const Level level = levelOf(between);
        std::vector<Placed> places;
        for (std::size_t i = 0; i < countOf(reference, level); ++i) {
            Placed place = country.placed(level, i);
            if (place.people <= 0) continue;
            place.each = valueOf(figure, territoryAt(reference, level, static_cast<std::int32_t>(i)));
            places.push_back(std::move(place));
        }
        addSpread(country, reference, figure.subject, figure.name, between, places, rows);
    }
}

/// A mean over people of territories that have the figure.
struct WeighedMean {
    double had = 0;
    std::int64_t people = 0;

    void add(double value, std::int64_t weight) {
        had += value * static_cast<double>(weight);
        people += weight;
    }
    std::optional<double> value() const { return people > 0 ? std::optional(had / static_cast<double>(people)) : std::nullopt; }
};

class Comparer {
public:
    Comparer(const Country& country, const Reference& reference, Level level)
        : country_(country), reference_(reference), level_(level), alike_(mostAlike(country.statures(level), alikeCount)) {}

    void add(const Figure& figure, std::vector<Comparison>& rows) const {
        for (std::uint32_t i = 0; i < alike_.size(); ++i) {
            const Placed place = country_.placed(level_, i);
            const model::TerritoryId id = idOf(i);
            const auto value = place.people > 0 ? valueOf(figure, id) : std::nullopt;
            if (!value) continue;
            Comparison row;
            row.territory = id;
            row.subject = figure.subject;
            row.figure = figure.name;
            row.value = *value;
            row.study = valueOf(figure, {});
            if (level_ != Level::Region && place.region != nowhere) {
                row.region = valueOf(figure, territoryAt(reference_, Level::Region, place.region));
            }
            addAlike(figure, i, row);
            rows.push_back(std::move(row));
        }
    }

private:
    model::TerritoryId idOf(std::uint32_t index) const { return territoryAt(reference_, level_, static_cast<std::int32_t>(index)); }

    void addAlike(const Figure& figure, std::uint32_t index, Comparison& row) const {
        WeighedMean mean;
        row.rank = 1;
        for (const std::uint32_t other : alike_[index]) {
            row.like.push_back(idOf(other));
            const auto value = valueOf(figure, row.like.back());
            if (!value) continue;
            mean.add(*value, country_.people().ofLevel(level_)[other].people);
            row.alikeLeast = std::min(row.alikeLeast.value_or(*value), *value);
            row.alikeMost = std::max(row.alikeMost.value_or(*value), *value);
            if (*value > row.value) ++row.rank;
        }
        row.alike = mean.value();
    }

    const Country& country_;
    const Reference& reference_;
    Level level_;
    std::vector<std::vector<std::uint32_t>> alike_;
};

void addReachedBy(const Reference& reference, const ServiceResult& result, std::vector<ReachedBy>& rows) {
    if (!result.access.computed || result.reach.size() != result.access.providers.size()) return;
    std::map<std::uint32_t, model::Inhabitants> people;
    model::Inhabitants all;
    for (std::size_t i = 0; i < result.reach.size(); ++i) {
        if (result.reach[i] == OutsideStudy || reference.people[i].people <= 0) continue;
        people[result.access.providers[i]].value += reference.people[i].people;
        all.value += reference.people[i].people;
    }
    model::Inhabitants above = all;
    for (const auto& [providers, some] : people) {
        const auto shareOf = [&](model::Inhabitants part) {
            return model::Share{static_cast<double>(part.value) / static_cast<double>(all.value)};
        };
        rows.push_back({result.service.id, static_cast<int>(providers), some, shareOf(some), shareOf(above)});
        above = above - some;
    }
}

}  // namespace

std::string_view name(Measure measure) {
    static constexpr std::array<std::string_view, 8> names{"staff", "fte", "budget", "events", "admissions", "granted", "venues", "seats"};
    return names[static_cast<std::size_t>(measure)];
}

std::string_view name(Between between) {
    static constexpr std::array<std::string_view, 5> names{"people", "commune", "epci", "departement", "region"};
    return names[static_cast<std::size_t>(between)];
}

EquityFigures equityOf(const model::Study& study, const Reference& reference, const StudyArea& area, const model::Dataset& dataset,
                       const std::vector<ServiceResult>& services) {
    EquityFigures found;
    const Country country(study, reference, area);
    const FigureBearers structures = figureBearers(study, reference, area, dataset);
    found.figuresWithoutActor = structures.figuresWithoutActor;
    found.structuresNowhere = structures.nowhere;
    found.means = meansOf(study, reference, structures, country.people());
    for (const ServiceResult& result : services) {
        addReachedBy(reference, result, found.reachedBy);
        addPeopleSpread(country, reference, result, found.equity);
    }
    const std::vector<Figure> figures = figuresOf(services, found.means);
    for (const Figure& figure : figures) addTerritorySpread(country, reference, figure, found.equity);
    std::vector<Level> levels{Level::Region, Level::Departement};
    if (reference.hasCommunePolygons()) levels.push_back(Level::Epci);
    for (const Level level : levels) {
        const Comparer comparer(country, reference, level);
        for (const Figure& figure : figures) comparer.add(figure, found.comparisons);
    }
    return found;
}

}  // namespace raquette::analysis
