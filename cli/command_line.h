#pragma once

#include "cli/options.h"

#include <string>
#include <variant>

namespace raquette::cli {

/// What `--help` or `--version` asks to see.
struct Text {
    std::string text;
};

/// Reads the command line and opens nothing. Throws model::UsageError (exit 2), and model::Error for a command of the design
/// that this version does not have yet (exit 1).
std::variant<Options, Text> parseCommandLine(int argc, const char* const* argv);

}  // namespace raquette::cli
