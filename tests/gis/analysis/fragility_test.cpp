#include "gis/analysis/fragility.h"

#include "gis/geometry/geodesic.h"
#include "tests/gis/drawn_world.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;
using ::testing::ElementsAre;

ServiceResult analysed(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset).services.front();
}

std::vector<std::int64_t> counts(const std::vector<model::Inhabitants>& people) {
    std::vector<std::int64_t> counts;
    for (const model::Inhabitants some : people) counts.push_back(some.value);
    return counts;
}

TEST(Fragility, PeopleHangOnTheOnlyProviderWithinReach) {
    DrawnWorld world({"12345"});
    world.addVenue("à gauche", 0.5, 0.5);
    world.addVenue("à droite", 3.5, 0.5);
    world.addService("lieux", 25);  // A2 and A3 have both
    EXPECT_THAT(counts(analysed(world).onlyReached), ElementsAre(1000, 4000 + 5000));
}

TEST(Fragility, ProvidersOfOnePlaceHaveNobodyToThemselves) {
    DrawnWorld world({"12"});
    world.addVenue("Le Fil", 0.5, 0.5);
    world.addVenue("son voisin", 0.5, 0.5);
    world.addService("lieux", 25);
    EXPECT_THAT(counts(analysed(world).onlyReached), ElementsAre(0, 0));
}

TEST(Fragility, AVaguePlaceCountsNominally) {
    DrawnWorld world({"1111"});
    world.addVenue("exact", 0.5, 0.5);
    world.addVenue("vague", 0.5, 0.5, 10000);  // may reach A4, and surely A1 only
    world.addService("lieux", 25);
    EXPECT_THAT(counts(analysed(world).onlyReached), ElementsAre(0, 0));
    world.dataset.venues.erase(world.dataset.venues.begin());
    EXPECT_THAT(counts(analysed(world).onlyReached), ElementsAre(3000));
}

TEST(Fragility, OnlyPeopleOfTheStudyAreaCountAndProvidersOutsideServe) {
    DrawnWorld world({"1234"});
    world.addVenue("dehors", 0.5, 0.5);
    world.addVenue("dedans", 3.5, 0.5);
    world.addService("lieux", 15);
    world.study.area = {{model::Level::Commune, "23002"}, {model::Level::Commune, "23003"}};
    EXPECT_THAT(counts(analysed(world).onlyReached), ElementsAre(2000, 3000));
}

TEST(Fragility, WithoutAProviderThereIsNothingToLose) {
    DrawnWorld world({"12"});
    world.addService("lieux", 10);
    EXPECT_TRUE(analysed(world).onlyReached.empty());
}

TEST(Fragility, TheReachItselfIsWithinReach) {
    const DrawnWorld world({"7"});
    const StudyArea area = studyArea(world.study, world.reference);
    const geometry::LonLat people = *world.reference.communes.front().point;
    const std::vector<Provider> providers{{"sur place", "", "", people, {}}, {"au bord", "", "", world.at(3.3, -1.2), {}}};
    const model::Metres edge = geodesicDistance(people, providers[1].at);
    const auto alone = [&](double reach) {
        return counts(onlyReached(world.reference, reachOfPeople(world.reference, area, providers, {reach}), providers.size()));
    };
    EXPECT_THAT(alone(edge.value), ElementsAre(0, 0));
    EXPECT_THAT(alone(std::nextafter(edge.value, 0)), ElementsAre(7000, 0));
}

/// A country drawn at random with as many venues, some of them in one place.
DrawnWorld randomWorld(std::mt19937& random, int venues) {
    std::vector<std::string> rows(10, std::string(12, ' '));
    for (std::string& row : rows) {
        for (char& cell : row) cell = random() % 6 == 0 ? ' ' : static_cast<char>('0' + random() % 10);
    }
    DrawnWorld world(rows);
    std::uniform_real_distribution<double> column(-1, 13);
    std::uniform_real_distribution<double> row(-1, 11);
    std::uniform_real_distribution<double> doubt(0, 20000);
    for (int i = 0; i < venues; ++i) {
        world.addVenue("v" + std::to_string(i), column(random), row(random), random() % 2 == 0 ? 0 : doubt(random));
        if (random() % 5 == 0) world.dataset.venues.back().place.position = world.dataset.venues.front().place.position;
    }
    world.addService("lieux", 8 + static_cast<double>(random() % 20));
    return world;
}

std::int64_t coveredPeople(const ServiceResult& result) {
    return result.coverages[1].population.value;
}

TEST(Fragility, ClosingAProviderLeavesExactlyItsOwnPeopleUnreachedAndItsOwnLandUncovered) {
    std::mt19937 random(7);
    for (int i = 0; i < 6; ++i) {
        const DrawnWorld world = randomWorld(random, 6);
        const ServiceResult whole = analysed(world);
        ASSERT_EQ(whole.onlyReached.size(), world.dataset.venues.size());
        for (std::size_t closed = 0; closed < world.dataset.venues.size(); ++closed) {
            DrawnWorld without = world;
            without.dataset.venues.erase(without.dataset.venues.begin() + static_cast<std::ptrdiff_t>(closed));
            const auto at = std::ranges::find(whole.providers, world.dataset.venues[closed].id.str(), &Provider::id);
            ASSERT_NE(at, whole.providers.end());
            const auto index = static_cast<std::size_t>(at - whole.providers.begin());
            const ServiceResult less = analysed(without);
            EXPECT_EQ(whole.onlyReached[index].value, coveredPeople(whole) - coveredPeople(less));
            EXPECT_NEAR(whole.onlyCovered[index].value, (whole.coverages[1].area - less.coverages[1].area).value, 10) << "m²";
        }
    }
}

/// Counts for each point, over all providers, those within reach by the geodesic alone.
std::vector<std::int64_t> countedOneByOne(const DrawnWorld& world, const std::vector<Provider>& providers, double reach) {
    std::vector<std::int64_t> only(providers.size());
    for (const model::PopulationPoint& point : world.reference.people) {
        std::vector<std::size_t> reaching;
        for (std::size_t p = 0; p < providers.size(); ++p) {
            if (geodesicDistance(point.at, providers[p].at).value <= reach) reaching.push_back(p);
        }
        if (reaching.size() == 1) only[reaching.front()] += point.people;
    }
    return only;
}

TEST(Fragility, IsWhatCountingProviderByProviderGives) {
    std::mt19937 random(11);
    std::int64_t some = 0;
    for (int i = 0; i < 60; ++i) {
        const DrawnWorld world = randomWorld(random, 1 + static_cast<int>(random() % 40));
        const StudyArea area = studyArea(world.study, world.reference);
        std::vector<Provider> providers;
        for (const model::Venue& venue : world.dataset.venues) {
            providers.push_back({venue.id, venue.name, "", *venue.place.position, venue.place.uncertainty});
        }
        const model::Metres reach = std::get<model::Metres>(world.study.services.front().reach);
        const auto only = counts(onlyReached(world.reference, reachOfPeople(world.reference, area, providers, reach), providers.size()));
        ASSERT_EQ(only, countedOneByOne(world, providers, reach.value));
        some += std::accumulate(only.begin(), only.end(), std::int64_t{0});
    }
    EXPECT_GT(some, 1000000) << "the worlds drawn must have people to lose";
}

}  // namespace
}  // namespace raquette::analysis
