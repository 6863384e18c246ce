#include "ingest/records/issue_text.h"

#include "gis/text/catalogue.h"

#include <fmt/format.h>

namespace raquette::ingest {

model::Issue issueOf(const model::SourceDeclaration& source, long row, model::Language language, std::string_view what,
                     const IssueValues& values) {
    model::Issue issue;
    issue.source = source.id;
    issue.file = source.writtenPath;
    issue.sheet = source.sheet;
    issue.row = row;
    issue.what = what;
    issue.facts.insert(values.begin(), values.end());
    issue.rule = text::say(language, fmt::format("issue.{}.rule", what), values);
    issue.action = text::say(language, fmt::format("issue.{}.action", what), values);
    return issue;
}

}  // namespace raquette::ingest
