#include "viewer/background/settings_dialog.h"
#include "viewer/background/tile.h"
#include "viewer/background/tile_answer.h"
#include "viewer/background/tile_patches.h"
#include "viewer/background/tile_service.h"
#include "viewer/map/land.h"

#include "gis/model/language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QBuffer>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QTimeZone>
#include <cmath>

namespace raquette::viewer {
namespace {

constexpr double halfWorld = 20037508.342789244;

geometry::PlanePoint onPlane(double lon, double lat) {
    return geometry::toPlane(webMercator, geometry::LonLat{lon, lat});
}

TEST(Tile, IsTheOneThatEveryMapOfTheWebHasThere) {
    EXPECT_EQ(tileAt(onPlane(4.3872, 45.4397), 12), (TileId{12, 2097, 1466})) << "Saint-Étienne";
    EXPECT_EQ(tileAt(onPlane(-61.0, 14.65), 10), (TileId{10, 338, 469})) << "Martinique";
    EXPECT_EQ(tileAt(onPlane(55.5, -21.1), 10), (TileId{10, 669, 573})) << "La Réunion";
}

TEST(Tile, HoldsItsOwnPlacesAtEveryZoom) {
    for (int zoom = 0; zoom <= deepestZoom; ++zoom) {
        for (const geometry::LonLat at : {geometry::LonLat{2.35, 48.85}, {-52.3, 4.9}, {45.2, -12.8}}) {
            const geometry::PlanePoint point = geometry::toPlane(webMercator, at);
            const TileId tile = tileAt(point, zoom);
            EXPECT_TRUE(boxOf(tile).contains(point)) << zoom;
            EXPECT_EQ(tileAt(boxOf(tile).centre(), zoom), tile);
            if (zoom == 0) continue;
            EXPECT_EQ(above(tile, 1), tileAt(point, zoom - 1));
        }
    }
    EXPECT_EQ(above({12, 2097, 1466}, 12), (TileId{0, 0, 0}));
}

TEST(Tile, TheWorldEndsAtItsEdge) {
    EXPECT_NEAR(boxOf({0, 0, 0}).west, -halfWorld, 1e-6);
    EXPECT_NEAR(boxOf({0, 0, 0}).north, halfWorld, 1e-6);
    EXPECT_EQ(tileAt({halfWorld, -halfWorld}, 3), (TileId{3, 7, 7}));
    EXPECT_EQ(tileAt({-9e9, 9e9}, 3), (TileId{3, 0, 0}));
    EXPECT_EQ(tilesIn({-9e9, -9e9, 9e9, 9e9}, 2).size(), 16U) << "each once, however far out";
    EXPECT_TRUE(tilesIn({halfWorld + 10, 0, halfWorld + 20, 10}, 5).empty());
}

TEST(Tile, ThoseInViewComeFromTheMiddleOutwards) {
    const std::vector<TileId> tiles = tilesIn(boxOf({10, 500, 350}).grown(50000), 10);
    ASSERT_EQ(tiles.size(), 25U);
    EXPECT_EQ(tiles.front(), (TileId{10, 500, 350}));
    EXPECT_EQ(std::abs(tiles.back().x - 500), 2);
}

TEST(Tile, ZoomGoesByThePixelsOfTheScreenAndNoDeeperThanTheService) {
    const double atTen = 2 * halfWorld / 256 / 1024;
    EXPECT_EQ(zoomFor(atTen, 19), 10);
    EXPECT_EQ(zoomFor(atTen / 2, 19), 11) << "a screen twice as dense";
    EXPECT_EQ(zoomFor(atTen * 1.3, 19), 10);
    EXPECT_EQ(zoomFor(atTen / 1e6, 19), 19);
    EXPECT_EQ(zoomFor(1e9, 19), 0);
}

TEST(GroundPerMetre, IsTheCosineOfTheLatitude) {
    EXPECT_NEAR(groundPerMetre(webMercator, onPlane(2, 46)), std::cos(46 * M_PI / 180), 1e-9);
    EXPECT_NEAR(groundPerMetre(webMercator, onPlane(55.5, -21.1)), std::cos(21.1 * M_PI / 180), 1e-9);
    EXPECT_EQ(groundPerMetre(geometry::lambert93, {700000, 6600000}), 1);
}

TEST(TileService, AddressesAreCheckedAndFilledIn) {
    EXPECT_EQ(problemOf(TileService().address), nullptr);
    EXPECT_EQ(urlOf(TileService().address, {5, 16, 11}), QUrl(QStringLiteral("https://tile.openstreetmap.org/5/16/11.png")));
    EXPECT_STREQ(problemOf(QStringLiteral("https://example.org/{z}/{x}.png")), "background.problem.places");
    EXPECT_STREQ(problemOf(QStringLiteral("https://{s}.example.org/{z}/{x}/{y}.png")), "background.problem.unknown-place");
    for (const char* address :
         {"file:///{z}/{x}/{y}", "ftp://example.org/{z}/{x}/{y}", "/{z}/{x}/{y}", "https:///{z}/{x}/{y}", "{z}{x}{y}"})
        EXPECT_STREQ(problemOf(QLatin1String(address)), "background.problem.scheme") << address;
    EXPECT_STREQ(problemOf(QString()), "background.problem.places");
}

TEST(TileService, AttributionIsNeverEmptyAndLeadsSomewhereWhereItCan) {
    const auto french = model::Language::French;
    const QString openStreetMap = attributionOf({}, french);
    EXPECT_EQ(openStreetMap, QStringLiteral("© les contributeurs d’OpenStreetMap"));
    EXPECT_EQ(attributionLink(openStreetMap), QStringLiteral("https://www.openstreetmap.org/copyright"));
    EXPECT_EQ(attributionOf({QStringLiteral("https://tuiles.example.org/{z}/{x}/{y}"), {}, 19}, french),
              QStringLiteral("© tuiles.example.org"));
    EXPECT_EQ(attributionLink(QStringLiteral("© Région, https://example.org/licence")), QStringLiteral("https://example.org/licence"));
    EXPECT_EQ(attributionLink(QStringLiteral("© Région")), QString());
}

TEST(SettingsDialog, SaysHowStrongTheColoursOverTheMapAre) {
    TileService service;
    service.strength = 80;
    const SettingsDialog dialog(service, model::Language::English);
    auto* strength = dialog.findChild<QSlider*>();
    ASSERT_NE(strength, nullptr);
    EXPECT_EQ(dialog.service().strength, 80);
    strength->setValue(5);
    EXPECT_EQ(dialog.service().strength, weakest) << "colours too weak to be told apart are not offered";
    keep(dialog.service());
    EXPECT_EQ(chosenService(), dialog.service());
    QSettings().clear();
    EXPECT_EQ(chosenService().strength, TileService().strength);
}

TEST(SettingsDialog, RefusesAnAddressWithASentence) {
    SettingsDialog dialog({}, model::Language::French);
    auto* address = dialog.findChild<QLineEdit*>();
    auto* problem = dialog.findChild<QLabel*>(QStringLiteral("problem"));
    const auto accept = [&] {
        for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Enregistrer")) return button->isEnabled();
        }
        return false;
    };
    EXPECT_TRUE(accept());
    address->setText(QStringLiteral("https://example.org/tile.png"));
    EXPECT_FALSE(accept());
    EXPECT_TRUE(problem->text().contains(QStringLiteral("{z}")));
    address->setText(QStringLiteral("ftp://example.org/{z}/{x}/{y}.png"));
    EXPECT_FALSE(accept());
    EXPECT_TRUE(problem->text().contains(QStringLiteral("https://")));
    address->setText(QStringLiteral(" http://example.org/{z}/{x}/{y}.png "));
    EXPECT_TRUE(accept());
    EXPECT_EQ(dialog.service().address, QStringLiteral("http://example.org/{z}/{x}/{y}.png"));
}

TEST(TileAnswer, TakesPicturesOnlyAndNoneThatClaimsToBeHuge) {
    const auto png = [](QSize size) {
        QImage picture(size, QImage::Format_Mono);
        picture.fill(0);
        QByteArray out;
        QBuffer buffer(&out);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "PNG");
        return out;
    };
    EXPECT_EQ(pictureFrom(png({256, 256})).size(), QSize(256, 256));
    EXPECT_EQ(pictureFrom(png({1024, 1024})).size(), QSize(512, 512)) << "no sharper than it can be seen";
    EXPECT_TRUE(pictureFrom(png({256, 256}).left(60)).isNull());
    EXPECT_TRUE(pictureFrom(png({9000, 9000})).isNull());
    EXPECT_TRUE(pictureFrom("<html><body>Connectez-vous</body></html>").isNull());
    EXPECT_TRUE(pictureFrom("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>").isNull());
    EXPECT_TRUE(pictureFrom({}).isNull());
}

TEST(TileAnswer, UnderstandsBothWaysOfAskingToWait) {
    const QDateTime now(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    EXPECT_EQ(retryAfter("120", now), std::chrono::seconds(120));
    EXPECT_EQ(retryAfter("Thu, 01 Jan 2026 12:00:30 GMT", now), std::chrono::seconds(30));
    EXPECT_EQ(retryAfter("Thu, 01 Jan 2026 11:00:00 GMT", now), std::chrono::seconds(0));
    EXPECT_EQ(retryAfter("", now), std::nullopt);
    EXPECT_EQ(retryAfter("soon", now), std::nullopt);
}

QImage plain(QColor colour) {
    QImage picture(256, 256, QImage::Format_RGB32);
    picture.fill(colour);
    return picture;
}

TEST(TilePatches, APartOfALargerTileStandsInForOneThatIsNotThere) {
    QImage parent = plain(Qt::red);
    QPainter(&parent).fillRect(QRect(128, 0, 128, 128), Qt::green);  // its north-eastern quarter
    const auto at = [&](const TileId& tile) {
        if (tile == TileId{4, 8, 5}) return parent;
        return tile == TileId{5, 16, 11} ? plain(Qt::blue) : QImage();
    };
    const TileId northEast{5, 17, 10};
    const MapView view{boxOf({4, 8, 5}).centre(), boxOf({4, 8, 5}).width() / 512, QRectF(0, 0, 512, 512)};
    const QImage picture = pictureOf(patchesOf(tilesIn(boxOf({4, 8, 5}).grown(-1), 5), at), view, 1, Qt::white);
    EXPECT_EQ(picture.pixelColor(view.toTarget(boxOf(northEast).centre()).toPoint()), QColor(Qt::green));
    EXPECT_EQ(picture.pixelColor(128, 128), QColor(Qt::red));
    EXPECT_EQ(picture.pixelColor(128, 384), QColor(Qt::blue)) << "the right one where it is there";
    EXPECT_EQ(picture.pixelColor(254, 384), QColor(Qt::blue)) << "up to its edge";
    EXPECT_EQ(picture.pixelColor(257, 384), QColor(Qt::red));
}

TEST(TilePatches, LeaveNoSeamAtAnyScale) {
    const auto at = [](const TileId&) { return plain(Qt::blue); };
    for (const double scale : {0.71, 0.9, 1.0, 1.237, 1.41}) {
        const MapView view{onPlane(2, 46), boxOf({9, 0, 0}).width() / 256 / scale, QRectF(0, 0, 700, 500)};
        const QImage picture = pictureOf(patchesOf(tilesIn(view.visible(), 9), at), view, 1, Qt::white);
        int seams = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) seams += picture.pixelColor(x, y) == QColor(Qt::blue) ? 0 : 1;
        }
        EXPECT_EQ(seams, 0) << scale;
    }
}

TEST(TilePatches, AreDrawnInThePixelsOfADenseScreen) {
    const MapView view{boxOf({9, 256, 180}).centre(), boxOf({9, 0, 0}).width() / 128, QRectF(0, 0, 128, 128)};
    const QImage picture = pictureOf(patchesOf({{9, 256, 180}}, [](const TileId&) { return plain(Qt::blue); }), view, 2, Qt::white);
    EXPECT_EQ(picture.size(), QSize(256, 256));
    EXPECT_EQ(picture.devicePixelRatio(), 2);
    EXPECT_EQ(picture.pixelColor(1, 1), QColor(Qt::blue));
}

}  // namespace
}  // namespace raquette::viewer
