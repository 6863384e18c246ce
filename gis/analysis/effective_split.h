#pragma once

#include "gis/model/study.h"

namespace raquette::analysis {

/// How a service's uncovered area is cut in the end. Without commune outlines nothing can be cut by EPCI: it is cut where it narrows. Where
/// the reach is a territory nothing narrows: it is cut by département.
model::Split effectiveSplit(const model::GapRules& rules, const model::Reach& reach, bool communePolygons);

}  // namespace raquette::analysis
