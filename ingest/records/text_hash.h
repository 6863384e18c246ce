#pragma once

#include <cstdint>
#include <string_view>

namespace raquette::ingest {

/// FNV-1a, 64 bits: the same on every machine, so that ids made of it last.
constexpr std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

}  // namespace raquette::ingest
