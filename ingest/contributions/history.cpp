#include "ingest/contributions/history.h"

#include "ingest/contributions/record_fields.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using model::Contribution;
using model::ContributionKind;
using model::ContributionStatus;
using model::FieldChange;
using model::HistoryAct;
using What = HistoryAct::What;

constexpr std::array<std::string_view, 6> kinds{"contest", "comment", "link", "new", "closing", "correction"};

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

std::vector<Contribution> acceptedContributions(Shelf& shelf, const std::vector<HistoryAct>& history,
                                                const std::optional<std::string>& until) {
    std::vector<Standing> accepted = standings(history, until);
    std::erase_if(accepted, [](const Standing& standing) { return standing.status != ContributionStatus::Accepted; });
    std::vector<std::string> ids;
    for (const Standing& standing : accepted) ids.push_back(standing.id);
    std::vector<Contribution> contributions = shelf.contributions(ids);
    for (std::size_t i = 0; i < contributions.size(); ++i) {
        for (FieldChange& change : contributions[i].changes) {
            const auto chosen = std::ranges::find_if(accepted[i].choices, [&](const FieldChange& choice) {
                return choice.record == change.record && choice.field == change.field;
            });
            if (chosen != accepted[i].choices.end()) change = *chosen;
        }
        contributions[i].accepted = accepted[i].settled;
    }
    return contributions;
}

}  // namespace raquette::ingest
