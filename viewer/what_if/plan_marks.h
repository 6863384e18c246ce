#pragma once

#include "viewer/map/marks.h"
#include "viewer/what_if/plan.h"

namespace raquette::store {
struct StudyState;
}

namespace raquette::viewer {

/// A plan on the map of one land: its places, which can be dragged, and how far the opened ones reach (by travel time, once an answer is
/// there); of the service's own places, those that close or have moved. Land that is lost where an answer is there.
MapMarks marksOf(const store::StudyState& state, std::size_t service, const Plan& plan, const analysis::ScenarioAnswer* answer, Land land,
                 Plane plane = Plane::OfLand);

}  // namespace raquette::viewer
