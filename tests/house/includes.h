#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace raquette::house {

/// An #include line that a room may not have, and why.
struct Breach {
    std::string file;  ///< from the root of the repository
    int line = 0;
    std::string header;
    std::string rule;

    bool operator==(const Breach&) const = default;
};

/// Who may know whom (design §3): checks the #include lines of one file, given as its path from the root and its text.
std::vector<Breach> includeBreaches(std::string_view file, std::string_view text);

}  // namespace raquette::house
