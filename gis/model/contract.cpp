#include "gis/model/contract.h"

#include <array>

namespace raquette::model {

std::string_view name(InForce state) {
    static constexpr std::array<std::string_view, 4> names{"not-yet", "surely", "possibly", "ended"};
    return names[static_cast<std::size_t>(state)];
}

InForce inForce(const Contract& contract, Day day) {
    const Period& period = contract.period;
    if (period.start && period.start->first() > day) return InForce::NotYet;
    if (period.end && period.end->last() < day) return InForce::Ended;
    return period.start && (period.end || period.open) ? InForce::Surely : InForce::Possibly;
}

}  // namespace raquette::model
