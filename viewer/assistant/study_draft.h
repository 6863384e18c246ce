#pragma once

#include "viewer/assistant/new_study.h"

#include <optional>

namespace raquette::viewer {

/// What was said of a list before its study was saved, kept by itself at every answer so that a crash loses nothing. A disk that cannot be
/// written loses the draft, never the answers in hand.
void keepStudyDraft(const NewStudy& study);
/// None where there was none, it was saved, or its file cannot be read.
std::optional<NewStudy> studyDraftOf(const std::filesystem::path& list);
void forgetStudyDraft(const std::filesystem::path& list);

}  // namespace raquette::viewer
