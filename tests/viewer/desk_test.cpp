#include "viewer/app/desk.h"
#include "tests/support/files.h"
#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/app/start_window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSettings>
#include <QThread>
#include <QUrl>

namespace raquette::viewer {
namespace {

bool settle(const Desk& desk) {
    return test::waitUntil([&] { return !desk.isBusy() && (!desk.window() || desk.window()->isSettled()); });
}

class DeskTest : public testing::Test {
protected:
    DeskTest() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromStdString(folder_.path().string()));
        const store::StudyState state = test::twoSquares();
        store::writeStore(state, folder_ / "essai.gpkg");
    }
    QString file(const char* name) const { return QString::fromStdString((folder_ / name).string()); }

    TemporaryFolder folder_;
};

TEST_F(DeskTest, OpensAStoreAndRemembersIt) {
    Desk desk;
    desk.start();
    desk.open(file("essai.gpkg"));
    ASSERT_TRUE(settle(desk));
    ASSERT_NE(desk.window(), nullptr);
    EXPECT_TRUE(desk.window()->isVisible());
    EXPECT_FALSE(desk.startWindow()->isVisible());
    EXPECT_THAT(QSettings().value(QStringLiteral("recent")).toStringList().front().toStdString(), testing::HasSubstr("essai.gpkg"));
}

TEST_F(DeskTest, WhatCannotBeOpenedIsSaidAndNothingElseLost) {
    Desk desk;
    desk.start();
    folder_.write("faux.gpkg", "this is no database");
    folder_.write("fausse.toml", "[study");
    for (const char* name : {"faux.gpkg", "fausse.toml", "absente.gpkg"}) {
        desk.open(file(name));
        ASSERT_TRUE(settle(desk));
        EXPECT_TRUE(desk.startWindow()->shownProblem().contains(QString::fromLatin1(name)))
            << desk.startWindow()->shownProblem().toStdString();
        EXPECT_EQ(desk.window(), nullptr);
    }
}

TEST_F(DeskTest, AStudyDroppedOnTheStartWindowOpens) {
    Desk desk;
    desk.start();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file("essai.gpkg"))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.startWindow(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.startWindow(), &drop);
    ASSERT_TRUE(settle(desk));
    EXPECT_NE(desk.window(), nullptr);
}

TEST_F(DeskTest, OpeningCanBeStopped) {
    Desk desk;
    desk.start();
    desk.open(file("essai.gpkg"));
    emit desk.startWindow()->cancelAsked();
    ASSERT_TRUE(settle(desk));
    QThread::msleep(200);
    QApplication::processEvents();
    EXPECT_EQ(desk.window(), nullptr);
}

}  // namespace
}  // namespace raquette::viewer
