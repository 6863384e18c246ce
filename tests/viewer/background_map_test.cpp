#include "tests/support/files.h"
#include "tests/viewer/tile_server.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/background/background.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/canvas/picture_wish.h"
#include "viewer/cards/identify.h"
#include "viewer/map/picture.h"
#include "viewer/panels/card_panel.h"
#include "viewer/what_if/plan_marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QSettings>
#include <cmath>

namespace raquette::viewer {
namespace {

using namespace std::chrono_literals;
using test::TileServer;
using test::waitFor;

int distance(const QColor& a, const QColor& b) {
    return std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
}

geometry::PlanePoint onPlane(double lon, double lat) {
    return geometry::toPlane(webMercator, geometry::LonLat{lon, lat});
}

/// A map of the two squares on a background of coloured tiles.
class BackgroundMap : public testing::Test {
protected:
    BackgroundMap() {
        rules_.pause = 100ms;
        background_ = std::make_unique<Background>(TileService{server_.address(), {}, 19}, rules_);
        map_.resize(800, 600);
        map_.setBackground(background_.get());
    }
    void show(const char* layer, Plane plane) {
        const auto scene = std::make_shared<const MapScene>(makeScene(state_, parseLayer(layer, state_.study), plane));
        map_.showScene(scene, Land::Mainland);
        map_.show();
        ASSERT_TRUE(waitFor([&] { return map_.isSettled(); }));
    }
    QColor seen(QPointF at) { return map_.grab().toImage().pixelColor(at.toPoint()); }
    bool becomes(QPointF at, const QColor& colour) {
        return waitFor([&] { return distance(seen(at), colour) <= 2; }, 5s);
    }
    QLabel* credit() { return map_.findChild<QLabel*>(QStringLiteral("background-credit")); }

    store::StudyState state_ = test::twoSquares();
    FetchRules rules_;
    TileServer server_;
    std::unique_ptr<Background> background_;
    MapWidget map_;
};

TEST_F(BackgroundMap, EachPlaceStandsOnItsOwnTileToThePixel) {
    background_->setOn(true);
    show("territories:departement", Plane::WebMercator);
    for (const double metresPerPixel : {900.0, 300.0}) {
        map_.goTo(boxOf(std::vector{onPlane(2.4, 46.4)}).grown(metresPerPixel * 250));
        ASSERT_TRUE(waitFor([&] { return map_.isSettled(); }));
        const int zoom = zoomFor(map_.view().metresPerUnit, 19);
        int looked = 0;
        for (const TileId& tile : tilesIn(map_.view().visible(), zoom)) {
            const QRectF there = map_.view().toTarget(boxOf(tile));
            const QColor own = TileServer::colour(tile.zoom, tile.x, tile.y);
            // Just within each corner: a tile a pixel or two off would show its neighbour.
            for (const QPointF& corner : {there.topLeft() + QPointF(3, 3), there.bottomRight() - QPointF(3, 3)}) {
                if (!QRectF(map_.rect()).adjusted(8, 60, -60, -60).contains(corner)) continue;
                ++looked;
                EXPECT_TRUE(becomes(corner, own)) << tile.x << " " << tile.y << " seen " << seen(corner).name().toStdString();
            }
        }
        EXPECT_GE(looked, 4);
    }
}

TEST_F(BackgroundMap, NothingIsAskedWhileOffAndOnlyWhatIsInViewWhileOn) {
    show("territories:departement", Plane::OfLand);
    waitFor([] { return false; }, 100ms);
    EXPECT_TRUE(server_.requests.empty());
    EXPECT_FALSE(credit()->isVisible());
    background_->setOn(true);  // the layers are still on their own plane
    waitFor([] { return false; }, 100ms);
    EXPECT_TRUE(server_.requests.empty());
    show("territories:departement", Plane::WebMercator);
    const auto wanted = tilesIn(map_.view().visible(), zoomFor(map_.view().metresPerUnit, 19)).size();
    ASSERT_TRUE(waitFor([&] { return server_.requests.size() >= wanted; }));
    waitFor([] { return false; }, 200ms);
    EXPECT_EQ(server_.requests.size(), wanted);
    background_->setOn(false);
    EXPECT_FALSE(credit()->isVisible());
    map_.goTo(boxOf(std::vector{onPlane(3, 46.2)}).grown(3000));
    waitFor([] { return false; }, 250ms);
    EXPECT_EQ(server_.requests.size(), wanted);
}

TEST_F(BackgroundMap, WhomItIsOwedToAlwaysStandsOnTheMapAndThatItIsGoneQuietly) {
    background_->setOn(true);
    show("territories:departement", Plane::WebMercator);
    ASSERT_TRUE(credit()->isVisible());
    EXPECT_TRUE(map_.rect().contains(credit()->geometry()));
    EXPECT_EQ(credit()->accessibleName(), QStringLiteral("© 127.0.0.1"));
    background_->setService({server_.address(), QStringLiteral("© les contributeurs d’OpenStreetMap <b>"), 19});
    EXPECT_TRUE(credit()->text().contains(QStringLiteral("openstreetmap.org/copyright")));
    EXPECT_TRUE(credit()->text().contains(QStringLiteral("&lt;b&gt;")));
    map_.resize(500, 400);
    waitFor([&] { return map_.isSettled(); });
    EXPECT_TRUE(map_.rect().contains(credit()->geometry()));
    server_.answer = [](const TileServer::Request&) { return TileServer::answerOf("500 Internal Server Error", {}, {}); };
    map_.goTo(boxOf(std::vector{onPlane(3, 46.2)}).grown(3000));
    ASSERT_TRUE(waitFor([&] { return credit()->text().startsWith(QStringLiteral("Fond de carte indisponible")); }));
    MapOptions english;
    english.language = model::Language::English;
    map_.setOptions(english);
    EXPECT_TRUE(credit()->text().startsWith(QStringLiteral("Background map unavailable")));
    server_.answer = [](const TileServer::Request& request) { return TileServer::tile(request); };
    EXPECT_TRUE(waitFor([&] { return !credit()->text().contains(QStringLiteral("unavailable")); }));
}

TEST_F(BackgroundMap, AreasLetItBeReadAndTheSeaIsNotPainted) {
    background_->setOn(true);
    server_.answer = [](const TileServer::Request&) {
        TileServer::Request one;
        one.path = QStringLiteral("/1/0/0.png");
        return TileServer::tile(one);
    };
    const QColor tile = TileServer::colour(1, 0, 0);
    show("coverage:lieux", Plane::WebMercator);
    EXPECT_TRUE(becomes({400, 40}, tile)) << "outside the study";
    const QColor covered = seen(map_.view().toTarget(onPlane(3.5, 46.4)));
    const QColor plain = palette(Theme::Light).covered;
    EXPECT_GT(distance(covered, tile), 20) << "the area is seen";
    EXPECT_GT(distance(covered, plain), 20) << "and what is under it";

    auto requests = server_.requests.size();
    while (waitFor([&] { return server_.requests.size() > requests; }, 300ms)) requests = server_.requests.size();
    TileService chosen = background_->service();
    chosen.strength = 100;
    background_->setService(chosen);
    EXPECT_TRUE(becomes(map_.view().toTarget(onPlane(3.5, 46.4)), plain)) << "as strong as chosen";
    EXPECT_TRUE(becomes({400, 40}, tile));
    EXPECT_EQ(server_.requests.size(), requests) << "colours need no new tiles";
}

TEST_F(BackgroundMap, TheViewStaysOverTheSameGroundWhenThePlaneChanges) {
    show("territories:departement", Plane::OfLand);
    map_.goTo(boxOf(std::vector{geometry::toPlane(geometry::lambert93, {3.1, 46.3})}).grown(10000));
    const double before = map_.view().metresPerUnit;
    show("territories:departement", Plane::WebMercator);
    const geometry::PlanePoint there = onPlane(3.1, 46.3);
    EXPECT_LT(std::hypot(map_.view().centre.x - there.x, map_.view().centre.y - there.y), 1);
    EXPECT_NEAR(map_.view().metresPerUnit * std::cos(46.3 * M_PI / 180), before, before * 1e-3);
    show("territories:departement", Plane::OfLand);
    EXPECT_NEAR(map_.view().metresPerUnit, before, before * 1e-6);
}

/// What the plane must not change.
class TwoPlanes : public testing::Test {
protected:
    MapScene on(Plane plane) const { return makeScene(state_, parseLayer("gaps:lieux", state_.study), plane); }
    store::StudyState state_ = test::twoSquares();
};

TEST_F(TwoPlanes, AClickFindsTheSame) {
    const MapScene scene = on(Plane::WebMercator);
    const auto at = [&](double lon, double lat) { return identify(state_, scene, scene.lands.front(), nullptr, onPlane(lon, lat), 2000); };
    EXPECT_EQ(at(3.505, 46.5).id, "le-fil");
    EXPECT_EQ(at(2.2, 46.9).kind, Identified::Kind::Gap);
    EXPECT_EQ(at(3.2, 46.9).territory.text(), "dep:42");
    EXPECT_NEAR(at(2.2, 46.9).at->lat, 46.9, 1e-9);
}

TEST_F(TwoPlanes, RatesPerSquareKilometreAreTheSameAndStandOnTheSameGround) {
    const MapScene own = on(Plane::OfLand);
    const MapScene mercator = on(Plane::WebMercator);
    const PeopleGrid& people = own.lands.front().people;
    ASSERT_FALSE(people.bins.empty());
    EXPECT_EQ(mercator.lands.front().people.bins, people.bins);
    EXPECT_EQ(mercator.lands.front().people.cell, people.cell);
    const MapView view{mercator.lands.front().extent.centre(), 400, QRectF(0, 0, 800, 600)};
    const MapView ownView{own.lands.front().extent.centre(), 400 * std::cos(46.5 * M_PI / 180), view.target};
    EXPECT_EQ(shownBinSide(mercator.lands.front(), view, 1), shownBinSide(own.lands.front(), ownView, 1));
    for (const PeopleBin& bin : people.bins) {
        const geometry::PlanePoint middle{(bin.column + 0.5) * people.cell, (bin.row + 0.5) * people.cell};
        const geometry::PlanePoint exact = between(geometry::lambert93, webMercator, middle);
        const geometry::PlanePoint warped = mercator.lands.front().fromPeople(middle);
        EXPECT_LT(std::hypot(exact.x - warped.x, exact.y - warped.y), 8);
        const Box before = mercator.lands.front().fromPeople.before(boxOf(std::vector{exact}));
        EXPECT_TRUE(before.contains(middle));
    }
}

TEST_F(TwoPlanes, UnservedPeopleAreDrawnWhereTheyAre) {
    for (const Plane plane : {Plane::OfLand, Plane::WebMercator}) {
        const MapScene scene = on(plane);
        const LandScene& land = scene.lands.front();
        MapOptions options;
        for (const MapPart part : {MapPart::Numbers, MapPart::Names, MapPart::Dots}) options.look.show(part, false);
        const MapView view = fitted(land.extent, QRectF(0, 0, 900, 700));
        const QImage picture = pictureOf(scene, Land::Mainland, view, options);
        const PeopleBin& bin = land.people.bins.front();
        const geometry::PlanePoint middle{(bin.column + 0.5) * land.people.cell, (bin.row + 0.5) * land.people.cell};
        const QColor colour = palette(Theme::Light).unserved[densityClass(land.people, bin, palette(Theme::Light).unservedBounds)];
        const QPoint at = view.toTarget(land.fromPeople(middle)).toPoint();
        int found = 0;
        for (int y = -6; y <= 6; ++y) {
            for (int x = -6; x <= 6; ++x) found += picture.pixelColor(at + QPoint(x, y)) == colour ? 1 : 0;
        }
        EXPECT_GT(found, 3) << static_cast<int>(plane);
    }
}

TEST_F(TwoPlanes, ACircleOfAScenarioReachesAsFar) {
    Plan plan;
    plan.open({2.4, 46.4});
    const MapMarks marks = marksOf(state_, 0, plan, nullptr, Land::Mainland, Plane::WebMercator);
    ASSERT_EQ(marks.areas.size(), 1U);
    const Box& box = marks.areas.front().piece.box;
    EXPECT_NEAR(box.width() / 2 * groundPerMetre(webMercator, box.centre()), 30000, 150);
    EXPECT_LT(std::hypot(marks.places.front().at.x - onPlane(2.4, 46.4).x, marks.places.front().at.y - onPlane(2.4, 46.4).y), 1e-6);
}

TEST_F(TwoPlanes, OverABackgroundAreasAreHalfTransparentAndTheRestIsNothing) {
    MapOptions options;
    options.background = true;
    for (const char* layer : {"gaps:lieux", "coverage:lieux", "indicators:lieux:covered_share:departement"}) {
        const MapScene scene = makeScene(state_, parseLayer(layer, state_.study), Plane::WebMercator);
        const MapView view = fitted(scene.lands.front().extent.grown(40000), QRectF(0, 0, 900, 700));
        const QImage picture = surfacesOf(scene, Land::Mainland, view, options);
        const auto strength = [&](double lon, double lat) {
            return picture.pixelColor(view.toTarget(onPlane(lon, lat)).toPoint()).alpha();
        };
        EXPECT_EQ(strength(1.9, 46.5), 0) << layer << ": outside, where bins of people stick out";
        EXPECT_EQ(strength(3, 47.1), 0) << layer;
        EXPECT_GE(strength(2.303, 46.31), 130) << layer;
        EXPECT_LE(strength(2.303, 46.31), 230) << layer << ": a hatch line at most";
        EXPECT_NEAR(strength(3.303, 46.31), 140, 2) << layer;
    }
}

TEST(PlaneWarp, IsWithinMetresOfTheProjectionOverTheWholeMainland) {
    const Box mainland{100000, 6050000, 1250000, 7110000};
    const PlaneWarp warp(geometry::lambert93, webMercator, mainland);
    double worst = 0;
    constexpr int steps = 20;
    for (int column = 0; column < steps; ++column) {
        for (int row = 0; row < steps; ++row) {
            const double x = mainland.west + (mainland.east - mainland.west) * (column + 0.3) / steps;
            const double y = mainland.south + (mainland.north - mainland.south) * (row + 0.3) / steps;
            const geometry::PlanePoint exact = between(geometry::lambert93, webMercator, {x, y});
            const geometry::PlanePoint warped = warp({x, y});
            worst = std::max(worst, std::hypot(exact.x - warped.x, exact.y - warped.y));
        }
    }
    EXPECT_LT(worst, 8);
    EXPECT_TRUE(warp.before(Box{0, 0, 10, 10}).empty());
    EXPECT_TRUE(PlaneWarp().isNothing());
    EXPECT_EQ(PlaneWarp()({5, 6}), (geometry::PlanePoint{5, 6}));
}

TEST(PlaneWarp, SidesMeetThoseOfTheNeighbours) {
    using testing::ElementsAre;
    using P = geometry::PlanePoint;
    EXPECT_THAT(sidesOf({0, 0, 3000, 1000}, 2000), ElementsAre(P{0, 0}, P{2000, 0}, P{3000, 0}, P{3000, 1000}, P{2000, 1000}, P{0, 1000}));
    EXPECT_THAT(sidesOf({-1000, -3000, 0, 0}, 2000),
                ElementsAre(P{-1000, -3000}, P{0, -3000}, P{0, -2000}, P{0, 0}, P{-1000, 0}, P{-1000, -2000}));
}

/// The background of a window is the service in the settings: the server of the test.
class OfAWindow : public testing::Test {
protected:
    OfAWindow() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromStdString(folder_.path().string()));
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString(folder_.path().string()));
        keep({server_.address(), QStringLiteral("© Essai"), 17});
    }

    TemporaryFolder folder_;
    TileServer server_;
};

TEST_F(OfAWindow, IsOffAtFirstAndSwitchingItKeepsWhatWasChosen) {
    EXPECT_EQ(chosenService().highestZoom, 17);
    MainWindow window(std::make_shared<const store::StudyState>(test::crowded(3)));
    window.show();
    ASSERT_TRUE(waitFor([&] { return window.isSettled(); }));
    EXPECT_TRUE(server_.requests.empty());
    window.goToGap(2);
    ASSERT_TRUE(waitFor([&] { return window.isSettled(); }));
    const QString card = window.findChild<CardPanel*>()->shownText();
    auto* map = window.findChild<MapWidget*>(QStringLiteral("map"));
    const geometry::PlanePoint centre = map->view().centre;

    window.setBackground(true);
    ASSERT_TRUE(waitFor([&] { return window.isSettled() && map->plane() == Plane::WebMercator; }));
    ASSERT_TRUE(waitFor([&] { return !server_.requests.empty(); }));
    EXPECT_EQ(window.findChild<CardPanel*>()->shownText(), card);
    const geometry::PlanePoint moved = between(geometry::lambert93, webMercator, centre);
    EXPECT_LT(std::hypot(map->view().centre.x - moved.x, map->view().centre.y - moved.y), 1);
    const geometry::PlanePoint first = onPlane(2.4, 46.1);
    emit map->clicked(first.x, first.y, 100);
    EXPECT_NE(window.findChild<CardPanel*>()->shownText(), card) << "a click finds what is drawn there";
    window.setBackground(false);
    ASSERT_TRUE(waitFor([&] { return window.isSettled() && map->plane() == Plane::OfLand; }));
    EXPECT_LT(std::hypot(map->view().centre.x - centre.x, map->view().centre.y - centre.y), 1);
}

TEST_F(OfAWindow, BothMapsStandOnItWhenTwoYearsAreCompared) {
    MainWindow window(std::make_shared<const store::StudyState>(test::crowded(3)));
    window.show();
    window.setBackground(true);
    window.setComparing(true);
    ASSERT_TRUE(waitFor([&] { return window.isSettled(); }));
    for (const MapWidget* map : window.findChildren<MapWidget*>()) EXPECT_EQ(map->plane(), Plane::WebMercator);
    window.setBackground(false);
    ASSERT_TRUE(waitFor([&] { return window.isSettled(); }));
    for (const MapWidget* map : window.findChildren<MapWidget*>()) EXPECT_EQ(map->plane(), Plane::OfLand);
}

}  // namespace
}  // namespace raquette::viewer
