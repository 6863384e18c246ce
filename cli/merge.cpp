#include "ingest/contributions/merge.h"
#include "cli/commands.h"
#include "cli/diagnosis.h"
#include "cli/json.h"
#include "cli/output.h"
#include "cli/outputs.h"
#include "cli/person.h"
#include "cli/pipeline.h"
#include "cli/text_table.h"
#include "gis/model/error.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/erased_value.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using ingest::Conflict;
using ingest::Merged;
using ingest::MergeOutcome;
using ingest::MergeRequest;
using ingest::Standing;
using model::Language;
using nlohmann::ordered_json;
using text::say;

/// `ID=yes`.
std::pair<std::string, bool> voteOf(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string word = equals == std::string::npos ? "" : text.substr(equals + 1);
    if (word != "yes" && word != "no") throw model::UsageError(fmt::format("--vote: “{}” is not written ID=yes or ID=no.", text));
    return {text.substr(0, equals), word == "yes"};
}

/// `ID:RECORD:FIELD=VALUE`.
std::pair<std::string, model::FieldChange> choiceOf(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string where = text.substr(0, equals);
    const std::size_t first = where.find(':');
    const std::size_t last = where.rfind(':');
    if (equals == std::string::npos || first == std::string::npos || first == last)
        throw model::UsageError(fmt::format("--resolve: “{}” is not written ID:RECORD:FIELD=VALUE.", text));
    return {where.substr(0, first), {where.substr(first + 1, last - first - 1), where.substr(last + 1), "", text.substr(equals + 1)}};
}

MergeRequest requestOf(const CooperationRequest& said) {
    MergeRequest request;
    request.organisation = said.organisation;
    request.by = said.author;
    request.reason = said.reason;
    request.today = model::isoText(model::today());
    for (const std::filesystem::path& file : said.files) request.proposals.push_back(ingest::readContribution(file));
    request.discussed = said.discussed;
    for (const std::string& text : said.votes) request.votes.push_back(voteOf(text));
    for (const std::string& text : said.choices) request.choices.push_back(choiceOf(text));
    request.accepted = said.accepted;
    request.refused = said.refused;
    request.reverted = said.reverted;
    return request;
}

std::string statusText(const Standing& standing, Language language) {
    return say(language, "contribution." + std::string(name(standing.status)));
}

std::string conflictText(const Conflict& conflict, Language language) {
    return "    " +
           say(language, "merge.conflict",
               {{"record", conflict.record},
                {"field", conflict.field},
                {"before", conflict.before},
                {"now", conflict.now},
                {"after", conflict.after}}) +
           "\n";
}

std::string outcomeText(const MergeOutcome& outcome, Language language) {
    constexpr std::size_t most = 50;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, outcome.touched.size()); ++i) {
        const Merged& merged = outcome.touched[i];
        out += fmt::format("{}  {}, {}  {}", merged.contribution.id,
                           say(language, "contribution." + std::string(ingest::name(ingest::kindOf(merged.contribution)))),
                           merged.contribution.organisation, statusText(merged.standing, language));
        if (merged.known) out += ", " + say(language, "merge.known");
        if (merged.verdict == ingest::Verdict::Split) out += ", " + say(language, "merge.split");
        out += "\n";
        for (const Conflict& conflict : merged.conflicts) out += conflictText(ingest::shown(conflict), language);
    }
    if (outcome.touched.size() > most)
        out +=
            say(language, "merge.more", {{"n", text::number(language, static_cast<std::int64_t>(outcome.touched.size() - most))}}) + "\n";
    return out;
}

ordered_json outcomeDocument(const MergeOutcome& outcome) {
    ordered_json list = ordered_json::array();
    for (const Merged& merged : outcome.touched) {
        ordered_json conflicts = ordered_json::array();
        for (const Conflict& conflict : merged.conflicts) {
            const Conflict one = ingest::shown(conflict);
            conflicts.push_back(
                {{"record", one.record}, {"field", one.field}, {"before", one.before}, {"now", one.now}, {"after", one.after}});
        }
        list.push_back({{"contribution", merged.contribution.id},
                        {"kind", ingest::name(ingest::kindOf(merged.contribution))},
                        {"organisation", merged.contribution.organisation},
                        {"status", name(merged.standing.status)},
                        {"known", merged.known},
                        {"conflicts", conflicts}});
    }
    return {{"contributions", list}, {"changed", outcome.changesTheStudy}};
}

}  // namespace

int merge(const Options& options) {
    const Progress progress(options.quiet);
    if (options.cooperation.debates || options.cooperation.adopts) return diagnose(options);
    const MergeRequest request = requestOf(options.cooperation);
    const model::Study declared = readStudy(options);
    const auto shelf = ingest::requireShelf(declared);
    const std::size_t known = shelf->history().size();
    Computed computed = ingestStudy(options, progress);
    // Lists are read before others have to wait, and again if others said something meanwhile.
    const ingest::Shelf::Hold hold = shelf->hold();
    if (shelf->history().size() != known) computed = ingestStudy(options, progress);
    const model::Study& study = computed.state.study;
    progress.stage("Merging");
    const MergeOutcome outcome = mergeOf(request, study, *shelf, computed.state.reference, ingest::fieldsOf(computed.state.dataset));
    keep(outcome, *shelf);
    if (outcome.changesTheStudy) renewStore(options, study, progress);
    progress.done();
    if (options.json)
        print(written(outcomeDocument(outcome)));
    else if (!options.quiet)
        print(outcomeText(outcome, study.language));
    return 0;
}

int revert(const Options& options) {
    if (!options.cooperation.person.empty()) return erasePerson(options);
    if (options.cooperation.contribution.empty())
        throw model::UsageError("Say what to take back: the id of a contribution, or --person to erase somebody.");
    Options asked = options;
    asked.cooperation.reverted = {options.cooperation.contribution};
    return merge(asked);
}

int log(const Options& options) {
    if (!options.cooperation.person.empty()) return showPerson(options);
    const model::Study study = readStudy(options);
    const Language language = options.language.value_or(study.language);
    const auto shelf = ingest::shelfOf(study);
    const std::vector<model::HistoryAct> history = shelf ? shelf->history() : std::vector<model::HistoryAct>();
    std::optional<std::string> until;
    if (options.date) until = model::isoText(*options.date);
    if (options.json) {
        ordered_json acts = ordered_json::array();
        for (const model::HistoryAct& act : history) {
            if (until && act.on > *until) continue;
            acts.push_back({{"on", act.on},
                            {"act", ingest::name(act.what)},
                            {"contribution", act.contribution},
                            {"diagnosis", act.diagnosis},
                            {"organisation", act.organisation},
                            {"reason", ingest::told(act.reason)}});
        }
        ordered_json standings = ordered_json::array();
        for (const Standing& standing : ingest::standings(history, until)) {
            standings.push_back({{"contribution", standing.id}, {"status", name(standing.status)}, {"since", standing.settled}});
        }
        print(written({{"acts", acts}, {"contributions", standings}, {"diagnoses", diagnosesDocument(study)}}));
        return 0;
    }
    const auto heading = [&](const char* key) { return say(language, std::string("log.") + key); };
    TextTable table({{heading("on")}, {heading("act")}, {heading("contribution")}, {heading("organisation")}, {heading("reason")}});
    for (const model::HistoryAct& act : history) {
        if (until && act.on > *until) continue;
        std::string what = say(language, "act." + std::string(ingest::name(act.what)));
        if (act.what == model::HistoryAct::What::Voted) what += act.yes ? " +" : " −";
        table.add({act.on, what, act.diagnosis.empty() ? act.contribution : act.diagnosis, act.organisation, ingest::told(act.reason)});
    }
    std::string out = table.text();
    std::size_t accepted = 0;
    std::size_t open = 0;
    for (const Standing& standing : ingest::standings(history, until)) {
        accepted += standing.status == model::ContributionStatus::Accepted ? 1 : 0;
        open += standing.status == model::ContributionStatus::Proposed ? 1 : 0;
    }
    out += "\n" +
           say(language, "log.sum",
               {{"accepted", text::number(language, static_cast<std::int64_t>(accepted))},
                {"open", text::number(language, static_cast<std::int64_t>(open))}}) +
           "\n";
    print(out + diagnosesText(study, language));
    return 0;
}

}  // namespace raquette::cli
