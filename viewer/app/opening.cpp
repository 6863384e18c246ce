#include "viewer/app/opening.h"

#include "gis/model/error.h"
#include "gis/store/shared_store.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/roads/roads.h"
#include "ingest/study/study_file.h"

#include <optional>

namespace raquette::viewer {

namespace {

/// The study that a store was made of, where its file stands word for word in its folder or not far above.
std::optional<model::Study> studyOf(const model::Study& stored, const std::filesystem::path& store) {
    constexpr int highest = 3;
    if (stored.file.empty()) return std::nullopt;
    std::filesystem::path folder = std::filesystem::absolute(store).parent_path();
    for (int i = 0; i < highest; ++i, folder = folder.parent_path()) {
        const std::filesystem::path file = folder / stored.file;
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error)) continue;
        try {
            model::Study declared = ingest::readStudyFile(file, model::today());
            if (declared.text == stored.text) return declared;
        } catch (const model::Error&) {
            return std::nullopt;  // what is wrong in it concerns those who compute it
        }
    }
    return std::nullopt;
}

/// A store alone shows; with its study beside it, people can also say what they know better.
store::StudyState readBack(const std::filesystem::path& path) {
    store::StudyState state = store::readStore(path);
    state.study.store = std::filesystem::absolute(path).string();  // wherever its study is found
    if (const auto declared = studyOf(state.study, path)) {
        state.study.file = declared->file;
        state.study.contributions = declared->contributions;
        state.study.review = declared->review;
        state.study.travel = declared->travel;
        state.study.roads = declared->roads;
        try {
            model::Issues told;  // the store has them already
            state.reference.roads = ingest::readRoads(state.study, state.reference, told);
        } catch (const model::Error&) {  // NOLINT(bugprone-empty-catch): the store shows all the same; what asks for roads says so
        }
    }
    return state;
}

/// A database tells what it holds; who wants to say more opens the study.
store::StudyState readShared(const std::string& address) {
    store::StudyState state = store::readSharedStore(store::sharedAddress(address));
    state.study.file.clear();
    return state;
}

}  // namespace

std::shared_ptr<const store::StudyState> openState(const std::filesystem::path& path) {
    if (store::isShared(path.string())) return std::make_shared<const store::StudyState>(readShared(path.string()));
    if (path.extension() != ".toml") return std::make_shared<const store::StudyState>(readBack(path));
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
