#pragma once

#include "gis/model/contribution.h"

#include <string>
#include <string_view>

namespace raquette::ingest {

/// An act of the history as a line of JSON, without its end.
std::string historyLine(const model::HistoryAct& act);

/// Reads it back. Throws std::exception saying what is wrong.
model::HistoryAct actOfLine(std::string_view line);

}  // namespace raquette::ingest
