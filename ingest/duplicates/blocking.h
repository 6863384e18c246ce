#pragma once

#include "ingest/duplicates/comparison.h"

#include <cstdint>
#include <vector>

namespace raquette::ingest {

/// Two records of a kind that may be one, compared.
struct Pair {
    std::uint32_t a = 0;  ///< the smaller index
    std::uint32_t b = 0;
    Comparison comparison;
};

/// Every pair that is sure or likely, best score first. Only records of one commune, of neighbouring positions, of one département where
/// the commune is not known, or of one identifier are ever compared.
std::vector<Pair> comparePairs(const Identities& records);

}  // namespace raquette::ingest
