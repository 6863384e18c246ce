#include "ingest/contributions/history.h"

#include "gis/model/error.h"
#include "gis/store/sibling.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/record_fields.h"
#include "ingest/table/text_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using model::Contribution;
using model::ContributionKind;
using model::ContributionStatus;
using model::FieldChange;
using model::HistoryAct;
using nlohmann::json;
using nlohmann::ordered_json;
using What = HistoryAct::What;

constexpr std::array<std::string_view, 10> acts{"proposed", "discussed", "voted",   "resolved", "accepted",
                                                "refused",  "reverted",  "debated", "adopted",  "erased"};
constexpr std::array<std::string_view, 6> kinds{"contest", "comment", "link", "new", "closing", "correction"};

std::filesystem::path historyPath(const std::filesystem::path& folder) {
    return folder / "history.jsonl";
}

ordered_json document(const HistoryAct& act) {
    const bool ofDiagnosis = !act.diagnosis.empty();
    ordered_json line{{"on", act.on},
                      {"act", name(act.what)},
                      {ofDiagnosis ? "diagnosis" : "contribution", ofDiagnosis ? act.diagnosis : act.contribution},
                      {"organisation", act.organisation}};
    if (!act.by.empty()) line["by"] = act.by;
    if (!act.reason.empty()) line["reason"] = act.reason;
    if (act.what == What::Voted) line["vote"] = act.yes ? "yes" : "no";
    if (act.what == What::Resolved) {
        line["record"] = act.choice.record;
        line["field"] = act.choice.field;
        line["before"] = act.choice.before;
        line["value"] = act.choice.after;
    }
    if (!act.digests.empty()) line["digests"] = act.digests;
    return line;
}

HistoryAct read(const json& line) {
    HistoryAct act;
    const auto* const known = std::ranges::find(acts, line.at("act").get<std::string>());
    if (known == acts.end()) throw model::Error("an act that this version does not know");
    act.what = static_cast<What>(known - acts.begin());
    line.at("on").get_to(act.on);
    const bool ofDiagnosis = act.what == What::Debated || act.what == What::Adopted;
    if (act.what != What::Erased)
        line.at(ofDiagnosis ? "diagnosis" : "contribution").get_to(ofDiagnosis ? act.diagnosis : act.contribution);
    line.at("organisation").get_to(act.organisation);
    act.by = line.value("by", "");
    act.reason = line.value("reason", "");
    act.yes = line.value("vote", "") == "yes";
    act.digests = line.value("digests", std::vector<std::string>());
    act.choice = {line.value("record", ""), line.value("field", ""), line.value("before", ""), line.value("value", "")};
    return act;
}

std::string lines(const std::vector<HistoryAct>& history) {
    std::string text;
    for (const HistoryAct& act : history) text += document(act).dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    return text;
}

ContributionStatus statusAfter(What what) {
    if (what == What::Accepted) return ContributionStatus::Accepted;
    return what == What::Refused ? ContributionStatus::Refused : ContributionStatus::Reverted;
}

void vote(Standing& standing, const HistoryAct& act) {
    std::erase(standing.yes, act.organisation);
    std::erase(standing.no, act.organisation);
    (act.yes ? standing.yes : standing.no).push_back(act.organisation);
}

void choose(Standing& standing, const FieldChange& choice) {
    std::erase_if(standing.choices, [&](const FieldChange& other) { return other.record == choice.record && other.field == choice.field; });
    standing.choices.push_back(choice);
}

}  // namespace

std::string_view name(What what) {
    return acts.at(static_cast<std::size_t>(what));
}

std::string_view name(ContributionKind kind) {
    return kinds.at(static_cast<std::size_t>(kind));
}

std::span<const std::string_view> contributionKinds() {
    return kinds;
}

ContributionKind kindOf(const Contribution& contribution) {
    const auto all = [&](auto holds) { return std::ranges::all_of(contribution.changes, holds); };
    const auto kind = std::ranges::find(contribution.changes, "kind", &FieldChange::field);
    if (std::ranges::find(contribution.changes, "contest", &FieldChange::field) != contribution.changes.end())
        return ContributionKind::Contest;
    if (all([](const FieldChange& change) { return isRemark(change.field); })) return ContributionKind::Comment;
    if (kind != contribution.changes.end()) return kind->after == "links" ? ContributionKind::Link : ContributionKind::New;
    if (all([](const FieldChange& change) { return change.field == "closed" || change.field == "status"; }))
        return ContributionKind::Closing;
    return ContributionKind::Correction;
}

std::vector<HistoryAct> readHistory(const std::filesystem::path& folder) {
    std::vector<HistoryAct> history;
    const std::filesystem::path file = historyPath(folder);
    if (!std::filesystem::exists(file)) return history;
    const std::string text = readBytes(file);
    long number = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line = std::string_view(text).substr(from, end - from);
        from = end + 1;
        ++number;
        if (line.empty()) continue;
        try {
            history.push_back(read(json::parse(line)));
        } catch (const std::exception& problem) {
            throw model::Error(fmt::format("{}:{}: the history cannot be read: {}. Take the file back from where it is kept.",
                                           file.string(), number, problem.what()));
        }
    }
    return history;
}

void addToHistory(const std::filesystem::path& folder, const std::vector<HistoryAct>& more) {
    const std::string before = std::filesystem::exists(historyPath(folder)) ? readBytes(historyPath(folder)) : std::string();
    store::writeWhole(historyPath(folder), before + lines(more));
}

void writeHistory(const std::filesystem::path& folder, const std::vector<HistoryAct>& history) {
    store::writeWhole(historyPath(folder), lines(history));
}

void follow(const HistoryAct& act, Standing& standing) {
    standing.id = act.contribution;
    if (act.what == What::Proposed) standing.proposed = act.on;
    if (act.what == What::Voted) vote(standing, act);
    if (act.what == What::Resolved) choose(standing, act.choice);
    if (act.what != What::Accepted && act.what != What::Refused && act.what != What::Reverted) return;
    standing.status = statusAfter(act.what);
    standing.settled = act.on;
}

std::vector<Standing> standings(const std::vector<HistoryAct>& history, const std::optional<std::string>& until) {
    std::vector<Standing> all;
    std::unordered_map<std::string, std::size_t> at;
    std::unordered_map<std::string, std::size_t> acceptedAt;  // by id, the place of the act
    for (std::size_t i = 0; i < history.size(); ++i) {
        const HistoryAct& act = history[i];
        if (act.contribution.empty() || (until && act.on > *until)) continue;
        const auto [found, isNew] = at.try_emplace(act.contribution, all.size());
        if (isNew) all.emplace_back();
        follow(act, all[found->second]);
        if (act.what == What::Accepted) acceptedAt[act.contribution] = i;
    }
    std::ranges::stable_sort(all, {}, [&](const Standing& one) {
        const bool accepted = one.status == ContributionStatus::Accepted;
        return std::pair(!accepted, accepted ? acceptedAt.at(one.id) : 0);
    });
    return all;
}

std::filesystem::path contributionPath(const std::filesystem::path& folder, const std::string& id) {
    return folder / (id + std::string(contributionEnding));
}

std::vector<Contribution> acceptedContributions(const std::filesystem::path& folder, const std::optional<std::string>& until) {
    std::vector<Contribution> accepted;
    for (const Standing& standing : standings(readHistory(folder), until)) {
        if (standing.status != ContributionStatus::Accepted) break;
        const std::filesystem::path file = contributionPath(folder, standing.id);
        Contribution contribution = readContribution(file);
        if (contribution.id != standing.id)
            throw model::Error(
                fmt::format("{}: it is not the contribution that was accepted: its content is of another. Take it back from "
                            "where it is kept.",
                            file.string()));
        for (FieldChange& change : contribution.changes) {
            const auto chosen = std::ranges::find_if(standing.choices, [&](const FieldChange& choice) {
                return choice.record == change.record && choice.field == change.field;
            });
            if (chosen != standing.choices.end()) change = *chosen;
        }
        contribution.accepted = standing.settled;
        accepted.push_back(std::move(contribution));
    }
    return accepted;
}

}  // namespace raquette::ingest
