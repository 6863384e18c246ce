#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace raquette::model {

/// One field of one record, as somebody found it and as it should be.
struct FieldChange {
    std::string record;  ///< its id; of a comment what it is about: a record, `gap:ID` or `SERVICE:TERRITORY`
    std::string field;   ///< a column key; `kind` of a new record (`venues` `actors` `links`); `comment`, `contest`
    std::string before;  ///< empty: it said nothing
    std::string after;   ///< empty: it shall say nothing

    bool operator==(const FieldChange&) const = default;
};

/// What a proposal is about, by its changes: the first of these that holds.
enum class ContributionKind {
    Contest,  ///< of a hole or a figure: it must be answered before the diagnosis is adopted
    Comment,
    Link,
    New,
    Closing,
    Correction
};

/// What somebody proposes to change in a study: a file that can be mailed, never an edit in place.
struct Contribution {
    std::string id;            ///< of its content, but for what it says of persons
    std::string study;         ///< the title of the study it is for
    std::string base;          ///< version of the records it was made from
    std::string organisation;  ///< for whom it speaks
    std::string author;        ///< a person: private
    std::string date;          ///< ISO day
    std::string reason;
    std::vector<FieldChange> changes;  ///< by record, then field; one for each
    std::string accepted;              ///< ISO day it became part of the study; empty in the file that travels

    bool operator==(const Contribution&) const = default;
};

/// What became of a contribution.
enum class ContributionStatus { Proposed, Accepted, Refused, Reverted };
/// `proposed accepted refused reverted`.
std::string_view name(ContributionStatus status);

/// One line of the history of a study's contributions, and of the diagnoses made of them.
struct HistoryAct {
    enum class What { Proposed, Discussed, Voted, Resolved, Accepted, Refused, Reverted, Debated, Adopted, Erased };
    What what = What::Proposed;
    std::string contribution;  ///< its id; empty for what is done to a diagnosis or a person
    std::string diagnosis;     ///< id of the one put to debate or adopted
    std::string on;            ///< ISO day
    std::string organisation;
    std::string by;  ///< a person: private
    std::string reason;
    bool yes = false;                  ///< of a vote
    FieldChange choice;                ///< of what was resolved: what the field said that day, and what it shall say
    std::vector<std::string> digests;  ///< of what was erased: of the private cells that lists may say still

    bool operator==(const HistoryAct&) const = default;
};

}  // namespace raquette::model
