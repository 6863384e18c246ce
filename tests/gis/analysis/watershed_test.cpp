#include "gis/analysis/watershed.h"

#include <random>
#include <set>

namespace raquette::analysis {
namespace {

/// Heights along a line of places, each next to the one before and after.
HeightGraph line(const std::vector<double>& heights) {
    HeightGraph graph;
    graph.heights = heights;
    graph.ranks.assign(heights.size(), 0);
    for (std::uint32_t i = 0; i < heights.size(); ++i) {
        if (i > 0) graph.neighbours.push_back(i - 1);
        if (i + 1 < heights.size()) graph.neighbours.push_back(i + 1);
        graph.ends.push_back(static_cast<std::uint32_t>(graph.neighbours.size()));
    }
    return graph;
}

HeightGraph grid(std::size_t columns, std::size_t rows, std::mt19937& random) {
    HeightGraph graph;
    for (std::size_t i = 0; i < columns * rows; ++i) graph.heights.push_back(static_cast<double>(random() % 20));
    graph.ranks.assign(columns * rows, 0);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const auto place = static_cast<std::uint32_t>(row * columns + column);
            if (column > 0) graph.neighbours.push_back(place - 1);
            if (column + 1 < columns) graph.neighbours.push_back(place + 1);
            if (row > 0) graph.neighbours.push_back(place - static_cast<std::uint32_t>(columns));
            if (row + 1 < rows) graph.neighbours.push_back(place + static_cast<std::uint32_t>(columns));
            graph.ends.push_back(static_cast<std::uint32_t>(graph.neighbours.size()));
        }
    }
    return graph;
}

std::size_t countOf(const std::vector<std::uint32_t>& tops) {
    return std::set(tops.begin(), tops.end()).size();
}

TEST(Basins, StayApartWhenBothAreDeepEnough) {
    EXPECT_THAT(basins(line({1, 9, 2, 8, 1}), 6), ::testing::ElementsAre(1, 1, 1, 3, 3));
}

TEST(Basins, TheShallowerJoinsTheDeeper) {
    EXPECT_THAT(basins(line({1, 9, 2, 7.5, 1}), 6), ::testing::ElementsAre(1, 1, 1, 1, 1));
}

TEST(Basins, ExactlyDeepEnoughStaysApart) {
    EXPECT_EQ(countOf(basins(line({9, 2, 8}), 6)), 2u);
}

TEST(Basins, OfEqualTopsTheSmallerRankIsTheTop) {
    HeightGraph graph = line({5, 4, 5});
    EXPECT_THAT(basins(graph, 2), ::testing::Each(0u));
    graph.ranks = {1, 1, 0};
    EXPECT_THAT(basins(graph, 2), ::testing::Each(2u));
}

TEST(Basins, PlacesThatNothingJoinsAreNeverInOneBasin) {
    HeightGraph graph;
    graph.heights = {5, 5};
    graph.ranks = {0, 0};
    graph.ends = {0, 0};
    EXPECT_EQ(countOf(basins(graph, 100)), 2u);
}

TEST(Basins, TwoTopsThatStayAreBothFarAboveEveryPathBetweenThem) {
    // Independent check: the saddle of two tops by flooding, for every pair of surviving tops.
    std::mt19937 random(1);
    for (int world = 0; world < 40; ++world) {
        const HeightGraph graph = grid(8, 8, random);
        constexpr double persistence = 7;
        const std::vector<std::uint32_t> tops = basins(graph, persistence);
        const std::set<std::uint32_t> survivors(tops.begin(), tops.end());
        for (const std::uint32_t a : survivors) {
            for (const std::uint32_t b : survivors) {
                if (a >= b) continue;
                double saddle = -1;
                for (int level = 19; level >= 0 && saddle < 0; --level) {
                    std::vector<std::uint32_t> reached{a};
                    std::set<std::uint32_t> seen{a};
                    for (std::size_t i = 0; i < reached.size(); ++i) {
                        for (const std::uint32_t next : graph.of(reached[i])) {
                            if (graph.heights[next] >= level && seen.insert(next).second) reached.push_back(next);
                        }
                    }
                    if (seen.contains(b)) saddle = level;
                }
                ASSERT_GE(std::min(graph.heights[a], graph.heights[b]) - saddle, persistence);
            }
        }
    }
}

TEST(Basins, MoreDepthAskedNeverMakesMoreBasins) {
    std::mt19937 random(2);
    for (int world = 0; world < 50; ++world) {
        const HeightGraph graph = grid(10, 10, random);
        std::size_t before = 1000;
        for (int persistence = 0; persistence < 21; persistence += 3) {
            const std::size_t now = countOf(basins(graph, persistence));
            ASSERT_LE(now, before);
            before = now;
        }
        ASSERT_EQ(before, 1u);
    }
}

}  // namespace
}  // namespace raquette::analysis
