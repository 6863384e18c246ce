#include "gis/analysis/only_covered.h"

#include "gis/geometry/overlay.h"
#include "tests/gis/drawn_world.h"

#include <numeric>
#include <random>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;

/// A land of 10 km squares with the providers' nominal catchments.
struct Covered {
    StudyArea area;
    std::vector<Provider> providers;
    Catchments catchments;

    Covered(const DrawnWorld& world, double reachKilometres) : area(studyArea(world.study, world.reference)) {
        for (const model::Venue& venue : world.dataset.venues) providers.push_back({venue.id, "", "", *venue.place.position, {}});
        catchments = catchmentsOn(area.lands.front(), providers, model::kilometres(reachKilometres), Certainty::Nominal);
    }

    std::vector<model::SquareMetres> only() const { return onlyCovered(area.lands.front(), catchments, providers.size()); }
};

double sum(const std::vector<model::SquareMetres>& areas) {
    return std::accumulate(areas.begin(), areas.end(), model::SquareMetres{}).value;
}

TEST(OnlyCovered, AloneItIsTheCatchmentOnLand) {
    DrawnWorld world({"11111", "11111", "11111"});
    world.addVenue("au milieu", 2.5, 1.5);
    EXPECT_NEAR(sum(Covered(world, 10).only()) / areaOf(Covered(world, 10).catchments.each[0].shape).value, 1, 1e-12);
    EXPECT_NEAR(sum(Covered(world, 60).only()), 1500e6, 1e3) << "the whole land";
}

TEST(OnlyCovered, ProvidersOfOnePlaceHaveNothingToThemselvesAndTakeFromOthers) {
    DrawnWorld world({"11111", "11111", "11111"});
    world.addVenue("seul", 1.5, 1.5);
    world.addVenue("Le Fil", 2.5, 1.5);
    const auto two = Covered(world, 12).only();
    world.addVenue("son voisin", 2.5, 1.5);
    const auto three = Covered(world, 12).only();
    EXPECT_NEAR(two[0].value, two[1].value, 1e-4 * two[0].value);
    EXPECT_NEAR(three[0].value, two[0].value, 1e-6 * two[0].value);
    EXPECT_EQ(three[1].value, 0);
    EXPECT_EQ(three[2].value, 0);
}

/// By overlays, provider after provider.
double cutOneByOne(const Covered& covered, std::size_t provider) {
    geometry::PlaneShape own;
    std::vector<geometry::PlaneShape> others;
    for (const Catchment& catchment : covered.catchments.each) {
        if (catchment.provider == provider) {
            own = catchment.shape;
        } else {
            others.push_back(catchment.shape);
        }
    }
    if (own.empty()) return 0;
    const geometry::PlaneShape onLand = geometry::intersection(covered.area.lands.front().outline, own);
    return areaOf(geometry::difference(onLand, geometry::unaryUnion(std::span<const geometry::PlaneShape>(others)))).value;
}

TEST(OnlyCovered, IsWhatCuttingProviderByProviderGives) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> column(-1, 13);
    std::uniform_real_distribution<double> row(-1, 11);
    for (int i = 0; i < 40; ++i) {
        std::vector<std::string> rows(10, std::string(12, ' '));
        for (std::string& cells : rows) {
            for (char& cell : cells) cell = random() % 5 == 0 ? ' ' : '1';  // with lakes, and islands that touch at a corner
        }
        DrawnWorld world(rows);
        const std::size_t venues = 1 + random() % 30;
        for (std::size_t v = 0; v < venues; ++v) {
            world.addVenue("v" + std::to_string(v), column(random), row(random));
            if (random() % 4 > 0) continue;  // some in one place, some 30 m apart
            geometry::LonLat& at = *world.dataset.venues.back().place.position;
            at = *world.dataset.venues.front().place.position;
            if (random() % 2 == 0) at.lat += 0.0003;
        }
        const Covered covered(world, 5 + static_cast<double>(random() % 25));
        const auto only = covered.only();
        for (std::size_t p = 0; p < only.size(); ++p) ASSERT_NEAR(only[p].value, cutOneByOne(covered, p), 10) << "m², world " << i;
    }
}

}  // namespace
}  // namespace raquette::analysis
