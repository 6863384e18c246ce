#pragma once

#include "gis/model/contribution.h"
#include "gis/model/dataset.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/record_fields.h"

#include <string>
#include <vector>

namespace raquette::ingest {

/// Where a contribution meets what is said now: somebody else changed that field meanwhile.
struct Conflict {
    std::string record, field;
    std::string before;  ///< what the contributor saw
    std::string now;     ///< what is said now
    std::string after;   ///< what the contributor says

    bool operator==(const Conflict&) const = default;
};

/// Three-way, field by field: none where only one side changed a field, or both say the same. What was chosen already is settled.
std::vector<Conflict> conflictsOf(const model::Contribution& contribution, const FieldState& now,
                                  const std::vector<model::FieldChange>& choices = {});

/// As it may be told: what is private stays so where two differ too.
Conflict shown(Conflict conflict);

/// What is said once a contribution is part of the study, with what was chosen in it.
void apply(const model::Contribution& contribution, const std::vector<model::FieldChange>& choices, FieldState& state);

/// The communes of the records a contribution is about; an empty one for what is nowhere.
std::vector<std::string> communesOf(const model::Contribution& contribution, const FieldState& now);

/// May that organisation bring proposals into the study?
bool mayPropose(const model::ReviewRules& rules, const std::string& organisation);

/// May that organisation accept or refuse a contribution of that kind about records of these communes? Where no rules are stated, whoever
/// keeps the study may.
bool maySettle(const model::ReviewRules& rules, const std::string& organisation, model::ContributionKind kind,
               const std::vector<std::string>& communes, const model::Reference& reference);

/// Whether it is the network of that territory: a right of its own there, not everywhere.
bool isOfTheTerritory(const model::ReviewRules& rules, const std::string& organisation, const std::vector<std::string>& communes,
                      const model::Reference& reference);

/// What the votes of a proposal say on a day: one for each organisation, all alike, as many and after as long as the rules want.
enum class Verdict { Open, Accepted, Refused, Split };
Verdict verdictOf(const model::ReviewRules& rules, const Standing& standing, const std::string& today);

}  // namespace raquette::ingest
