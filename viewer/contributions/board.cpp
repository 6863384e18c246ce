#include "viewer/contributions/board.h"
#include "viewer/text/words.h"

#include "gis/report/remarks.h"
#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "gis/text/numbers.h"
#include "ingest/contributions/diagnosis.h"
#include "ingest/contributions/erased_value.h"
#include "ingest/contributions/form.h"
#include "ingest/contributions/record_fields.h"
#include "ingest/contributions/shelf.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace raquette::viewer {

namespace {

using ingest::Conflict;
using model::ContributionKind;
using model::ContributionStatus;
using model::FieldChange;
using model::HistoryAct;
using model::Language;

std::string list(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string quoted(const std::string& value, Language language) {
    return value.empty() ? plainWords(language, "contributions.nothing") : value;
}

std::string changeLine(const FieldChange& change, const std::vector<Conflict>& conflicts, Language language) {
    if (change.field == "kind") return plainWords(language, "contributions.new." + change.after);
    if (ingest::isRemark(change.field))
        return text::say(language, "contribution." + change.field) + plainWords(language, "contributions.colon") +
               ingest::told(change.after);
    const std::string label = ingest::fieldLabel(change.field, language);
    if (ingest::isPersonalField(change.field)) return plainWords(language, "contributions.private", {{"field", label}});
    const std::string intensity = "intensity.said." + change.after;
    const bool isIntensity = change.field == "intensity" && text::isSaid(intensity);
    const std::string after = quoted(isIntensity ? text::say(language, intensity) : change.after, language);
    std::string line = plainWords(language, change.before.empty() ? "contributions.said" : "contributions.change",
                                  {{"field", label}, {"before", quoted(change.before, language)}, {"after", after}});
    const auto met =
        std::ranges::find_if(conflicts, [&](const Conflict& one) { return one.record == change.record && one.field == change.field; });
    if (met != conflicts.end()) line += " " + plainWords(language, "contributions.met", {{"now", quoted(met->now, language)}});
    return line;
}

bool maySettle(const Board& board, const Brought& brought, const std::string& organisation) {
    return ingest::maySettle(board.state->study.review, organisation, ingest::kindOf(brought.contribution), brought.communes,
                             board.state->reference);
}

/// Those who may.
std::string notTheirs(const Board& board, const Brought& brought, const std::string& organisation, Language language) {
    std::vector<std::string> may;
    for (const std::string& one : organisationsOf(board)) {
        if (maySettle(board, brought, one)) may.push_back(one);
    }
    const std::string who = may.empty() ? "–" : list(may);
    return plainWords(language, "contributions.why.right", {{"organisation", organisation}, {"list", who}});
}

std::string whyNotSettle(const Board& board, const Brought& brought, const std::string& organisation, Language language) {
    if (organisation.empty()) return plainWords(language, "contributions.why.organisation");
    if (!brought.isOpen()) return plainWords(language, "contributions.why.settled");
    return maySettle(board, brought, organisation) ? std::string() : notTheirs(board, brought, organisation, language);
}

}  // namespace

Board boardOf(std::shared_ptr<const store::StudyState> state) {
    Board board{std::move(state), {}, {}, 0};
    const model::Study& study = board.state->study;
    const auto shelf = ingest::requireShelf(study);
    const std::vector<HistoryAct> history = shelf->history();
    const ingest::FieldState now = ingest::fieldsOf(board.state->dataset);
    std::map<std::string, std::vector<HistoryAct>> words;
    for (const HistoryAct& act : history) {
        const bool settles = act.what == HistoryAct::What::Accepted || act.what == HistoryAct::What::Refused ||
                             act.what == HistoryAct::What::Reverted || act.what == HistoryAct::What::Discussed;
        if (settles && !act.reason.empty()) words[act.contribution].push_back(act);
    }
    std::map<std::string, ingest::Standing> standings;
    std::vector<std::string> ids;
    for (ingest::Standing& standing : ingest::standings(history)) {
        ids.push_back(standing.id);
        std::string id = standing.id;
        standings.emplace(std::move(id), std::move(standing));
    }
    std::vector<std::string> unreadable;  // told among what is to be mended
    for (model::Contribution& contribution : shelf->readable(ids, unreadable)) {
        Brought brought{std::move(contribution), {}, {}, {}, {}};
        brought.standing = std::move(standings.at(brought.contribution.id));
        brought.communes = ingest::communesOf(brought.contribution, now);
        brought.words = std::move(words[brought.standing.id]);
        if (brought.isOpen()) brought.conflicts = ingest::conflictsOf(brought.contribution, now, brought.standing.choices);
        const bool waits = brought.standing.status == ContributionStatus::Proposed;
        if (waits && ingest::kindOf(brought.contribution) == ContributionKind::Contest) ++board.contested;
        board.all.push_back(std::move(brought));
    }
    std::ranges::stable_sort(board.all, [](const Brought& a, const Brought& b) {
        const bool waitsA = a.standing.status == ContributionStatus::Proposed;
        const bool waitsB = b.standing.status == ContributionStatus::Proposed;
        return waitsA != waitsB ? waitsA : a.standing.proposed > b.standing.proposed;
    });
    board.diagnoses = ingest::diagnosesOf(study.review, *shelf, history);
    return board;
}

std::vector<std::string> organisationsOf(const Board& board) {
    std::set<std::string> all(board.state->study.review.adopters.begin(), board.state->study.review.adopters.end());
    all.insert(board.state->study.review.moderator);
    for (const model::ReviewRight& right : board.state->study.review.who) all.insert(right.organisation);
    for (const Brought& brought : board.all) {
        all.insert(brought.contribution.organisation);
        all.insert(brought.standing.yes.begin(), brought.standing.yes.end());
        all.insert(brought.standing.no.begin(), brought.standing.no.end());
    }
    all.erase("");
    return {all.begin(), all.end()};
}

std::string organisationCalled(const Board& board, const std::string& typed) {
    for (const std::string& one : organisationsOf(board)) {
        if (text::fold(one) == text::fold(typed)) return one;
    }
    return typed;
}

namespace {

/// What a new record is called: its name, or the parties of a cooperation.
std::vector<std::string> namesIn(const model::Contribution& contribution, const std::string& record) {
    std::vector<std::string> names;
    for (const char* field : {"name", "from", "to", "parties"}) {
        for (const FieldChange& change : contribution.changes) {
            if (change.record == record && change.field == field && !change.after.empty()) names.push_back(change.after);
        }
    }
    return names;
}

}  // namespace

std::string subjectsText(const store::StudyState& state, const model::Contribution& contribution, Language language) {
    constexpr std::size_t most = 3;
    std::vector<std::string> names;
    for (const FieldChange& change : contribution.changes) {
        std::string name = report::subjectText(state, change.record, language);
        if (name == change.record) {  // one it brings, that is no part of the study
            const std::vector<std::string> said = namesIn(contribution, change.record);
            if (!said.empty()) name = list(said);
        }
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    const std::size_t left = names.size() > most ? names.size() - most : 0;
    names.resize(names.size() - left);
    std::string words = list(names);
    if (left > 0) words += " " + text::say(language, "merge.more", {{"n", std::to_string(left)}});
    return words;
}

std::vector<std::string> changeLines(const Brought& brought, Language language) {
    std::vector<FieldChange> changes = brought.contribution.changes;
    const auto order = [](const FieldChange& change) {
        static constexpr std::array first{"kind", "name", "from", "to"};
        return std::ranges::find(first, change.field) - first.begin();
    };
    std::ranges::stable_sort(changes, {}, [&](const FieldChange& change) { return std::pair(change.record, order(change)); });
    std::vector<std::string> lines;
    for (const FieldChange& change : changes) lines.push_back(changeLine(change, brought.conflicts, language));
    return lines;
}

std::vector<std::string> debateLines(const Brought& brought, Language language) {
    std::vector<std::string> lines;
    const ingest::Standing& standing = brought.standing;
    if (!standing.yes.empty()) lines.push_back(plainWords(language, "contributions.yes", {{"list", list(standing.yes)}}));
    if (!standing.no.empty()) lines.push_back(plainWords(language, "contributions.no", {{"list", list(standing.no)}}));
    for (const HistoryAct& act : brought.words) {
        const auto day = model::parseDay(act.on);
        const std::string key = act.what == HistoryAct::What::Discussed ? "contributions.word" : "contributions.settled";
        lines.push_back(plainWords(language, key,
                                   {{"organisation", act.organisation},
                                    {"act", text::say(language, "act." + std::string(ingest::name(act.what)))},
                                    {"date", day ? text::date(language, *day) : act.on},
                                    {"text", ingest::told(act.reason)}}));
    }
    return lines;
}

std::string whyNotVote(const Brought& brought, const std::string& organisation, Language language) {
    if (organisation.empty()) return plainWords(language, "contributions.why.organisation");
    if (!brought.isOpen()) return plainWords(language, "contributions.why.settled");
    if (ingest::kindOf(brought.contribution) == ContributionKind::Contest) return plainWords(language, "contributions.why.contest");
    return {};
}

std::string whyNotAccept(const Board& board, const Brought& brought, const std::string& organisation, const std::string& reason,
                         Language language) {
    if (std::string why = whyNotSettle(board, brought, organisation, language); !why.empty()) return why;
    const bool contest = ingest::kindOf(brought.contribution) == ContributionKind::Contest;
    return contest && reason.empty() ? plainWords(language, "contributions.why.answer") : std::string();
}

std::string whyNotRefuse(const Board& board, const Brought& brought, const std::string& organisation, const std::string& reason,
                         Language language) {
    if (std::string why = whyNotSettle(board, brought, organisation, language); !why.empty()) return why;
    return reason.empty() ? plainWords(language, "contributions.why.reason") : std::string();
}

std::string whyNotTakeBack(const Board& board, const Brought& brought, const std::string& organisation, Language language) {
    if (organisation.empty()) return plainWords(language, "contributions.why.organisation");
    if (brought.standing.status != ContributionStatus::Accepted) return plainWords(language, "contributions.why.not-accepted");
    return maySettle(board, brought, organisation) ? std::string() : notTheirs(board, brought, organisation, language);
}

std::string whyNotAdopt(const Board& board, const std::string& organisation, Language language) {
    if (organisation.empty()) return plainWords(language, "contributions.why.organisation");
    if (board.diagnoses.empty()) return plainWords(language, "contributions.why.no-debate");
    const std::vector<std::string>& adopters = board.state->study.review.adopters;
    if (!adopters.empty() && std::ranges::find(adopters, organisation) == adopters.end())
        return plainWords(language, "contributions.why.adopters", {{"list", list(adopters)}});
    const model::DiagnosisStanding& last = board.diagnoses.back();
    if (std::ranges::find(last.adoptedBy, organisation) != last.adoptedBy.end())
        return plainWords(language, "contributions.why.adopted", {{"organisation", organisation}});
    if (board.contested > 0)
        return plainWords(language, "contributions.why.contested",
                          {{"n", text::number(language, static_cast<std::int64_t>(board.contested))}});
    if (last.changedSince > 0) return plainWords(language, "contributions.why.changed");
    return {};
}

}  // namespace raquette::viewer
