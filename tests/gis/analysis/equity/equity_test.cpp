#include "gis/analysis/equity/equity.h"

#include "gis/analysis/equity/metropoles.h"
#include "tests/gis/drawn_world.h"

#include <algorithm>
#include <cmath>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;
using ::testing::DoubleNear;
using ::testing::Pointwise;

model::Actor actor(const std::string& id, const std::string& commune) {
    model::Actor actor;
    actor.id = actor.name = id;
    actor.origin = {"liste", 2};
    actor.place.commune = commune;
    actor.place.departement = "23";
    return actor;
}

model::Activity staff(const std::string& actor, std::optional<int> year, long jobs, const std::string& source = "liste") {
    model::Activity activity;
    activity.origin = {source, 2};
    activity.actor = activity.actorId = actor;
    activity.year = year;
    activity.staff = jobs;
    return activity;
}

/// Two communes of 1,000 and 4,000 people in EPCI `200000001`, and three actors: two in A1, one known only to the département.
DrawnWorld world() {
    DrawnWorld world({"14"});
    world.dataset.actors = {actor("a", "23001"), actor("b", "23001"), actor("c", "")};
    return world;
}

EquityFigures figures(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset).equity;
}

const Means* means(const EquityFigures& figures, const std::string& territory, Measure measure, std::optional<int> year = {}) {
    for (const Means& row : figures.means) {
        if (row.territory.text() == territory && row.measure == measure && (!year || row.year == year)) return &row;
    }
    return nullptr;
}

TEST(Means, AreTheLastFigureKnownOfEachOnTheDay) {
    DrawnWorld drawn = world();
    drawn.dataset.activities = {staff("a", 2023, 9), staff("a", 2025, 4), staff("a", 2027, 100), staff("b", 2020, 3)};
    const EquityFigures found = figures(drawn);
    const Means* commune = means(found, "commune:23001", Measure::Staff);
    ASSERT_NE(commune, nullptr);
    EXPECT_EQ(commune->value, 7);
    EXPECT_DOUBLE_EQ(*commune->perInhabitant, 7 / 1000.0);
    EXPECT_EQ(commune->year, 2025);
    EXPECT_EQ(commune->oldestYear, 2020);
    EXPECT_EQ(commune->withFigure, 2);
    EXPECT_EQ(commune->without, 0);
    EXPECT_DOUBLE_EQ(*means(found, "epci:200000001", Measure::Staff)->perInhabitant, 7 / 5000.0);
}

TEST(Means, AMissingFigureIsUnknownAndNotZero) {
    DrawnWorld drawn = world();
    drawn.dataset.activities = {staff("c", 2025, 5)};
    const EquityFigures found = figures(drawn);
    const Means* commune = means(found, "commune:23001", Measure::Staff);
    ASSERT_NE(commune, nullptr);
    EXPECT_FALSE(commune->value.has_value());
    EXPECT_FALSE(commune->perInhabitant.has_value());
    EXPECT_EQ(commune->without, 2);
    EXPECT_EQ(means(found, "commune:23002", Measure::Staff), nullptr) << "nobody is there to ask";
    EXPECT_EQ(means(found, "study", Measure::Budget), nullptr) << "nobody gives a budget";
}

TEST(Means, WhoIsKnownOnlyToADepartementCountsFromThatLevelUp) {
    DrawnWorld drawn = world();
    drawn.dataset.activities = {staff("a", 2025, 4), staff("c", 2025, 5)};
    const EquityFigures found = figures(drawn);
    EXPECT_EQ(means(found, "epci:200000001", Measure::Staff)->value, 4);
    EXPECT_EQ(means(found, "dep:23", Measure::Staff)->value, 9);
    EXPECT_EQ(means(found, "dep:23", Measure::Staff)->departementOnly, 1);
    EXPECT_EQ(means(found, "reg:75", Measure::Staff)->value, 9);
    EXPECT_EQ(means(found, "study", Measure::Staff)->value, 9);
    EXPECT_EQ(means(found, "commune:23001", Measure::Staff)->departementOnly, 0);
    drawn.study.area = {{model::Level::Commune, "23001"}};
    const EquityFigures part = figures(drawn);
    EXPECT_EQ(means(part, "dep:23", Measure::Staff)->value, 4) << "it may stand in the part of the département left out";
    EXPECT_EQ(part.structuresNowhere, 1);
}

TEST(Means, TheListWithTheLaterDateIsBelieved) {
    DrawnWorld drawn = world();
    drawn.study.sources.resize(2);
    drawn.study.sources[0].id = "vieille";
    drawn.study.sources[0].date = "2025-01";
    drawn.study.sources[1].id = "neuve";
    drawn.study.sources[1].date = "2025-06";
    drawn.dataset.activities = {staff("a", 2024, 2, "neuve"), staff("a", 2024, 8, "vieille"), staff("b", {}, 1), staff("b", 2010, 3)};
    for (int order = 0; order < 2; ++order) {
        EXPECT_EQ(means(figures(drawn), "commune:23001", Measure::Staff)->value, 2 + 3);
        std::ranges::reverse(drawn.dataset.activities);
    }
}

TEST(Means, WhoHasClosedHasNoneAndFiguresOfNobodyAreCountedApart) {
    DrawnWorld drawn = world();
    drawn.dataset.activities = {staff("a", 2024, 2), staff("b", 2024, 5), staff("", 2024, 50)};
    drawn.dataset.actors[1].closed = model::PartialDate::parse("2025");
    const EquityFigures found = figures(drawn);
    EXPECT_EQ(means(found, "commune:23001", Measure::Staff)->value, 2);
    EXPECT_EQ(found.figuresWithoutActor, 1);
}

TEST(Means, GrantsHaveARowAYearAndAnUnknownAwardIsNoZero) {
    DrawnWorld drawn = world();
    const auto grant = [](const std::string& actor, int year, std::optional<double> eur) {
        model::Grant award;
        award.actor = award.actorId = actor;
        award.year = year;
        if (eur) award.granted = model::Euros{*eur};
        return award;
    };
    drawn.dataset.grants = {grant("a", 2024, 1000.1), grant("a", 2024, 2000.2), grant("b", 2024, {}), grant("b", 2025, 500)};
    const EquityFigures found = figures(drawn);
    EXPECT_EQ(means(found, "commune:23001", Measure::Granted, 2024)->value, 3000.3);
    EXPECT_EQ(means(found, "commune:23001", Measure::Granted, 2024)->withFigure, 1);
    EXPECT_EQ(means(found, "commune:23001", Measure::Granted, 2024)->without, 1);
    EXPECT_EQ(means(found, "commune:23001", Measure::Granted, 2025)->value, 500);
}

TEST(Means, VenuesAndSeatsAreThoseOfTheDay) {
    DrawnWorld drawn({"14"});
    drawn.addVenue("petite", 0.5, 0.5);
    drawn.addVenue("grande", 0.6, 0.5);
    for (model::Venue& venue : drawn.dataset.venues) venue.place.commune = "23001";
    drawn.dataset.venues[1].capacity = 300;
    const EquityFigures found = figures(drawn);
    EXPECT_EQ(means(found, "commune:23001", Measure::Venues)->value, 2);
    EXPECT_EQ(means(found, "commune:23001", Measure::Seats)->value, 300);
    EXPECT_EQ(means(found, "commune:23001", Measure::Seats)->without, 1);
    EXPECT_FALSE(means(found, "commune:23001", Measure::Seats)->year.has_value());
}

TEST(Means, OfTooFewStructuresAreWithheldAndCountedStill) {
    DrawnWorld drawn({"14"});
    for (const char* id : {"a", "b", "c"}) drawn.dataset.actors.push_back(actor(id, "23001"));
    drawn.dataset.actors.push_back(actor("d", "23002"));
    drawn.dataset.activities = {staff("a", 2024, 2), staff("b", 2024, 5), staff("c", 2024, 7), staff("d", 2024, 11)};
    drawn.study.privacy.smallest = 3;
    const EquityFigures found = figures(drawn);
    EXPECT_EQ(means(found, "study", Measure::Staff)->value, 25);
    EXPECT_FALSE(means(found, "study", Measure::Staff)->withheld);
    const Means* one = means(found, "commune:23002", Measure::Staff);
    ASSERT_NE(one, nullptr);
    EXPECT_TRUE(one->withheld);
    EXPECT_FALSE(one->value || one->perInhabitant || one->year || one->oldestYear);
    EXPECT_EQ(one->withFigure, 1);
    EXPECT_TRUE(means(found, "commune:23001", Measure::Staff)->withheld) << "25 less this would tell the other";
    EXPECT_TRUE(std::ranges::none_of(found.equity, [](const Equity& row) {
        return row.subject == "staff" && row.between == Between::Communes && row.people.value > 0;
    })) << "a spread between communes would tell what they have";
    drawn.study.privacy.smallest = 0;
    EXPECT_EQ(means(figures(drawn), "commune:23002", Measure::Staff)->value, 11);
}

TEST(Means, WhatIsPublicAnywayIsNotWithheld) {
    DrawnWorld drawn({"14"});
    drawn.addVenue("petite", 0.5, 0.5);
    drawn.dataset.venues[0].place.commune = "23001";
    drawn.dataset.venues[0].capacity = 300;
    drawn.study.privacy.smallest = 3;
    EXPECT_EQ(means(figures(drawn), "commune:23001", Measure::Seats)->value, 300);
    EXPECT_EQ(means(figures(drawn), "commune:23001", Measure::Venues)->value, 1);
}

TEST(Means, TheOrderOfRowsDoesNotMatter) {
    DrawnWorld drawn = world();
    drawn.dataset.activities = {staff("a", 2023, 9), staff("b", 2025, 4), staff("c", 2020, 3)};
    const auto values = [&] {
        std::vector<double> found;
        for (const Means& row : figures(drawn).means) found.push_back(row.value.value_or(-1));
        return found;
    };
    const std::vector<double> once = values();
    std::ranges::reverse(drawn.dataset.activities);
    std::ranges::reverse(drawn.dataset.actors);
    EXPECT_EQ(values(), once);
}

const Equity& spread(const EquityFigures& figures, const std::string& figure, Between between, const std::string& group) {
    for (const Equity& row : figures.equity) {
        if (row.figure == figure && row.between == between && row.group == group) return row;
    }
    throw std::runtime_error("no row " + figure + " " + group);
}

/// A1 to A4; the first two in the métropole of Saint-Étienne, the others in a rural EPCI; a venue in A1 that reaches A1 and A2.
DrawnWorld unequal() {
    DrawnWorld drawn({"1234"});
    drawn.reference.epcis[0].code = "244200770";
    drawn.reference.epcis.push_back({"245000000", "Campagne", {}, 0, {}});
    drawn.reference.communes[2].epci = drawn.reference.communes[3].epci = 1;
    drawn.addVenue("le seul", 0.5, 0.5);
    drawn.addService("lieux", 15);
    drawn.study.services[0].access.decay = model::Decay::None;
    drawn.study.areas = {{"a3", {"A3", "A3"}, {{model::Level::Commune, "23003"}}, {}}};
    return drawn;
}

TEST(Equity, IsMeasuredBetweenPeopleAndBetweenTerritories) {
    const EquityFigures found = figures(unequal());
    // 3,000 people of 10,000 have 1/3,000 of a venue, the others nothing: Gini 0.7, the poorest four tenths nothing.
    const Equity& people = spread(found, "accessibility", Between::People, "study");
    EXPECT_NEAR(people.gini->value, 0.7, 1e-12);
    EXPECT_FALSE(people.palma.has_value());
    EXPECT_NEAR(*people.theilTotal, std::log(10 / 3.0), 1e-12);
    EXPECT_NEAR(people.mean, 10, 1e-9) << "one venue for 10,000 people";
    EXPECT_THAT(people.quantiles, Pointwise(DoubleNear(1e-9), {0.0, 0.0, 0.0, 100000 / 3000.0, 100000 / 3000.0}));
    const Equity& epcis = spread(found, "covered_share", Between::Epcis, "study");
    EXPECT_NEAR(epcis.gini->value, 0.7, 1e-12);
    EXPECT_NEAR(*epcis.theilBetween, 0, 1e-12) << "one région";
    EXPECT_NEAR(*epcis.theilWithin, *epcis.theilTotal, 1e-12);
}

TEST(Equity, TellsMetropolesAndNamedAreasFromTheRest) {
    const EquityFigures found = figures(unequal());
    const Equity& inside = spread(found, "accessibility", Between::People, "metropoles");
    EXPECT_EQ(inside.people.value, 3000);
    EXPECT_NEAR(inside.share->value, 1, 1e-12);
    EXPECT_NEAR(inside.peopleShare->value, 0.3, 1e-12);
    EXPECT_NEAR(inside.gini->value, 0, 1e-12);
    const Equity& outside = spread(found, "accessibility", Between::People, "outside-metropoles");
    EXPECT_EQ(outside.mean, 0);
    EXPECT_EQ(outside.share->value, 0);
    EXPECT_FALSE(outside.gini.has_value()) << "nobody has anything";
    EXPECT_EQ(spread(found, "opportunities", Between::People, "area:a3").people.value, 3000);
    EXPECT_EQ(spread(found, "opportunities", Between::People, "outside:a3").people.value, 7000);
    EXPECT_THROW(spread(found, "opportunities", Between::People, "reg:75"), std::runtime_error) << "the only région is the study";
}

TEST(Equity, PeopleOfATerritoryWithoutAFigureAreLeftOutAndCounted) {
    DrawnWorld drawn = world();
    drawn.dataset.actors[1].place.commune = "23002";
    drawn.dataset.activities = {staff("a", 2025, 4)};  // b, in A2, gives none
    const Equity row = spread(figures(drawn), "per_inhabitant", Between::Communes, "study");
    EXPECT_EQ(row.people.value, 1000);
    EXPECT_EQ(row.unknown.value, 4000);
}

TEST(Equity, TerritoriesWhereNobodyIsListedHaveNothing) {
    DrawnWorld drawn = world();
    drawn.dataset.activities = {staff("a", 2025, 4), staff("b", 2025, 6)};
    const Equity row = spread(figures(drawn), "per_inhabitant", Between::Communes, "study");
    EXPECT_EQ(row.people.value, 5000);
    EXPECT_EQ(row.unknown.value, 0);
    EXPECT_NEAR(row.gini->value, 0.8, 1e-12);
}

TEST(Equity, SaysHowManyProvidersReachHowManyPeople) {
    DrawnWorld drawn = unequal();
    drawn.addVenue("à côté", 1.5, 0.5);  // reaches A1, A2 and A3
    const EquityFigures found = figures(drawn);
    ASSERT_EQ(found.reachedBy.size(), 3U);
    EXPECT_EQ(found.reachedBy[0].providers, 0);
    EXPECT_EQ(found.reachedBy[0].people.value, 4000);
    EXPECT_EQ(found.reachedBy[1].people.value, 3000);
    EXPECT_EQ(found.reachedBy[2].people.value, 3000);
    EXPECT_NEAR(found.reachedBy[0].shareAtLeast->value, 1, 1e-12);
    EXPECT_NEAR(found.reachedBy[2].shareAtLeast->value, 0.3, 1e-12);
}

TEST(Equity, ComparesATerritoryWithThoseLikeIt) {
    const EquityFigures found = figures(unequal());
    const auto row = std::ranges::find_if(
        found.comparisons, [](const Comparison& one) { return one.territory.text() == "epci:244200770" && one.figure == "covered_share"; });
    ASSERT_NE(row, found.comparisons.end());
    EXPECT_EQ(row->value, 1);
    EXPECT_NEAR(*row->study, 0.3, 1e-12);
    EXPECT_NEAR(*row->region, 0.3, 1e-12);
    EXPECT_EQ(row->alike, 0);
    EXPECT_EQ(row->rank, 1);
    ASSERT_EQ(row->like.size(), 1U);
    EXPECT_EQ(row->like.front().text(), "epci:245000000");
}

TEST(Metropoles, AreTwentyTwo) {
    EXPECT_EQ(metropoles().size(), 22U);
    EXPECT_TRUE(std::ranges::is_sorted(metropoles()));
    EXPECT_TRUE(std::ranges::binary_search(metropoles(), "244200770")) << "Saint-Étienne";
    EXPECT_TRUE(std::ranges::binary_search(metropoles(), "200046977")) << "Lyon, a collectivity of its own kind";
}

}  // namespace
}  // namespace raquette::analysis
