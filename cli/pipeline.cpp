#include "cli/pipeline.h"

#include "cli/output.h"
#include "gis/model/error.h"
#include "gis/store/shared_store.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

namespace raquette::cli {

model::Study readStudy(const Options& options) {
    model::Study study = ingest::readStudyFile(options.study, model::today());
    if (options.date) study.date = *options.date;
    return study;
}

Computed ingestStudy(const Options& options, const Progress& progress) {
    Computed computed;
    computed.state.study = readStudy(options);
    const model::Study& study = computed.state.study;
    progress.stage("Reading the reference");
    model::Issues referenceIssues;
    computed.state.reference = ingest::readReference(computed.state.study, referenceIssues);
    progress.stage("Reading the sources");
    computed.readings = ingest::loadReadings(readingsPath(study));
    ingest::IngestResult read = ingest::ingest(study, computed.state.reference, progress.watch("Reading the sources"), &computed.readings);
    computed.state.dataset = std::move(read.dataset);
    computed.columns = std::move(read.columns);
    computed.rejects = std::move(read.rejects);
    computed.tables = std::move(read.tables);
    auto& issues = computed.state.dataset.issues;
    issues.insert(issues.begin(), referenceIssues.begin(), referenceIssues.end());
    return computed;
}

Computed computeStudy(const Options& options, const Progress& progress) {
    Computed computed = ingestStudy(options, progress);
    progress.stage("Looking for the holes");
    auto& [study, reference, dataset, analysis] = computed.state;
    analysis = analysis::analyse(study, reference, dataset, {.threads = options.threads});
    return computed;
}

store::StudyState stateToDraw(const Options& options, const Progress& progress) {
    if (options.study.extension() == ".gpkg") {
        progress.stage("Reading the store");
        return store::readStore(options.study);
    }
    if (store::isShared(options.study.string())) {
        progress.stage("Reading the store");
        return store::readSharedStore(store::sharedAddress(options.study.string()));
    }
    return computeStudy(options, progress).state;
}

std::filesystem::path readingsPath(const model::Study& study) {
    return ingest::storePath(study).replace_extension(".readings");
}

std::filesystem::path rejectsFolder(const model::Study& study) {
    const std::filesystem::path store = ingest::storePath(study);
    return store.parent_path() / (store.stem().string() + "-rejects");
}

bool writeRejectedRows(const Computed& computed) {
    const std::filesystem::path folder = rejectsFolder(computed.state.study);
    const bool some = std::ranges::any_of(computed.rejects, [](const ingest::RejectedRows& rejects) { return !rejects.rows.empty(); });
    if (some) makeFolderOf(folder / "rows.csv");
    if (some || std::filesystem::exists(folder)) ingest::writeRejects(computed.rejects, folder);
    return some;
}

void makeFolderOf(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.parent_path();
    if (folder.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw model::Error(fmt::format("The folder {} cannot be made: {}.", folder.string(), error.message()));
}

int exitCode(const Options& options, const model::Dataset& dataset) {
    const bool rejected = std::ranges::any_of(dataset.sources, [](const model::SourceSummary& source) { return source.rejected > 0; });
    return options.strict && rejected ? 3 : 0;
}

}  // namespace raquette::cli
