#include "viewer/map/picture.h"

#include "tests/viewer/world.h"
#include "viewer/map/mosaic_outline.h"

#include <cmath>

namespace raquette::viewer {
namespace {

/// Pixels that differ by more than a few levels, of all of them.
double differing(const QImage& a, const QImage& b, int tolerance) {
    int found = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            const int worst =
                std::max({std::abs(one.red() - other.red()), std::abs(one.green() - other.green()), std::abs(one.blue() - other.blue())});
            found += worst > tolerance ? 1 : 0;
        }
    }
    return static_cast<double>(found) / (a.width() * a.height());
}

/// A world whose coverage is a circle of many points, so that lines are cut in the middle.
store::StudyState rounded() {
    store::StudyState state = test::twoSquares();
    geometry::GeoShape circle;
    for (int i = 0; i <= 720; ++i) circle.points.push_back({3 + 0.7 * std::cos(i * M_PI / 360), 46.5 + 0.4 * std::sin(i * M_PI / 360)});
    circle.points.back() = circle.points.front();
    circle.closeRing();
    circle.closePolygon();
    for (analysis::Coverage& coverage : state.analysis.services[0].coverages) coverage.shape = circle;
    return state;
}

QImage wholeOf(const MapScene& scene, const LandScene& land, const MapView& view) {
    QImage image(view.target.size().toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    drawMap(painter, scene, land, view, {});
    return image;
}

class PictureOf : public testing::TestWithParam<const char*> {};

TEST_P(PictureOf, PartsSideBySideIsThePictureOfTheWhole) {
    const store::StudyState state = rounded();
    const MapScene scene = makeScene(state, parseLayer(GetParam(), state.study));
    const LandScene& land = scene.lands.front();
    const MapView whole = fitted(land.extent.grown(20000), QRectF(0, 0, 1000, 900));
    for (const double zoom : {1.0, 3.0, 11.0}) {
        const MapView view = zoomed(whole, zoom, {480, 470});
        const QImage picture = pictureOf(scene, Land::Mainland, view, {});
        ASSERT_EQ(picture.size(), QSize(1000, 900));
        const QImage drawn = wholeOf(scene, land, view);
        EXPECT_LT(differing(picture, drawn, 1), 0.005)
            << "zoom " << zoom << ": the painter rounds the slope of long lines where it cuts them";
        EXPECT_LT(differing(picture, drawn, 32), 2e-5) << "zoom " << zoom;
    }
}

TEST_P(PictureOf, WhatLiesAroundChangesNothingInside) {
    // The window keeps a wider picture than it shows: nothing may jump when it takes its place.
    const store::StudyState state = rounded();
    const MapScene scene = makeScene(state, parseLayer(GetParam(), state.study));
    MapView view = zoomed(fitted(scene.lands.front().extent, QRectF(0, 0, 600, 400)), 4, {290, 200});
    const QImage inside = surfacesOf(scene, Land::Mainland, view, {});
    view.target.adjust(-150, -100, 150, 100);
    const QImage wide = surfacesOf(scene, Land::Mainland, view, {});
    EXPECT_LT(differing(inside, wide.copy(150, 100, 600, 400), 1), 2e-5);
}

INSTANTIATE_TEST_SUITE_P(Layers, PictureOf,
                         testing::Values("gaps:lieux", "coverage:lieux", "territories:departement",
                                         "indicators:lieux:covered_share:departement"));

TEST(Picture, HighDensityScreensGetMorePixelsOfTheSameMap) {
    const store::StudyState state = test::twoSquares();
    const MapScene scene = makeScene(state, parseLayer("coverage:lieux", state.study));
    const MapView view = fitted(scene.lands.front().extent.grown(20000), QRectF(0, 0, 500, 400));
    const QImage one = pictureOf(scene, Land::Mainland, view, {}, 1);
    const QImage two = pictureOf(scene, Land::Mainland, view, {}, 2);
    ASSERT_EQ(two.size(), QSize(1000, 800));
    EXPECT_LT(differing(one, two.scaled(one.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation), 60), 0.02);
}

TEST(Picture, ALandThatTheStudyHasNotIsSea) {
    const store::StudyState state = test::twoSquares();
    const MapScene scene = makeScene(state, parseLayer("coverage:lieux", state.study));
    const QImage picture = pictureOf(scene, Land::Mayotte, {{0, 0}, 1000, QRectF(0, 0, 60, 40)}, {});
    EXPECT_EQ(picture.pixelColor(30, 20), palette(Theme::Light).sea);
}

TEST(Picture, CutRingsFillTheSameAsWholeOnes) {
    // A comb in and out of the view many times, drawn cut by us and cut by the painter.
    Piece comb;
    for (int i = 0; i < 40; ++i) {
        const double x = i * 5000.0;
        for (const geometry::PlanePoint& at : {geometry::PlanePoint{x, -9e5}, {x, 9e5}, {x + 2500, 9e5}, {x + 2500, -8.9e5}})
            comb.shape.points.push_back(at);
    }
    comb.shape.points.push_back({2e5, -8.9e5});
    comb.shape.points.push_back({2e5, -9e5});
    comb.shape.points.push_back(comb.shape.points.front());
    comb.shape.closeRing();
    comb.shape.closePolygon();
    comb.box = boxOf(comb.shape.points);
    const geometry::PlaneShape* const areas = &comb.shape;
    const Mosaic mosaic = mosaicOf(std::span(&areas, 1));
    const MapView view{{80000, 3000}, 400, QRectF(0, 0, 300, 200)};
    const auto filled = [&](const Outline& outline) {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(pathOf(outline), Qt::black);
        return image;
    };
    const Outline cut = outlineOf(mosaic, patchOf(mosaic), view, view.target);
    for (const QPolygonF& ring : cut) {
        for (const QPointF& at : ring) EXPECT_TRUE(view.target.adjusted(-7, -7, 7, 7).contains(at));
    }
    EXPECT_EQ(differing(filled(cut), filled(outlineOf(comb, view)), 2), 0);
}

}  // namespace
}  // namespace raquette::viewer
