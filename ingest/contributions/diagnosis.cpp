#include "ingest/contributions/diagnosis.h"

#include "gis/model/error.h"
#include "gis/store/layers.h"
#include "ingest/contributions/digest.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/remarks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <set>
#include <system_error>

namespace raquette::ingest {

namespace {

using model::DiagnosisStanding;
using model::HistoryAct;
using What = HistoryAct::What;

constexpr std::size_t idDigits = 16;

/// With its kind and its length before it, so that no two rows read alike.
void add(std::string& text, const store::Value& value) {
    if (const auto* words = std::get_if<std::string>(&value))
        text += fmt::format("t{}:{}", words->size(), *words);
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        text += fmt::format("i{};", *whole);
    else if (const auto* number = std::get_if<double>(&value))
        text += fmt::format("d{};", *number);
    else
        text += '-';
}

/// What changes with the program or the debate rather than with what the study says.
bool isSaid(const store::Table& table, const store::Row& row) {
    if (table.name != "study") return true;
    const auto* key = std::get_if<std::string>(&row.front());
    return key == nullptr || (!key->starts_with("version_") && !key->starts_with("diagnosis_"));
}

std::string rowsOf(const store::Table& table) {
    std::string text = table.name + "\n";
    for (const store::Column& column : table.columns) {
        if (!column.isPrivate) text += column.name + "\t";
    }
    for (std::size_t i = 0; i < table.rows; ++i) {
        const store::Row row = table.row(i);
        if (!isSaid(table, row)) continue;
        text += '\n';
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (!table.columns[c].isPrivate) add(text, row[c]);
        }
        if (!table.wkb) continue;
        for (const std::byte byte : table.wkb(i)) text += static_cast<char>(byte);
    }
    return text;
}

/// Contributions accepted or taken back that are no more than a word: they change nothing of what the study says.
std::set<std::string> comments(Shelf& shelf, const std::vector<HistoryAct>& history) {
    std::vector<std::string> ids;
    for (const HistoryAct& act : history) {
        if (act.what == What::Accepted || act.what == What::Reverted) ids.push_back(act.contribution);
    }
    std::set<std::string> found;
    for (const model::Contribution& contribution : shelf.contributions(ids)) {
        if (kindOf(contribution) == model::ContributionKind::Comment) found.insert(contribution.id);
    }
    return found;
}

void addAdoption(DiagnosisStanding& diagnosis, const HistoryAct& act) {
    if (std::ranges::find(diagnosis.adoptedBy, act.organisation) != diagnosis.adoptedBy.end()) return;
    diagnosis.adoptedBy.push_back(act.organisation);
    std::erase(diagnosis.missing, act.organisation);
    if (diagnosis.missing.empty() && diagnosis.adopted.empty()) diagnosis.adopted = act.on;
}

HistoryAct actOf(What what, std::string diagnosis, const MergeRequest& request) {
    HistoryAct act;
    act.what = what;
    act.diagnosis = std::move(diagnosis);
    act.on = request.today;
    act.organisation = request.organisation;
    act.by = request.by;
    act.reason = request.reason;
    return act;
}

void requireOrganisation(const MergeRequest& request, const char* does) {
    if (request.organisation.empty())
        throw model::Error(fmt::format("An organisation {}, not a person: say which (--organisation).", does));
}

void requireAnswers(Shelf& shelf, const std::vector<HistoryAct>& history) {
    constexpr std::size_t most = 5;
    std::vector<std::string> open;
    std::vector<std::string> unreadable;  // told at every ingest
    for (const model::Remark& remark : remarksOf(shelf, history, unreadable)) {
        if (remark.isOpen()) open.push_back(fmt::format("{} ({}, {})", remark.contribution, remark.about, remark.organisation));
    }
    if (open.empty()) return;
    const std::size_t more = open.size() > most ? open.size() - most : 0;
    open.resize(open.size() - more);
    throw model::Error(fmt::format("The diagnosis is contested, and not answered: {}{}. Answer with --accept or --refuse and --reason.",
                                   fmt::join(open, ", "), more > 0 ? fmt::format(" and {} more", more) : ""));
}

void requireKept(Shelf& shelf, const std::string& id) {
    const std::filesystem::path file = shelf.diagnosis(id);
    if (!std::filesystem::exists(file))
        throw model::Error(
            fmt::format("{}: the diagnosis in debate is no longer there. Take it back from where it is kept.", file.string()));
    if (ingest::contentOf(store::readStore(file)) != id)
        throw model::Error(fmt::format("{}: it no longer says what was put to debate. Take it back from where it is kept.", file.string()));
}

}  // namespace

std::string contentOf(const store::StudyState& state) {
    std::string digest;
    for (const store::Table& table : store::layers(state)) {
        if (table.name == "remarks") continue;
        digest += rowsOf(table);
        digest = digestOf(digest);
    }
    return digest.substr(0, idDigits);
}

HistoryAct debate(const store::StudyState& state, Shelf& shelf, const MergeRequest& request) {
    requireOrganisation(request, "puts a diagnosis to debate");
    if (!shelf.settles())
        throw model::Error("A diagnosis is put to debate by those who may accept in the shared store ([[review.who]] may = \"accept\").");
    const std::filesystem::path draft = shelf.draft();
    store::writePublicStore(state, draft);
    // Of what can be read back, which is all that will ever be looked at.
    const std::string id = contentOf(store::readStore(draft));
    std::error_code error;
    const std::vector<DiagnosisStanding> before = diagnosesOf(state.study.review, shelf, shelf.history());
    if (!before.empty() && before.back().id == id && before.back().changedSince == 0) {
        std::filesystem::remove(draft, error);
        throw model::Error(fmt::format("The study says what diagnosis {} says, which is {} already.", id,
                                       before.back().adopted.empty() ? "in debate" : "adopted"));
    }
    shelf.keepDraft(id);
    return actOf(What::Debated, id, request);
}

HistoryAct adopt(const model::Study& study, Shelf& shelf, const MergeRequest& request) {
    requireOrganisation(request, "adopts a diagnosis");
    const std::vector<std::string>& adopters = study.review.adopters;
    if (!adopters.empty() && std::ranges::find(adopters, request.organisation) == adopters.end())
        throw model::Error(fmt::format("“{}” is none of those whose adoption counts: {} ([review] adopt).", request.organisation,
                                       fmt::join(adopters, ", ")));
    const std::vector<HistoryAct> history = shelf.history();
    const std::vector<DiagnosisStanding> all = diagnosesOf(study.review, shelf, history);
    if (all.empty()) throw model::Error("No diagnosis is in debate: put one there first (raquette merge STUDY --debate).");
    const DiagnosisStanding& last = all.back();
    if (std::ranges::find(last.adoptedBy, request.organisation) != last.adoptedBy.end())
        throw model::Error(fmt::format("“{}” has adopted diagnosis {} already.", request.organisation, last.id));
    requireAnswers(shelf, history);
    if (last.changedSince > 0)
        throw model::Error(
            fmt::format("Since diagnosis {} was put to debate, {} contributions were accepted or taken back: it no longer says what is "
                        "known. Put it to debate again (--debate).",
                        last.id, last.changedSince));
    requireKept(shelf, last.id);
    return actOf(What::Adopted, last.id, request);
}

std::vector<DiagnosisStanding> diagnosesOf(const model::ReviewRules& rules, Shelf& shelf, const std::vector<HistoryAct>& history) {
    std::vector<DiagnosisStanding> all;
    if (std::ranges::find(history, What::Debated, &HistoryAct::what) == history.end()) return all;
    const std::set<std::string> words = comments(shelf, history);
    for (const HistoryAct& act : history) {
        if (act.what == What::Debated) {
            all.push_back({act.diagnosis, act.on, {}, {}, rules.adopters, 0});
        } else if (act.what == What::Adopted) {
            if (!all.empty() && all.back().id == act.diagnosis) addAdoption(all.back(), act);
        } else if (!all.empty() && (act.what == What::Accepted || act.what == What::Reverted)) {
            all.back().changedSince += words.contains(act.contribution) ? 0 : 1;
        }
    }
    return all;
}

}  // namespace raquette::ingest
