#include "gis/analysis/people.h"
#include "gis/analysis/provider.h"
#include "tests/gis/geometry/true_ground.h"

#include <random>

// Who is reached, on every frame, against GeographicLib point by point.

namespace raquette::analysis {
namespace {

using namespace raquette::testing;
using geometry::LonLat;

struct Land {
    const char* departement;
    LonLat middle;
    friend std::ostream& operator<<(std::ostream& out, const Land& land) { return out << land.departement; }
};

/// A département 4° wide, with people anywhere in it.
struct World {
    model::Reference reference;
    std::vector<Provider> providers;
    StudyArea area;
    std::mt19937 random;

    explicit World(const Land& land) : random(static_cast<std::mt19937::result_type>(land.departement[2])) {
        reference.departements.push_back({land.departement, "", {}, model::nowhere, {}});
        area.holds = {1};
        const auto [lon, lat] = land.middle;
        std::uniform_real_distribution<double> away(-1.9, 1.9);
        for (int i = 0; i < 25; ++i) {
            Provider provider;
            provider.id = std::to_string(i);
            provider.at = {lon + 1.3 * away(random), lat + 1.3 * away(random)};  // some beyond the border
            provider.uncertainty = {i % 3 == 0 ? 0 : i % 3 == 1 ? 3000.0 : 45000.0 * (i % 5)};
            provider.member = static_cast<model::Membership>(i % 3);
            providers.push_back(provider);
        }
        for (int i = 0; i < 1500; ++i) addPerson({lon + away(random), lat + away(random)});
    }
    void addPerson(LonLat at) { reference.people.push_back({at, 1, model::nowhere, 0}); }
};

class MembershipOnEachFrame : public ::testing::TestWithParam<Land> {};

void expectTruth(const World& world, double reach) {
    const PeopleReach found = reachOfPeople(world.reference, world.area, world.providers, {reach});
    for (std::size_t i = 0; i < world.reference.people.size(); ++i) {
        PointReach best = NotReached;
        std::vector<std::uint32_t> within;
        std::uint8_t members = 0;
        double nearest = INFINITY;
        for (std::uint32_t p = 0; p < world.providers.size(); ++p) {
            const double distance = trueDistance(world.reference.people[i].at, world.providers[p].at);
            const double doubt = world.providers[p].uncertainty.value;
            nearest = std::min(nearest, distance);
            if (distance <= reach + doubt) best = std::max(best, PossiblyReached);
            if (distance <= reach - doubt && doubt < reach) best = SurelyReached;
            if (distance > reach) continue;
            best = std::max(best, NominallyReached);
            within.push_back(p);
            members |= memberBit(world.providers[p].member);
        }
        ASSERT_EQ(found.reach[i], best) << i;
        ASSERT_EQ(found.sole[i], within.size() == 1 ? within.front() : noProvider) << i;
        ASSERT_EQ(found.members[i], members) << i;
        ASSERT_NEAR(found.nearestKilometres[i], nearest / 1000, 1e-4 * nearest / 1000 + 1e-3) << i;
    }
}

TEST_P(MembershipOnEachFrame, IsGeographicLibsDistance) {
    const World world(GetParam());
    for (const double reach : {2000.0, 20000.0, 60000.0, 150000.0}) expectTruth(world, reach);
}

/// A tenth of a millimetre within the reach and a tenth beyond: the straight line through the Earth leaves it to the geodesic.
TEST_P(MembershipOnEachFrame, IsDecidedToATenthOfAMillimetre) {
    World world(GetParam());
    world.reference.people.clear();
    world.providers.resize(1);
    world.providers.front().at = GetParam().middle;
    world.providers.front().uncertainty = {};
    constexpr double reach = 30000;
    for (int azimuth = 0; azimuth < 360; ++azimuth) {
        for (const double metres : {reach - 1e-4, reach + 1e-4}) world.addPerson(trueDestination(GetParam().middle, azimuth, metres));
    }
    const PeopleReach found = reachOfPeople(world.reference, world.area, world.providers, {reach});
    for (std::size_t i = 0; i < found.reach.size(); ++i) ASSERT_EQ(found.reach[i], i % 2 == 0 ? SurelyReached : NotReached) << i / 2 << "°";
}

INSTANTIATE_TEST_SUITE_P(Membership, MembershipOnEachFrame,
                         ::testing::Values(Land{"23", {2, 46.2}}, Land{"2A", {9, 42}}, Land{"971", {-61.5, 15.5}}, Land{"973", {-53, 4}},
                                           Land{"974", {55.5, -21}}, Land{"976", {45.1, -12.8}}, Land{"988", {165.5, -21.5}}),
                         [](const auto& each) { return std::string("In") + each.param.departement; });

}  // namespace
}  // namespace raquette::analysis
