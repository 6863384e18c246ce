#pragma once

#include "gis/model/record.h"

#include <string>

namespace raquette::model {

/// What one row said of one field of a record that several rows were merged into.
struct Provenance {
    std::string record;      ///< id of the merged record
    std::string field;       ///< column key: `name`, `functions`, `commune`, `position`…
    std::string value;       ///< as that row had it, lists joined by ` | `
    Origin origin;           ///< the row that said it
    bool kept = false;       ///< the record has this value
    bool isPrivate = false;  ///< a personal field: its value never leaves the store

    bool operator==(const Provenance&) const = default;
};

}  // namespace raquette::model
