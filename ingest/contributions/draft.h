#pragma once

#include "gis/model/contribution.h"
#include "gis/model/study.h"
#include "ingest/contributions/record_fields.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// The fields that say a new record, in the order given. It is called by what it says, so that two who add the same add one. Throws
/// model::Error for what is no field of a record.
std::vector<model::FieldChange> additionOf(std::string_view kind, const std::vector<std::pair<std::string, std::string>>& fields);

/// What a field of a record should say, against what it says. Throws model::Error for a record or a field that is none.
model::FieldChange correctionOf(const FieldState& fields, const std::string& record, const std::string& field, const std::string& value);

/// Throws model::Error when no record has that id.
void requireRecord(const FieldState& fields, const std::string& id);

/// Who speaks.
struct Speaker {
    std::string organisation;
    std::string author;  ///< a person: private
    std::string reason;
};

/// A contribution to a study as it is now. Throws model::Error where it changes nothing, or one field twice.
model::Contribution contributionOf(const model::Study& study, const FieldState& fields, const Speaker& speaker,
                                   std::vector<model::FieldChange> changes);

}  // namespace raquette::ingest
