#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/quality.h"

#include <fmt/format.h>

namespace raquette::cli {

int check(const Options& options) {
    const Progress progress(options.quiet);
    const Computed computed = ingestStudy(options, progress);
    progress.done();
    const model::Dataset& dataset = computed.state.dataset;
    if (options.json) {
        print(checkDocument(computed.state, computed.tables, computed.columns));
    } else if (!options.quiet) {
        const std::string tables = tablesText(computed.tables, computed.state.study.language);
        const std::string columns = columnsText(computed.columns);
        print(fmt::format("{}\n{}{}{}{}{}{} {}\n", sourcesText(dataset.sources), tables, tables.empty() ? "" : "\n", columns,
                          columns.empty() ? "" : "\n", issuesText(dataset.issues), dataset.issues.size(),
                          dataset.issues.size() == 1 ? "issue" : "issues"));
    }
    return exitCode(options, dataset);
}

}  // namespace raquette::cli
