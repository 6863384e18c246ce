#pragma once

#include "gis/model/units.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace raquette::analysis {

/// Providers or seats for 100,000 inhabitants: 1.8 venues, 2,400 seats.
using Per100000 = model::Quantity<struct Per100000InhabitantsUnit>;

/// What the people of a territory reach, in the mean over them. None where nobody lives or the reach is no distance.
struct AccessFigures {
    std::optional<Per100000> accessibility;  ///< none also where supply is seats and no provider's are known
    std::optional<double> opportunities;     ///< providers within reach
    std::optional<double> seats;             ///< within reach, of providers whose seats are known; none where no provider's are
    std::optional<double> unknown;           ///< providers within reach whose seats are not known

    bool operator==(const AccessFigures&) const = default;
};

/// How the supply of a service was shared.
struct AccessSummary {
    bool computed = false;
    double shared = 0;                     ///< providers or seats that reach somebody
    double unreaching = 0;                 ///< those that reach nobody
    int capacityUnknown = 0;               ///< providers without a known capacity; where supply is seats they share nothing
    std::vector<double> each;              ///< of each point of Reference::people, supply for one inhabitant
    std::vector<std::uint32_t> providers;  ///< and providers within reach

    bool operator==(const AccessSummary&) const = default;
};

}  // namespace raquette::analysis
