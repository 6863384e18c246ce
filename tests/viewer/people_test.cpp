#include "viewer/map/people.h"

#include <numeric>

namespace raquette::viewer {
namespace {

std::int64_t total(const PeopleGrid& grid) {
    return std::accumulate(grid.bins.begin(), grid.bins.end(), std::int64_t{0},
                           [](std::int64_t sum, const PeopleBin& bin) { return sum + bin.people; });
}

double area(const std::vector<Box>& boxes) {
    return std::accumulate(boxes.begin(), boxes.end(), 0.0, [](double sum, const Box& box) { return sum + box.width() * box.height(); });
}

const std::vector<double> bounds{25, 100, 500};
const Box everywhere{-1e7, -1e7, 1e7, 1e7};

TEST(PeopleGrid, PeopleOfOneBinAreAddedAndNobodyIsLost) {
    const PeopleGrid grid = gather({{{10, 10}, 5}, {{900, 900}, 7}, {{-1, -1}, 3}, {{1000, 0}, 1}, {{5, 5}, 0}}, 1000);
    EXPECT_THAT(grid.bins, testing::ElementsAre(PeopleBin{-1, -1, 3}, PeopleBin{0, 0, 12}, PeopleBin{0, 1, 1}));
}

TEST(PeopleGrid, CoarserBinsKeepEverybodyOnBothSidesOfTheOrigin) {
    std::vector<PlanePeople> people;
    for (int i = -20; i < 20; ++i) people.push_back({{i * 700.0, i * 300.0}, 10 + i});
    const PeopleGrid fine = gather(people, 1000);
    const PeopleGrid coarse = coarsened(fine, 3);
    EXPECT_EQ(total(coarse), total(fine));
    EXPECT_EQ(coarse.cell, 3000);
    EXPECT_LT(coarse.bins.size(), fine.bins.size());
    EXPECT_EQ(coarsened(gather({{{-1500, 0}, 1}}, 1000), 2).bins.front().column, -1);
}

TEST(PeopleGrid, ADensityOnABoundBelongsToTheClassAbove) {
    const PeopleGrid grid{2000, {}};  // 4 km²
    EXPECT_EQ(densityClass(grid, {0, 0, 99}, bounds), 0U);
    EXPECT_EQ(densityClass(grid, {0, 0, 100}, bounds), 1U);
    EXPECT_EQ(densityClass(grid, {0, 0, 2000}, bounds), 3U);
}

TEST(PeopleGrid, RectanglesCoverTheBinsOfAClassOnceEach) {
    // Rows of bins with a step and a bin apart; thousands of people but for one bin.
    const PeopleGrid grid = gather({{{500, 500}, 9000},
                                    {{1500, 500}, 9000},
                                    {{500, 1500}, 9000},
                                    {{1500, 1500}, 9000},
                                    {{2500, 1500}, 9000},
                                    {{500, 3500}, 9000},
                                    {{5500, 500}, 1}},
                                   1000);
    EXPECT_DOUBLE_EQ(area(binsFromClass(grid, 0, bounds, everywhere)), 7e6);
    EXPECT_DOUBLE_EQ(area(binsFromClass(grid, 3, bounds, everywhere)), 6e6);
    const std::vector<Box> square =
        binsFromClass(gather({{{500, 500}, 9}, {{1500, 500}, 9}, {{500, 1500}, 9}, {{1500, 1500}, 9}}, 1000), 0, bounds, everywhere);
    EXPECT_EQ(square.size(), 1U) << "runs of the same columns are merged upwards";
    EXPECT_TRUE(binsFromClass(grid, 0, bounds, Box{-9000, -9000, -1, -1}).empty()) << "nothing out of sight is drawn";
}

}  // namespace
}  // namespace raquette::viewer
