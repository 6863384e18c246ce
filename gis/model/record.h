#pragma once

#include "gis/model/shared_text.h"

#include <string>

namespace raquette::model {

/// Where a record comes from. Every record has one.
struct Origin {
    SharedText source;  ///< id of the source in the study
    long row = 0;       ///< as a spreadsheet shows it

    bool operator==(const Origin&) const = default;
};

enum class Membership { Unknown, Member, NotMember };

/// Whether an actor belongs to a network, as a list says it.
struct NetworkMembership {
    std::string network;
    Membership member = Membership::Unknown;

    bool operator==(const NetworkMembership&) const = default;
};

}  // namespace raquette::model
