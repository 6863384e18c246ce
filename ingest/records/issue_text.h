#pragma once

#include "gis/model/issue.h"
#include "gis/model/language.h"
#include "gis/model/source.h"
#include "gis/model/study.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// What stands in the places of an issue's texts.
using IssueValues = std::vector<std::pair<std::string, std::string>>;

/// An issue about a row of a source (0: the whole file), told by the texts `issue.WHAT.rule` and `issue.WHAT.action` of the catalogue.
model::Issue issueOf(const model::SourceDeclaration& source, long row, model::Language language, std::string_view what,
                     const IssueValues& values = {});

}  // namespace raquette::ingest
