#include "tests/support/database.h"

#include <gtest/gtest.h>
#include <cstdlib>

namespace raquette {
namespace {

/// Tests asked to run on a shared store are skipped, and counted, where there is no database.
class OnSharedStore : public testing::Environment {
public:
    void SetUp() override {
        if (std::getenv("RAQUETTE_TEST_SHELF") != nullptr && !testDatabase()) GTEST_SKIP() << "no database: ./dev test starts one";
    }
};

const testing::Environment* const asked = testing::AddGlobalTestEnvironment(new OnSharedStore);

}  // namespace
}  // namespace raquette
