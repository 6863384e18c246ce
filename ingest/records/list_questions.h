#pragma once

#include "ingest/records/list_shape.h"
#include "ingest/records/settled_columns.h"

#include <vector>

namespace raquette::ingest {

// What surveys and forms ask in columns of their own.

/// Columns that say of each row whether it belongs to one network.
std::vector<NetworkColumn> takeNetworks(SettledColumns& columns);
/// The headers of a form are questions: the longest name of a key that one holds is what it asks for.
void answerQuestions(SettledColumns& columns);
/// Columns that hold the figure of one year, or what one funder gave.
std::vector<FigureColumn> takeFigures(SettledColumns& columns);

}  // namespace raquette::ingest
