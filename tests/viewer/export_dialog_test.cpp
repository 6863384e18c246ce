#include "viewer/panels/export_dialog.h"
#include "gis/geometry/frame.h"
#include "gis/model/language.h"
#include "gis/store/store.h"
#include "tests/support/files.h"
#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/panels/paper_dialog.h"
#include "viewer/sheets/paper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <array>
#include <cstring>

namespace raquette::viewer {
namespace {

using test::settle;

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> layers{"territories", "people", "gaps", "venues", "indicators", "study"};

QCheckBox* box(const ExportDialog& dialog, const QString& words) {
    for (auto* one : dialog.findChildren<QCheckBox*>()) {
        if (one->text().startsWith(words)) return one;
    }
    return nullptr;
}

TEST(ExportDialog, OffersTheLayersThatHaveSomethingInPlainWords) {
    const ExportDialog dialog(layers, {{"gaps"}, {}}, model::Language::French);
    EXPECT_NE(box(dialog, QStringLiteral("Zones non couvertes")), nullptr);
    EXPECT_EQ(box(dialog, QStringLiteral("Contrats")), nullptr);
    EXPECT_FALSE(box(dialog, QStringLiteral("Seulement"))->isEnabled()) << "nothing is chosen";
    EXPECT_THAT(dialog.choice().layers, ElementsAre("gaps", "indicators", "territories", "venues"));
    EXPECT_THAT(dialog.choice().ids, IsEmpty());
}

TEST(ExportDialog, WhatIsChosenLeavesAloneUnlessTheReaderSaysOtherwise) {
    const ExportDialog dialog(layers, {{"gaps"}, {"lieux:1", "lieux:2"}}, model::Language::English);
    EXPECT_TRUE(box(dialog, QStringLiteral("Only what is chosen (2)"))->isChecked());
    EXPECT_THAT(dialog.choice().layers, ElementsAre("gaps"));
    EXPECT_THAT(dialog.choice().ids, ElementsAre("lieux:1", "lieux:2"));
    box(dialog, QStringLiteral("Only"))->setChecked(false);
    EXPECT_THAT(dialog.choice().layers, ElementsAre("gaps", "indicators", "territories", "venues"));
    EXPECT_THAT(dialog.choice().ids, IsEmpty());
    box(dialog, QStringLiteral("Everything"))->setChecked(true);
    EXPECT_THAT(dialog.choice().layers, IsEmpty()) << "all";
}

TEST(ExportDialog, NothingCannotBeExported) {
    const ExportDialog dialog(layers, {{"gaps"}, {}}, model::Language::French);
    auto* go = dialog.findChildren<QPushButton*>().front();
    EXPECT_TRUE(go->isEnabled());
    for (auto* one : dialog.findChildren<QCheckBox*>()) one->setChecked(false);
    EXPECT_FALSE(go->isEnabled());
}

/// Boxes of the dialog from top to bottom: forms, then coordinates.
QComboBox* forms(const ExportDialog& dialog) {
    return dialog.findChildren<QComboBox*>()[0];
}
QComboBox* coordinates(const ExportDialog& dialog) {
    return dialog.findChildren<QComboBox*>()[1];
}
void choose(QComboBox* box, const char* data) {
    box->setCurrentIndex(box->findData(QLatin1String(data)));
}

TEST(ExportDialog, CoordinatesAreTheFormatsOwnUnlessTheReaderSaysOtherwise) {
    const ExportDialog dialog(layers, {{"gaps"}, {}}, model::Language::French);
    EXPECT_EQ(dialog.choice().crs, "");
    EXPECT_TRUE(coordinates(dialog)->currentText().contains(QStringLiteral("longitudes"))) << "what the shapefile would be in";
    for (const char* crs : {"EPSG:2154", "EPSG:4326", "EPSG:5490", "EPSG:2972", "EPSG:2975", "EPSG:4471"}) {
        choose(coordinates(dialog), crs);
        EXPECT_EQ(dialog.choice().crs, crs);
    }
    choose(forms(dialog), "dxf");
    EXPECT_EQ(dialog.choice().crs, "EPSG:4471") << "a drawing can be on it too";
    coordinates(dialog)->setCurrentIndex(0);
    EXPECT_TRUE(coordinates(dialog)->currentText().contains(QStringLiteral("mètres")));
}

TEST(ExportDialog, SomeFormatsLeaveNoChoiceOfCoordinates) {
    const ExportDialog dialog(layers, {{"gaps"}, {}}, model::Language::English);
    for (const char* format : {"geojson", "kml", "csv", "xlsx"}) {
        choose(forms(dialog), "gpkg");
        choose(coordinates(dialog), "EPSG:2154");
        choose(forms(dialog), format);
        EXPECT_FALSE(coordinates(dialog)->isEnabled()) << format;
        EXPECT_TRUE(coordinates(dialog)->currentText().contains(QStringLiteral("fixed by the format")));
        EXPECT_EQ(dialog.choice().crs, "") << format;
    }
}

TEST(ExportDialog, AnotherSystemIsNamedByItsCode) {
    ExportDialog dialog(layers, {{"gaps"}, {}}, model::Language::French);
    dialog.show();
    auto* code = dialog.findChild<QLineEdit*>();
    const auto* go = dialog.findChildren<QPushButton*>().front();
    EXPECT_FALSE(code->isVisible());
    choose(coordinates(dialog), "another");
    EXPECT_TRUE(code->isVisible());
    EXPECT_FALSE(go->isEnabled()) << "no code yet";
    code->setText(QStringLiteral("3946"));
    EXPECT_TRUE(go->isEnabled());
    EXPECT_EQ(dialog.choice().crs, "EPSG:3946");
    code->setText(QStringLiteral("1"));
    EXPECT_FALSE(go->isEnabled()) << "PROJ knows no such system";
    choose(forms(dialog), "kml");
    EXPECT_FALSE(code->isVisible());
    EXPECT_TRUE(go->isEnabled());
    EXPECT_EQ(dialog.choice().crs, "");
}

TEST(Export, OfTheWindowWritesTheHolesChosen) {
    const store::StudyState world = test::crowded(11);
    const auto& gaps = world.analysis.services.front().gaps;
    MainWindow window(std::make_shared<const store::StudyState>(world));
    window.show();
    ASSERT_TRUE(settle(window));
    const TemporaryFolder folder;
    window.exportLayers({"csv", {"gaps"}, {gaps[1].id, gaps[4].id}, {}}, QString::fromStdString((folder / "trous.csv").string()));
    ASSERT_TRUE(settle(window));
    const std::string lines = bytesOf(folder / "trous.csv");
    EXPECT_EQ(std::ranges::count(lines, '\n'), 3) << lines;
    EXPECT_THAT(lines, testing::HasSubstr(gaps[4].id));
}

TEST(Export, WhatADrawingLeavesOutIsTold) {
    store::StudyState world = test::crowded(11);
    world.analysis.services.front().gaps[0].shape = test::twoSquares().analysis.services.front().gaps[0].shape;
    for (geometry::LonLat& at : world.analysis.services.front().gaps[0].shape.points) at = {at.lon + 53, at.lat - 67};  // La Réunion
    MainWindow window(std::make_shared<const store::StudyState>(world));
    window.show();
    ASSERT_TRUE(settle(window));
    const TemporaryFolder folder;
    window.exportLayers({"dxf", {"gaps"}, {}, {}}, QString::fromStdString((folder / "plan.dxf").string()));
    ASSERT_TRUE(settle(window));
    const auto* told = window.findChild<QMessageBox*>();
    ASSERT_NE(told, nullptr);
    EXPECT_TRUE(told->text().contains(QStringLiteral("manquent sur le plan"))) << told->text().toStdString();
}

/// West, south, east and north of a shapefile, as its head says them.
std::array<double, 4> boxOfShapefile(const std::filesystem::path& path) {
    constexpr std::size_t at = 36;
    std::array<double, 4> box{};
    const std::string bytes = bytesOf(path);
    if (bytes.size() >= at + sizeof(box)) std::memcpy(box.data(), bytes.data() + at, sizeof(box));
    return box;
}

TEST(Export, OfTheWindowIsInTheCoordinatesChosen) {
    MainWindow window(std::make_shared<const store::StudyState>(test::twoSquares()));
    window.show();
    ASSERT_TRUE(settle(window));
    const TemporaryFolder folder;
    const auto written = [&](const std::string& crs) {
        const std::string name = crs.empty() ? "own" : crs.substr(5);
        window.exportLayers({"shapefile", {"gaps"}, {}, crs}, QString::fromStdString((folder / name).string()));
        EXPECT_TRUE(settle(window));
        return boxOfShapefile(folder / name / "gaps.shp");
    };
    const auto [west, south, east, north] = written("");
    EXPECT_THAT((std::array{west, east}), testing::Each(testing::AllOf(testing::Gt(-5), testing::Lt(10)))) << "longitudes";
    EXPECT_THAT((std::array{south, north}), testing::Each(testing::AllOf(testing::Gt(41), testing::Lt(52)))) << "latitudes";
    EXPECT_EQ(written("EPSG:4326"), (std::array{west, south, east, north}));
    const auto plane = written("EPSG:2154");
    const geometry::PlanePoint corner = geometry::toPlane(geometry::lambert93, {west, south});
    EXPECT_NEAR(plane[0], corner.x, 20000);  // meridians lean
    EXPECT_NEAR(plane[1], corner.y, 20000);
    EXPECT_EQ(window.findChild<QMessageBox*>(), nullptr) << "nothing lies off the land of Lambert-93";
}

TEST(Export, WhatLiesOffTheLandOfItsCoordinatesIsTold) {
    MainWindow window(std::make_shared<const store::StudyState>(test::twoSquares()));
    window.show();
    ASSERT_TRUE(settle(window));
    const TemporaryFolder folder;
    window.exportLayers({"shapefile", {"gaps"}, {}, "EPSG:2975"}, QString::fromStdString((folder / "reunion").string()));
    ASSERT_TRUE(settle(window));
    const auto* told = window.findChild<QMessageBox*>();
    ASSERT_NE(told, nullptr);
    EXPECT_TRUE(told->text().contains(QStringLiteral("hors du territoire pour lequel EPSG:2975 est fait"))) << told->text().toStdString();
}

TEST(Export, OfTheMapIsOnThePaperChosen) {
    MainWindow window(std::make_shared<const store::StudyState>(test::twoSquares()));
    window.show();
    ASSERT_TRUE(settle(window));
    const TemporaryFolder folder;
    window.saveMap(QString::fromStdString((folder / "carte.pdf").string()), Paper::A3Portrait);
    ASSERT_TRUE(settle(window));
    EXPECT_THAT(bytesOf(folder / "carte.pdf"), testing::ContainsRegex("/MediaBox . *0 0 84[12][.0-9]* 119[01]"));
}

TEST(PaperDialog, OffersEachPaperInPlainWords) {
    for (const Paper paper : papers) {
        const PaperDialog dialog(paper, model::Language::French);
        EXPECT_EQ(dialog.paper(), paper);
        EXPECT_EQ(dialog.findChild<QComboBox*>()->count(), 4);
    }
    const PaperDialog dialog(Paper::A4, model::Language::English);
    dialog.findChild<QComboBox*>()->setCurrentText(QStringLiteral("A3 portrait"));
    EXPECT_EQ(dialog.paper(), Paper::A3Portrait);
}

TEST(Export, TheMapIsWrittenBesideTheEventLoop) {
    MainWindow window(std::make_shared<const store::StudyState>(test::twoSquares()));
    window.show();
    ASSERT_TRUE(settle(window));
    const TemporaryFolder folder;
    window.saveMap(QString::fromStdString((folder / "carte.pdf").string()));
    EXPECT_FALSE(window.isSettled());
    ASSERT_TRUE(settle(window));
    EXPECT_TRUE(bytesOf(folder / "carte.pdf").starts_with("%PDF"));
}

TEST(Export, AskedWhileAnotherIsWrittenIsRefusedInWords) {
    MainWindow window(std::make_shared<const store::StudyState>(test::twoSquares()));
    window.show();
    ASSERT_TRUE(settle(window));
    const TemporaryFolder folder;
    window.saveMap(QString::fromStdString((folder / "carte.pdf").string()));
    QString said;
    QTimer::singleShot(0, &window, [&] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        ASSERT_NE(box, nullptr);
        said = box->text();
        box->accept();
    });
    window.exportLayers({"csv", {"gaps"}, {}, {}}, QString::fromStdString((folder / "trous.csv").string()));
    EXPECT_TRUE(said.startsWith(QStringLiteral("Un autre fichier"))) << said.toStdString();
    ASSERT_TRUE(settle(window));
    EXPECT_TRUE(std::filesystem::exists(folder / "carte.pdf"));
    EXPECT_FALSE(std::filesystem::exists(folder / "trous.csv"));
}

}  // namespace
}  // namespace raquette::viewer
