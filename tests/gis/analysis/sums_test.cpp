#include "gis/analysis/land.h"
#include "gis/geometry/overlay.h"
#include "tests/gis/analysis/full_world.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

// Totals: over levels, over coverage and holes, over territories cut in two, with a provider more.

namespace raquette::analysis {
namespace {

using model::Level;
using model::TerritoryId;
using raquette::testing::FullWorld;

constexpr double relative = 1e-9;

/// What adds up from one level to the next, for one service or the whole study.
using Row = std::map<std::string, double>;
using Rows = std::map<TerritoryId, Row>;

std::optional<TerritoryId> parentOf(const model::Reference& reference, const TerritoryId& id) {
    const auto at = [](std::int32_t index) { return static_cast<std::size_t>(index); };
    switch (id.level) {
        case Level::Commune:
            return TerritoryId{Level::Departement,
                               reference.departements[at(reference.communes[at(indexOf(reference.communes, id.code))].departement)].code};
        case Level::Departement:
            return TerritoryId{Level::Region,
                               reference.regions[at(reference.departements[at(indexOf(reference.departements, id.code))].parent)].code};
        case Level::Region:
            return TerritoryId{};
        default:
            return std::nullopt;
    }
}

/// The rows of a level added up by what they lie in.
Rows summedUp(const model::Reference& reference, const Rows& rows, Level level) {
    Rows sums;
    for (const auto& [id, row] : rows) {
        if (id.level != level) continue;
        for (const auto& [column, value] : row) sums[*parentOf(reference, id)][column] += value;
    }
    return sums;
}

void expectSums(const model::Reference& reference, const Rows& rows, const std::vector<Level>& levels, const std::string& what) {
    for (const Level level : levels) {
        const Rows sums = summedUp(reference, rows, level);
        ASSERT_FALSE(sums.empty()) << what;
        for (const auto& [id, row] : sums) {
            ASSERT_TRUE(rows.contains(id)) << what << " " << id.text();
            for (const auto& [column, value] : row) {
                EXPECT_NEAR(value, rows.at(id).at(column), relative * std::abs(value)) << what << " " << id.text() << " " << column;
            }
        }
    }
}

std::map<TerritoryId, double> areasOf(const FullWorld& world) {
    std::map<TerritoryId, double> areas;
    const StudyArea area = studyArea(world.study, world.reference);
    for (const Land& land : area.lands) {
        for (std::size_t i = 0; i < land.units.size(); ++i) {
            std::optional<TerritoryId> id = TerritoryId{Level::Commune, world.reference.communes[land.units[i]].code};
            for (; id; id = parentOf(world.reference, *id)) areas[*id] += land.areas[i];
        }
    }
    return areas;
}

Row rowOf(const Indicator& indicator, double area, bool byDistance) {
    const auto people = [](model::Inhabitants count) { return static_cast<double>(count.value); };
    Row row{{"population", people(indicator.population)},
            {"covered", people(indicator.coveredPopulation)},
            {"surely", people(indicator.surelyCovered)},
            {"possibly", people(indicator.possiblyCovered)},
            {"by members", people(indicator.coveredByMembers)},
            {"by others", people(indicator.coveredByNonMembers)},
            {"by unknown", people(indicator.coveredByUnknown)},
            {"twice", people(indicator.twiceCovered)},
            {"covered area", indicator.coveredAreaShare->value * area},
            {"surveyed", indicator.surveyedShare ? indicator.surveyedShare->value * people(indicator.population) : 0}};
    if (!byDistance) return row;  // a provider without a place is counted once in every territory that it serves
    row["providers"] = indicator.providers;
    if (indicator.nearest) row["nearest"] = indicator.nearest->value * people(indicator.population);
    if (indicator.access.accessibility) row["accessibility"] = indicator.access.accessibility->value * people(indicator.population);
    if (indicator.access.opportunities) row["opportunities"] = *indicator.access.opportunities * people(indicator.population);
    if (indicator.access.seats) row["seats"] = *indicator.access.seats * people(indicator.population);
    return row;
}

TEST(Sums, OfCommunesAreTheirDepartementsTheirRegionsAndTheStudy) {
    std::mt19937 random(41);
    for (int i = 0; i < 10; ++i) {
        const FullWorld world(random);
        const Analysis analysis = world.analysed();
        std::map<TerritoryId, double> areas = areasOf(world);
        for (const ServiceResult& result : analysis.services) {
            Rows rows;
            Row epcis;
            Row withEpci;
            for (const Indicator& indicator : result.indicators) {
                const Row row = rowOf(indicator, areas[indicator.territory], std::holds_alternative<model::Metres>(result.service.reach));
                rows[indicator.territory] = row;
                const bool commune = indicator.territory.level == Level::Commune;
                const std::int32_t at = commune ? indexOf(world.reference.communes, indicator.territory.code) : model::nowhere;
                const bool inEpci = commune && world.reference.communes[static_cast<std::size_t>(at)].epci != model::nowhere;
                for (const auto& [column, value] : row) {
                    if (column == "covered area") continue;
                    if (indicator.territory.level == Level::Epci) epcis[column] += value;
                    if (inEpci) withEpci[column] += value;
                }
            }
            expectSums(world.reference, rows, {Level::Commune, Level::Departement, Level::Region}, result.service.id);
            for (const auto& [column, value] : epcis) EXPECT_NEAR(value, withEpci[column], relative * value) << column;
            EXPECT_NEAR(rows[{}]["covered area"], result.coverages[1].area.value, 1e-6 * areas[{}]) << result.service.id;
        }
    }
}

TEST(Sums, OfTheTimelineAndOfMeansAndMoneyAreTheStudys) {
    std::mt19937 random(42);
    for (int i = 0; i < 10; ++i) {
        const FullWorld world(random);
        const Analysis analysis = world.analysed();
        for (const ServiceResult& result : analysis.services) {
            std::map<model::Day, Rows> days;
            for (const TimelineRow& row : result.timeline.rows) {
                days[row.day][row.territory] = {{"population", static_cast<double>(row.population.value)},
                                                {"covered", static_cast<double>(row.coveredPopulation.value)}};
            }
            for (const auto& [day, rows] : days) expectSums(world.reference, rows, {Level::Departement, Level::Region}, "timeline");
        }
        Rows rows;
        for (const Means& means : analysis.equity.means) {
            Row& row = rows[means.territory];
            const std::string measure(name(means.measure));
            const std::string year = means.measure == Measure::Granted ? std::to_string(means.year.value_or(0)) : "";
            row[measure + year] += means.value.value_or(0);
            row[measure + year + " known"] += means.withFigure;
            row[measure + year + " unknown"] += means.without;
        }
        for (const TerritoryFunding& funding : analysis.funding.territories) {
            Row& row = rows[funding.territory];
            row["money " + funding.type] = funding.perYear ? funding.perYear->value : 0;
            row["under contract " + funding.type] = static_cast<double>(funding.underContract.value);
        }
        for (const TerritoryGrants& grants : analysis.funding.grants) {
            Row& row = rows[grants.territory];
            row["actors"] = grants.actors;
            row["asked"] = grants.asked ? grants.asked->value : 0;
            row["granted"] = grants.granted ? grants.granted->value : 0;
        }
        expectSums(world.reference, rows, {Level::Departement, Level::Region}, "means");
    }
}

TEST(Sums, OfCoverageHolesAndWhatWasDroppedAreTheArea) {
    std::mt19937 random(43);
    for (int i = 0; i < 8; ++i) {
        FullWorld world(random);
        world.study.gaps.minPopulation.value = 6000;
        world.study.gaps.minArea.value = 3e6;
        for (const model::Split split : {model::Split::Basin, model::Split::Connected, model::Split::Departement, model::Split::Epci}) {
            world.study.gaps.split = split;
            const Analysis analysis = world.analysed();
            const double whole = areasOf(world)[{}];
            for (const ServiceResult& result : analysis.services) {
                double area = result.coverages[1].area.value + result.slivers.area.value + result.fewPeople.area.value;
                model::Inhabitants people = result.coverages[1].population + result.slivers.population + result.fewPeople.population;
                for (const Gap& gap : result.gaps) {
                    area += gap.area.value;
                    people += gap.population;
                }
                EXPECT_NEAR(area / whole, 1, 1e-6) << result.service.id << " " << name(split);
                EXPECT_EQ(people, result.indicators.front().population) << result.service.id << " " << name(split);
            }
        }
    }
}

/// A commune cut in two halves, west and east, each with the people who stand in it.
void cutInTwo(FullWorld& world, std::size_t commune) {
    model::Reference& reference = world.reference;
    const geometry::PlaneShape whole = toPlane(geometry::lambert93, reference.communeShapes[commune]);
    const geometry::Box box = boxOf(whole);
    const double middle = (box.minX + box.maxX) / 2;
    const auto half = [&](double west, double east) {
        geometry::PlaneShape shape;
        shape.points = {{west, box.minY}, {east, box.minY}, {east, box.maxY}, {west, box.maxY}, {west, box.minY}};
        shape.closeRing();
        shape.closePolygon();
        return toLonLat(geometry::lambert93, shape);
    };
    const auto place = static_cast<std::ptrdiff_t>(commune);
    model::Commune east = reference.communes[commune];
    const std::string code = east.code;
    east.code += "E";
    east.population.value /= 3;
    reference.communes[commune].population = reference.communes[commune].population - east.population;
    reference.communes.insert(reference.communes.begin() + place + 1, east);
    reference.communeShapes[commune] = half(box.minX, middle);
    reference.communeShapes.insert(reference.communeShapes.begin() + place + 1, half(middle, box.maxX));
    for (model::PopulationPoint& point : reference.people) {
        const bool here = point.commune == static_cast<std::int32_t>(commune);
        if (point.commune > static_cast<std::int32_t>(commune) || (here && toPlane(geometry::lambert93, point.at).x > middle))
            ++point.commune;
    }
    for (model::Contract& contract : world.dataset.contracts) {
        const std::vector<TerritoryId> scope = contract.scope;
        for (const TerritoryId& id : scope) {
            if (id == TerritoryId{Level::Commune, code}) contract.scope.push_back({Level::Commune, code + "E"});
        }
    }
    for (model::AreaDeclaration& area : world.study.areas) {
        if (std::ranges::find(area.territories, TerritoryId{Level::Commune, code}) != area.territories.end()) {
            area.territories.push_back({Level::Commune, code + "E"});
        }
    }
}

/// Sums over the study and over each département and région.
Rows totalsOf(const ServiceResult& result, const std::vector<Level>& levels) {
    Rows rows;
    for (const Indicator& indicator : result.indicators) {
        if (std::ranges::find(levels, indicator.territory.level) != levels.end()) rows[indicator.territory] = rowOf(indicator, 1, true);
    }
    Row& study = rows[{}];
    for (const Coverage& coverage : result.coverages) {
        study["area " + std::string(name(coverage.certainty))] = coverage.area.value;
        study["people " + std::string(name(coverage.certainty))] = static_cast<double>(coverage.population.value);
    }
    for (const model::Inhabitants& only : result.onlyReached) study["only reached"] += static_cast<double>(only.value);
    for (const model::SquareMetres& only : result.onlyCovered) study["only covered"] += only.value;
    study["uncovered"] = result.slivers.area.value;
    for (const Gap& gap : result.gaps) {
        study["uncovered"] += gap.area.value;
        study["unreached"] += static_cast<double>(gap.population.value);
    }
    for (const TimelineRow& row : result.timeline.rows) {
        if (row.territory == TerritoryId{}) study["covered " + model::isoText(row.day)] = static_cast<double>(row.coveredPopulation.value);
    }
    return rows;
}

void expectSameTotals(const Analysis& before, const Analysis& after, const std::vector<Level>& levels,
                      const std::function<bool(const model::Service&)>& holds) {
    for (std::size_t s = 0; s < before.services.size(); ++s) {
        const model::Service& service = before.services[s].service;
        if (!holds(service)) continue;
        const Rows was = totalsOf(before.services[s], levels);
        const Rows is = totalsOf(after.services[s], levels);
        ASSERT_EQ(was.size(), is.size());
        for (const auto& [id, row] : was) {
            for (const auto& [column, value] : row) {
                EXPECT_NEAR(value, is.at(id).at(column), relative * value) << service.id << " " << id.text() << " " << column;
            }
        }
    }
}

TEST(Sums, AreTheSameWhenCommunesAreCutInTwo) {
    std::mt19937 random(44);
    for (int i = 0; i < 10; ++i) {
        const FullWorld world(random);
        FullWorld cut = world;
        // All of them, or some: the others then have no corner where their neighbours have one.
        for (std::size_t c = world.reference.communes.size(); c-- > 0;) {
            if (i % 2 == 0 || random() % 3 == 0) cutInTwo(cut, c);
        }
        const auto notByCommune = [](const model::Service& service) { return service.reach != model::Reach{Level::Commune}; };
        expectSameTotals(world.analysed(), cut.analysed(), {Level::Study, Level::Area, Level::Region, Level::Departement, Level::Epci},
                         notByCommune);
    }
}

TEST(Sums, AreTheSameWhenADepartementIsCutInTwo) {
    std::mt19937 random(45);
    for (int i = 0; i < 6; ++i) {
        const FullWorld world(random);
        FullWorld cut = world;
        cut.reference.departements.insert(cut.reference.departements.begin() + 2, {"24", "Moitié", {}, 0, {}});
        const auto moved = [](std::int32_t departement, bool south) {
            return departement == 2 ? 3 : departement == 1 && south ? 2 : departement;
        };
        for (model::Commune& commune : cut.reference.communes) commune.departement = moved(commune.departement, commune.name.front() > 'C');
        for (model::PopulationPoint& point : cut.reference.people) {
            point.departement = cut.reference.communes[static_cast<std::size_t>(point.commune)].departement;
        }
        const auto byDistance = [](const model::Service& service) { return std::holds_alternative<model::Metres>(service.reach); };
        expectSameTotals(world.analysed(), cut.analysed(), {Level::Study, Level::Region, Level::Epci}, byDistance);
    }
}

geometry::PlaneShape holesOf(const ServiceResult& result) {
    std::vector<geometry::PlaneShape> holes;
    for (const Gap& gap : result.gaps) holes.push_back(toPlane(geometry::lambert93, gap.shape));
    return geometry::unaryUnion(std::span<const geometry::PlaneShape>(holes));
}

/// Point by point and acre by acre, so of any set of holes: those after lie within those before.
TEST(Sums, AProviderMoreNeverGrowsAHole) {
    std::mt19937 random(46);
    for (int i = 0; i < 10; ++i) {
        FullWorld world(random);
        world.study.gaps.minArea = {};
        const Analysis before = world.analysed();
        world.addRandomVenue(random);
        world.dataset.venues.back().name = "Nouveau";
        world.dataset.venues.back().actors.clear();  // else it is where its actor serves from
        world.dataset.venues.back().actorIds.clear();
        const Analysis after = world.analysed();
        for (std::size_t s = 0; s < before.services.size(); ++s) {
            const ServiceResult& was = before.services[s];
            const ServiceResult& is = after.services[s];
            ASSERT_GE(is.providers.size(), was.providers.size());
            for (std::size_t p = 0; p < was.reach.size(); ++p) ASSERT_GE(is.reach[p], was.reach[p]) << was.service.id << " " << p;
            for (std::size_t c = 0; c < 3; ++c) ASSERT_GE(is.coverages[c].area.value, was.coverages[c].area.value * (1 - relative));
            if (is.gaps.empty()) continue;
            const double grown = areaOf(geometry::difference(holesOf(is), holesOf(was))).value;
            ASSERT_LE(grown, 1e-6 * areasOf(world)[{}]) << was.service.id << " of world " << i;
        }
    }
}

}  // namespace
}  // namespace raquette::analysis
