#include "gis/analysis/classing/classing.h"
#include "gis/model/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace raquette::analysis {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::array all{Classing::Quantile, Classing::Equal, Classing::Jenks, Classing::HeadTail, Classing::Q6};

std::vector<double> oneTo(int last) {
    std::vector<double> figures(static_cast<std::size_t>(last));
    std::iota(figures.begin(), figures.end(), 1.0);
    return figures;
}

TEST(Classing, QuantilesHoldAsManyEach) {
    const std::vector<double> figures = oneTo(100);
    EXPECT_THAT(classSizes(figures, classBounds(figures, Classing::Quantile, 5)), ElementsAre(20, 20, 20, 20, 20));
    EXPECT_THAT(classSizes(figures, classBounds(figures, Classing::Q6, 5)), ElementsAre(5, 20, 25, 25, 20, 5)) << "six of its own";
}

TEST(Classing, EqualStepsMayLeaveAClassEmpty) {
    const std::vector<double> figures{0, 1, 2, 100};
    EXPECT_THAT(classBounds(figures, Classing::Equal, 4), ElementsAre(25, 50, 75));
    EXPECT_THAT(classSizes(figures, classBounds(figures, Classing::Equal, 4)), ElementsAre(3, 0, 0, 1));
}

TEST(Classing, NaturalBreaksFollowTheHeaps) {
    const std::vector<double> figures{1, 2, 2, 10, 11, 12, 50, 51};
    EXPECT_THAT(classBounds(figures, Classing::Jenks, 3), ElementsAre(10, 50));
}

TEST(Classing, HeadTailCutsAtTheMeanAgainAndAgain) {
    std::vector<double> figures(80, 1.0);
    figures.insert(figures.end(), 15, 10.0);
    figures.insert(figures.end(), 5, 100.0);
    EXPECT_THAT(classBounds(figures, Classing::HeadTail, 7), ElementsAre(DoubleEq(7.3), DoubleEq(32.5)));
    EXPECT_THAT(classBounds(oneTo(10), Classing::HeadTail, 7), ElementsAre(DoubleEq(5.5))) << "no head: one cut says so";
}

TEST(Classing, ClassesWithoutAnythingToTellApartAreFewer) {
    const std::vector<double> alike(9, 3.0);
    const std::vector<double> two{1, 1, 1, 1, 1, 1, 2, 2};
    for (const Classing classing : all) {
        EXPECT_THAT(classBounds(alike, classing, 5), IsEmpty()) << name(classing);
        EXPECT_THAT(classBounds({}, classing, 5), IsEmpty());
        EXPECT_GE(classBounds(two, classing, 5).size(), 1U) << name(classing);
        EXPECT_THROW(classBounds(std::vector<double>{1, NAN}, classing, 5), model::Error);
        EXPECT_EQ(classingNamed(name(classing)), classing);
    }
    EXPECT_THAT(classBounds(two, Classing::Jenks, 5), ElementsAre(2));
    EXPECT_FALSE(classingNamed("pretty"));
}

/// Of every way to part the figures in so many classes, the one with the least spread around the means.
double leastSpread(const std::vector<double>& sorted, std::size_t from, std::size_t classes) {
    const auto spread = [&](std::size_t begin, std::size_t end) {
        double mean = 0;
        for (std::size_t i = begin; i < end; ++i) mean += sorted[i];
        mean /= static_cast<double>(end - begin);
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i) sum += (sorted[i] - mean) * (sorted[i] - mean);
        return sum;
    };
    if (classes == 1) return spread(from, sorted.size());
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t end = from + 1; end + classes - 1 <= sorted.size(); ++end)
        least = std::min(least, spread(from, end) + leastSpread(sorted, end, classes - 1));
    return least;
}

double spreadOf(const std::vector<double>& sorted, const std::vector<double>& bounds) {
    double total = 0;
    for (std::size_t c = 0; c <= bounds.size(); ++c) {
        std::vector<double> in;
        for (const double figure : sorted) {
            if ((c == 0 || figure >= bounds[c - 1]) && (c == bounds.size() || figure < bounds[c])) in.push_back(figure);
        }
        const double mean = std::accumulate(in.begin(), in.end(), 0.0) / static_cast<double>(in.size());
        for (const double figure : in) total += (figure - mean) * (figure - mean);
    }
    return total;
}

TEST(Classing, NaturalBreaksAreTheOptimumOfAllWaysToPart) {
    std::mt19937 random(11);
    for (int world = 0; world < 200; ++world) {
        std::vector<double> figures;
        const bool ties = world % 2 == 0;
        for (int i = 0; i < 12; ++i) figures.push_back(ties ? double(random() % 9) : std::exp(double(random() % 1000) / 200));
        std::ranges::sort(figures);
        for (const std::size_t count : {3UL, 4UL, 5UL}) {
            const std::vector<double> bounds = classBounds(figures, Classing::Jenks, count);
            if (bounds.size() + 1 < count) continue;  // fewer different figures
            const double optimum = leastSpread(figures, 0, count);
            EXPECT_NEAR(spreadOf(figures, bounds), optimum, 1e-9 * (1 + optimum)) << "world " << world;
        }
    }
}

TEST(Classing, EveryFigureIsInOneClassAndBoundsRise) {
    std::mt19937 random(5);
    std::lognormal_distribution<double> skewed(0, 2);
    for (int world = 0; world < 100; ++world) {
        std::vector<double> figures;
        const std::size_t size = 1 + random() % 60;
        for (std::size_t i = 0; i < size; ++i) figures.push_back(world % 3 == 0 ? std::floor(skewed(random)) : skewed(random));
        for (const Classing classing : all) {
            for (std::size_t count = fewestClasses; count <= mostClasses; ++count) {
                const std::vector<double> bounds = classBounds(figures, classing, count);
                EXPECT_TRUE(std::ranges::is_sorted(bounds, std::less_equal<>()));
                EXPECT_LE(bounds.size() + 1, std::max<std::size_t>(count, 6));
                const std::vector<std::size_t> sizes = classSizes(figures, bounds);
                EXPECT_EQ(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}), figures.size());
                EXPECT_GT(sizes.front(), 0U) << name(classing);
                EXPECT_GT(sizes.back(), 0U) << name(classing);
            }
        }
    }
}

TEST(Classing, NaturalBreaksOfAllCommunesComeAtOnce) {
    std::mt19937 random(3);
    std::lognormal_distribution<double> skewed(3, 1);
    std::vector<double> figures(34746);
    std::ranges::generate(figures, [&] { return skewed(random); });
    EXPECT_EQ(classBounds(figures, Classing::Jenks, 7).size(), 6U) << "quadratic work would not end";
}

}  // namespace
}  // namespace raquette::analysis
