#include <gtest/gtest.h>

#include <QApplication>
#include <QTemporaryDir>
#include <array>
#include <memory>

namespace {

/// Widgets need an application made before them; offscreen, so that tests run anywhere, and with settings and drafts of their own.
class QtSession : public testing::Environment {
public:
    void SetUp() override {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        for (const char* home : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) qputenv(home, folder_.path().toLocal8Bit());
        application_ = std::make_unique<QApplication>(count_, arguments_.data());
    }
    void TearDown() override { application_.reset(); }

private:
    QTemporaryDir folder_;
    int count_ = 1;
    std::array<char, 13> name_{"viewer_tests"};
    std::array<char*, 2> arguments_{name_.data(), nullptr};
    std::unique_ptr<QApplication> application_;
};

const auto* const session = testing::AddGlobalTestEnvironment(new QtSession);

}  // namespace
