#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace raquette::report {

/// What a page allows itself (Content Security Policy, level 2), for a meta tag: nothing of the network at all, and of scripts and styles
/// only these very texts. What a hostile name might smuggle in would not run even if it were not escaped.
std::string contentPolicy(const std::vector<std::string_view>& scripts, const std::vector<std::string_view>& styles);

}  // namespace raquette::report
