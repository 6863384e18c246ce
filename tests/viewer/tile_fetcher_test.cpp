#include "viewer/background/tile_fetcher.h"

#include "tests/support/files.h"
#include "tests/viewer/tile_server.h"
#include "viewer/background/background.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <memory>

namespace raquette::viewer {
namespace {

using namespace std::chrono_literals;
using test::TileServer;
using test::waitFor;

constexpr TileId somewhere{9, 262, 183};

class FetcherTest : public testing::Test {
protected:
    FetcherTest() {
        rules_.patience = 2s;
        rules_.pause = 60ms;
        rules_.longestPause = 10s;
        rules_.cacheFolder = QString::fromStdString(folder_.path().string());
        begin();
    }
    /// As after the program was started again: nothing but the folder stays.
    void begin() {
        background_ = std::make_unique<Background>(TileService{address_, {}, 19}, rules_);
        background_->setOn(true);
    }
    void want(const std::vector<TileId>& tiles) { background_->want(&map_, tiles); }
    bool has(const TileId& tile) const { return !background_->tile(tile).isNull(); }
    bool got(const TileId& tile) const {
        return waitFor([&] { return has(tile); });
    }
    static void letPass(std::chrono::milliseconds time) {
        waitFor([] { return false; }, time);
    }

    TemporaryFolder folder_;
    QObject map_;
    FetchRules rules_;
    TileServer server_;
    QString address_ = server_.address();  // a closed server has none
    std::unique_ptr<Background> background_;
};

std::vector<TileId> row(int count) {
    std::vector<TileId> tiles;
    for (int i = 0; i < count; ++i) tiles.push_back({9, 262 + i, 183});
    return tiles;
}

TEST_F(FetcherTest, AsksWithItsNameForWhatIsWantedAndTwoAtATimeAtMost) {
    server_.delay = 20ms;
    want(row(12));
    for (const TileId& tile : row(12)) ASSERT_TRUE(got(tile));
    EXPECT_EQ(background_->tile(somewhere).pixelColor(9, 9), TileServer::colour(9, 262, 183));
    EXPECT_EQ(server_.requests.size(), 12U) << "each once, and nothing beside";
    EXPECT_LE(server_.mostAtOnce, 2);
    EXPECT_TRUE(server_.requests.front().headers["user-agent"].startsWith("Raquette/" RAQUETTE_VERSION));
    EXPECT_FALSE(server_.requests.front().headers.contains("cookie"));
}

TEST_F(FetcherTest, WhatIsNoLongerWantedIsNotAskedFor) {
    server_.delay = 30ms;
    want(row(40));
    ASSERT_TRUE(got(somewhere));
    want({{3, 4, 2}});
    ASSERT_TRUE(got({3, 4, 2}));
    letPass(100ms);
    EXPECT_LE(server_.requests.size(), 6U);
}

TEST_F(FetcherTest, NothingIsAskedWhileItIsOff) {
    background_->setOn(false);
    want(row(3));
    letPass(150ms);
    EXPECT_TRUE(server_.requests.empty());
    background_->setOn(true);
    EXPECT_TRUE(got(somewhere));
    const std::size_t asked = server_.requests.size();
    background_->setOn(false);
    EXPECT_FALSE(has(somewhere));
    letPass(100ms);
    EXPECT_LE(server_.requests.size(), asked + 2);
}

TEST_F(FetcherTest, ATileIsKeptSevenDaysWhereItsServerDoesNotSay) {
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    begin();
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    EXPECT_EQ(server_.requests.size(), 1U);
    background_->emptyCache();
    begin();
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    EXPECT_EQ(server_.requests.size(), 2U) << "forgotten when asked to";
}

TEST_F(FetcherTest, ATileThatMayBeKeptIsAndOneThatMayNotIsNot) {
    server_.answer = [](const TileServer::Request& request) { return TileServer::tile(request, "Cache-Control: max-age=3600\r\n"); };
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    begin();
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    EXPECT_EQ(server_.requests.size(), 1U);
    server_.answer = [](const TileServer::Request& request) { return TileServer::tile(request, "Cache-Control: no-store\r\n"); };
    want({{9, 270, 183}});
    ASSERT_TRUE(got({9, 270, 183}));
    begin();
    want({{9, 270, 183}});
    ASSERT_TRUE(got({9, 270, 183}));
    EXPECT_EQ(server_.requests.size(), 3U);
}

TEST_F(FetcherTest, AnOldTileIsAskedWhetherItHasChanged) {
    int unchanged = 0;
    server_.answer = [&](const TileServer::Request& request) {
        if (request.headers["if-none-match"] != "\"one\"")
            return TileServer::tile(request, "ETag: \"one\"\r\nCache-Control: max-age=0\r\n");
        ++unchanged;
        return TileServer::answerOf("304 Not Modified", "ETag: \"one\"\r\nCache-Control: max-age=0\r\n", {});
    };
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    letPass(1100ms);  // ages are whole seconds
    begin();
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    EXPECT_EQ(unchanged, 1);
    EXPECT_EQ(background_->tile(somewhere).pixelColor(9, 9), TileServer::colour(9, 262, 183));
}

TEST_F(FetcherTest, APortalThatAnswersInATilesPlaceIsNeitherShownNorKeptAndRecoversByItself) {
    server_.answer = [](const TileServer::Request&) {
        return TileServer::answerOf("200 OK", "Content-Type: text/html\r\n", "<html>Connectez-vous</html>");
    };
    want(row(6));
    ASSERT_TRUE(waitFor([&] { return !background_->isAvailable(); }));
    EXPECT_FALSE(has(somewhere));
    server_.answer = [](const TileServer::Request& request) { return TileServer::tile(request); };
    for (const TileId& tile : row(6)) ASSERT_TRUE(got(tile));
    EXPECT_TRUE(waitFor([&] { return background_->isAvailable(); }));
}

TEST_F(FetcherTest, ATileThatIsNotThereIsAskedForOnceAndTheOthersCome) {
    server_.answer = [](const TileServer::Request& request) {
        return request.path == QStringLiteral("/9/262/183.png") ? TileServer::answerOf("404 Not Found", {}, "no")
                                                                : TileServer::tile(request);
    };
    want(row(4));
    for (int i = 1; i < 4; ++i) ASSERT_TRUE(got(row(4)[static_cast<std::size_t>(i)]));
    want(row(4));
    letPass(100ms);
    EXPECT_EQ(server_.requests.size(), 4U);
    EXPECT_TRUE(background_->isAvailable());
}

TEST_F(FetcherTest, AServerThatAsksToBeLeftAloneIs) {
    for (const char* status : {"429 Too Many Requests", "503 Service Unavailable"}) {
        begin();
        server_.requests.clear();
        server_.answer = [&](const TileServer::Request&) { return TileServer::answerOf(status, "Retry-After: 1\r\n", {}); };
        background_->emptyCache();
        want(row(6));
        ASSERT_TRUE(waitFor([&] { return !background_->isAvailable(); }));
        QElapsedTimer since;
        since.start();
        server_.answer = [](const TileServer::Request& request) { return TileServer::tile(request); };
        letPass(700ms);
        EXPECT_LE(server_.requests.size(), 2U) << status << ": those under way, then none";
        ASSERT_TRUE(got(somewhere));
        EXPECT_GE(since.elapsed(), 850) << status;
        for (const TileId& tile : row(6)) ASSERT_TRUE(got(tile));
        EXPECT_TRUE(waitFor([&] { return background_->isAvailable(); }));
    }
}

TEST_F(FetcherTest, AServerThatIsGoneIsTriedAgainLessAndLessOftenAndFoundWhenItIsBack) {
    const quint16 port = server_.serverPort();
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    server_.close();
    background_->setOn(false);
    background_->setOn(true);
    for (QTcpSocket* socket : server_.findChildren<QTcpSocket*>()) socket->abort();
    want({{9, 270, 183}});
    ASSERT_TRUE(waitFor([&] { return !background_->isAvailable(); }));
    letPass(300ms);
    ASSERT_TRUE(server_.listen(QHostAddress::LocalHost, port));
    EXPECT_TRUE(got({9, 270, 183}));
    EXPECT_TRUE(waitFor([&] { return background_->isAvailable(); }));
}

TEST_F(FetcherTest, TilesSeenBeforeAreShownWhileTheServerIsGoneHoweverOld) {
    rules_.pause = 5s;
    server_.answer = [](const TileServer::Request& request) {
        return TileServer::tile(request, "ETag: \"a\"\r\nCache-Control: max-age=0\r\n");
    };
    begin();
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    letPass(1100ms);
    server_.close();
    for (QTcpSocket* socket : server_.findChildren<QTcpSocket*>()) socket->abort();
    begin();
    want({somewhere});
    EXPECT_TRUE(got(somewhere));
    EXPECT_FALSE(background_->isAvailable());
}

TEST_F(FetcherTest, AServerThatNeverAnswersIsGivenUpAndNothingWaitsForIt) {
    rules_.patience = 150ms;
    begin();
    server_.answer = [](const TileServer::Request&) { return QByteArray(); };
    QElapsedTimer since;
    since.start();
    want(row(6));
    EXPECT_LT(since.elapsed(), 50);
    ASSERT_TRUE(waitFor([&] { return !background_->isAvailable(); }));
    EXPECT_GE(since.elapsed(), 140);
    since.restart();
    background_.reset();
    EXPECT_LT(since.elapsed(), 500) << "closing does not wait either";
}

TEST_F(FetcherTest, AnEndlessAnswerIsCutOff) {
    rules_.mostBytes = 100000;
    begin();
    server_.answer = [](const TileServer::Request&) {
        return TileServer::answerOf("200 OK", "Content-Type: image/png\r\n", QByteArray(3000000, 'x'));
    };
    want({somewhere});
    EXPECT_TRUE(waitFor([&] { return !background_->isAvailable(); }));
    EXPECT_FALSE(has(somewhere));
}

TEST_F(FetcherTest, TilesOfTheServiceBeforeAreForgotten) {
    TileServer other;
    other.answer = [](const TileServer::Request& request) {
        TileServer::Request far = request;
        far.path = QStringLiteral("/1/1/1.png");
        return TileServer::tile(far);
    };
    want({somewhere});
    ASSERT_TRUE(got(somewhere));
    background_->setService({other.address(), {}, 19});
    EXPECT_FALSE(has(somewhere));
    ASSERT_TRUE(got(somewhere));
    EXPECT_EQ(background_->tile(somewhere).pixelColor(9, 9), TileServer::colour(1, 1, 1));
}

}  // namespace
}  // namespace raquette::viewer
