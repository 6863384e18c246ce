#pragma once

#include "gis/report/map_scope.h"

#include <string>

namespace raquette::report {

/// What makes a page stand alone around its content.
struct DocumentParts {
    std::string title;   ///< text
    std::string header;  ///< text: which study, which day
    std::string main;    ///< HTML
};

/// One file that asks nothing of the network: styles, scripts and what they draw are in it, and a policy says that nothing else may run.
/// Without scripts, and on paper, it says the same with its drawn map.
std::string documentOf(const store::StudyState& state, const MapScope& scope, const DocumentParts& parts, model::Language language);

}  // namespace raquette::report
