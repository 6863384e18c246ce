#pragma once

#include "gis/geometry/shape.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::model {

/// One `[[decision]]`: what a person answered, once for all runs. Either several records are the same or different ones, or one record's
/// place is settled, by its commune or its position.
struct Decision {
    std::vector<std::string> records;  ///< two or more ids; one when it is about a place
    bool same = false;
    std::string commune;  ///< INSEE code
    std::optional<geometry::LonLat> position;
    std::string by;
    std::string date;  ///< ISO text
    std::string reason;
    long line = 0;  ///< of the study file

    bool isPlace() const { return !commune.empty() || position.has_value(); }
};

}  // namespace raquette::model
