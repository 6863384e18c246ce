#include "gis/analysis/perimeter.h"

#include "gis/geometry/frame.h"
#include "gis/geometry/measure.h"
#include "gis/model/error.h"
#include "tests/gis/drawn_world.h"

#include <numeric>
#include <random>

namespace raquette::analysis {
namespace {

using model::Level;
using raquette::testing::DrawnWorld;

/// Communes to the right of a column are in département 87 and EPCI 200000002.
void partFrom(DrawnWorld& world, std::size_t column, std::size_t columns) {
    world.reference.departements.push_back({"87", "Haute-Vienne", {}, 0, {}});
    world.reference.epcis.push_back({"200000002", "Pays d’à côté", {}, 0, {}});
    for (std::size_t i = 0; i < world.reference.communes.size(); ++i) {
        if (i % columns < column) continue;
        world.reference.communes[i].departement = 1;
        world.reference.communes[i].epci = 1;
        world.reference.people[i].departement = 1;
    }
}

void addTerritorialService(DrawnWorld& world, Level level) {
    world.addService("lieux", 10);
    world.study.services.back().reach = level;
}

void addContract(DrawnWorld& world, const std::string& id, std::vector<model::TerritoryId> scope, const char* start, const char* end) {
    model::Contract contract;
    contract.id = contract.title = id;
    contract.scope = std::move(scope);
    contract.period.start = model::PartialDate::parse(start);
    contract.period.end = model::PartialDate::parse(end);
    world.dataset.contracts.push_back(contract);
}

void addContractService(DrawnWorld& world) {
    model::Service service;
    service.id = "contrats";
    service.match.kinds = {model::RecordKind::Contracts};
    service.reach = model::ScopeReach{};
    world.study.services.push_back(service);
}

ServiceResult analysed(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset).services.front();
}

const Indicator& indicatorOf(const ServiceResult& result, const std::string& territory) {
    for (const Indicator& indicator : result.indicators) {
        if (indicator.territory.text() == territory) return indicator;
    }
    throw std::runtime_error("no indicator of " + territory);
}

TEST(Perimeter, AVenueServesItsWholeTerritoryAndNobodyBeyond) {
    DrawnWorld world({"1234", "5678"});
    partFrom(world, 2, 4);
    world.addVenue("à gauche", 0.1, 0.1);
    world.dataset.venues.back().place.commune = "23001";
    addTerritorialService(world, Level::Departement);
    const ServiceResult result = analysed(world);
    EXPECT_EQ(result.coverages[0].population.value, 1000 * (1 + 2 + 5 + 6));  // sure: known by code
    EXPECT_EQ(result.coverages[1].population.value, 1000 * (1 + 2 + 5 + 6));
    EXPECT_NEAR(inSquareKilometres(result.coverages[1].area), 400, 1e-6);
    EXPECT_EQ(indicatorOf(result, "dep:87").coveredPopulation.value, 0);
    EXPECT_DOUBLE_EQ(indicatorOf(result, "dep:23").coveredAreaShare->value, 1);
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_EQ(result.gaps[0].population.value, 1000 * (3 + 4 + 7 + 8));
    EXPECT_NEAR(inSquareKilometres(result.gaps[0].area), 400, 1e-6);
    EXPECT_FALSE(result.gaps[0].deepest);
    EXPECT_EQ(result.gaps[0].nearestName, "à gauche");
    EXPECT_THAT(result.gaps[0].departements, ::testing::ElementsAre("87"));
    EXPECT_EQ(result.onlyReached.front().value, result.coverages[1].population.value);
    EXPECT_NEAR(inSquareKilometres(result.onlyCovered.front()), 400, 1e-6);
}

TEST(Perimeter, WithoutACodeTheTerritoryIsWhereTheProviderStandsAndNotSure) {
    DrawnWorld world({"12"});
    world.addVenue("posé", 1.5, 0.5);
    addTerritorialService(world, Level::Commune);
    const ServiceResult result = analysed(world);
    EXPECT_EQ(result.coverages[0].population.value, 0);
    EXPECT_EQ(result.coverages[1].population.value, 2000);
}

TEST(Perimeter, ARecordKnownToItsDepartementServesItButNoCommune) {
    DrawnWorld world({"12"});
    world.addVenue("quelque part", 0, 0);
    world.dataset.venues.back().place.position.reset();
    world.dataset.venues.back().place.departement = "23";
    addTerritorialService(world, Level::Departement);
    ServiceResult result = analysed(world);
    EXPECT_EQ(result.coverages[1].population.value, 3000);
    EXPECT_FALSE(result.providers.front().placed);
    EXPECT_EQ(indicatorOf(result, "dep:23").providers, 1);
    world.study.services.front().reach = Level::Commune;
    result = analysed(world);
    EXPECT_EQ(result.coverages[1].population.value, 0);
    EXPECT_EQ(result.notPlaced, 1);
}

TEST(Perimeter, AContractInForceCoversItsScope) {
    DrawnWorld world({"1234"});
    partFrom(world, 2, 4);
    addContract(world, "CPO", {{Level::Commune, "23001"}, {Level::Epci, "200000002"}}, "2025", "2026");
    addContract(world, "à venir", {{Level::Commune, "23002"}}, "2027", "2028");
    addContractService(world);
    const ServiceResult result = analysed(world);
    ASSERT_EQ(result.providers.size(), 1u);
    EXPECT_EQ(result.coverages[0].population.value, 1000 + 3000 + 4000);
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_EQ(result.gaps[0].name, "A2");
    EXPECT_EQ(result.gaps[0].cause, Cause::Absent);
    EXPECT_FALSE(result.gaps[0].nearest);
    EXPECT_EQ(indicatorOf(result, "dep:87").providers, 1);
    EXPECT_EQ(indicatorOf(result, "study").providers, 1);
}

TEST(Perimeter, AnUnknownBoundCoversPossiblyOnly) {
    DrawnWorld world({"12"});
    addContract(world, "sans fin", {{Level::Commune, "23001"}}, "2025", "");
    addContractService(world);
    const ServiceResult result = analysed(world);
    EXPECT_EQ(result.possiblyInForce, 1);
    EXPECT_EQ(result.coverages[1].population.value, 0);
    EXPECT_EQ(result.coverages[2].population.value, 1000);
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_EQ(result.gaps[0].certainPopulation.value, 2000);
    EXPECT_EQ(result.gaps[0].cause, Cause::Absent);  // a third of its people only
    world.dataset.contracts.front().period.open = true;
    EXPECT_EQ(analysed(world).coverages[0].population.value, 1000);  // said to have no end: in force
}

TEST(Perimeter, AContractThatEndedWithinFiveYearsIsTheCause) {
    DrawnWorld world({"12"});
    addContract(world, "échu", {{Level::Departement, "23"}}, "2019", "2023");
    addContractService(world);
    EXPECT_EQ(analysed(world).gaps.front().cause, Cause::Expired);
    world.study.date = *model::parseDay("2029-01-01");
    EXPECT_EQ(analysed(world).gaps.front().cause, Cause::Absent);
}

TEST(Perimeter, AVenueThatClosedWithinFiveYearsIsTheCause) {
    DrawnWorld world({"2 1"});
    world.addVenue("fermé", 0.5, 0.5);
    world.dataset.venues.back().closed = model::PartialDate::parse("2024-06");
    world.addService("lieux", 5);
    ServiceResult result = analysed(world);
    ASSERT_EQ(result.gaps.size(), 2u);
    EXPECT_EQ(result.gaps[0].name, "A1");
    EXPECT_EQ(result.gaps[0].cause, Cause::Closed);
    EXPECT_EQ(result.gaps[1].cause, Cause::Absent);
    world.reference.people.front().people = 0;  // by area, where nobody lives
    result = analysed(world);
    EXPECT_EQ(result.gaps[1].cause, Cause::Closed);
}

TEST(Perimeter, ADrawnAreaCutsCommunes) {
    DrawnWorld world({"11"});
    geometry::PlaneShape half;
    half.points = {{645000, 6495000}, {655000, 6495000}, {655000, 6515000}, {645000, 6515000}, {645000, 6495000}};
    half.closeRing();
    half.closePolygon();
    world.reference.areaShapes["qpv"] = toLonLat(geometry::lambert93, half);
    world.study.areas.push_back({"qpv", {"QPV", "QPV"}, {}, "qpv.geojson"});
    addContract(world, "contrat de ville", {{Level::Area, "qpv"}}, "2024", "2030");
    addContractService(world);
    const ServiceResult result = analysed(world);
    EXPECT_NEAR(inSquareKilometres(result.coverages[1].area), 50, 1e-3);
    EXPECT_NEAR(inSquareKilometres(result.onlyCovered.front()), 50, 1e-3);
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_NEAR(inSquareKilometres(result.gaps.front().area), 150, 1e-3);
}

TEST(Perimeter, ATerritoryThatIsNotDrawnServesNobodyAndIsCounted) {
    DrawnWorld world({"11"});
    addContract(world, "ailleurs", {{Level::Commune, "97701"}}, "2024", "2030");
    addContract(world, "en mots", {}, "2024", "2030");
    addContractService(world);
    const ServiceResult result = analysed(world);
    EXPECT_EQ(result.notPlaced, 2);
    EXPECT_EQ(result.coverages[2].population.value, 0);
}

TEST(Perimeter, CommuneReachNeedsCommuneOutlines) {
    DrawnWorld world({"11"});
    world.reference.departements.front().shape = world.reference.communeShapes.front();
    world.reference.communeShapes.clear();
    addTerritorialService(world, Level::Epci);
    EXPECT_THROW(analysed(world), model::Error);
}

TEST(Membership, EachKindOfProviderIsCountedApartAndNobodyIsDropped) {
    DrawnWorld world({"123456"});
    const std::array members{model::Membership::Member, model::Membership::NotMember, model::Membership::Unknown};
    for (std::size_t i = 0; i < members.size(); ++i) {
        world.addVenue("v" + std::to_string(i), 0.5 + 2 * static_cast<double>(i), 0.5);
        world.dataset.venues.back().member = members[i];
    }
    world.addService("lieux", 11);
    const Indicator whole = analysed(world).indicators.front();
    EXPECT_EQ(whole.coveredPopulation.value, 21000);
    EXPECT_EQ(whole.coveredByMembers.value, 1000 + 2000);
    EXPECT_EQ(whole.coveredByNonMembers.value, 2000 + 3000 + 4000);
    EXPECT_EQ(whole.coveredByUnknown.value, 4000 + 5000 + 6000);
}

TEST(Completeness, StandsBesideEachIndicator) {
    DrawnWorld world({"13"});
    world.addService("lieux", 5);
    EXPECT_FALSE(analysed(world).indicators.front().surveyedShare);
    model::SourceDeclaration source;
    source.id = "liste";
    source.kind = model::SourceKind::Venues;
    source.date = "2025-04";
    source.asked = 10;
    source.answered = 7;
    source.surveyed = {{Level::Commune, "23002"}};
    world.study.sources.push_back(source);
    const ServiceResult result = analysed(world);
    EXPECT_DOUBLE_EQ(result.indicators.front().surveyedShare->value, 0.75);
    EXPECT_EQ(result.gathering.asked, 10);
    EXPECT_EQ(result.gathering.confirmed, "2025-04");
    EXPECT_EQ(result.gaps.front().cause, Cause::Absent);  // three quarters of its people were looked at
}

/// Random contracts over a random country: every figure against sets counted by hand, and coverage + gaps = area.
TEST(Perimeter, FiguresAreThoseOfSetsOfCommunes) {
    std::mt19937 random(20261121);
    for (int round = 0; round < 40; ++round) {
        DrawnWorld world({"123456", "654321", "111222", "......"});
        partFrom(world, 3, 6);
        const std::size_t communes = world.reference.communes.size();
        std::vector<int> servedBy(communes, 0);
        std::vector<int> last(communes, -1);
        for (int c = 0; c < 4; ++c) {
            std::vector<model::TerritoryId> scope;
            std::vector<bool> in(communes, false);
            for (std::size_t i = 0; i < communes; ++i) {
                if (random() % 5 == 0) {
                    scope.push_back({Level::Commune, world.reference.communes[i].code});
                    in[i] = true;
                }
            }
            if (random() % 4 == 0) {
                scope.push_back({Level::Departement, "87"});
                for (std::size_t i = 0; i < communes; ++i) in[i] = in[i] || world.reference.communes[i].departement == 1;
            }
            if (scope.empty()) continue;
            for (std::size_t i = 0; i < communes; ++i) {
                if (!in[i]) continue;
                ++servedBy[i];
                last[i] = static_cast<int>(world.dataset.contracts.size());
            }
            addContract(world, "c" + std::to_string(c), scope, "2020", "2030");
        }
        addContractService(world);
        world.study.gaps.split = model::Split::Connected;
        const ServiceResult result = analysed(world);
        std::int64_t covered = 0;
        double area = 0;
        std::vector<std::int64_t> only(world.dataset.contracts.size(), 0);
        for (std::size_t i = 0; i < communes; ++i) {
            if (servedBy[i] == 0) continue;
            covered += world.reference.communes[i].population.value;
            area += 100;
            if (servedBy[i] == 1) only[static_cast<std::size_t>(last[i])] += world.reference.communes[i].population.value;
        }
        EXPECT_EQ(result.coverages[0].population.value, covered);
        EXPECT_NEAR(inSquareKilometres(result.coverages[1].area), area, 1e-6);
        for (std::size_t i = 0; i < only.size(); ++i) EXPECT_EQ(result.onlyReached[i].value, only[i]);
        double gaps = inSquareKilometres(result.slivers.area);
        std::int64_t unreached = 0;
        for (const Gap& gap : result.gaps) {
            gaps += inSquareKilometres(gap.area);
            unreached += gap.population.value;
        }
        EXPECT_NEAR(gaps + area, 2400, 1e-3);
        EXPECT_EQ(unreached + covered, result.indicators.front().population.value);
    }
}

}  // namespace
}  // namespace raquette::analysis
