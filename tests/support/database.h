#pragma once

#include <optional>
#include <string>

namespace raquette {

/// How to reach the database that `./dev test` starts for the tests, as libpq reads it; none where nobody did.
std::optional<std::string> testDatabase();

/// A name for a schema there that no other test has.
std::string freshSchema();

}  // namespace raquette
