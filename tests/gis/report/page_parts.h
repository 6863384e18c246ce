#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace raquette::report::test {

/// What stands between `<script type="application/json" id="…">` and its end; nothing where there is none.
std::string island(const std::string& page, std::string_view id);

/// The page without what stands inside its scripts and styles: what data may have written.
std::string markup(const std::string& page);

/// The scripts that run, in their order.
std::vector<std::string> scripts(const std::string& page);

/// What the policy of the page says.
std::string policy(const std::string& page);

}  // namespace raquette::report::test
