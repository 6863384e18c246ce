#include "gis/model/travel.h"

#include <array>

namespace raquette::model {

namespace {

constexpr std::array<std::string_view, 3> trips{"there", "back", "both"};

}  // namespace

std::string_view name(Trip trip) {
    return trips[static_cast<std::size_t>(trip)];
}

std::optional<Trip> tripNamed(std::string_view name) {
    for (std::size_t i = 0; i < trips.size(); ++i) {
        if (trips[i] == name) return static_cast<Trip>(i);
    }
    return std::nullopt;
}

}  // namespace raquette::model
