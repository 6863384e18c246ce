#pragma once

#include "gis/model/source.h"

#include <span>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// The column keys a source of that kind understands (design §4): the common ones, then its own.
const std::vector<std::string_view>& columnKeys(model::SourceKind kind);

/// Keys whose columns are private unless the study names them public.
std::span<const std::string_view> personalKeys();

}  // namespace raquette::ingest
