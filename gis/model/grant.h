#pragma once

#include "gis/model/record.h"
#include "gis/model/units.h"

#include <optional>
#include <string>

namespace raquette::model {

/// An application to a scheme, or its award.
struct Grant {
    Origin origin;
    std::string actor;
    std::string scheme;
    std::optional<int> year;
    std::optional<Euros> asked;
    std::optional<Euros> granted;
    std::string actorId;  ///< the actor or venue found; empty where none, or more than one, answers
};

/// Yearly figures of an actor.
struct Activity {
    Origin origin;
    std::string actor;
    std::optional<int> year;
    std::optional<double> fte;
    std::optional<long> staff;
    std::optional<Euros> budget;
    std::optional<long> events;
    std::optional<long> admissions;
    std::optional<long> members;
    std::string actorId;  ///< the actor or venue found; empty where none, or more than one, answers
};

}  // namespace raquette::model
