#pragma once

#include "gis/analysis/siting/siting.h"
#include "gis/model/service.h"

#include <string>
#include <vector>

namespace raquette::cli {

/// What `site` prints: the places, how far from the best they may be, and whether the count was checked.
std::string sitingText(const model::Service& service, const analysis::SitingAnswer& answer, model::Language language);

/// The same as a JSON document, for all the answers.
std::string sitingDocument(const model::Service& service, const std::vector<analysis::SitingAnswer>& answers);

}  // namespace raquette::cli
