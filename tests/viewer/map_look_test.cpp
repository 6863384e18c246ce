#include "viewer/map/map_look.h"

#include "tests/viewer/world.h"
#include "viewer/map/drawing.h"
#include "viewer/map/parts_of.h"
#include "viewer/map/picture.h"

#include <gmock/gmock.h>
#include <QBuffer>
#include <QImage>
#include <QPdfWriter>
#include <algorithm>

namespace raquette::viewer {
namespace {

using enum MapPart;
using testing::ElementsAre;

std::vector<MapPart> orderOf(const MapLook& look) {
    return {look.order().begin(), look.order().end()};
}

TEST(MapLook, PartsMoveRightAboveOrUnderOthersAndLandMovesAsOne) {
    MapLook look;
    look.putUnder(Contracts, Covered);
    EXPECT_THAT(orderOf(look), ElementsAre(Contracts, Holes, People, Covered, Territories, Borders, Links, Circles, Dots, Names, Numbers));
    look.putAbove(People, Dots);
    EXPECT_THAT(orderOf(look), ElementsAre(Contracts, Borders, Links, Circles, Dots, Holes, People, Covered, Territories, Names, Numbers));
    const MapLook before = look;
    look.putAbove(People, Holes);
    EXPECT_EQ(look, before) << "covered land and holes are never one over the other";
    look.putUnder(Holes, Borders);
    look.putAbove(Contracts, Territories);
    EXPECT_EQ(look, MapLook());
}

TEST(MapLook, ANeighbourIsPastWhatMovesAlong) {
    const std::vector<MapPart> parts{Holes, People, Covered, Borders, Dots};
    EXPECT_EQ(neighbour(parts, Holes, true), Borders);
    EXPECT_EQ(neighbour(parts, Borders, false), Covered);
    EXPECT_EQ(neighbour(parts, Covered, false), std::nullopt);
    EXPECT_EQ(neighbour(parts, Dots, true), std::nullopt);
    EXPECT_EQ(neighbour(parts, Links, true), std::nullopt);
}

TEST(MapLook, AnOrderLacksNothingAndHoldsLandTogether) {
    MapLook look;
    EXPECT_FALSE(look.setOrder({Holes, Borders}));
    EXPECT_FALSE(look.setOrder({Holes, Holes, Covered, Territories, Contracts, Borders, Links, Circles, Dots, Names, Numbers}));
    EXPECT_EQ(look, MapLook());
    EXPECT_TRUE(look.setOrder({Links, People, Borders, Holes, Covered, Dots, Territories, Contracts, Circles, Names, Numbers}));
    EXPECT_THAT(orderOf(look), ElementsAre(Links, Holes, People, Covered, Territories, Borders, Dots, Contracts, Circles, Names, Numbers));
}

/// A map of the world of two squares, one a hole and one covered.
class LookedAt : public testing::Test {
protected:
    LookedAt() {
        model::Contract contract;
        contract.id = "cpo";
        contract.title = "CPO";
        contract.scope = {{model::Level::Departement, "42"}};
        state_.dataset.contracts = {contract};
    }

    QImage picture(const MapLook& look, const char* layer = "gaps:lieux+contracts", bool background = false) {
        scene_ = makeScene(state_, parseLayer(layer, state_.study));
        view_ = fitted(scene_.lands.front().extent.grown(20000), QRectF(0, 0, 800, 600));
        MapOptions options;
        options.look = look;
        options.background = background;
        return pictureOf(scene_, Land::Mainland, view_, options);
    }
    QColor at(const QImage& image, double lon, double lat) const {
        return image.pixelColor(view_.toTarget(geometry::toPlane(geometry::lambert93, {lon, lat})).toPoint());
    }
    static void expectBetween(const QColor& seen, const QColor& over, const QColor& under, double part) {
        const auto mixed = [&](int a, int b) { return part * a + (1 - part) * b; };
        EXPECT_NEAR(seen.red(), mixed(over.red(), under.red()), 2);
        EXPECT_NEAR(seen.green(), mixed(over.green(), under.green()), 2);
        EXPECT_NEAR(seen.blue(), mixed(over.blue(), under.blue()), 2);
    }

    store::StudyState state_ = test::twoSquares();
    MapScene scene_;
    MapView view_;
    const Palette& colours_ = palette(Theme::Light);
};

TEST_F(LookedAt, ThroughCoveredLandShowsTheLandAndNotTheColourOfHoles) {
    MapLook look;
    look.setOpacity(Covered, 0.4);
    expectBetween(at(picture(look, "gaps:lieux"), 3.8, 46.8), colours_.covered, colours_.land, 0.4);
    look.setOpacity(Covered, 0);
    EXPECT_EQ(at(picture(look, "gaps:lieux"), 3.8, 46.8), colours_.land);
}

TEST_F(LookedAt, ClassesAreSeeThroughAsOneWhateverLiesOverWhat) {
    MapLook look;
    look.setOpacity(Territories, 0.5);
    const QImage image = picture(look, "indicators:lieux:covered_share:departement");
    const std::vector<QColor> ramp = rampSteps(colours_, 5);
    expectBetween(at(image, 2.3, 46.3), ramp.front(), colours_.land, 0.5);
    expectBetween(at(image, 3.3, 46.3), ramp.back(), colours_.land, 0.5);
}

TEST_F(LookedAt, WhatIsPutUnderOpaqueLandIsGone) {
    MapLook look;
    EXPECT_NE(at(picture(look), 3.8, 46.8), colours_.covered);
    look.putUnder(Contracts, Covered);
    EXPECT_EQ(at(picture(look), 3.8, 46.8), colours_.covered);
    look.setOpacity(Covered, 0.5);
    EXPECT_NE(at(picture(look), 3.8, 46.8), at(picture(look, "gaps:lieux"), 3.8, 46.8)) << "and seen again through it";
}

TEST_F(LookedAt, LandPutOverSignsHidesThemAndNothingElse) {
    MapLook look;
    EXPECT_EQ(at(picture(look), 3.5, 46.5), colours_.provider);
    look.putAbove(Covered, Dots);
    const QImage over = picture(look, "gaps:lieux");
    EXPECT_EQ(at(over, 3.5, 46.5), colours_.covered);
    EXPECT_EQ(at(over, 3.0, 47.1), colours_.sea);
    EXPECT_GT(at(picture(look, "gaps:lieux", true), 3.8, 46.8).alpha(), 0);
    EXPECT_EQ(at(picture(look, "gaps:lieux", true), 3.0, 47.1).alpha(), 0) << "no sea over a background map";
}

TEST_F(LookedAt, WhatIsHiddenIsNotDrawn) {
    MapLook look;
    for (const MapPart part : {Contracts, Borders, Dots, Names, Covered, Holes}) look.show(part, false);
    const QImage image = picture(look);
    for (const double lon : {2.2, 3.5, 3.8}) EXPECT_EQ(at(image, lon, 46.5), colours_.land) << lon;
}

TEST_F(LookedAt, TilesMakeTheSamePictureAsTheWhole) {
    MapLook look;
    for (const MapPart part : {Covered, People, Contracts, Borders, Dots}) look.setOpacity(part, 0.5);
    look.putAbove(Borders, Dots);
    const QImage tiled = picture(look);
    QImage whole(tiled.size(), QImage::Format_RGB32);
    QPainter painter(&whole);
    MapOptions options;
    options.look = look;
    drawMap(painter, scene_, scene_.lands.front(), view_, options);
    painter.end();
    int other = 0;
    for (int y = 0; y < whole.height(); ++y) {
        for (int x = 0; x < whole.width(); ++x) {
            const QColor a = whole.pixelColor(x, y);
            const QColor b = tiled.pixelColor(x, y);
            other += std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())}) > 3 ? 1 : 0;
        }
    }
    EXPECT_LT(other, 200) << "the painter rounds the slope of long lines where it cuts them";
}

TEST_F(LookedAt, APdfStaysADrawingAtAnyOpacity) {
    MapLook look;
    for (std::size_t i = 0; i < mapPartCount; ++i) look.setOpacity(static_cast<MapPart>(i), 0.5);
    for (const char* layer : {"gaps:lieux+contracts", "indicators:lieux:covered_share:departement"}) {
        picture(look, layer);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        MapOptions options;
        options.look = look;
        drawMap(painter, scene_, scene_.lands.front(), view_, options);
        painter.end();
        EXPECT_FALSE(bytes.contains("/Subtype /Image")) << layer;
        EXPECT_TRUE(bytes.contains("/ca 0.5")) << layer;
    }
}

TEST_F(LookedAt, OnlyWhatThereIsIsOffered) {
    picture({}, "indicators:lieux:covered_share:departement");
    EXPECT_THAT(partsOf(scene_, {}), ElementsAre(Territories, Borders, Names));
    picture({});
    EXPECT_THAT(partsOf(scene_, {}), ElementsAre(Holes, People, Covered, Contracts, Borders, Dots, Names, Numbers));
}

}  // namespace
}  // namespace raquette::viewer
