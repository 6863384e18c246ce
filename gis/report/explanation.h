#pragma once

#include "gis/store/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::report {

/// Where a figure comes from, in words: what it says, how it was counted, from which rows, by which rule, and what could change it.
struct Explanation {
    struct Section {
        std::string title;
        std::vector<std::string> lines;
    };
    std::string title;
    std::vector<Section> sections;
};

/// `what` is a hole (its id, `gap:RANK` of the first service, `gap:SERVICE:RANK`), a territory (`dep:42`, `SERVICE:dep:42`, `study`) or a
/// record or contract (its id, or its name where one alone has it). Throws model::Error saying what can be asked when it is none of these.
Explanation explain(const store::StudyState& state, std::string_view what, model::Language language);

// The parts `explain` is put together from.
Explanation explainGap(const store::StudyState& state, const analysis::ServiceResult& result, const analysis::Gap& gap,
                       model::Language language);
Explanation explainIndicator(const store::StudyState& state, const model::TerritoryId& territory, std::string_view service,
                             model::Language language);
Explanation explainRecord(const store::StudyState& state, const model::Actor& record, model::Language language);
Explanation explainContract(const store::StudyState& state, const model::Contract& contract, model::Language language);

/// `nom (source « liste », ligne 12)`: where a record, or what provides a service, is written.
std::string writtenAt(const store::StudyState& state, const analysis::Provider& provider, model::Language language);
/// The sources a service draws on: who gave which list, when, how many were asked and answered.
std::vector<std::string> sourceLines(const store::StudyState& state, const analysis::ServiceResult& result, model::Language language);
/// What people said of it, as a last section; none where nobody said anything.
void addRemarks(const store::StudyState& state, const std::string& about, model::Language language, Explanation& explanation);
/// How people and distances are counted.
std::vector<std::string> methodLines(const store::StudyState& state, const analysis::ServiceResult& result, model::Language language);

}  // namespace raquette::report
