#include "gis/analysis/portrait/portrait.h"

#include "gis/analysis/portrait/alone_served.h"
#include "gis/analysis/portrait/neighbours.h"
#include "tests/gis/analysis/full_world.h"
#include "tests/gis/drawn_world.h"

#include <numeric>
#include <random>

namespace raquette::analysis {
namespace {

using model::Level;
using raquette::testing::DrawnWorld;
using raquette::testing::FullWorld;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> texts(const std::vector<model::TerritoryId>& ids) {
    std::vector<std::string> out;
    for (const model::TerritoryId& id : ids) out.push_back(id.text());
    return out;
}

/// Four communes in a row, of 1,000 to 4,000 people: the first two in département 23, the others in 87; two venues in A1.
struct Row : DrawnWorld {
    Row() : DrawnWorld({"1234"}) {
        reference.departements.push_back({"87", "Haute-Vienne", {7000}, 0, {}});
        for (const std::size_t i : {2U, 3U}) {
            reference.communes[i].departement = 1;
            reference.people[i].departement = 1;
        }
        add("Le Fil", 0, {"diffusion"});
        add("La Régie", 3, {"Ressource/réseau", "diffusion"});
        addService("lieux", 15);
    }
    void add(const std::string& name, int column, const std::vector<std::string>& functions) {
        addVenue(name, column + 0.5, 0.5);
        model::Venue& venue = dataset.venues.back();
        venue.place.commune = reference.communes[static_cast<std::size_t>(column)].code;
        venue.place.departement = column < 2 ? "23" : "87";
        for (const std::string& function : functions) venue.functions.emplace_back(function);
    }
    model::Contract& contract(const std::string& title, std::vector<model::TerritoryId> scope, const char* start, const char* end) {
        model::Contract made;
        made.id = made.title = title;
        made.scope = std::move(scope);
        made.period = {model::PartialDate::parse(start), model::PartialDate::parse(end), false};
        dataset.contracts.push_back(made);
        return dataset.contracts.back();
    }
    Portrait portrait(const model::TerritoryId& id) const {
        return portraitOf(study, reference, dataset, analyse(study, reference, dataset), id);
    }
};

TEST(Portrait, SaysWhoIsThereByFunctionAndWhoIsNearestForWhatIsMissing) {
    const Row world;
    const Portrait creuse = world.portrait({Level::Departement, "23"});
    ASSERT_EQ(creuse.has.size(), 1U);
    EXPECT_EQ(creuse.has[0].function, "diffusion");
    EXPECT_THAT(creuse.has[0].names, ElementsAre("Le Fil"));
    ASSERT_EQ(creuse.lacks.size(), 1U);
    EXPECT_EQ(creuse.lacks[0].nearestName, "La Régie");
    EXPECT_THAT(world.portrait({Level::Departement, "87"}).lacks, IsEmpty());
}

TEST(Portrait, NamesThoseWhoseFunctionsNoListSaysByTheirType) {
    Row world;
    world.add("Café du coin", 0, {});
    world.dataset.venues.back().type = "café";
    const Portrait creuse = world.portrait({Level::Departement, "23"});
    ASSERT_EQ(creuse.has.size(), 2U);
    EXPECT_EQ(creuse.has[1].function, "café");
    EXPECT_THAT(creuse.has[1].names, ElementsAre("Café du coin"));
}

TEST(Portrait, AnEpciLiesInTheDepartementsOfItsCommunes) {
    const Row world;
    EXPECT_THAT(texts(holdersOf(world.reference, {Level::Epci, "200000001"})), ElementsAre("dep:23", "dep:87", "reg:75"));
    EXPECT_THAT(texts(holdersOf(world.reference, {Level::Commune, "23003"})), ElementsAre("epci:200000001", "dep:87", "reg:75"));
    EXPECT_THAT(holdersOf(world.reference, {Level::Region, "75"}), IsEmpty());
}

TEST(Portrait, OneWhoClosedIsNoLongerThere) {
    Row world;
    world.dataset.venues.front().closed = model::PartialDate::parse("2001");
    EXPECT_THAT(world.portrait({Level::Departement, "23"}).has, IsEmpty());
}

TEST(Portrait, RanksByPeopleNotCovered) {
    Row world;
    world.dataset.venues.pop_back();  // reached: A1, A2
    const auto of = [&](const char* commune) { return world.portrait({Level::Commune, commune}).services.front(); };
    EXPECT_EQ(of("23004").rank, 1);
    EXPECT_EQ(of("23003").rank, 2);
    EXPECT_EQ(of("23003").rankOf, 4);
    EXPECT_EQ(of("23003").uncovered().value, 3000);
    EXPECT_EQ(of("23001").rank, 0) << "one that is covered whole is not ranked among those that are not";
    EXPECT_TRUE(of("23002").isReached);
    EXPECT_FALSE(of("23003").isReached);
}

TEST(Portrait, CountsThePeopleOfACommuneThatHasNoOutline) {
    const Row world;
    const Analysis analysis = analyse(world.study, world.reference, world.dataset);
    Analysis bare = analysis;
    std::erase_if(bare.services.front().indicators, [](const Indicator& one) { return one.territory.level == Level::Commune; });
    for (const char* code : {"23001", "23002", "23003", "23004"}) {
        const ServiceOver was = servicesOver(world.reference, analysis, {Level::Commune, code}).front();
        const ServiceOver counted = servicesOver(world.reference, bare, {Level::Commune, code}).front();
        EXPECT_EQ(counted.population, was.population);
        EXPECT_EQ(counted.covered, was.covered);
        EXPECT_EQ(counted.share, was.share);
    }
}

TEST(Portrait, TellsTheYearsAndOfWhomTheyAre) {
    Row world;
    world.study.date = *model::parseDay("2026-01-01");
    world.dataset.venues[0].opened = model::PartialDate::parse("2024-06");
    const ServiceOver creuse = world.portrait({Level::Departement, "23"}).services.front();
    ASSERT_EQ(creuse.trend.size(), 3U);
    EXPECT_EQ(creuse.trend.front().year, 2024);
    EXPECT_EQ(creuse.trend.front().share.value, 0);
    EXPECT_EQ(creuse.trend.back().share.value, 1);
    const ServiceOver commune = world.portrait({Level::Commune, "23001"}).services.front();
    EXPECT_NE(commune.trendOf.level, Level::Commune) << "years are counted for EPCI and above";
    EXPECT_EQ(commune.trend.size(), 3U);
}

TEST(ContractsOver, AreThoseInForceAndThoseThatEndedLatelyWholeBeforePart) {
    Row world;
    world.study.date = *model::parseDay("2026-01-01");
    world.contract("part", {{Level::Commune, "23001"}}, "2024", "2028");
    world.contract("whole", {{Level::Region, "75"}}, "2025", "2027").amountPerYear = model::Euros{20000};
    world.contract("ended", {{Level::Departement, "23"}}, "2019", "2023");
    world.contract("forgotten", {{Level::Departement, "23"}}, "2009", "2013");
    world.contract("elsewhere", {{Level::Departement, "87"}}, "2024", "2028");
    world.contract("to come", {{Level::Departement, "23"}}, "2027", "2029");
    world.contract("undated", {{Level::Departement, "23"}}, "", "");
    const Portrait creuse = world.portrait({Level::Departement, "23"});
    std::vector<std::string> titles;
    for (const ContractOver& over : creuse.contracts) titles.push_back(world.dataset.contracts[over.contract].title);
    EXPECT_THAT(titles, ElementsAre("whole", "part", "undated", "ended"));
    EXPECT_TRUE(creuse.contracts[0].whole);
    EXPECT_FALSE(creuse.contracts[1].whole);
    EXPECT_DOUBLE_EQ(*creuse.contracts[0].perInhabitant, 2) << "20,000 EUR over the 10,000 people of its scope";
    EXPECT_FALSE(creuse.contracts[1].perInhabitant) << "unknown is never zero";
    EXPECT_EQ(creuse.contracts[3].state, model::InForce::Ended);
}

TEST(ContractsNaming, AreThoseARecordIsPartyTo) {
    Row world;
    world.contract("DSP", {}, "2001", "2900").parties = {"Ville", "LE FIL "};
    world.contract("à d’autres", {{Level::Departement, "23"}}, "2001", "2900").parties = {"Ville"};
    const Funding none;
    const auto of = [&](std::size_t venue) { return contractsNaming(world.study, world.dataset, none, world.dataset.venues[venue]); };
    ASSERT_EQ(of(0).size(), 1U);
    EXPECT_EQ(world.dataset.contracts[of(0)[0].contract].title, "DSP");
    EXPECT_THAT(of(1), IsEmpty());
}

TEST(Resources, AreThoseOfTheTerritoryThenTheNearest) {
    Row world;
    world.add("Le Pôle", 1, {"ressource/réseau"});
    world.add("L’Autre pôle", 0, {"ressource/réseau"});
    world.dataset.venues.back().closed = model::PartialDate::parse("2001");
    const std::vector<Resource> found = world.portrait({Level::Departement, "23"}).resources;
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "Le Pôle");
    EXPECT_TRUE(found[0].inside);
    EXPECT_EQ(found[1].name, "La Régie");
    EXPECT_FALSE(found[1].inside);
    EXPECT_NEAR(found[1].distance->value, 20000, 100) << "from A2, where most people are";
    EXPECT_EQ(resourcesNear(world.study, world.reference, world.dataset, {Level::Departement, "23"}, {}, 1).size(), 1U);
}

TEST(Neighbours, ShareABorder) {
    const DrawnWorld world({"123", "456"});
    EXPECT_THAT(texts(neighboursOf(world.reference, {Level::Commune, "23001"}, 6)),
                ElementsAre("commune:23005", "commune:23004", "commune:23002"));
    EXPECT_THAT(texts(neighboursOf(world.reference, {Level::Commune, "23001"}, 1)), ElementsAre("commune:23005"));
    EXPECT_THAT(neighboursOf(world.reference, {Level::Commune, "99999"}, 6), IsEmpty());
    EXPECT_THAT(neighboursOf(world.reference, {Level::Study, "study"}, 6), IsEmpty());
}

TEST(Neighbours, AreTheNearestWhereThereAreNoOutlines) {
    DrawnWorld world({"1234"});
    world.reference.communeShapes.clear();
    EXPECT_THAT(texts(neighboursOf(world.reference, {Level::Commune, "23001"}, 2)), ElementsAre("commune:23003", "commune:23002"));
}

TEST(Neighbours, OfDepartementsAreToldByTheirCommunesToo) {
    const Row world;
    EXPECT_THAT(texts(neighboursOf(world.reference, {Level::Departement, "23"}, 6)), ElementsAre("dep:87"));
}

TEST(AloneServed, NamesWhereThePeopleLiveWhomOnlyOneReaches) {
    DrawnWorld world({"12345"});
    world.addVenue("à gauche", 0.5, 0.5);
    world.addVenue("à droite", 3.5, 0.5);
    world.addService("lieux", 25);  // A2 and A3 have both
    const Analysis analysis = analyse(world.study, world.reference, world.dataset);
    const std::vector<AloneServed> right = aloneServed(world.reference, analysis.services.front(), 1);
    ASSERT_EQ(right.size(), 2U);
    EXPECT_EQ(right[0].name, "A5");
    EXPECT_EQ(right[0].people.value, 5000);
    EXPECT_EQ(right[1].name, "A4");
}

TEST(AloneServed, AddsUpToWhatTheAnalysisSays) {
    std::mt19937 random(2026);
    for (int i = 0; i < 20; ++i) {
        const FullWorld world(random);
        for (const ServiceResult& result : world.analysed().services) {
            if (!std::holds_alternative<model::Metres>(result.service.reach)) continue;
            for (std::size_t provider = 0; provider < result.providers.size(); ++provider) {
                model::Inhabitants sum;
                for (const AloneServed& one : aloneServed(world.reference, result, provider)) sum += one.people;
                EXPECT_EQ(sum, result.onlyReached[provider]) << result.service.id << ' ' << result.providers[provider].name;
            }
        }
    }
}

}  // namespace
}  // namespace raquette::analysis
