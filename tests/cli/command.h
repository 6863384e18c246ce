#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace raquette::cli::testing {

struct Result {
    int code = 0;  ///< of the exit; 128 + signal when killed
    std::string out;
    std::string err;
};

struct Circumstances {
    // GCC wants a value where circumstances are listed without it. NOLINTBEGIN(readability-redundant-member-init)
    std::optional<unsigned long> largestFile{};  ///< bytes: a disk that is full from there on
    std::optional<unsigned> killedAfterMs{};     ///< SIGKILL
    bool stopped = false;                        ///< Ctrl-C, as soon as it would be heard
    // NOLINTEND(readability-redundant-member-init)
};

/// Runs the built `raquette` in a folder.
Result runRaquette(const std::filesystem::path& folder, const std::vector<std::string>& arguments, const Circumstances& circumstances = {});

/// The text of tests/cli/golden/NAME; with RAQUETTE_UPDATE_GOLDEN set, `actual` is first written there.
std::string golden(const std::string& name, const std::string& actual);

}  // namespace raquette::cli::testing
