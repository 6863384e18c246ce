#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/quality.h"

namespace raquette::cli {

int check(const Options& options) {
    const Progress progress(options.quiet);
    const Computed computed = ingestStudy(options, progress);
    progress.done();
    const model::Dataset& dataset = computed.state.dataset;
    if (options.json) {
        print(checkDocument(computed.state, computed.columns));
    } else if (!options.quiet) {
        const std::string columns = columnsText(computed.columns, dataset.sources, computed.state.study.language);
        print(columns + (columns.empty() ? "" : "\n") + reportText(computed.state));
    }
    return exitCode(options, dataset);
}

}  // namespace raquette::cli
