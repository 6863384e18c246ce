#include "tests/support/database.h"

#include <unistd.h>
#include <atomic>
#include <cstdlib>

namespace raquette {

std::optional<std::string> testDatabase() {
    const char* address = std::getenv("RAQUETTE_TEST_DATABASE");
    if (address == nullptr || *address == '\0') return std::nullopt;
    return address;
}

std::string freshSchema() {
    static std::atomic<int> made{0};
    return "essai_" + std::to_string(getpid()) + "_" + std::to_string(++made);
}

}  // namespace raquette
