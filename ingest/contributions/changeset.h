#pragma once

#include "gis/model/contribution.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// Changes of `fields(record, field, value)` as SQLite's session extension writes them. Throws model::Error when memory runs out.
std::string changesetOf(const std::vector<model::FieldChange>& changes);

/// Reads them back, one after the other, without applying them to anything: what is read is data, for whatever store. Throws model::Error
/// saying what is wrong when they are damaged, or of another table.
std::vector<model::FieldChange> changesIn(std::string_view changeset);

}  // namespace raquette::ingest
