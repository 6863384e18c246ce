#include "viewer/map/outline.h"

#include <cmath>
#include <numbers>

namespace raquette::viewer {
namespace {

const QRectF target(0, 0, 200, 200);

/// A square of the target with a square hole in it.
Outline frame() {
    return {QPolygonF(QRectF(20, 20, 160, 160)), QPolygonF(QRectF(80, 80, 40, 40))};
}

Piece ring(const std::vector<geometry::PlanePoint>& points) {
    Piece piece;
    piece.shape.points = points;
    piece.shape.closeRing();
    piece.shape.closePolygon();
    piece.box = boxOf(piece.shape.points);
    return piece;
}

TEST(Hatch, LinesRunAt45DegreesInsideThePolygonAndOutsideItsHole) {
    const std::vector<QLineF> lines = hatchOf(frame(), 7, {3, 5}, target);
    ASSERT_GT(lines.size(), 20U);
    double length = 0;
    for (const QLineF& line : lines) {
        EXPECT_NEAR(line.dx() + line.dy(), 0, 1e-9) << "not at 45°";
        const QPointF middle = line.center();
        EXPECT_TRUE(QRectF(20, 20, 160, 160).contains(middle));
        EXPECT_FALSE(QRectF(81, 81, 38, 38).contains(middle)) << middle.x() << " " << middle.y();
        length += line.length();
    }
    EXPECT_NEAR(length * 7, 160 * 160 - 40 * 40, 900) << "spacing times length is the hatched area";
}

TEST(Hatch, IsCutAtTheTarget) {
    for (const QLineF& line : hatchOf({QPolygonF(QRectF(-500, -500, 2000, 2000))}, 7, {}, target)) {
        EXPECT_TRUE(target.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(line.p1()));
        EXPECT_TRUE(target.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(line.p2()));
    }
}

TEST(Hatch, NeighboursShareTheirLines) {
    const auto keys = [](const std::vector<QLineF>& lines) {
        std::vector<long> out;
        for (const QLineF& line : lines) out.push_back(std::lround((line.x1() + line.y1() - 3) / (7 * std::numbers::sqrt2) * 1000));
        return out;
    };
    for (const long key : keys(hatchOf({QPolygonF(QRectF(13, 17, 50, 90))}, 7, {3, 0}, target))) EXPECT_EQ(key % 1000, 0);
}

TEST(Dots, StandInsideOnly) {
    const std::vector<QPointF> dots = dotsOf(frame(), 10, {}, target);
    EXPECT_NEAR(static_cast<double>(dots.size()), 240, 30);
    for (const QPointF& dot : dots) EXPECT_FALSE(QRectF(81, 81, 38, 38).contains(dot));
}

TEST(Outline, VerticesTooCloseToBeToldApartAreDropped) {
    std::vector<geometry::PlanePoint> circle;
    for (int i = 0; i <= 10000; ++i) circle.push_back({50000 * std::cos(i * 2 * M_PI / 10000), 50000 * std::sin(i * 2 * M_PI / 10000)});
    const MapView view{{0, 0}, 1000, target};
    const Outline outline = outlineOf(ring(circle), view);
    ASSERT_EQ(outline.size(), 1U);
    EXPECT_LT(outline.front().size(), 1500);
    EXPECT_GT(outline.front().size(), 200);
    EXPECT_NEAR(outline.front().boundingRect().width(), 100, 1);
}

TEST(Outline, WhatLiesElsewhereOrIsSmallerThanADotIsLeftOut) {
    const MapView view{{0, 0}, 1000, target};
    EXPECT_TRUE(outlineOf(ring({{9e5, 9e5}, {9.1e5, 9e5}, {9.1e5, 9.1e5}, {9e5, 9e5}}), view).empty());
    EXPECT_TRUE(outlineOf(ring({{0, 0}, {50, 0}, {50, 50}, {0, 0}}), view).empty());
    EXPECT_FALSE(outlineOf(ring({{0, 0}, {5000, 0}, {5000, 5000}, {0, 0}}), view).empty());
}

TEST(View, ZoomKeepsThePlaceUnderTheCursor) {
    const MapView view{{650000, 6600000}, 800, target};
    const QPointF cursor(37, 150);
    const geometry::PlanePoint before = view.toPlane(cursor);
    const geometry::PlanePoint after = zoomed(view, 3.7, cursor).toPlane(cursor);
    EXPECT_NEAR(after.x, before.x, 1e-6);
    EXPECT_NEAR(after.y, before.y, 1e-6);
    EXPECT_GE(zoomed(view, 1e12, cursor).metresPerUnit, 1);
    EXPECT_LE(zoomed(view, 1e-12, cursor).metresPerUnit, 20000);
}

TEST(View, FittedShowsTheWholeBox) {
    const Box box{100, 200, 90000, 30000};
    const MapView view = fitted(box, target);
    EXPECT_TRUE(target.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(view.toTarget(box)));
    EXPECT_GT(fitted(Box{5, 5, 5, 5}, target).metresPerUnit, 0) << "a single point is shown with what is around";
}

}  // namespace
}  // namespace raquette::viewer
