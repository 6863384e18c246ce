#pragma once

#include "gis/model/language.h"

#include <string>
#include <string_view>

namespace raquette::report {

/// A file of data/report, whole. Throws model::Error when it is not there.
std::string pageFile(std::string_view name);

/// `<script type="application/json" id="…">`: data for the page's scripts. `json` is a document in ASCII; it is written so that no text in
/// it can end the element or open a comment.
std::string jsonIsland(std::string_view id, std::string_view json);

/// What the page's scripts say, as a JSON object: the texts `report.script.*` of the catalogue, without that beginning.
std::string scriptWords(model::Language language);

}  // namespace raquette::report
