#pragma once

#include "gis/model/units.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace raquette::model {

/// Which way a travel time is counted: to the provider, home from there (an evening's last leg), or both, of which the longer counts.
enum class Trip { There, Back, Both };
/// `there back both`.
std::string_view name(Trip trip);
std::optional<Trip> tripNamed(std::string_view name);

/// What is added to every journey to a provider before one is inside.
struct ArrivalDelay {
    Minutes parking;  ///< from the car park to the door
    Minutes entry;    ///< queue, cloakroom

    bool operator==(const ArrivalDelay&) const = default;
};

/// How travel times of a study are counted.
struct TravelRules {
    std::string mode = "car";  ///< `car bicycle foot`, or the path of a profile of one's own
    Trip trip = Trip::There;
    ArrivalDelay delay{};                          // NOLINT(readability-redundant-member-init): GCC wants it
    std::map<std::string, ArrivalDelay> delays{};  ///< of single providers, by id. NOLINT(readability-redundant-member-init)
    Metres tolerance{100};                         ///< what is drawn may depart so far from what is counted

    const ArrivalDelay& delayAt(const std::string& provider) const {
        const auto own = delays.find(provider);
        return own == delays.end() ? delay : own->second;
    }
    bool operator==(const TravelRules&) const = default;
};

}  // namespace raquette::model
