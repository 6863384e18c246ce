#include "cli/diagnosis.h"
#include "cli/json.h"
#include "cli/output.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "gis/model/error.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "ingest/contributions/diagnosis.h"
#include "ingest/contributions/history.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using model::DiagnosisStanding;
using model::Language;
using nlohmann::ordered_json;
using text::say;

ingest::MergeRequest requestOf(const CooperationRequest& said) {
    ingest::MergeRequest request;
    request.organisation = said.organisation;
    request.by = said.author;
    request.reason = said.reason;
    request.today = model::isoText(model::today());
    return request;
}

/// What is put to debate is what the store shows from then on.
model::HistoryAct debated(const Options& options, ingest::Shelf& shelf, const ingest::MergeRequest& request, const Progress& progress) {
    const Computed computed = computeStudy(options, progress);
    progress.stage("Keeping the diagnosis");
    return ingest::debate(computed.state, shelf, request);
}

std::string lineOf(ingest::Shelf& shelf, const DiagnosisStanding& diagnosis, Language language) {
    const std::string file = shelf.diagnosis(diagnosis.id).string();
    std::string line = say(language, "diagnosis.debated", {{"id", diagnosis.id}, {"date", diagnosis.debated}, {"file", file}});
    if (!diagnosis.adoptedBy.empty())
        line += " " + say(language, "diagnosis.adopted-by", {{"list", fmt::format("{}", fmt::join(diagnosis.adoptedBy, ", "))}});
    if (!diagnosis.missing.empty())
        line += " " + say(language, "diagnosis.missing", {{"list", fmt::format("{}", fmt::join(diagnosis.missing, ", "))}});
    if (!diagnosis.adopted.empty()) line += " " + say(language, "diagnosis.adopted", {{"date", diagnosis.adopted}});
    if (diagnosis.changedSince > 0)
        line +=
            " " + say(language, "diagnosis.changed", {{"n", text::number(language, static_cast<std::int64_t>(diagnosis.changedSince))}});
    return line + "\n";
}

ordered_json documentOf(ingest::Shelf& shelf, const DiagnosisStanding& diagnosis) {
    return {{"diagnosis", diagnosis.id},
            {"debated", diagnosis.debated},
            {"adopted", diagnosis.adopted},
            {"adopted_by", diagnosis.adoptedBy},
            {"missing", diagnosis.missing},
            {"changed_since", diagnosis.changedSince},
            {"path", shelf.diagnosis(diagnosis.id).string()}};
}

/// How it differs from the one adopted before it can be asked at once.
std::string comparisonText(ingest::Shelf& shelf, const std::vector<DiagnosisStanding>& all, Language language) {
    const DiagnosisStanding& last = all.back();
    for (std::size_t i = all.size() - 1; i > 0; --i) {
        if (all[i - 1].adopted.empty() || all[i - 1].id == last.id) continue;
        return say(language, "diagnosis.compare",
                   {{"before", shelf.diagnosis(all[i - 1].id).string()}, {"after", shelf.diagnosis(last.id).string()}}) +
               "\n";
    }
    return {};
}

}  // namespace

int diagnose(const Options& options) {
    const CooperationRequest& said = options.cooperation;
    const bool more = !said.files.empty() || !said.accepted.empty() || !said.refused.empty() || !said.discussed.empty() ||
                      !said.votes.empty() || !said.choices.empty();
    if (more) throw model::UsageError("--debate and --adopt stand alone: merge and settle first, then put to debate or adopt.");
    const Progress progress(options.quiet);
    const model::Study study = readStudy(options);
    const auto shelf = ingest::requireShelf(study);
    const ingest::MergeRequest request = requestOf(options.cooperation);
    const ingest::Shelf::Hold hold = shelf->hold();
    const model::HistoryAct act =
        options.cooperation.debates ? debated(options, *shelf, request, progress) : ingest::adopt(study, *shelf, request);
    shelf->keep({}, {act});
    renewStore(options, study, progress);
    progress.done();
    const std::vector<DiagnosisStanding> all = ingest::diagnosesOf(study.review, *shelf, shelf->history());
    if (options.json)
        print(written(documentOf(*shelf, all.back())));
    else if (!options.quiet)
        print(lineOf(*shelf, all.back(), study.language) + comparisonText(*shelf, all, study.language));
    return 0;
}

std::string diagnosesText(const model::Study& study, Language language) {
    std::string out;
    const auto shelf = ingest::shelfOf(study);
    if (!shelf) return out;
    for (const DiagnosisStanding& diagnosis : ingest::diagnosesOf(study.review, *shelf, shelf->history()))
        out += lineOf(*shelf, diagnosis, language);
    return out;
}

ordered_json diagnosesDocument(const model::Study& study) {
    ordered_json list = ordered_json::array();
    const auto shelf = ingest::shelfOf(study);
    if (!shelf) return list;
    for (const DiagnosisStanding& diagnosis : ingest::diagnosesOf(study.review, *shelf, shelf->history()))
        list.push_back(documentOf(*shelf, diagnosis));
    return list;
}

}  // namespace raquette::cli
