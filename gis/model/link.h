#pragma once

#include "gis/model/period.h"
#include "gis/model/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::model {

/// What two or more actors share: means, risk, or income and renown. An intensity, not a rank.
enum class Intensity { Unknown, Simple, Double, Triple };

/// `simple double triple`, empty for unknown.
std::string_view name(Intensity intensity);

/// Cooperation between two or more actors.
struct Link {
    std::string id;
    Origin origin;
    std::vector<std::string> parties;   ///< names as the source has them
    std::vector<std::string> partyIds;  ///< id of the actor or venue found for each party; empty where none was
    std::string from;
    std::string to;
    Intensity intensity = Intensity::Unknown;
    std::string nature;
    Period period;
};

}  // namespace raquette::model
