#include "gis/analysis/equity/alike.h"

#include <cmath>

namespace raquette::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Alike, AreNearestByPeopleAndDensityOnALogarithmicScale) {
    // Twice the people on twice the land is as near as half on half; a city of the same people is further by its density.
    const std::vector<Stature> territories{{1000, {1e6}}, {2000, {2e6}}, {4000, {4e6}}, {1000, {1e4}}};
    EXPECT_THAT(mostAlike(territories, 10)[1], ElementsAre(0, 2, 3)) << "equally near: the lower index first";
    EXPECT_THAT(mostAlike(territories, 1)[0], ElementsAre(1));
    EXPECT_THAT(mostAlike(territories, 1)[3], ElementsAre(0));
}

TEST(Alike, NeitherPeopleNorDensityCountsForMore) {
    // Densities differ a hundredfold, people by a few percent: over its own deviation each is as wide as the other.
    const std::vector<Stature> territories{{100, {100e6}}, {110, {110e6}}, {100, {1e6}}, {110, {1.1e6}}};
    EXPECT_THAT(mostAlike(territories, 3)[0], ElementsAre(1, 2, 3));
}

TEST(Alike, WhereNobodyLivesOrTheLandIsNotKnownIsLikeNothing) {
    const std::vector<Stature> territories{{0, {1e6}}, {10, {0}}, {10, {1e6}}, {20, {1e6}}};
    const auto alike = mostAlike(territories, 10);
    EXPECT_THAT(alike[0], IsEmpty());
    EXPECT_THAT(alike[1], IsEmpty());
    EXPECT_THAT(alike[2], ElementsAre(3));
    EXPECT_THAT(mostAlike({{5, {1}}}, 10)[0], IsEmpty());
}

}  // namespace
}  // namespace raquette::analysis
