#pragma once

#include "gis/store/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::store {

/// The names cut to at most `longest` bytes, later ones numbered so that no two are alike whatever the case.
std::vector<std::string> uniqueNames(const std::vector<std::string>& names, std::size_t longest);

/// What a shapefile calls each column: at most 10 bytes, no two alike whatever the case.
std::vector<std::string> shortNames(const std::vector<Column>& columns);

/// Text cut to at most `bytes`, between two characters.
std::string cut(std::string_view text, std::size_t bytes);

}  // namespace raquette::store
