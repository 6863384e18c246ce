#pragma once

#include "gis/model/actor.h"

#include <span>
#include <string>

namespace raquette::ingest {

/// A public field of a record: what it says as text, and how another record's is taken.
struct RecordValue {
    std::string_view name;  ///< column key
    std::string (*text)(const model::Actor&);
    void (*take)(model::Actor& to, const model::Actor& from);
};

/// Every public field but the id and the place, which have rules of their own.
std::span<const RecordValue> recordValues();

}  // namespace raquette::ingest
