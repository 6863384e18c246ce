#include "viewer/panels/export_dialog.h"
#include "gis/model/language.h"
#include "gis/store/store.h"
#include "tests/support/files.h"
#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

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

TEST(Export, OfTheWindowWritesTheHolesChosen) {
    const store::StudyState world = test::crowded(11);
    const auto& gaps = world.analysis.services.front().gaps;
    MainWindow window(std::make_shared<const store::StudyState>(world));
    window.show();
    ASSERT_TRUE(settle(window));
    const TemporaryFolder folder;
    window.exportLayers({"csv", {"gaps"}, {gaps[1].id, gaps[4].id}}, QString::fromStdString((folder / "trous.csv").string()));
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
    window.exportLayers({"dxf", {"gaps"}, {}}, QString::fromStdString((folder / "plan.dxf").string()));
    ASSERT_TRUE(settle(window));
    const auto* told = window.findChild<QMessageBox*>();
    ASSERT_NE(told, nullptr);
    EXPECT_TRUE(told->text().contains(QStringLiteral("manquent sur le plan"))) << told->text().toStdString();
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
    window.exportLayers({"csv", {"gaps"}, {}}, QString::fromStdString((folder / "trous.csv").string()));
    EXPECT_TRUE(said.startsWith(QStringLiteral("Un autre fichier"))) << said.toStdString();
    ASSERT_TRUE(settle(window));
    EXPECT_TRUE(std::filesystem::exists(folder / "carte.pdf"));
    EXPECT_FALSE(std::filesystem::exists(folder / "trous.csv"));
}

}  // namespace
}  // namespace raquette::viewer
