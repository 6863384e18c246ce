#include "viewer/app/opening.h"

#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"

namespace raquette::viewer {

std::shared_ptr<const store::StudyState> openState(const std::filesystem::path& path) {
    if (path.extension() != ".toml") return std::make_shared<const store::StudyState>(store::readStore(path));
    auto state = std::make_shared<store::StudyState>();
    state->study = ingest::readStudyFile(path, model::today());
    model::Issues referenceIssues;
    state->reference = ingest::readReference(state->study, referenceIssues);
    state->dataset = ingest::ingest(state->study, state->reference).dataset;
    state->dataset.issues.insert(state->dataset.issues.begin(), referenceIssues.begin(), referenceIssues.end());
    state->analysis = analysis::analyse(state->study, state->reference, state->dataset);
    return state;
}

}  // namespace raquette::viewer
