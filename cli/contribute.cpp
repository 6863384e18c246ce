#include "cli/commands.h"
#include "cli/json.h"
#include "cli/output.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "gis/model/error.h"
#include "gis/text/catalogue.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/digest.h"
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

class Draft {
public:
    Draft(const model::Study& study, const FieldState& fields) : study_(study), fields_(fields) {}

    void set(const std::string& text) {
        const auto [where, value] = assignment(text, "--set", "ID:FIELD=VALUE");
        const std::size_t colon = where.rfind(':');
        if (colon == std::string::npos) throw model::UsageError(fmt::format("--set: “{}” is not written ID:FIELD=VALUE.", text));
        change(where.substr(0, colon), where.substr(colon + 1), value);
    }
    void closeOn(const std::string& text) {
        const auto [id, day] =
            assignment(text.find('=') == std::string::npos ? text + "=" + model::isoText(model::today()) : text, "--close", "ID=DATE");
        if (!model::PartialDate::parse(day)) throw model::UsageError(fmt::format("--close: “{}” is no date such as 2026-06.", day));
        change(id, "closed", day);
    }
    /// A new record is called by what it says, so that two who add the same add one.
    void add(const std::string& kind, const std::vector<std::string>& fields) {
        std::vector<std::pair<std::string, std::string>> said;
        std::string all = kind;
        for (const std::string& text : fields) {
            said.push_back(assignment(text, "--field", "FIELD=VALUE"));
            all += "\n" + text;
        }
        constexpr std::size_t digits = 12;
        const std::string id = "new-" + ingest::digestOf(all).substr(0, digits);
        changes_.push_back({id, "kind", "", kind});
        for (auto& [field, value] : said) {
            requireField(field);
            changes_.push_back({id, field, "", value});
        }
    }
    void comment(const std::string& text) {
        const auto [about, words] = assignment(text, "--comment", "ABOUT=TEXT");
        changes_.push_back({about, "comment", "", words});
    }
    void correct(std::vector<FieldChange> changes) {
        for (FieldChange& change : changes) {
            requireRecord(change.record);
            changes_.push_back(std::move(change));
        }
    }

    Contribution settled(const CooperationRequest& request) {
        Contribution contribution;
        contribution.study = study_.title.in(model::Language::French);
        contribution.base = ingest::versionOf(fields_);
        contribution.organisation = request.organisation;
        contribution.author = request.author;
        contribution.reason = request.reason;
        contribution.date = model::isoText(model::today());
        contribution.changes = std::move(changes_);
        ingest::settle(contribution);
        return contribution;
    }

private:
    void change(const std::string& record, const std::string& field, const std::string& value) {
        requireRecord(record);
        requireField(field);
        changes_.push_back({record, field, ingest::textIn(fields_, record, field), value});
    }
    void requireRecord(const std::string& id) const {
        const auto first = fields_.lower_bound({id, ""});
        if (first == fields_.end() || first->first.first != id)
            throw model::Error(
                fmt::format("No record of the study has the id “{}”. `raquette explain STUDY NAME` tells the id of one.", id));
    }
    static void requireField(const std::string& field) {
        if (field == "kind" || field == "comment" || !ingest::isContributedField(field))
            throw model::Error(fmt::format("“{}” is no field of a record that can be said: see the column keys of the README.", field));
    }

    const model::Study& study_;
    const FieldState& fields_;
    std::vector<FieldChange> changes_;
};

}  // namespace

int contribute(const Options& options) {
    const CooperationRequest& request = options.cooperation;
    const Progress progress(options.quiet);
    const Computed computed = ingestStudy(options, progress);
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
    Draft draft(study, fields);
    for (const std::string& text : request.set) draft.set(text);
    for (const std::string& text : request.closed) draft.closeOn(text);
    for (const std::string& text : request.comments) draft.comment(text);
    if (!request.added.empty()) draft.add(request.added, request.fields);
    if (!request.from.empty()) draft.correct(ingest::readForm(request.from, study.language));
    const Contribution contribution = draft.settled(request);
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
