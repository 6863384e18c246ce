#include "gis/analysis/equity/means.h"

#include "gis/analysis/equity/withheld.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace raquette::analysis {

namespace {

using model::Level;
using model::nowhere;
using model::Reference;

/// A measure, and of grants the year.
struct Topic {
    Measure measure = Measure::Staff;
    std::optional<int> grantYear;
};

/// One structure's answer: it gives a figure, gives none, or is not asked.
struct Answer {
    bool asked = false;
    std::optional<YearFigure> figure;
};

Answer answerOf(const FigureBearer& structure, Topic topic) {
    if (topic.measure == Measure::Venues) return {structure.isVenue, YearFigure{1, {}}};
    if (topic.measure == Measure::Seats) {
        if (!structure.isVenue || !structure.seats) return {structure.isVenue, {}};
        return {true, YearFigure{static_cast<double>(*structure.seats), {}}};
    }
    if (topic.measure == Measure::Granted) {
        const auto found = structure.granted.find(*topic.grantYear);
        if (found == structure.granted.end()) return {};
        if (!found->second) return {true, {}};
        return {true, YearFigure{*found->second / 100, topic.grantYear}};
    }
    const auto found = structure.last.find(topic.measure);
    if (found == structure.last.end()) return {structure.bears, {}};
    return {true, found->second};
}

std::vector<Topic> topicsOf(const FigureBearers& structures) {
    std::vector<Topic> topics;
    const auto known = [&](Topic topic) {
        return std::ranges::any_of(structures.all, [&](const FigureBearer& one) {
            const Answer answer = answerOf(one, topic);
            return answer.asked && answer.figure;
        });
    };
    for (const Measure measure : {Measure::Staff, Measure::Fte, Measure::Budget, Measure::Events, Measure::Admissions}) {
        if (known({measure, {}})) topics.push_back({measure, {}});
    }
    std::set<int> years;
    for (const FigureBearer& structure : structures.all) {
        for (const auto& [year, sum] : structure.granted) years.insert(year);
    }
    for (const int year : years) topics.push_back({Measure::Granted, year});
    for (const Measure measure : {Measure::Venues, Measure::Seats}) {
        if (known({measure, {}})) topics.push_back({measure, {}});
    }
    return topics;
}

void count(const Answer& answer, bool departementOnly, Means& row) {
    ++(answer.figure ? row.withFigure : row.without);
    if (departementOnly) ++row.departementOnly;
    if (!answer.figure) return;
    row.value = row.value.value_or(0) + answer.figure->value;
    if (const auto year = answer.figure->year) {
        row.year = std::max(row.year.value_or(*year), *year);
        row.oldestYear = std::min(row.oldestYear.value_or(*year), *year);
    }
}

/// In which territories of a level a structure counts. It may be in several named areas.
class Whereabouts {
public:
    Whereabouts(const model::Study& study, const Reference& reference) : study_(study), reference_(reference) {
        const bool communes = reference.hasCommunePolygons();
        for (const model::AreaDeclaration& area : study.areas) {
            const bool finer = std::ranges::any_of(
                area.territories, [](const model::TerritoryId& id) { return id.level == Level::Commune || id.level == Level::Epci; });
            const bool known = !area.territories.empty() && (communes || !finer);
            areas_.push_back(known ? unitsOf(area.territories, study, reference) : std::vector<std::uint8_t>());
        }
    }

    /// Calls back with the index of each: in the reference's list, or among the study's areas.
    template <class Take>
    void forEach(const FigureBearer& structure, Level level, Take take) const {
        if (level == Level::Area) {
            const std::int32_t unit = reference_.hasCommunePolygons() ? structure.commune : structure.departement;
            for (std::size_t i = 0; i < areas_.size() && unit != nowhere; ++i) {
                if (!areas_[i].empty() && areas_[i][static_cast<std::size_t>(unit)] != 0) take(i);
            }
            return;
        }
        const std::int32_t index = structure.commune != nowhere ? ofCommune(reference_, structure.commune, level)
                                                                : ofDepartement(reference_, structure.departement, level);
        if (index != nowhere) take(static_cast<std::size_t>(index));
    }

    std::size_t count(Level level) const { return level == Level::Area ? areas_.size() : countOf(reference_, level); }
    model::TerritoryId at(Level level, std::size_t index) const {
        if (level == Level::Area) return {level, study_.areas[index].id};
        return territoryAt(reference_, level, static_cast<std::int32_t>(index));
    }

private:
    const model::Study& study_;
    const Reference& reference_;
    std::vector<std::vector<std::uint8_t>> areas_;
};

/// A row, and who gives a figure to it.
struct Sum {
    Means row;
    std::vector<std::uint32_t> givers;
};

/// What a structure tells of itself, once a year. Grants are public, and so is what can be seen of venues.
bool isTheirOwn(Measure measure) {
    return measure != Measure::Granted && measure != Measure::Venues && measure != Measure::Seats;
}

/// The whole is told before its parts, and of one level what most give.
void withholdSmall(std::vector<Sum>& sums, std::size_t structures, std::size_t smallest) {
    static constexpr std::array order{Level::Study, Level::Region, Level::Departement, Level::Area, Level::Epci, Level::Commune};
    std::vector<Sum*> all;
    for (Sum& sum : sums) all.push_back(&sum);
    std::ranges::stable_sort(all, {}, [](const Sum* sum) {
        return std::tuple(std::ranges::find(order, sum->row.territory.level) - order.begin(), -std::ssize(sum->givers));
    });
    std::vector<std::vector<std::uint32_t>> givers;
    for (const Sum* sum : all) givers.push_back(sum->givers);
    const std::vector<bool> small = withheld(givers, structures, smallest);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!small[i]) continue;
        Means& row = all[i]->row;
        row.withheld = true;
        row.value = row.perInhabitant = std::nullopt;
        row.year = row.oldestYear = std::nullopt;
    }
}

}  // namespace

std::vector<Means> meansOf(const model::Study& study, const Reference& reference, const FigureBearers& structures,
                           const TerritorySums<PeopleSum>& people) {
    const Whereabouts whereabouts(study, reference);
    std::vector<Level> levels{Level::Study, Level::Area, Level::Region, Level::Departement};
    if (reference.hasCommunePolygons()) levels.insert(levels.end(), {Level::Epci, Level::Commune});
    std::vector<Means> rows;
    for (const Topic topic : topicsOf(structures)) {
        std::vector<Sum> sums;
        for (const Level level : levels) {
            std::vector<Sum> found(whereabouts.count(level));
            for (std::uint32_t structure = 0; structure < structures.all.size(); ++structure) {
                const FigureBearer& one = structures.all[structure];
                const Answer answer = answerOf(one, topic);
                if (!answer.asked) continue;
                whereabouts.forEach(one, level, [&](std::size_t i) {
                    count(answer, one.commune == nowhere, found[i].row);
                    if (answer.figure) found[i].givers.push_back(structure);
                });
            }
            for (std::size_t i = 0; i < found.size(); ++i) {
                Means& row = found[i].row;
                if (row.withFigure + row.without == 0) continue;
                row.territory = whereabouts.at(level, i);
                row.measure = topic.measure;
                if (topic.grantYear) row.year = row.oldestYear = topic.grantYear;
                const std::int64_t living = people.of(row.territory).people;
                if (row.value && living > 0) row.perInhabitant = *row.value / static_cast<double>(living);
                sums.push_back(std::move(found[i]));
            }
        }
        if (isTheirOwn(topic.measure) && study.privacy.smallest > 1)
            withholdSmall(sums, structures.all.size(), static_cast<std::size_t>(study.privacy.smallest));
        for (Sum& sum : sums) rows.push_back(std::move(sum.row));
    }
    return rows;
}

}  // namespace raquette::analysis
