#include "gis/analysis/deepest.h"

#include "gis/analysis/lattice.h"
#include "tests/gis/drawn_world.h"

#include <random>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;

/// Every corner and every cell's middle measured, and nothing else.
double byMeasuringAll(const geometry::PlaneShape& hole, const NearestProvider& nearest, double side) {
    double deepest = -1;
    for (const geometry::PlanePoint& corner : hole.points) deepest = std::max(deepest, nearest.distance(corner));
    const geometry::PlaneShape* const owner = &hole;
    const Lattice lattice(std::span(&owner, 1), side);
    for (std::uint32_t place = 0; place < lattice.size(); ++place) {
        if (lattice.holdsMiddle(place)) deepest = std::max(deepest, nearest.distance(lattice.middle(place)));
    }
    return deepest;
}

TEST(Deepest, IsThatOfEveryCornerAndCellMeasured) {
    std::mt19937 random(17);
    int atThree = 0;
    for (int i = 0; i < 60; ++i) {
        std::vector<std::string> rows(5, std::string(7, ' '));
        for (std::string& row : rows) {
            for (char& cell : row) cell = random() % 3 == 0 ? ' ' : '1';
        }
        rows[0][0] = '1';
        const DrawnWorld world(rows);
        std::vector<Provider> providers;
        for (unsigned p = 0; p < 1 + random() % 7; ++p) {
            Provider provider;
            provider.at = world.at(static_cast<double>(random() % 90) / 10 - 1, static_cast<double>(random() % 70) / 10 - 1);
            providers.push_back(provider);
        }
        const StudyArea area = studyArea(world.study, world.reference);
        const geometry::PlaneShape& hole = area.lands.front().outline;
        const NearestProvider nearest(area.lands.front(), providers);
        const double side = 200 + static_cast<double>(random() % 900);
        const double found = deepestOf(hole, nearest, side);
        const double all = byMeasuringAll(hole, nearest, side);
        ASSERT_GE(found, all - 1e-5) << "world " << i;
        // Where three providers are equally far it may be deeper than any cell, but by no more than lies between it and one.
        ASSERT_LE(found, all + 2 * side) << "world " << i;
        if (found > all + 1e-5) ++atThree;
    }
    EXPECT_LT(atThree, 30) << "else the corners and cells were not what decided";
}

}  // namespace
}  // namespace raquette::analysis
