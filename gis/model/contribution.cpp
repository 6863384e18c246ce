#include "gis/model/contribution.h"

#include <array>

namespace raquette::model {

std::string_view name(ContributionStatus status) {
    constexpr std::array<std::string_view, 4> names{"proposed", "accepted", "refused", "reverted"};
    return names.at(static_cast<std::size_t>(status));
}

}  // namespace raquette::model
