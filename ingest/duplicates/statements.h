#pragma once

#include "gis/model/actor.h"

#include <string>
#include <vector>

namespace raquette::ingest {

/// What a record says beside its name, its place and its numbers, each as it is compared; empty when not stated.
struct Statements {
    std::string website, host, address, email, phone;
    std::vector<std::string> kinds;  ///< functions, else type, folded
    int openedYear = 0;              ///< 0: not stated
    bool placed = false;             ///< its position says more than its commune
};

Statements statementsOf(const model::Actor& record);

/// Fourteen digits, else nothing.
std::string siretIn(const std::string& text);
/// `W` and nine signs, else nothing.
std::string rnaIn(const std::string& text);

}  // namespace raquette::ingest
