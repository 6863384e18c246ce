#include "viewer/app/shared_study.h"

#include "ingest/contributions/diagnosis.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/record_fields.h"
#include "ingest/study/study_file.h"
#include "viewer/app/opening.h"

namespace raquette::viewer {

namespace {

/// Whether what the study says, or what is said of it, is another after it.
bool changed(const store::StudyState& state, Deed deed, const ingest::MergeRequest& request) {
    const std::filesystem::path& folder = state.study.contributions;
    if (deed == Deed::Merge) {
        const ingest::MergeOutcome outcome = ingest::mergeOf(request, state.study, state.reference, ingest::fieldsOf(state.dataset));
        ingest::keep(outcome, folder);
        return outcome.changesTheStudy;
    }
    ingest::addToHistory(folder, {deed == Deed::Debate ? ingest::debate(state, request) : ingest::adopt(state.study, request)});
    return true;
}

Acted act(const std::filesystem::path& study, Deed deed, const ingest::MergeRequest& request) {
    const model::Study declared = ingest::readStudyFile(study, model::today());
    const ingest::MergeLock lock(declared.contributions);
    auto state = openState(study);
    if (!changed(*state, deed, request)) return {state, false};
    state = openState(study);
    if (state->study.store.starts_with("postgresql:")) return {state, true};
    const std::filesystem::path store = ingest::storePath(state->study);
    if (std::filesystem::exists(store)) store::writeStore(*state, store);
    return {state, true};
}

}  // namespace

SharedStudy sharedStudy(const std::filesystem::path& study) {
    return {[study] { return openState(study); },
            [study](Deed deed, const ingest::MergeRequest& request) { return act(study, deed, request); }};
}

}  // namespace raquette::viewer
