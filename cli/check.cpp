#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/quality.h"
#include "cli/understood.h"

namespace raquette::cli {

int check(const Options& options) {
    const Progress progress(options.quiet);
    const Computed computed = ingestStudy(options, progress);
    progress.done();
    const model::Dataset& dataset = computed.state.dataset;
    if (options.json) {
        print(checkDocument(computed.state, computed.tables, computed.columns));
    } else if (!options.quiet) {
        const std::vector<std::string> parts{tablesText(computed.tables, computed.state.study.language),
                                             columnsText(computed.columns, dataset.sources, computed.state.study.language),
                                             reportText(computed.state)};
        std::string out;
        for (const std::string& part : parts) {
            if (!part.empty()) out += (out.empty() ? "" : "\n") + part;
        }
        print(out);
    }
    return exitCode(options, dataset);
}

}  // namespace raquette::cli
