#pragma once

#include "viewer/what_if/plan.h"

#include <optional>

namespace raquette::store {
struct StudyState;
}

namespace raquette::viewer {

/// The scenario last worked on for a service of a study, kept by itself at every step so that a crash loses nothing. A disk that cannot be
/// written loses the draft, never the scenario in hand.
void keepDraft(const store::StudyState& state, const NamedPlan& plan);
/// None where there was none, or its file cannot be read.
std::optional<Plan> draftOf(const store::StudyState& state, const std::string& service);

}  // namespace raquette::viewer
