#include "gis/geometry/strips.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace raquette::geometry {
namespace {

double chord(LonLat a, LonLat b) {
    const EarthPlace from(a);
    const EarthPlace to(b);
    return std::hypot(from.x - to.x, from.y - to.y, from.z - to.z);
}

TEST(Strips, RunsHoldEveryPointWithinAChord) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> spread(-2, 2);
    std::uniform_real_distribution<double> length(10, 300000);
    for (const LonLat middle : {LonLat{2, 46}, LonLat{180, -17}, LonLat{-179.5, 0}, LonLat{40, 89}, LonLat{-61, -89.5}}) {
        std::vector<LonLat> points;
        for (int i = 0; i < 500; ++i) {
            points.push_back({middle.lon + 4 * spread(random), std::clamp(middle.lat + spread(random), -90.0, 90.0)});
        }
        const Strips strips(points, std::vector<double>(points.size(), 1), 7000);
        ASSERT_EQ(strips.size(), points.size());
        for (int i = 0; i < 60; ++i) {
            const LonLat at = i % 3 == 0 ? points[static_cast<std::size_t>(i)] : LonLat{middle.lon + spread(random), points[7].lat};
            const double within = i % 3 == 0 ? chord(at, points[static_cast<std::size_t>(i) + 1]) : length(random);
            const EarthPlace place(at);
            std::vector<int> seen(points.size());
            const Strips::Run near = strips.near(place, within);
            for (std::size_t s = near.begin; s < near.end; ++s) {
                for (const Strips::Run& run : strips.runs(strips.all()[s], place, within)) {
                    for (std::size_t k = run.begin; k < run.end; ++k) ++seen[strips.order()[k]];
                }
            }
            for (std::size_t k = 0; k < points.size(); ++k) {
                ASSERT_LE(seen[k], 1) << "each point once";
                if (chord(at, points[k]) > within) continue;
                ASSERT_EQ(seen[k], 1) << points[k].lon << " " << points[k].lat;
            }
        }
    }
}

TEST(Strips, FewOthersAreInTheRuns) {
    std::vector<LonLat> points;
    for (int row = 0; row < 200; ++row) {
        for (int column = 0; column < 200; ++column) points.push_back({2 + column * 0.01, 46 + row * 0.01});
    }
    const Strips strips(points, std::vector<double>(points.size(), 1), 2000);
    const EarthPlace place({3, 47});
    std::size_t held = 0;
    const Strips::Run near = strips.near(place, 20000);
    for (std::size_t s = near.begin; s < near.end; ++s) {
        for (const Strips::Run& run : strips.runs(strips.all()[s], place, 20000)) held += run.end - run.begin;
    }
    const auto within = std::ranges::count_if(points, [&](LonLat at) { return chord(at, {3, 47}) <= 20000; });
    EXPECT_LT(static_cast<double>(held), 1.15 * static_cast<double>(within));
}

TEST(Strips, TheOrderOfThePointsDoesNotMatter) {
    std::vector<LonLat> points{{2, 46}, {2, 46}, {2.1, 46}, {2.05, 46.001}};
    std::vector<double> weights{5, 3, 1, 2};
    const Strips strips(points, weights, 2000);
    std::ranges::reverse(points);
    std::ranges::reverse(weights);
    const Strips reversed(points, weights, 2000);
    EXPECT_EQ(strips.weights(), reversed.weights());
    EXPECT_EQ(strips.x(), reversed.x());
}

}  // namespace
}  // namespace raquette::geometry
