#include "ingest/duplicates/decisions.h"

#include "ingest/records/issue_text.h"

namespace raquette::ingest {

void noteUnknownId(const model::Study& study, const model::Decision& decision, const std::string& id, model::Issues& issues) {
    model::SourceDeclaration file;
    file.id = "study";
    file.writtenPath = study.file.filename().string();
    issues.push_back(issueOf(file, decision.line, study.language, "decision-without-record", {{"id", id}}));
    issues.back().column = decision.isPlace() ? "record" : "records";
    issues.back().value = id;
}

}  // namespace raquette::ingest
