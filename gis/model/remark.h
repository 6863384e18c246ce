#pragma once

#include "gis/model/contribution.h"

#include <string>
#include <vector>

namespace raquette::model {

/// What somebody pinned on a record, a hole or a figure: a comment, or a doubt that must be answered before the diagnosis is adopted.
struct Remark {
    std::string contribution;  ///< id of the one that brought it
    std::string about;         ///< a record's id, `gap:ID` or `SERVICE:TERRITORY`
    bool contests = false;
    std::string text;
    bool isPrivate = false;  ///< the text holds an address or a number of a person
    std::string organisation;
    std::string date;  ///< ISO day
    ContributionStatus status = ContributionStatus::Proposed;
    std::string answer;      ///< of a contest: why it was accepted or refused
    std::string answeredBy;  ///< the organisation

    bool isOpen() const { return contests && status == ContributionStatus::Proposed; }
};

/// Where the diagnosis of a study stands: the last one put to debate.
struct DiagnosisStanding {
    std::string id;                      ///< of its content; empty: a draft, never put to debate
    std::string debated;                 ///< ISO day
    std::string adopted;                 ///< ISO day since when all whose word is needed adopted it; empty: in debate
    std::vector<std::string> adoptedBy;  ///< organisations
    std::vector<std::string> missing;    ///< whose word is needed still
    long changedSince = 0;               ///< contributions accepted or taken back since it was put to debate
};

}  // namespace raquette::model
