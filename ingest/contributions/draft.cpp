#include "ingest/contributions/draft.h"

#include "gis/model/error.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/digest.h"

#include <fmt/format.h>

namespace raquette::ingest {

namespace {

void requireField(const std::string& field) {
    if (field == "kind" || isRemark(field) || !isContributedField(field))
        throw model::Error(fmt::format("“{}” is no field of a record that can be said: see the column keys of the README.", field));
}

}  // namespace

std::vector<model::FieldChange> additionOf(std::string_view kind, const std::vector<std::pair<std::string, std::string>>& fields) {
    constexpr std::size_t digits = 12;
    std::string all(kind);
    for (const auto& [field, value] : fields) all += fmt::format("\n{}={}", field, value);
    const std::string id = "new-" + digestOf(all).substr(0, digits);
    std::vector<model::FieldChange> changes{{id, "kind", "", std::string(kind)}};
    for (const auto& [field, value] : fields) {
        requireField(field);
        changes.push_back({id, field, "", value});
    }
    return changes;
}

void requireRecord(const FieldState& fields, const std::string& id) {
    const auto first = fields.lower_bound({id, ""});
    if (first == fields.end() || first->first.first != id)
        throw model::Error(fmt::format("No record of the study has the id “{}”. `raquette explain STUDY NAME` tells the id of one.", id));
}

model::FieldChange correctionOf(const FieldState& fields, const std::string& record, const std::string& field, const std::string& value) {
    requireRecord(fields, record);
    requireField(field);
    return {record, field, textIn(fields, record, field), value};
}

model::Contribution contributionOf(const model::Study& study, const FieldState& fields, const Speaker& speaker,
                                   std::vector<model::FieldChange> changes) {
    model::Contribution contribution;
    contribution.study = study.title.in(model::Language::French);
    contribution.base = versionOf(fields);
    contribution.organisation = speaker.organisation;
    contribution.author = speaker.author;
    contribution.reason = speaker.reason;
    contribution.date = model::isoText(model::today());
    contribution.changes = std::move(changes);
    settle(contribution);
    return contribution;
}

}  // namespace raquette::ingest
