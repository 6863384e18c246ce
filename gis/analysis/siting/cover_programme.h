#pragma once

#include "gis/analysis/siting/instance.h"
#include "gis/analysis/siting/programme.h"

#include <optional>

namespace raquette::analysis {

/// The instance as a linear programme: open candidates first, whole, then what each point gives. Its base is not in it.
Programme programmeOf(const Instance& instance);

struct CbcChoice {
    std::vector<std::uint32_t> chosen;  ///< open candidates; empty when nothing better than what is known was found
    /// No choice of the instance is worth more; none where CBC cannot say.
    std::optional<std::int64_t> bound{};  // NOLINT(readability-redundant-member-init): GCC wants it
};

/// What CBC finds that is worth more than `known`, the base counted.
CbcChoice chosenByCbc(const Instance& instance, std::int64_t known, double seconds);

}  // namespace raquette::analysis
