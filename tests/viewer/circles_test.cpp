#include "viewer/map/circles.h"

#include "gis/model/error.h"
#include "tests/viewer/world.h"
#include "viewer/sheets/content.h"
#include "viewer/sheets/extent.h"
#include "viewer/sheets/sheet_drawing.h"

#include <QImage>
#include <cmath>
#include <numbers>

namespace raquette::viewer {
namespace {

using model::Language;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

/// Two indicators of départements, with these people and as many covered.
store::StudyState peopled(std::int64_t west, std::int64_t east, std::int64_t eastCovered) {
    store::StudyState state = test::twoSquares();
    for (analysis::Indicator& indicator : state.analysis.services[0].indicators) {
        if (indicator.territory.text() == "dep:63") indicator.population = {west};
        if (indicator.territory.text() == "dep:63") indicator.coveredPopulation = {0};
        if (indicator.territory.text() == "dep:42") indicator.population = {east};
        if (indicator.territory.text() == "dep:42") indicator.coveredPopulation = {eastCovered};
    }
    return state;
}

MapScene sceneOf(const store::StudyState& state, const std::string& column) {
    return makeScene(state, parseLayer("counts:lieux:" + column + ":departement", state.study));
}

TEST(Circles, TheirAreaFollowsTheNumber) {
    EXPECT_DOUBLE_EQ(circleRadius(400, 400, 1), largestCircle);
    EXPECT_DOUBLE_EQ(circleRadius(100, 400, 1), largestCircle / 2);
    EXPECT_DOUBLE_EQ(circleRadius(100, 400, 0.5), largestCircle / 4);
    EXPECT_EQ(circleRadius(0, 400, 1), 0);
    EXPECT_EQ(circleRadius(0, 0, 1), 0);
}

TEST(Circles, GrowOnAMapOfAPartAndTheLegendWithThem) {
    const Box land{0, 0, 1e6, 1e6};
    const MapView whole = fitted(land, QRectF(0, 0, 500, 500));
    EXPECT_DOUBLE_EQ(circleGrowth(land, whole), 1);
    EXPECT_DOUBLE_EQ(circleGrowth(land, zoomed(whole, 4, {250, 250})), 2);
    EXPECT_DOUBLE_EQ(circleGrowth(land, zoomed(whole, 0.5, {250, 250})), 1);
    EXPECT_DOUBLE_EQ(circleGrowth(land, zoomed(whole, 1000, {250, 250})), 3);
    const store::StudyState state = peopled(3000, 6000, 5000);
    const LegendEntry twice = legendOf(state, sceneOf(state, "population"), {0, 2}, Language::French).front();
    EXPECT_THAT(twice.classes, ElementsAre("1\u202f000", "200", "50")) << "of 6,000, at twice the radius, 1,500 fill the legend";
    EXPECT_NEAR(twice.shares.front(), 1000 / 1500.0, 1e-12);
}

TEST(Circles, TheLegendHasRoundNumbersThatTellApart) {
    EXPECT_THAT(roundCounts(2'133'111), ElementsAre(2'000'000, 500'000, 100'000));
    EXPECT_THAT(roundCounts(9), ElementsAre(5, 1));
    EXPECT_THAT(roundCounts(1), ElementsAre(1));
    EXPECT_THAT(roundCounts(0), IsEmpty());
    for (std::int64_t most = 1; most < 3000; ++most) {
        const std::vector<std::int64_t> round = roundCounts(most);
        ASSERT_FALSE(round.empty()) << most;
        EXPECT_LE(round.front(), most);
        EXPECT_GT(round.front() * 5, most * 2) << "the largest is near the largest on the map";
        for (std::size_t i = 1; i < round.size(); ++i) EXPECT_LE(round[i] * 4, round[i - 1]) << most;
    }
    EXPECT_FALSE(roundCounts(std::numeric_limits<std::int64_t>::max()).empty());
}

TEST(Circles, EachTerritoryHasItsOwnTheLargestFirstAndNoneForNobody) {
    const MapScene missed = sceneOf(peopled(3000, 6000, 5000), "uncovered_population");
    ASSERT_EQ(missed.lands.size(), 1U);
    ASSERT_EQ(missed.lands[0].counts.size(), 2U);
    EXPECT_EQ(missed.lands[0].counts[0].count, 3000);
    EXPECT_EQ(missed.lands[0].counts[1].count, 1000);
    EXPECT_EQ(missed.mostCounted, 3000);
    const MapScene covered = sceneOf(peopled(3000, 6000, 5000), "covered_population");
    ASSERT_EQ(covered.lands[0].counts.size(), 1U) << "nobody is covered in the west";
    EXPECT_EQ(covered.lands[0].counts[0].count, 5000);
    EXPECT_TRUE(covered.lands[0].areas.empty()) << "a count never colours an area";
}

TEST(Circles, ALevelWithoutFiguresIsRefusedInWords) {
    const store::StudyState state = test::twoSquares();
    EXPECT_THAT([&] { makeScene(state, parseLayer("counts:lieux:population:epci", state.study)); },
                ThrowsMessage<model::Error>(HasSubstr("any epci")));
    EXPECT_THAT([&] { parseLayer("counts:lieux:covered_share:commune", state.study); },
                ThrowsMessage<model::Error>(HasSubstr("uncovered_population, providers")));
}

/// A large and a small one at the same place, alone on a picture.
QImage drawn(std::int64_t large, std::int64_t small) {
    MapScene scene;
    scene.layer = {LayerKind::Counts, "lieux", "population", model::Level::Commune};
    scene.mostCounted = large;
    LandScene land;
    land.counts = {{large, "", {0, 0}}};
    if (small > 0) land.counts.push_back({small, "", {0, 0}});
    QImage image(200, 200, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCircles(painter, scene, land, {{0, 0}, 1, QRectF(0, 0, 200, 200)}, {});
    return image;
}

TEST(Circles, ASmallOneIsSeenOnALargeOne) {
    const QColor alone = drawn(1000, 0).pixelColor(100, 100);
    const QColor both = drawn(1000, 100).pixelColor(100, 100);
    EXPECT_LT(both.lightness(), alone.lightness() - 15) << "the small one darkens what it lies on";
    EXPECT_GT(alone.lightness(), palette(Theme::Light).provider.lightness() + 30) << "what is under a circle shows through";
}

TEST(Circles, InkGrowsAsTheNumber) {
    const auto inked = [](const QImage& image) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).lightness() < 200 ? 1 : 0;
        }
        return count;
    };
    EXPECT_NEAR(inked(drawn(1000, 0)), std::numbers::pi * largestCircle * largestCircle, 200);
}

TEST(Circles, TheSheetSaysWhatIsCountedAndWhere) {
    const store::StudyState state = peopled(3000, 6000, 5000);
    const MapScene scene = sceneOf(state, "uncovered_population");
    const SheetContent content = contentOf(state, scene, extentOf(state, scene, ""), {}, Language::French);
    EXPECT_THAT(content.title, HasSubstr("À plus de 30"));
    ASSERT_EQ(content.rows.size(), 2U);
    EXPECT_THAT(content.rows[0].figure, HasSubstr("3\u202f000"));
    ASSERT_FALSE(content.legend.empty());
    EXPECT_EQ(content.legend[0].sign, Sign::Circles);
    EXPECT_THAT(content.legend[0].classes, ElementsAre("2\u202f000", "500", "100"));
    EXPECT_DOUBLE_EQ(content.legend[0].shares[0], 2000.0 / 3000);
    for (const Language language : {Language::French, Language::English}) {
        for (const char* column : {"population", "covered_population", "uncovered_population", "providers"}) {
            const SheetContent words = contentOf(state, sceneOf(state, column), extentOf(state, scene, ""), {}, language);
            for (const std::string& said : {words.title, words.subtitle, words.listTitle, words.legend[0].text}) {
                EXPECT_FALSE(said.empty()) << column;
                EXPECT_THAT(said, testing::Not(HasSubstr("{"))) << column;
            }
        }
    }
}

TEST(Circles, SheetsLeaveThemRoomInTheLegend) {
    const store::StudyState state = peopled(3000, 6000, 5000);
    model::MapRequest request;
    request.layer = "counts:lieux:population:departement";
    for (const QSizeF size : {QSizeF(1600, 1130), QSizeF(800, 1130)}) {
        const auto sheet = composeSheet(state, request, Language::French, formatOf(size), false);
        const double circles = circlesHeight(sheet->content.legend[0].shares, sheet->layout.type.body, sheet->options.scale);
        EXPECT_GT(sheet->layout.legend.height(), circles + sheet->layout.type.heading);
        EXPECT_LE(sheet->layout.legend.bottom(), sheet->layout.foot.top());
    }
}

}  // namespace
}  // namespace raquette::viewer
