#include "cli/commands.h"
#include "cli/json.h"
#include "cli/output.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"
#include "gis/text/catalogue.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/draft.h"
#include "ingest/contributions/form.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/record_fields.h"

#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using ingest::FieldState;
using model::Contribution;
using model::FieldChange;

/// `LEFT=RIGHT`; the right may be empty.
std::pair<std::string, std::string> assignment(const std::string& text, const char* option, const char* form) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) throw model::UsageError(fmt::format("{}: “{}” is not written {}.", option, text, form));
    return {text.substr(0, equals), text.substr(equals + 1)};
}

constexpr std::string_view gapPrefix = "gap:";

/// Which holes there are is known once the study is analysed.
bool isAboutAHole(const CooperationRequest& request) {
    const auto is = [](const std::string& text) { return text.starts_with(gapPrefix); };
    return std::ranges::any_of(request.comments, is) || std::ranges::any_of(request.contests, is);
}

std::vector<FieldChange> corrected(const FieldState& fields, const std::string& text) {
    const auto [where, value] = assignment(text, "--set", "ID:FIELD=VALUE");
    const std::size_t colon = where.rfind(':');
    if (colon == std::string::npos) throw model::UsageError(fmt::format("--set: “{}” is not written ID:FIELD=VALUE.", text));
    return {ingest::correctionOf(fields, where.substr(0, colon), where.substr(colon + 1), value)};
}

/// `ID=DATE`, or `ID` for today.
std::pair<std::string, std::string> dated(const std::string& text, const char* option) {
    const auto [id, day] =
        assignment(text.find('=') == std::string::npos ? text + "=" + model::isoText(model::today()) : text, option, "ID=DATE");
    if (!model::PartialDate::parse(day)) throw model::UsageError(fmt::format("{}: “{}” is no date such as 2026-06.", option, day));
    return {id, day};
}

std::vector<FieldChange> closed(const FieldState& fields, const std::string& text) {
    const auto [id, day] = dated(text, "--close");
    return {ingest::correctionOf(fields, id, "closed", day)};
}

std::vector<FieldChange> confirmed(const FieldState& fields, const std::string& text) {
    const auto [id, day] = dated(text, "--confirm");
    return {ingest::correctionOf(fields, id, "confirmed", day)};
}

std::vector<FieldChange> added(const CooperationRequest& request) {
    if (request.added.empty()) return {};
    std::vector<std::pair<std::string, std::string>> fields;
    for (const std::string& text : request.fields) fields.push_back(assignment(text, "--field", "FIELD=VALUE"));
    return ingest::additionOf(request.added, fields);
}

std::vector<FieldChange> corrections(const CooperationRequest& request, const FieldState& fields, model::Language language) {
    if (request.from.empty()) return {};
    std::vector<FieldChange> changes = ingest::readForm(request.from, language);
    for (const FieldChange& change : changes) ingest::requireRecord(fields, change.record);
    return changes;
}

void requireGap(const std::string& id, const store::StudyState& state) {
    for (const analysis::ServiceResult& result : state.analysis.services) {
        if (std::ranges::find(result.gaps, id, &analysis::Gap::id) != result.gaps.end()) return;
    }
    throw model::Error(fmt::format("No hole of the study has the id “{}”. `raquette explain STUDY gap:1` tells that of the first.", id));
}

void requireSubject(const std::string& about, const store::StudyState& state, const FieldState& fields) {
    if (about.starts_with(gapPrefix)) return requireGap(about.substr(gapPrefix.size()), state);
    const std::size_t colon = about.find(':');
    const auto& services = state.study.services;
    const bool ofService =
        colon != std::string::npos && std::ranges::find(services, about.substr(0, colon), &model::Service::id) != services.end();
    if (!ofService) return ingest::requireRecord(fields, about);
    const auto territory = model::TerritoryId::parse(about.substr(colon + 1));
    if (!territory || analysis::nameOf(state.reference, *territory).empty())
        throw model::Error(fmt::format("“{}” is no territory of the study, such as epci:244200770.", about.substr(colon + 1)));
}

/// A `comment` or a `contest`.
std::vector<FieldChange> remark(const std::string& field, const std::string& text, const store::StudyState& state,
                                const FieldState& fields) {
    const std::string option = "--" + field;
    const auto [about, words] = assignment(text, option.c_str(), "ABOUT=TEXT");
    if (words.empty()) throw model::UsageError(fmt::format("{}: say what about {}.", option, about));
    requireSubject(about, state, fields);
    return {{about, field, "", words}};
}

std::vector<FieldChange> changesOf(const CooperationRequest& request, const store::StudyState& state, const FieldState& fields) {
    std::vector<FieldChange> changes;
    const auto add = [&](const std::vector<FieldChange>& more) { changes.insert(changes.end(), more.begin(), more.end()); };
    for (const std::string& text : request.set) add(corrected(fields, text));
    for (const std::string& text : request.closed) add(closed(fields, text));
    for (const std::string& text : request.confirmed) add(confirmed(fields, text));
    for (const std::string& text : request.comments) add(remark("comment", text, state, fields));
    for (const std::string& text : request.contests) add(remark("contest", text, state, fields));
    add(added(request));
    add(corrections(request, fields, state.study.language));
    return changes;
}

}  // namespace

int contribute(const Options& options) {
    const CooperationRequest& request = options.cooperation;
    const Progress progress(options.quiet);
    const Computed computed = isAboutAHole(request) ? computeStudy(options, progress) : ingestStudy(options, progress);
    const model::Study& study = computed.state.study;
    const FieldState fields = ingest::fieldsOf(computed.state.dataset);
    progress.done();
    makeFolderOf(options.to);
    if (request.form) {
        if (request.records.empty()) throw model::UsageError("--form: name the records it is for (--record ID, may be repeated).");
        ingest::writeForm(fields, request.records, options.to, options.language.value_or(study.language));
        if (!options.quiet) print(text::say(study.language, "contribute.form", {{"file", options.to.string()}}) + "\n");
        return 0;
    }
    if (request.organisation.empty()) throw model::UsageError("An organisation contributes, not a person: say which (--organisation).");
    const Contribution contribution = ingest::contributionOf(study, fields, {request.organisation, request.author, request.reason},
                                                             changesOf(request, computed.state, fields));
    ingest::writeContribution(contribution, options.to);
    if (options.json) {
        print(written({{"contribution", contribution.id},
                       {"kind", ingest::name(ingest::kindOf(contribution))},
                       {"changes", contribution.changes.size()},
                       {"path", options.to.string()}}));
    } else if (!options.quiet) {
        print(text::say(study.language, "contribute.written",
                        {{"id", contribution.id}, {"n", std::to_string(contribution.changes.size())}, {"file", options.to.string()}}) +
              "\n");
    }
    return 0;
}

}  // namespace raquette::cli
