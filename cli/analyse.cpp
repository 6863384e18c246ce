#include "cli/commands.h"
#include "cli/document.h"
#include "cli/findings.h"
#include "cli/output.h"

namespace raquette::cli {

// The sources are read again and the whole store is rewritten and renamed: its figures never mix two states of the lists.
int analyse(const Options& options) {
    const Progress progress(options.quiet);
    const SharedHold held = holdShared(options);
    const Computed computed = computeStudy(options, progress);
    const std::vector<Output> outputs = writeStoreAndRejects(computed, progress);
    progress.done();
    if (options.json) {
        print(resultDocument(computed.state, outputs));
    } else if (!options.quiet) {
        print(findingsText(computed.state, options.sensitivity) + "\n" + outputsText(outputs, computed.state.study.language));
    }
    return exitCode(options, computed.state.dataset);
}

}  // namespace raquette::cli
