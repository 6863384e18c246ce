#pragma once

#include "cli/options.h"
#include "gis/model/language.h"
#include "gis/model/study.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace raquette::cli {

/// `merge --debate` and `merge --adopt`: the diagnosis as it is today is put to debate, or the one in debate is adopted. Returns the exit
/// code.
int diagnose(const Options& options);

/// Every diagnosis put to debate, and who adopted it; nothing where there is none.
std::string diagnosesText(const model::Study& study, model::Language language);
nlohmann::ordered_json diagnosesDocument(const model::Study& study);

}  // namespace raquette::cli
