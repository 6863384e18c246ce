#pragma once

#include "gis/model/issue.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"
#include "gis/roads/roads.h"

#include <memory>

namespace raquette::ingest {

/// The roads by which a study's travel times are told; none where no service asks for one. What was made of an extract is kept beside it
/// (or in the user's cache folder) and mapped the next time; it is made again when the extract or the profile changes. Without an extract,
/// or with one that is not there, there are no roads: `issues` says so, and what could not be read, and where none of the reference's
/// people live on its land. Throws model::Error where the extract is broken, or the profile.
std::shared_ptr<const roads::Roads> readRoads(const model::Study& study, const model::Reference& reference, model::Issues& issues);

/// The same of one extract, without a study.
std::shared_ptr<const roads::Roads> readRoads(const std::filesystem::path& extract, const model::TravelRules& counted);

}  // namespace raquette::ingest
