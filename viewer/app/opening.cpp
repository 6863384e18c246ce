#include "viewer/app/opening.h"

#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"

#include <QDate>

namespace raquette::viewer {

namespace {

/// The day it is here, not in Greenwich.
model::Day today() {
    const QDate here = QDate::currentDate();
    return std::chrono::sys_days{std::chrono::year{here.year()} / here.month() / here.day()};
}

}  // namespace

std::shared_ptr<const store::StudyState> openState(const std::filesystem::path& path) {
    if (path.extension() != ".toml") return std::make_shared<const store::StudyState>(store::readStore(path));
    auto state = std::make_shared<store::StudyState>();
    state->study = ingest::readStudyFile(path, today());
    model::Issues referenceIssues;
    state->reference = ingest::readReference(state->study, referenceIssues);
    state->dataset = ingest::ingest(state->study, state->reference).dataset;
    state->dataset.issues.insert(state->dataset.issues.begin(), referenceIssues.begin(), referenceIssues.end());
    state->analysis = analysis::analyse(state->study, state->reference, state->dataset);
    return state;
}

}  // namespace raquette::viewer
