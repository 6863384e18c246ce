#include "viewer/app/shared_study.h"

#include "gis/store/shared_store.h"
#include "ingest/contributions/diagnosis.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/record_fields.h"
#include "ingest/contributions/shelf.h"
#include "ingest/study/study_file.h"
#include "viewer/app/opening.h"

namespace raquette::viewer {

namespace {

/// Whether what the study says, or what is said of it, is another after it.
bool changed(const store::StudyState& state, ingest::Shelf& shelf, Deed deed, const ingest::MergeRequest& request) {
    if (deed == Deed::Merge) {
        const ingest::MergeOutcome outcome = ingest::mergeOf(request, state.study, shelf, state.reference, ingest::fieldsOf(state.dataset));
        ingest::keep(outcome, shelf);
        return outcome.changesTheStudy;
    }
    shelf.keep({}, {deed == Deed::Debate ? ingest::debate(state, shelf, request) : ingest::adopt(state.study, shelf, request)});
    return true;
}

Acted act(const std::filesystem::path& study, Deed deed, const ingest::MergeRequest& request) {
    const model::Study declared = ingest::readStudyFile(study, model::today());
    const auto shelf = ingest::requireShelf(declared);
    const std::size_t known = shelf->history().size();
    auto state = openState(study);
    const ingest::Shelf::Hold hold = shelf->hold();
    if (shelf->history().size() != known) state = openState(study);
    if (!changed(*state, *shelf, deed, request)) return {state, false};
    state = openState(study);
    if (store::isShared(state->study.store)) {
        if (shelf->owns()) store::writeSharedStore(*state, store::sharedAddress(state->study.store), ingest::rolesOf(state->study.review));
        return {state, true};
    }
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
