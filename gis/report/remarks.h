#pragma once

#include "gis/store/store.h"

#include <string>
#include <vector>

namespace raquette::report {

/// What a remark may be about, as model::Remark says it.
std::string aboutOf(const analysis::Gap& gap);
std::string aboutOf(const std::string& service, const model::TerritoryId& territory);

/// What it is about, in words: the name of a hole, of a service in a territory, of a record; as it was written where there is none any
/// more.
std::string subjectText(const store::StudyState& state, const std::string& about, model::Language language);

/// What people said of something, a line each, with the answer where there is one.
std::vector<std::string> remarkLines(const store::StudyState& state, const std::string& about, model::Language language);

/// Where the diagnosis stands: in debate, adopted by whom and when, changed since; empty for a study that never put one to debate.
std::string diagnosisLine(const model::DiagnosisStanding& diagnosis, model::Language language);

/// The debate: where the diagnosis stands, what is contested and what was answered, the open ones first. Nothing where nothing was said.
std::string debateSection(const store::StudyState& state, model::Language language);

}  // namespace raquette::report
