#pragma once

#include "gis/model/language.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace raquette::text {

/// The French or English text of a key of data/catalogue.json. An unknown key throws model::Error: a missing text is our bug.
const std::string& say(model::Language language, std::string_view key);

/// The same with `{name}` places filled in. Values are inserted as they are; escaping is the writer's business.
std::string say(model::Language language, std::string_view key, const std::vector<std::pair<std::string, std::string>>& values);

/// Whether the catalogue has a text for a key.
bool isSaid(std::string_view key);

}  // namespace raquette::text
