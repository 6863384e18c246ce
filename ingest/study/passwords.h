#pragma once

#include <string>
#include <string_view>

namespace raquette::ingest {

/// A text (one address, or a whole study file) with `…` for the passwords of the addresses in it: `postgresql://network:…@host/base`,
/// `PG:dbname=base password=…`. What is kept or shown of a study goes through this: the store is given away, its file is not.
std::string withoutPasswords(std::string_view text);

}  // namespace raquette::ingest
