#include <gtest/gtest.h>

#include <QApplication>
#include <array>
#include <memory>

namespace {

/// Widgets need an application made before them; offscreen, so that tests run anywhere.
class QtSession : public testing::Environment {
public:
    void SetUp() override {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application_ = std::make_unique<QApplication>(count_, arguments_.data());
    }
    void TearDown() override { application_.reset(); }

private:
    int count_ = 1;
    std::array<char, 13> name_{"viewer_tests"};
    std::array<char*, 2> arguments_{name_.data(), nullptr};
    std::unique_ptr<QApplication> application_;
};

const auto* const session = testing::AddGlobalTestEnvironment(new QtSession);

}  // namespace
