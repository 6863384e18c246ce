#include "gis/analysis/accessibility/floating_catchment.h"

#include "gis/analysis/accessibility/decay.h"
#include "gis/geometry/geodesic.h"

#include <tbb/global_control.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace raquette::analysis {
namespace {

using model::Access;
using model::Decay;
using model::Supply;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Pointwise;

/// Places on a meridian, where a degree of latitude at 46° is 111,140 m or so: `km` is reckoned by the geodesic itself.
geometry::LonLat north(double km) {
    const geometry::LonLat at{2.5, 46};
    double low = 0;
    double high = 5;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (geometry::geodesicDistance(at, {2.5, 46 + middle}).value < km * 1000 ? low : high) = middle;
    }
    return {2.5, 46 + low};
}

// Two venues and three towns in a row: 0 km 1,000 people, 12 km 2,000, 24 km 500; a venue of 300 seats at 0 km, one of 90 at 18 km.
const std::vector<SharingPeople> towns{{north(0), 1000}, {north(12), 2000}, {north(24), 500}};
const std::vector<SupplyPoint> venues{{north(0), 300}, {north(18), 90}};

TEST(FloatingCatchment, WithoutDecayIsTheFirstFloatingCatchment) {
    // Within 15 km the first venue has 3,000 people, the second 2,500: 0.1 and 0.036 seats each.
    const FloatingCatchment found = floatingCatchment(towns, venues, model::kilometres(15), {Decay::None, Supply::Capacity, {}});
    EXPECT_THAT(found.access, Pointwise(DoubleNear(1e-12), {0.1, 0.136, 0.036}));
    EXPECT_THAT(found.providers, ElementsAre(1, 2, 1));
    EXPECT_THAT(found.seats, ElementsAre(300, 390, 90));
}

TEST(FloatingCatchment, StepsAreWeighedTwice) {
    // Zones of 5 km. First venue: 1,000 + 0.22 × 2,000 = 1,440 people; second, 6 km from both: 0.68 × 2,500 = 1,700.
    const FloatingCatchment found = floatingCatchment(towns, venues, model::kilometres(15), {Decay::Step, Supply::Capacity, {}});
    EXPECT_THAT(found.access, Pointwise(DoubleNear(1e-12), {300.0 / 1440, 0.22 * 300 / 1440 + 0.68 * 90 / 1700, 0.68 * 90 / 1700}));
}

TEST(FloatingCatchment, AplHasItsOwnZones) {
    // Reach 16 km: 1 up to 8 km, 0.3 up to 12, 0.1 up to 16. Towns stand 0 and 12 km from the first venue, 6 km from the second.
    const std::vector<SharingPeople> moved{{north(0), 1000}, {north(11.9), 2000}, {north(24), 500}};
    const FloatingCatchment found = floatingCatchment(moved, venues, model::kilometres(16), {Decay::Apl, Supply::Count, {}});
    EXPECT_THAT(found.access, Pointwise(DoubleNear(1e-12), {1 / 1600.0, 0.3 / 1600 + 1 / 2500.0, 1 / 2500.0}));
}

TEST(FloatingCatchment, ContinuousDecaysAreWhatTheirFormulasSay) {
    const double half = std::exp(-0.5);
    const auto gaussian = [&](double u) { return (std::exp(-0.5 * u * u) - half) / (1 - half); };
    const double demand = 1000 + 2000 * gaussian(0.5);
    const FloatingCatchment bell = floatingCatchment(towns, {venues[0]}, model::kilometres(24), {Decay::Gaussian, Supply::Count, {}});
    EXPECT_THAT(bell.access, Pointwise(DoubleNear(1e-9 / demand), {1 / demand, gaussian(0.5) / demand, 0.0}));
    const double steep = 1000 + 2000 * 0.1 + 500 * 0.01;  // 100^−½, 100^−1
    const FloatingCatchment found =
        floatingCatchment(towns, {venues[0]}, model::kilometres(24.0001), {Decay::Exponential, Supply::Count, {}});
    EXPECT_THAT(found.access, Pointwise(DoubleNear(1e-5 / steep), {1 / steep, 0.1 / steep, 0.01 / steep}));
}

TEST(FloatingCatchment, UnknownSeatsCountApartAndAreNoZero) {
    const std::vector<SupplyPoint> vague{{north(0), std::nullopt}, {north(18), 90}};
    const FloatingCatchment seats = floatingCatchment(towns, vague, model::kilometres(15), {Decay::None, Supply::Capacity, {}});
    EXPECT_THAT(seats.access, Pointwise(DoubleNear(1e-12), {0.0, 0.036, 0.036}));
    EXPECT_THAT(seats.unknown, ElementsAre(1, 1, 0));
    EXPECT_THAT(seats.seats, ElementsAre(0, 90, 90));
    EXPECT_EQ(seats.shared, 90);
    const FloatingCatchment count = floatingCatchment(towns, vague, model::kilometres(15), {Decay::None, Supply::Count, {}});
    EXPECT_THAT(count.access, Pointwise(DoubleNear(1e-12), {1 / 3000.0, 1 / 3000.0 + 1 / 2500.0, 1 / 2500.0}));
}

TEST(FloatingCatchment, SupplyThatReachesNobodyIsSaid) {
    const FloatingCatchment found =
        floatingCatchment(towns, {{north(200), 50}, {north(0), 70}}, model::kilometres(5), {Decay::Step, Supply::Capacity, {}});
    EXPECT_EQ(found.shared, 70);
    EXPECT_EQ(found.unreaching, 50);
    const FloatingCatchment nobody = floatingCatchment({}, venues, model::kilometres(5), {});
    EXPECT_EQ(nobody.unreaching, 2);
    EXPECT_TRUE(nobody.access.empty());
    EXPECT_THAT(floatingCatchment(towns, {}, model::kilometres(5), {}).access, ElementsAre(0, 0, 0));
}

TEST(FloatingCatchment, TheReachItselfIsWithinReach) {
    const model::Metres edge = geometry::geodesicDistance(towns[1].at, venues[0].at);
    for (const Decay decay : {Decay::None, Decay::Step, Decay::Exponential, Decay::Apl}) {
        const auto reached = [&](double reach) { return floatingCatchment(towns, {venues[0]}, {reach}, {decay, {}, {}}); };
        EXPECT_THAT(reached(edge.value).providers, ElementsAre(1, 1, 0)) << name(decay);
        EXPECT_GT(reached(edge.value).access[1], 0) << name(decay);
        EXPECT_THAT(reached(std::nextafter(edge.value, 0)).providers, ElementsAre(1, 0, 0)) << name(decay);
        EXPECT_EQ(reached(std::nextafter(edge.value, 0)).access[1], 0) << name(decay);
    }
    // A zone's own border is inside it: at half the reach the apl weight is 1.
    const FloatingCatchment zone = floatingCatchment(towns, {venues[0]}, edge * 2, {Decay::Apl, {}, {}});
    EXPECT_EQ(zone.access[0], zone.access[1]);
}

struct World {
    std::vector<SharingPeople> demand;
    std::vector<SupplyPoint> supply;
};

/// People and venues around a middle; some share their place, some have nobody or no known seats.
World drawn(std::mt19937& random, geometry::LonLat middle, std::size_t people, std::size_t providers) {
    std::uniform_real_distribution<double> lon(-1.2, 1.2);
    std::uniform_real_distribution<double> lat(-0.8, 0.8);
    const auto place = [&] { return geometry::LonLat{middle.lon + lon(random), middle.lat + lat(random)}; };
    World world;
    for (std::size_t i = 0; i < people; ++i) world.demand.push_back({place(), static_cast<std::int32_t>(random() % 3000)});
    for (std::size_t i = 0; i < providers; ++i) {
        const auto seats = static_cast<long>(random() % 500);
        world.supply.push_back(
            {random() % 4 == 0 ? world.demand[random() % people].at : place(), random() % 5 == 0 ? std::nullopt : std::optional(seats)});
    }
    return world;
}

/// The definition as it is written, every pair by the geodesic.
std::vector<double> pairByPair(const World& world, model::Metres reach, const Access& access) {
    std::vector<double> found(world.demand.size());
    for (const SupplyPoint& venue : world.supply) {
        std::vector<double> weights;
        double around = 0;
        for (const SharingPeople& town : world.demand) {
            weights.push_back(weightAt(access, geometry::geodesicDistance(town.at, venue.at), reach));
            around += weights.back() * town.people;
        }
        const double supply = access.supply == Supply::Count ? 1 : static_cast<double>(venue.seats.value_or(0));
        for (std::size_t i = 0; i < weights.size() && around > 0; ++i) found[i] += supply / around * weights[i];
    }
    return found;
}

std::uint32_t within(const World& world, geometry::LonLat at, model::Metres reach) {
    return static_cast<std::uint32_t>(
        std::ranges::count_if(world.supply, [&](const SupplyPoint& venue) { return geometry::geodesicDistance(at, venue.at) <= reach; }));
}

TEST(FloatingCatchment, IsWhatTheDefinitionGivesPairByPair) {
    std::mt19937 random(3);
    const std::vector<geometry::LonLat> middles{{2.5, 46.5}, {55.5, -21.1}, {-53, 4}, {179.6, -14.3}, {9, 42}};
    std::size_t reached = 0;
    for (const geometry::LonLat middle : middles) {
        for (const Decay decay : {Decay::None, Decay::Step, Decay::Gaussian, Decay::Exponential, Decay::Apl}) {
            const World world = drawn(random, middle, 300, 40);
            const Access access{decay, random() % 2 == 0 ? Supply::Count : Supply::Capacity, {}};
            const model::Metres reach = model::kilometres(5 + static_cast<double>(random() % 60));
            const FloatingCatchment found = floatingCatchment(world.demand, world.supply, reach, access);
            const std::vector<double> truth = pairByPair(world, reach, access);
            for (std::size_t i = 0; i < truth.size(); ++i) {
                // What the arc over a chord departs from the geodesic by shows only where a weight nears nothing.
                ASSERT_NEAR(found.access[i], truth[i], truth[i] * 1e-6 + 1e-12) << name(decay) << " at " << middle.lon;
                ASSERT_EQ(found.providers[i], within(world, world.demand[i].at, reach));
                reached += found.providers[i];
            }
        }
    }
    EXPECT_GT(reached, 10000U) << "the worlds drawn must have pairs";
}

TEST(FloatingCatchment, WhatPeopleHaveTogetherIsTheSupplyThatReachesThem) {
    std::mt19937 random(5);
    for (const Decay decay : {Decay::None, Decay::Step, Decay::Gaussian, Decay::Exponential, Decay::Apl}) {
        const World world = drawn(random, {2.5, 46.5}, 500, 60);
        const FloatingCatchment found = floatingCatchment(world.demand, world.supply, model::kilometres(18), {decay, Supply::Capacity, {}});
        double had = 0;
        double seats = 0;
        for (std::size_t i = 0; i < world.demand.size(); ++i) had += found.access[i] * world.demand[i].people;
        for (const SupplyPoint& venue : world.supply) seats += static_cast<double>(venue.seats.value_or(0));
        EXPECT_NEAR(had, found.shared, found.shared * 1e-12);
        EXPECT_NEAR(found.shared + found.unreaching, seats, seats * 1e-12);
        EXPECT_GT(found.shared, 0);
    }
}

TEST(FloatingCatchment, TwiceTheSeatsGiveTwiceTheAccessAndTwiceThePeopleHalf) {
    std::mt19937 random(6);
    const World world = drawn(random, {2.5, 46.5}, 200, 30);
    const Access access{Decay::Gaussian, Supply::Capacity, {}};
    const std::vector<double> once = floatingCatchment(world.demand, world.supply, model::kilometres(20), access).access;
    World twice = world;
    for (SupplyPoint& venue : twice.supply) venue.seats = venue.seats ? std::optional(*venue.seats * 2) : std::nullopt;
    const std::vector<double> doubled = floatingCatchment(twice.demand, twice.supply, model::kilometres(20), access).access;
    for (SharingPeople& town : twice.demand) town.people *= 2;
    const std::vector<double> shared = floatingCatchment(twice.demand, twice.supply, model::kilometres(20), access).access;
    for (std::size_t i = 0; i < once.size(); ++i) {
        EXPECT_EQ(doubled[i], 2 * once[i]);
        EXPECT_EQ(shared[i], once[i]);
    }
}

TEST(FloatingCatchment, OrderOfRowsAndThreadsDoNotMatterToTheLastBit) {
    std::mt19937 random(8);
    const World world = drawn(random, {2.5, 46.5}, 3000, 200);
    World shuffled;
    std::vector<std::size_t> order(world.demand.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::shuffle(order, random);
    for (const std::size_t i : order) shuffled.demand.push_back(world.demand[i]);
    shuffled.supply = world.supply;
    std::ranges::shuffle(shuffled.supply, random);
    for (const Decay decay : {Decay::Step, Decay::Gaussian, Decay::Exponential}) {
        const Access access{decay, Supply::Capacity, {}};
        const FloatingCatchment many = floatingCatchment(world.demand, world.supply, model::kilometres(25), access);
        const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
        const FloatingCatchment alone = floatingCatchment(shuffled.demand, shuffled.supply, model::kilometres(25), access);
        for (std::size_t i = 0; i < order.size(); ++i) {
            ASSERT_EQ(alone.access[i], many.access[order[i]]);
            ASSERT_EQ(alone.seats[i], many.seats[order[i]]);
            ASSERT_EQ(alone.unknown[i], many.unknown[order[i]]);
        }
        EXPECT_EQ(alone.shared, many.shared);
    }
}

TEST(Decay, FallsFromOneToItsEnd) {
    const model::Metres reach = model::kilometres(20);
    for (const auto& [decay, end] :
         {std::pair(Decay::None, 1.0), {Decay::Step, 0.22}, {Decay::Gaussian, 0.0}, {Decay::Exponential, 0.01}, {Decay::Apl, 0.1}}) {
        const Access access{decay, {}, {}};
        EXPECT_NEAR(weightAt(access, {0}, reach), 1, 1e-15);
        EXPECT_NEAR(weightAt(access, reach, reach), end, 1e-15);
        EXPECT_EQ(weightAt(access, {20000.001}, reach), 0);
        for (int step = 0; step < 2857; ++step) {
            const double metres = 7.0 * step;
            EXPECT_LE(weightAt(access, {metres + 7}, reach), weightAt(access, {metres}, reach));
        }
    }
}

TEST(Decay, ThePolynomialIsTheExponential) {
    for (int step = 0; step <= 4096; ++step) {
        const double u = step / 4096.0;
        const double bell = (std::exp(-0.5 * u) - std::exp(-0.5)) / (1 - std::exp(-0.5));
        EXPECT_NEAR(gaussianWeight(u), bell, 1e-15);
        EXPECT_NEAR(exponentialWeight(u), std::pow(100, -u), 1e-14);
    }
}

}  // namespace
}  // namespace raquette::analysis
