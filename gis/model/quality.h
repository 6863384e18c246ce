#pragma once

#include "gis/model/ids.h"
#include "gis/model/issue.h"
#include "gis/model/record.h"
#include "gis/model/units.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace raquette::model {

/// What only a person can say, and the lines that say it in the study file.
struct Question {
    enum class About { Duplicate, Place };

    About about = About::Duplicate;
    std::vector<std::string> records;  ///< ids
    int score = 0;                     ///< of a duplicate, out of 100
    std::string text;                  ///< in the study's language: what is asked
    std::string because;               ///< why: what agrees, what differs
    std::string decision;              ///< TOML to paste into the study

    /// One answer of those there may be.
    struct Choice {
        std::string label;     ///< in the study's language
        std::string decision;  ///< TOML that says it

        bool operator==(const Choice&) const = default;
    };
    std::vector<Choice> choices{};  ///< those that are known. NOLINT(readability-redundant-member-init)

    bool operator==(const Question&) const = default;
};
/// `duplicate place`.
std::string_view name(Question::About about);

/// A column of a source and how many of its cells say something.
struct ColumnFill {
    std::string column;  ///< as the source names it
    std::string key;     ///< ours; empty where it is not used
    long filled = 0;
    long rows = 0;
};

/// Issues of a source that say the same thing.
struct IssueGroup {
    std::string what;  ///< Issue::what
    IssueEffect effect = IssueEffect::Noted;
    long rows = 0;
    Issue first;
    std::vector<long> firstRows;  ///< ten at most
};

/// A position the file states and its commune contradicts: the commune was used.
struct FarPosition {
    std::string record;  ///< id
    std::string name;
    Origin origin;
    double kilometres = 0;  ///< from the commune
    std::string commune;    ///< its name
};

/// What a contributor should know about their list.
struct SourceQuality {
    std::string source;
    std::array<long, 5> atPrecision{};  ///< kept actors and venues that have a position, by Precision
    long notPlaced = 0;                 ///< kept, but on no map
    long unknownCodes = 0;              ///< INSEE codes that never were, and placeholders
    long oldCodes = 0;                  ///< carried to the study's year
    std::vector<FarPosition> far;       ///< farthest first
    std::vector<ColumnFill> columns;
    std::vector<IssueGroup> issues;  ///< rejected rows first, then by number of rows
};

enum class SurveyState { NotStated, No, Partly, Yes };
/// `not-stated no partly yes`.
std::string_view name(SurveyState state);

/// How far silence about a function means absence in a territory.
struct Completeness {
    std::string function;
    TerritoryId territory;
    long records = 0;
    SurveyState surveyed = SurveyState::NotStated;
    std::optional<long> asked;     ///< by the sources that surveyed it, over all they surveyed
    std::optional<long> answered;  ///< the same
    std::string confirmed;         ///< date of the latest source that has a record there or looked there
};

/// A record to mend, and how many people it may move from served to unserved or back.
struct Fix {
    std::string record;  ///< id
    std::string name;
    Origin origin;
    std::string service;  ///< the one it moves most people of
    Inhabitants people;
    std::string why;     ///< `commune` `locality` `departement` `far-position`…
    Metres uncertainty;  ///< of its position; 0 when it has none
    std::string place;   ///< name of its commune, else of its département
    long alike = 0;      ///< other records of that place for which all of this holds too
};

struct Quality {
    std::vector<SourceQuality> sources;  ///< in the study's order
    std::vector<Completeness> completeness;
    std::vector<Fix> fixes;  ///< the ten that could move most people, most first
};

}  // namespace raquette::model
