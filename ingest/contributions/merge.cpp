#include "ingest/contributions/merge.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace raquette::ingest {

namespace {

using model::Contribution;
using model::ContributionStatus;
using model::FieldChange;
using model::HistoryAct;
using What = HistoryAct::What;

class Merge {
public:
    Merge(const MergeRequest& request, const model::Study& study, Shelf& shelf, const model::Reference& reference, FieldState now)
        : request_(request), study_(study), shelf_(shelf), reference_(reference), now_(std::move(now)) {
        for (Standing& standing : standings(shelf.history())) {
            std::string id = standing.id;
            standings_.emplace(std::move(id), std::move(standing));
        }
    }

    MergeOutcome run() {
        for (const Contribution& proposal : request_.proposals) propose(proposal);
        for (const std::string& id : request_.discussed) add(actOf(What::Discussed, pick(id)));
        for (const auto& [id, yes] : request_.votes) vote(pick(id), yes);
        for (const auto& [id, choice] : request_.choices) choose(pick(id), choice);
        for (const std::string& id : request_.refused) settle(What::Refused, pick(id));
        for (const std::string& id : request_.accepted) settle(What::Accepted, pick(id));
        for (const std::string& id : request_.reverted) revert(pick(id));
        if (study_.review.stated && shelf_.settles()) countVotes();
        return std::move(outcome_);
    }

private:
    void record(HistoryAct act) {
        follow(act, standings_[act.contribution]);
        outcome_.acts.push_back(std::move(act));
    }

    HistoryAct actOf(What what, const std::string& id) const {
        HistoryAct act;
        act.what = what;
        act.contribution = id;
        act.on = request_.today;
        act.organisation = request_.organisation;
        act.by = request_.by;
        act.reason = request_.reason;
        return act;
    }

    void add(HistoryAct act) {
        const std::string id = act.contribution;
        record(std::move(act));
        touch(id);
    }

    Merged& touch(const std::string& id) {
        const auto [found, isNew] = touchedAt_.try_emplace(id, outcome_.touched.size());
        if (isNew) outcome_.touched.push_back({shelf_.contribution(id), {}, {}, Verdict::Open, false});
        Merged& one = outcome_.touched[found->second];
        one.standing = standings_.at(id);
        one.conflicts.clear();
        if (one.standing.status == ContributionStatus::Proposed) one.conflicts = conflictsOf(one.contribution, now_, one.standing.choices);
        return one;
    }

    /// The contribution that an id, or its beginning, names.
    std::string pick(const std::string& id) const {
        std::vector<std::string> found;
        for (auto one = standings_.lower_bound(id); one != standings_.end() && one->first.starts_with(id); ++one)
            found.push_back(one->first);
        if (id.empty() || found.empty()) throw model::Error(fmt::format("No contribution is called “{}”. `raquette log` lists them.", id));
        if (found.size() > 1) throw model::Error(fmt::format("“{}” may be {}.", id, fmt::join(found, " or ")));
        return found.front();
    }

    void propose(const Contribution& proposal) {
        if (standings_.contains(proposal.id)) {
            touch(proposal.id).known = true;
            return;
        }
        if (proposal.study != study_.title.in(model::Language::French))
            throw model::Error(fmt::format("Contribution {} is for another study: “{}”.", proposal.id, proposal.study));
        if (!mayPropose(study_.review, proposal.organisation))
            throw model::Error(fmt::format("Contribution {}: “{}” is none of the organisations that may propose ([[review.who]]).",
                                           proposal.id, proposal.organisation));
        touchedAt_.emplace(proposal.id, outcome_.touched.size());
        outcome_.touched.push_back({proposal, {}, {}, Verdict::Open, false});
        HistoryAct act = actOf(What::Proposed, proposal.id);
        act.organisation = proposal.organisation;
        act.by = proposal.author;
        act.reason = proposal.reason;
        record(std::move(act));
        const Merged& merged = touch(proposal.id);
        outcome_.changesTheStudy = outcome_.changesTheStudy || isContest(proposal);  // it is shown from now on
        if (!study_.review.stated && merged.conflicts.empty() && !isContest(proposal)) accept(merged);
    }

    void vote(const std::string& id, bool yes) {
        requireOrganisation("votes");
        requireOpen(id);
        HistoryAct act = actOf(What::Voted, id);
        act.yes = yes;
        add(std::move(act));
    }

    void choose(const std::string& id, FieldChange choice) {
        const Contribution& contribution = touch(id).contribution;
        requireOpen(id);
        requireRight(contribution);
        const bool changes = std::ranges::any_of(contribution.changes, [&](const FieldChange& change) {
            return change.record == choice.record && change.field == choice.field;
        });
        if (!changes) throw model::Error(fmt::format("Contribution {} does not change `{}` of {}.", id, choice.field, choice.record));
        choice.before = textIn(now_, choice.record, choice.field);
        HistoryAct act = actOf(What::Resolved, id);
        act.choice = std::move(choice);
        add(std::move(act));
    }

    void settle(What what, const std::string& id) {
        requireOpen(id);
        Merged& merged = touch(id);
        requireRight(merged.contribution);
        if (what == What::Refused && request_.reason.empty())
            throw model::Error(fmt::format("Contribution {}: say why it is refused (--reason).", id));
        if (isContest(merged.contribution) && request_.reason.empty())
            throw model::Error(fmt::format("Contribution {} contests the diagnosis: answer it (--reason).", id));
        if (what == What::Refused) {
            outcome_.changesTheStudy = outcome_.changesTheStudy || isContest(merged.contribution);  // the answer is shown
            add(actOf(What::Refused, id));
            return;
        }
        prevail(merged);
        requireNoConflict(merged);
        accept(merged);
    }

    /// The network of a territory has the last word on it.
    void prevail(Merged& merged) {
        if (!study_.review.stated || merged.conflicts.empty()) return;
        const Contribution& contribution = merged.contribution;
        if (!isOfTheTerritory(study_.review, contribution.organisation, communesOf(contribution, now_), reference_)) return;
        const std::vector<Conflict> conflicts = merged.conflicts;  // adding renews them
        for (const Conflict& conflict : conflicts) {
            HistoryAct act = actOf(What::Resolved, contribution.id);
            act.choice = {conflict.record, conflict.field, conflict.now, conflict.after};
            add(std::move(act));
        }
    }

    void accept(const Merged& merged) { accept(merged, actOf(What::Accepted, merged.contribution.id)); }
    void accept(const Merged& merged, HistoryAct act) {
        outcome_.changesTheStudy = true;
        apply(merged.contribution, merged.standing.choices, now_);
        add(std::move(act));
    }

    void revert(const std::string& id) {
        const Merged& merged = touch(id);
        if (merged.standing.status != ContributionStatus::Accepted)
            throw model::Error(fmt::format("Contribution {} is no part of the study: it is {}.", id, name(merged.standing.status)));
        requireRight(merged.contribution);
        outcome_.changesTheStudy = true;
        add(actOf(What::Reverted, id));
    }

    /// Proposals that votes have settled meanwhile.
    void countVotes() {
        std::vector<std::string> open;
        for (const auto& [id, standing] : standings_) {
            if (standing.status == ContributionStatus::Proposed && verdictOf(study_.review, standing, request_.today) != Verdict::Open)
                open.push_back(id);
        }
        for (const std::string& id : open) {
            Merged& merged = touch(id);
            if (isContest(merged.contribution)) continue;  // it wants an answer, not a count
            merged.verdict = verdictOf(study_.review, merged.standing, request_.today);
            if (merged.verdict == Verdict::Split || (merged.verdict == Verdict::Accepted && !merged.conflicts.empty())) continue;
            HistoryAct act = actOf(merged.verdict == Verdict::Accepted ? What::Accepted : What::Refused, id);
            act.organisation = votesSettle;
            act.by.clear();
            act.reason = fmt::format("{} / {}", merged.standing.yes.size(), merged.standing.no.size());
            if (act.what == What::Accepted)
                accept(merged, std::move(act));
            else
                add(std::move(act));
        }
    }

    static bool isContest(const Contribution& contribution) { return kindOf(contribution) == model::ContributionKind::Contest; }

    void requireOrganisation(const char* act) const {
        if (request_.organisation.empty())
            throw model::Error(fmt::format("An organisation {}, not a person: say which (--organisation).", act));
    }
    void requireOpen(const std::string& id) const {
        const Standing& standing = standings_.at(id);
        if (standing.status == ContributionStatus::Accepted || standing.status == ContributionStatus::Refused)
            throw model::Error(fmt::format("Contribution {} is {} since {}.", id, name(standing.status), standing.settled));
    }
    void requireRight(const Contribution& contribution) const {
        if (maySettle(study_.review, request_.organisation, kindOf(contribution), communesOf(contribution, now_), reference_)) return;
        throw model::Error(fmt::format("Contribution {} ({}): “{}” may not settle it. [review] says who may, where and on what.",
                                       contribution.id, name(kindOf(contribution)), request_.organisation));
    }
    static void requireNoConflict(const Merged& merged) {
        if (merged.conflicts.empty()) return;
        const Conflict first = shown(merged.conflicts.front());
        throw model::Error(fmt::format(
            "Contribution {} meets what was said since: {}, `{}`: it saw “{}” and says “{}”; the study says “{}”{}. Choose: --resolve "
            "{}:{}:{}=VALUE.",
            merged.contribution.id, first.record, first.field, first.before, first.after, first.now,
            merged.conflicts.size() > 1 ? fmt::format(" ({} fields in all)", merged.conflicts.size()) : "", merged.contribution.id,
            first.record, first.field));
    }

    const MergeRequest& request_;
    const model::Study& study_;
    Shelf& shelf_;
    const model::Reference& reference_;
    FieldState now_;
    std::map<std::string, Standing> standings_;
    std::unordered_map<std::string, std::size_t> touchedAt_;  ///< by id, its place in the outcome
    MergeOutcome outcome_;
};

}  // namespace

MergeOutcome mergeOf(const MergeRequest& request, const model::Study& study, Shelf& shelf, const model::Reference& reference,
                     const FieldState& now) {
    return Merge(request, study, shelf, reference, now).run();
}

void keep(const MergeOutcome& outcome, Shelf& shelf) {
    std::vector<Contribution> touched;
    touched.reserve(outcome.touched.size());
    for (const Merged& merged : outcome.touched) touched.push_back(merged.contribution);
    shelf.keep(touched, outcome.acts);
}

}  // namespace raquette::ingest
