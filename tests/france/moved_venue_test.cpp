#include "gis/geometry/frame.h"
#include "gis/geometry/nearest.h"
#include "tests/france/france.h"

#include <cmath>
#include <map>
#include <random>
#include <set>

namespace raquette::analysis {
namespace {

using namespace raquette::testing;

using Corner = std::pair<double, double>;

/// A hole as it must stay: its people exactly, its area, and its corners (to know who borders whom).
struct Seen {
    std::int64_t people = 0;
    double area = 0;
    std::set<Corner> corners;
    bool nearestSomewhere = false;  ///< the moved venue is the nearest of some corner
};

std::map<std::string, Seen> holesOf(const ServiceResult& result, std::size_t moved) {
    std::vector<geometry::PlanePoint> providers;
    for (const Provider& provider : result.providers) providers.push_back(toPlane(geometry::frameAt(provider.at), provider.at));
    const geometry::PlaneIndex index(std::move(providers));
    std::map<std::string, Seen> holes;
    for (const Gap& gap : result.gaps) {
        Seen& seen = holes[gap.id];
        seen.people = gap.population.value;
        seen.area = gap.area.value;
        for (const geometry::LonLat& point : gap.shape.points) {
            seen.corners.emplace(std::round(point.lon * 1e7), std::round(point.lat * 1e7));
            if (index.nearest(toPlane(geometry::lambert93, point)).index == moved) seen.nearestSomewhere = true;
        }
    }
    return holes;
}

bool border(const Seen& a, const Seen& b) {
    const auto& [few, many] = a.corners.size() < b.corners.size() ? std::tie(a.corners, b.corners) : std::tie(b.corners, a.corners);
    return std::ranges::any_of(few, [&many](const Corner& corner) { return many.contains(corner); });
}

/// Holes that moving the venue may change: those it is nearest to somewhere, before or after, and those that border one of them.
std::set<std::string> mayChange(const std::map<std::string, Seen>& holes) {
    std::set<std::string> names;
    for (const auto& [id, hole] : holes) {
        for (const auto& [otherId, other] : holes) {
            if (other.nearestSomewhere && (id == otherId || border(hole, other))) names.insert(id);
        }
    }
    return names;
}

TEST(MovedVenue, ChangesOnlyTheHolesAround) {
    if (!testData()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const model::Reference& reference = franceWithGrid();
    const model::Study study = studyOfVenues(30);
    const model::Dataset venues = demonstrationVenues(reference);
    const ServiceResult first = analyse(study, reference, venues).services.front();
    std::mt19937 random(12);
    for (int i = 0; i < 4; ++i) {
        const std::size_t moved = random() % first.providers.size();
        const std::map<std::string, Seen> before = holesOf(first, moved);
        model::Dataset changed = venues;
        const auto venue = std::ranges::find(changed.venues, model::SharedText(first.providers[moved].id), &model::Venue::id);
        ASSERT_NE(venue, changed.venues.end());
        venue->place.position->lat += 500.0 / 111200;
        const std::map<std::string, Seen> after = holesOf(analyse(study, reference, changed).services.front(), moved);
        const std::set<std::string> allowedBefore = mayChange(before);
        const std::set<std::string> allowedAfter = mayChange(after);
        int unchanged = 0;
        for (const auto& [id, hole] : before) {
            if (allowedBefore.contains(id)) continue;
            ASSERT_TRUE(after.contains(id)) << id << " when " << venue->name << " moves";
            EXPECT_EQ(after.at(id).people, hole.people) << id << " when " << venue->name << " moves";
            EXPECT_NEAR(after.at(id).area / hole.area, 1, 1e-9) << id << " when " << venue->name << " moves";
            ++unchanged;
        }
        EXPECT_GT(unchanged, 20) << venue->name;
        for (const auto& [id, hole] : after) EXPECT_TRUE(before.contains(id) || allowedAfter.contains(id)) << id;
    }
}

}  // namespace
}  // namespace raquette::analysis
