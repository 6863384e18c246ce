#pragma once

#include "gis/model/language.h"
#include "gis/store/table.h"

#include <string>

namespace raquette::store {

/// What a column says, for the dictionary that goes with an export: keys `column.NAME`, or `column.LAYER.NAME` where a layer
/// means something of its own by it.
std::string meaning(model::Language language, const Table& table, const Column& column);

}  // namespace raquette::store
