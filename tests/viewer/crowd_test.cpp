#include "viewer/map/crowd.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <random>
#include <set>

namespace raquette::viewer {
namespace {

const MapView view{{0, 0}, 1000, QRectF(0, 0, 600, 400)};

std::vector<Dot> scattered(std::size_t count, DotKind kind) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> x(-350000, 350000);
    std::uniform_real_distribution<double> y(-250000, 250000);
    std::vector<Dot> dots;
    for (std::size_t i = 0; i < count; ++i) dots.push_back({{x(random), y(random)}, kind, std::to_string(i), ""});
    return dots;
}

TEST(Crowd, AFewThousandDotsAreAllShownThatTheViewHolds) {
    const std::vector<Dot> dots = scattered(15000, DotKind::Venue);
    const auto inside = std::ranges::count_if(dots, [](const Dot& dot) { return view.target.contains(view.toTarget(dot.at)); });
    EXPECT_EQ(std::ssize(dotsInView(dots, view, 3)), inside);
}

TEST(Crowd, OfAMillionEveryOneLeftOutHasOneOfItsKindBeside) {
    constexpr double radius = 3;
    const std::vector<Dot> dots = scattered(200000, DotKind::Venue);
    const std::vector<Dot> shown = dotsInView(dots, view, radius);
    EXPECT_LT(shown.size(), dots.size() / 5);
    std::multiset<std::pair<int, int>> squares;
    const auto squareOf = [&](const Dot& dot) {
        const QPointF at = view.toTarget(dot.at);
        return std::pair(static_cast<int>(at.x() / radius), static_cast<int>(at.y() / radius));
    };
    for (const Dot& dot : shown) squares.insert(squareOf(dot));
    for (const Dot& dot : dots) {
        if (!view.target.contains(view.toTarget(dot.at))) continue;
        EXPECT_EQ(squares.count(squareOf(dot)), 1U);
    }
}

TEST(Crowd, OneKindNeverHidesAnother) {
    std::vector<Dot> dots = scattered(200000, DotKind::Venue);
    const std::size_t venues = dotsInView(dots, view, 3).size();
    dots.push_back({{0, 0}, DotKind::Actor, "limace", "La Limace"});
    const std::vector<Dot> shown = dotsInView(dots, view, 3);
    EXPECT_EQ(shown.size(), venues + 1);
    EXPECT_EQ(shown.back().name, "La Limace");
}

}  // namespace
}  // namespace raquette::viewer
