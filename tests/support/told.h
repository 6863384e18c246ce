#pragma once

#include "gis/model/issue.h"

#include <ostream>

namespace raquette::model {

/// A failed expectation shows what was told, not bytes.
inline void PrintTo(const Issue& issue, std::ostream* out) {
    *out << "\n  " << (issue.effect == IssueEffect::Rejected ? "REJECTED " : "") << issue.source << " row " << issue.row << " "
         << issue.column << " “" << issue.value << "” (" << issue.what << "): " << issue.rule << " → " << issue.action;
}

}  // namespace raquette::model
