#pragma once

#include "gis/analysis/siting/instance.h"
#include "gis/analysis/siting/programme.h"

namespace raquette::analysis {

/// The instance as a linear programme: open candidates first, whole, then what each point gives. Its base is not in it.
Programme programmeOf(const Instance& instance);

struct CbcChoice {
    std::vector<std::uint32_t> chosen;  ///< open candidates; empty when nothing better than what is known was found
    std::int64_t bound = 0;             ///< no choice of the instance is worth more
};

/// What CBC finds that is worth more than `known`, the base counted.
CbcChoice chosenByCbc(const Instance& instance, std::int64_t known, double seconds);

}  // namespace raquette::analysis
