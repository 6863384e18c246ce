#include "cli/commands.h"
#include "cli/document.h"
#include "cli/findings.h"
#include "cli/output.h"
#include "cli/quality.h"

namespace raquette::cli {

int ingest(const Options& options) {
    const Progress progress(options.quiet);
    const SharedHold held = holdShared(options);
    const Computed computed = ingestStudy(options, progress);
    const std::vector<Output> outputs = writeStoreAndRejects(computed, progress);
    progress.done();
    const model::Dataset& dataset = computed.state.dataset;
    if (options.json) {
        print(ingestDocument(computed.state, outputs));
    } else if (!options.quiet) {
        print(reportText(computed.state) + qualityText(computed.state) + "\n" + outputsText(outputs, computed.state.study.language));
    }
    return exitCode(options, dataset);
}

}  // namespace raquette::cli
