#include "gis/analysis/uncovered.h"

#include "gis/geometry/overlay.h"
#include "tests/gis/drawn_world.h"

#include <random>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;

/// Units that a disc holds, crosses or only seems to come near are told apart before anything is overlaid: it must not show.
TEST(Uncovered, IsWhatALandOverlaidWithAllCatchmentsLeaves) {
    std::mt19937 random(20);  // NOLINT(cert-msc51-cpp,bugprone-random-generator-seed): the same worlds each time
    std::uniform_real_distribution<double> column(0, 6);
    std::uniform_real_distribution<double> row(0, 4);
    std::uniform_real_distribution<double> kilometres(2, 25);
    for (int world = 0; world < 40; ++world) {
        DrawnWorld drawn({"112233", "112233", "444.55", "444455"});
        const StudyArea area = studyArea(drawn.study, drawn.reference);
        std::vector<Provider> providers;
        for (int i = 0; i < 1 + world % 5; ++i) drawn.addVenue("lieu " + std::to_string(i), column(random), row(random));
        for (const model::Venue& venue : drawn.dataset.venues) providers.push_back({venue.id, "", "", *venue.place.position, {}});
        const Land& land = area.lands.front();
        const Catchments catchments = catchmentsOn(land, providers, model::kilometres(kilometres(random)), Certainty::Nominal);
        const UncoveredLand uncovered = uncoveredLand(land, catchments);
        for (std::size_t unit = 0; unit < land.shapes.size(); ++unit) {
            const double left = areaOf(geometry::difference(land.shapes[unit], catchments.together)).value;
            EXPECT_NEAR(uncovered.areas[unit], left, 1e-6 * land.areas[unit]) << "world " << world << ", unit " << unit;
        }
    }
}

}  // namespace
}  // namespace raquette::analysis
