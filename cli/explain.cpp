#include "cli/commands.h"
#include "cli/json.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "gis/report/explanation.h"

#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

std::string textOf(const report::Explanation& explanation) {
    std::string out = explanation.title + "\n";
    for (const report::Explanation::Section& section : explanation.sections) {
        out += "\n" + section.title + "\n";
        for (const std::string& line : section.lines) out += "  " + line + "\n";
    }
    return out;
}

std::string documentOf(const report::Explanation& explanation) {
    nlohmann::ordered_json document{{"title", explanation.title}, {"sections", nlohmann::ordered_json::array()}};
    for (const report::Explanation::Section& section : explanation.sections) {
        document["sections"].push_back({{"title", section.title}, {"lines", section.lines}});
    }
    return written(document);
}

}  // namespace

int explain(const Options& options) {
    const Progress progress(options.quiet);
    const Computed computed = computeStudy(options, progress);
    const store::StudyState& state = computed.state;
    const report::Explanation explanation = report::explain(state, options.what, options.language.value_or(state.study.language));
    progress.done();
    print(options.json ? documentOf(explanation) : textOf(explanation));
    return exitCode(options, state.dataset);
}

}  // namespace raquette::cli
