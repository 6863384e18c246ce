#include "cli/commands.h"
#include "cli/document.h"
#include "cli/findings.h"
#include "cli/output.h"

namespace raquette::cli {

int run(const Options& options) {
    const Progress progress(options.quiet);
    const SharedHold held = holdShared(options);
    const Computed computed = computeStudy(options, progress);
    std::vector<Output> outputs = writeStoreAndRejects(computed, progress);
    for (Output& output : writeDeclared(computed.state, progress)) outputs.push_back(std::move(output));
    progress.done();
    const model::Language language = computed.state.study.language;
    if (options.json) {
        print(resultDocument(computed.state, outputs));
    } else if (!options.quiet) {
        print(findingsText(computed.state, false) + "\n" + outputsText(outputs, language));
    }
    return exitCode(options, computed.state.dataset);
}

}  // namespace raquette::cli
