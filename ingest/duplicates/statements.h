#pragma once

#include "gis/model/actor.h"
#include "ingest/place/street_address.h"

#include <string>
#include <vector>

namespace raquette::ingest {

/// What a record says beside its name, its place and its numbers, each as it is compared; empty when not stated.
struct Statements {
    std::string website, host, email, phone;
    StreetAddress address;
    std::vector<std::string> kinds;  ///< functions, else type, folded
    int openedYear = 0;              ///< 0: not stated
    bool placed = false;             ///< its position says more than its commune
};

Statements statementsOf(const model::Actor& record);

}  // namespace raquette::ingest
