#pragma once

#include <map>
#include <string>
#include <vector>

namespace raquette::model {

/// What an anomaly did to the row it was found in.
enum class IssueEffect {
    Rejected,  ///< the row is kept aside, in the rejects file
    Noted,     ///< the row is kept; the value was corrected, left out or doubted
};

/// Something wrong in the data, told to the person who can mend it.
struct Issue {
    IssueEffect effect = IssueEffect::Noted;
    std::string source;  ///< id of the source in the study, or `reference`, `population`…
    std::string file;    ///< path as the study gives it
    std::string sheet;   ///< empty for formats without sheets
    long row = 0;        ///< what a spreadsheet shows: header = 1; 0 when the issue is about the whole file
    std::string column;  ///< as the source names it; empty when about the row
    std::string value;   ///< as the source has it; left empty for private columns
    std::string rule;    ///< what is expected
    std::string action;  ///< what to do, or what was done
    // GCC wants a value where issues are listed without these. NOLINTBEGIN(readability-redundant-member-init)
    std::string what{};                          ///< which issue it is: `far-position`, `old-code`…
    std::map<std::string, std::string> facts{};  ///< what stands in the places of its texts
    // NOLINTEND(readability-redundant-member-init)

    bool operator==(const Issue&) const = default;
};

using Issues = std::vector<Issue>;

}  // namespace raquette::model
