#pragma once

#include <string>
#include <string_view>

namespace raquette::ingest {

/// SHA-256 as 64 hexadecimal digits: what nobody can make other bytes for.
std::string digestOf(std::string_view bytes);

}  // namespace raquette::ingest
