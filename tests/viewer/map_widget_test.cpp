#include "viewer/canvas/map_widget.h"

#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/canvas/picture_wish.h"

#include <QApplication>
#include <QMouseEvent>
#include <QThread>
#include <optional>

namespace raquette::viewer {
namespace {

/// The two squares, and an island far away.
store::StudyState withIsland() {
    store::StudyState state = test::twoSquares();
    const geometry::GeoShape island = test::square(-61.8, 15.9, -61.2, 16.5);
    state.reference.departements.push_back({"971", "Guadeloupe", {380000}, model::nowhere, island});
    state.analysis.studyArea.append(island);
    return state;
}

class MapWidgetTest : public testing::Test {
protected:
    void show(const store::StudyState& state) {
        scene_ = std::make_shared<const MapScene>(makeScene(state, parseLayer("territories:departement", state.study)));
        map_.resize(800, 600);
        map_.showScene(scene_, Land::Mainland);
        map_.show();
        ASSERT_TRUE(settle());
    }
    bool settle() const { return test::settle(map_); }
    void mouse(QEvent::Type type, QPointF at) {
        const bool move = type == QEvent::MouseMove;
        QMouseEvent event(type, at, map_.mapToGlobal(at), move ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&map_, &event);
    }
    void click(QPointF at) {
        mouse(QEvent::MouseButtonPress, at);
        mouse(QEvent::MouseButtonRelease, at);
    }
    QImage seen() { return map_.grab().toImage().convertToFormat(QImage::Format_RGB32); }

    std::shared_ptr<const MapScene> scene_;
    MapWidget map_;
};

TEST_F(MapWidgetTest, AClickOnAnInsetChoosesItsLandAndNotAPlaceUnderIt) {
    show(withIsland());
    std::optional<Land> chosen;
    int clicks = 0;
    QObject::connect(&map_, &MapWidget::landChosen, [&](Land land) { chosen = land; });
    QObject::connect(&map_, &MapWidget::clicked, [&] { ++clicks; });
    const std::vector<InsetBox> insets = insetColumn(*scene_, Land::Mainland, QRectF(map_.rect()));
    ASSERT_EQ(insets.size(), 1U);
    click(insets[0].box.center());
    EXPECT_EQ(chosen, Land::Guadeloupe);
    EXPECT_EQ(clicks, 0);
    EXPECT_EQ(QColor(seen().pixel(insets[0].box.center().toPoint())), palette(Theme::Light).land) << "the island is drawn there";
    click({600, 300});
    EXPECT_EQ(clicks, 1);
}

TEST_F(MapWidgetTest, InsetsStandBesideTheWholeMainlandAndNowhereElse) {
    show(withIsland());
    const QRectF inset = insetColumn(*scene_, Land::Mainland, QRectF(map_.rect())).front().box;
    EXPECT_FALSE(map_.view().toTarget(scene_->lands.front().extent).intersects(inset));
    const geometry::PlanePoint centre = scene_->lands.front().extent.centre();
    Box near;
    near.add(centre);
    map_.goTo(near.grown(3000));
    ASSERT_TRUE(settle());
    EXPECT_EQ(QColor(seen().pixel(inset.center().toPoint())), palette(Theme::Light).land) << "nearer, the map itself is there";
    bool chosen = false;
    QObject::connect(&map_, &MapWidget::landChosen, [&] { chosen = true; });
    click(inset.center());
    EXPECT_FALSE(chosen);
}

TEST_F(MapWidgetTest, ASmallPanShowsNoBlankEdgeAndWhatItShowsIsTheTruth) {
    show(test::twoSquares());
    Box inside;
    inside.add(geometry::toPlane(geometry::lambert93, {2.5, 46.5}));
    map_.goTo(inside.grown(20000));
    ASSERT_TRUE(settle());
    for (int i = 0; i < 60; ++i) {  // what lies around comes after
        QApplication::processEvents();
        QThread::msleep(5);
    }
    mouse(QEvent::MouseButtonPress, {400, 300});
    mouse(QEvent::MouseMove, {300, 250});
    mouse(QEvent::MouseMove, {300, 250});
    const QImage moving = seen();
    for (const QPoint& corner : {QPoint(799, 599), QPoint(799, 300), QPoint(400, 599)})
        EXPECT_EQ(QColor(moving.pixel(corner)), palette(Theme::Light).land);
    mouse(QEvent::MouseButtonRelease, {300, 250});
    ASSERT_TRUE(settle());
}

TEST_F(MapWidgetTest, NoPictureOfAnotherLandStays) {
    show(withIsland());
    map_.showScene(scene_, Land::Guadeloupe);
    ASSERT_TRUE(settle());
    EXPECT_EQ(QColor(seen().pixel(400, 300)), palette(Theme::Light).land);
    map_.showScene(scene_, Land::Mainland);
    map_.showScene(scene_, Land::Guadeloupe);
    map_.showScene(scene_, Land::Mainland);
    ASSERT_TRUE(settle());
    const QPoint ouestville = map_.view().toTarget(geometry::toPlane(geometry::lambert93, {2.4, 46.4})).toPoint();
    EXPECT_EQ(QColor(seen().pixel(ouestville)), palette(Theme::Light).land);
}

}  // namespace
}  // namespace raquette::viewer
