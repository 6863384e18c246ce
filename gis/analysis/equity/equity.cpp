#include "gis/analysis/equity/equity.h"

#include "gis/analysis/equity/alike.h"
#include "gis/analysis/equity/figure_bearers.h"
#include "gis/analysis/equity/means.h"
#include "gis/analysis/equity/metropoles.h"
#include "gis/analysis/equity/spread.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <array>
#include <iterator>
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

/// A figure of territories. One that has no row of it has `silence`: nothing of what is counted, unknown of the rest.
class Figure {
public:
    Figure(const Reference& reference, std::string subject, std::string name, std::optional<double> silence)
        : reference_(&reference), subject_(std::move(subject)), name_(std::move(name)) {
        for (std::size_t level = 0; level < of_.size(); ++level) of_[level].assign(countOf(reference, Level(level)), silence);
    }

    const std::string& subject() const { return subject_; }
    const std::string& name() const { return name_; }

    void set(const model::TerritoryId& territory, std::optional<double> value) {
        const std::int32_t at = indexOf(*reference_, territory);
        if (at != nowhere) of_[static_cast<std::size_t>(territory.level)][static_cast<std::size_t>(at)] = value;
    }
    std::optional<double> of(Level level, std::size_t index) const { return of_[static_cast<std::size_t>(level)][index]; }

private:
    const Reference* reference_;
    std::string subject_;
    std::string name_;
    std::array<std::vector<std::optional<double>>, 6> of_;
};

std::vector<Figure> figuresOf(const Reference& reference, const std::vector<ServiceResult>& services, const std::vector<Means>& means) {
    std::vector<Figure> figures;
    for (const ServiceResult& result : services) {
        Figure covered(reference, result.service.id, "covered_share", {});
        Figure access(reference, result.service.id, "accessibility", {});
        bool accessKnown = false;
        for (const Indicator& indicator : result.indicators) {
            if (indicator.coveredShare) covered.set(indicator.territory, indicator.coveredShare->value);
            if (!indicator.access.accessibility) continue;
            access.set(indicator.territory, indicator.access.accessibility->value);
            accessKnown = true;
        }
        figures.push_back(std::move(covered));
        if (accessKnown) figures.push_back(std::move(access));
    }
    std::optional<int> lastGrants;
    for (const Means& row : means) {
        if (row.measure == Measure::Granted) lastGrants = std::max(lastGrants.value_or(*row.year), *row.year);
    }
    for (const Means& row : means) {
        if (row.measure == Measure::Granted && row.year != lastGrants) continue;
        const std::string subject(name(row.measure));
        if (figures.empty() || figures.back().subject() != subject) figures.emplace_back(reference, subject, "per_inhabitant", 0.0);
        figures.back().set(row.territory, row.perInhabitant);
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

void addTerritorySpread(const Country& country, const Reference& reference, const Figure& figure, std::vector<Equity>& rows) {
    for (const Between between : levelsOf(reference)) {
        const Level level = levelOf(between);
        std::vector<Placed> places;
        for (std::size_t i = 0; i < countOf(reference, level); ++i) {
            Placed place = country.placed(level, i);
            if (place.people <= 0) continue;
            place.each = figure.of(level, i);
            places.push_back(std::move(place));
        }
        addSpread(country, reference, figure.subject(), figure.name(), between, places, rows);
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
            const auto value = place.people > 0 ? figure.of(level_, i) : std::nullopt;
            if (!value) continue;
            Comparison row;
            row.territory = idOf(i);
            row.subject = figure.subject();
            row.figure = figure.name();
            row.value = *value;
            row.study = figure.of(Level::Study, 0);
            if (level_ != Level::Region && place.region != nowhere) {
                row.region = figure.of(Level::Region, static_cast<std::size_t>(place.region));
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
            const auto value = figure.of(level_, other);
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

/// The rows of each, worked out on all cores, in the order of the list.
template <class Each, class Row, class Add>
void addSideBySide(const std::vector<Each>& list, std::vector<Row>& rows, Add add) {
    std::vector<std::vector<Row>> found(list.size());
    tbb::parallel_for(std::size_t{0}, list.size(), [&](std::size_t i) { add(list[i], found[i]); });
    for (std::vector<Row>& some : found) std::ranges::move(some, std::back_inserter(rows));
}

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
    for (const ServiceResult& result : services) addReachedBy(reference, result, found.reachedBy);
    addSideBySide(services, found.equity,
                  [&](const ServiceResult& result, std::vector<Equity>& rows) { addPeopleSpread(country, reference, result, rows); });
    const std::vector<Figure> figures = figuresOf(reference, services, found.means);
    addSideBySide(figures, found.equity,
                  [&](const Figure& figure, std::vector<Equity>& rows) { addTerritorySpread(country, reference, figure, rows); });
    std::vector<Level> levels{Level::Region, Level::Departement};
    if (reference.hasCommunePolygons()) levels.push_back(Level::Epci);
    for (const Level level : levels) {
        const Comparer comparer(country, reference, level);
        addSideBySide(figures, found.comparisons, [&](const Figure& figure, std::vector<Comparison>& rows) { comparer.add(figure, rows); });
    }
    return found;
}

}  // namespace raquette::analysis
