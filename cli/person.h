#pragma once

#include "cli/options.h"

namespace raquette::cli {

/// `log --person`: all that the study holds on a person, where each piece is written. Returns the exit code.
int showPerson(const Options& options);

/// `revert --person`: takes a person out of contributions, history and store, and tells what lists say still.
int erasePerson(const Options& options);

}  // namespace raquette::cli
