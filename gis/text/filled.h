#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace raquette::text {

/// What stands at the `{name}` places of a text.
using Values = std::vector<std::pair<std::string, std::string>>;

/// A text with its `{name}` places filled in. Values are inserted as they are; escaping is the writer's business.
std::string filled(std::string_view pattern, const Values& values);

}  // namespace raquette::text
