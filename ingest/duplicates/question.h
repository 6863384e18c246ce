#pragma once

#include "gis/model/quality.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"
#include "ingest/duplicates/blocking.h"

#include <string>
#include <string_view>

namespace raquette::ingest {

/// « A », list, row: how a record is named to a person.
std::string calledBy(const model::Actor& record, model::Language language);

/// Are these two one? With what agrees and what differs, and the lines that answer.
model::Question duplicateQuestion(const model::Study& study, const model::Reference& reference, const model::Actor& a,
                                  const model::Actor& b, const Comparison& comparison);

/// Where is this record? `issue` is why nobody could tell.
model::Question placeQuestion(const model::Study& study, const model::Actor& record, const model::Issue& issue);

/// A text between quotes as TOML wants it.
std::string tomlText(std::string_view text);

}  // namespace raquette::ingest
