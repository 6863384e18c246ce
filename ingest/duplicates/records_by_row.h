#pragma once

#include "gis/model/dataset.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace raquette::ingest {

/// Actors and venues by the row they come from: eight bytes a record, made where issues have to find theirs.
class RecordsByRow {
public:
    explicit RecordsByRow(const model::Dataset& dataset);

    /// Null when the row gave none.
    const model::Actor* at(std::string_view source, long row) const;

private:
    std::unordered_map<std::string_view, std::vector<const model::Actor*>> sources_;  ///< rows ascending
};

}  // namespace raquette::ingest
