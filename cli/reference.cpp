#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/quality.h"
#include "ingest/reference/build.h"

namespace raquette::cli {

namespace {

void tell(const Options& options, const ingest::ReferenceInfo& info) {
    if (options.json) {
        print(referenceDocument(info));
    } else if (!options.quiet) {
        print(ingest::describe(info) + issuesText(info.issues));
    }
}

}  // namespace

int buildReference(const Options& options) {
    const Progress progress(options.quiet);
    progress.stage("Making the reference");
    makeFolderOf(options.build.output);
    const ingest::ReferenceInfo info = ingest::buildReference(options.build, model::Language::English);
    progress.done();
    tell(options, info);
    return 0;
}

int describeReference(const Options& options) {
    const Progress progress(options.quiet);
    progress.stage("Reading the reference");
    const ingest::ReferenceInfo info = ingest::referenceInfo(options.info, model::Language::English);
    progress.done();
    tell(options, info);
    return 0;
}

}  // namespace raquette::cli
