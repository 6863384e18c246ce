#include "viewer/map/placement.h"

namespace raquette::viewer {
namespace {

const MapView view{{0, 0}, 1000, QRectF(0, 0, 600, 400)};

std::set<int> upTo(int last) {
    std::set<int> ranks;
    for (int rank = 1; rank <= last; ++rank) ranks.insert(rank);
    return ranks;
}

TEST(Numbers, NeverCoverOneAnotherTheEdgeOrTheScaleBar) {
    std::vector<NumberMark> marks;
    for (int i = 1; i <= 40; ++i) marks.push_back({i, std::int64_t{1000} * (41 - i), {i * 500.0, -150000.0}});
    const QRectF bar(280, 340, 120, 60);
    const std::vector<PlacedNumber> placed = placeNumbers(marks, view, upTo(40), 40000, 1, bar);
    ASSERT_GE(placed.size(), 20U);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const double r = placed[i].radius;
        EXPECT_TRUE(view.target.contains(QRectF(placed[i].centre - QPointF(r, r), QSizeF(2 * r, 2 * r)))) << placed[i].rank;
        EXPECT_FALSE(bar.contains(placed[i].centre));
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_GE(QLineF(placed[i].centre, placed[j].centre).length(), r + placed[j].radius)
                << placed[i].rank << " over " << placed[j].rank;
    }
}

TEST(Numbers, StandOnTheirPlaceWhereThereIsRoomAndGrowWithPeople) {
    const std::vector<PlacedNumber> placed = placeNumbers({{1, 1000000, {0, 0}}, {2, 100, {100000, 0}}}, view, upTo(2), 1000000, 1, {});
    ASSERT_EQ(placed.size(), 2U);
    EXPECT_EQ(placed[0].centre, QPointF(300, 200));
    EXPECT_EQ(placed[1].centre, QPointF(400, 200));
    EXPECT_GT(placed[0].radius, placed[1].radius * 1.5);
}

TEST(Numbers, OnlyThoseOfTheListAndInSight) {
    const std::vector<PlacedNumber> placed =
        placeNumbers({{1, 10, {9e6, 0}}, {2, 10, {0, 0}}, {3, 10, {50000, 0}}}, view, {1, 2}, 10, 1, {});
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_EQ(placed[0].rank, 2);
}

TEST(Names, NeverCoverOneAnotherOrANumber) {
    const Lettering lettering;
    const QFont font = lettering.font(12);
    std::vector<Dot> dots;
    for (int i = 0; i < 30; ++i) {
        const int row = i / 6;
        dots.push_back({{(i % 6) * 4000.0, row * 3000.0}, DotKind::Venue, "", "Salle des fêtes no " + std::to_string(i)});
    }
    const std::vector<PlacedNumber> numbers{{1, {300, 200}, {300, 200}, 20}};
    const std::vector<PlacedName> names = placeNames(dots, view, numbers, lettering, font, 4, {});
    ASSERT_GE(names.size(), 2U);
    ASSERT_LT(names.size(), dots.size()) << "this crowd has no room for all: the test would show nothing";
    std::vector<QRectF> boxes;
    for (const PlacedName& name : names) boxes.emplace_back(name.baseline - QPointF(0, 8), QSizeF(lettering.width(name.text, font), 8));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        EXPECT_FALSE(boxes[i].contains(QPointF(300, 200)));
        for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(boxes[i].intersects(boxes[j])) << names[i].text.toStdString();
    }
}

}  // namespace
}  // namespace raquette::viewer
