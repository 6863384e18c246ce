#include "ingest/ingest.h"

#include "ingest/contributions/diagnosis.h"
#include "ingest/contributions/erasure.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/remarks.h"
#include "ingest/contributions/replay.h"
#include "ingest/duplicates/duplicates.h"
#include "ingest/quality/confirmation.h"
#include "ingest/quality/quality.h"
#include "ingest/readings/readings.h"
#include "ingest/records/figures.h"
#include "ingest/records/issue_text.h"
#include "ingest/source_reader.h"
#include "ingest/study/codes.h"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using model::SourceDeclaration;
using model::SourceKind;

template <class Part>
void append(std::vector<Part>& whole, std::vector<Part>& part) {
    if (whole.empty()) {
        whole = std::move(part);
    } else {
        whole.insert(whole.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    }
}

/// What was accepted of others' hands.
struct Contributed {
    std::vector<model::Contribution> accepted;
    std::vector<ContributedSource> sources;  ///< the last ones of the study
    std::set<std::string> erased;            ///< digests of private cells that are taken in no more
};

/// Reads the sources of a study one after the other into a dataset.
class Ingest {
public:
    Ingest(const model::Study& study, const Contributed& contributed, const model::Reference& reference, const model::Watch& watch,
           Readings* kept)
        : study_(study),
          contributed_(contributed),
          watch_(watch),
          kept_(kept),
          georeferencer_(reference),
          scopes_(study, georeferencer_.gazetteer()),
          vocabularies_(vocabulariesOf(study)),
          read_(study.sources.size()) {
        if (kept_) keys_.emplace(study);
        georeferencer_.useAddresses(study, result_.dataset.issues);
    }

    IngestResult run() {
        readSources(false, nullptr);
        tell("duplicates");
        settlePlaces(study_, georeferencer_.gazetteer().reference(), result_.dataset);
        joinDuplicates(study_, georeferencer_.gazetteer().reference(), result_.dataset);
        correctRecords(contributed_.accepted, readers(), result_.dataset);
        if (!contributed_.erased.empty()) forget(contributed_.erased, result_.dataset);
        if (anyRefers()) {
            tell("join");
            const PartyIndex parties(result_.dataset, georeferencer_.gazetteer());
            joinVenues(parties);
            followFigures(parties);
            readSources(true, &parties);
        }
        dateConfirmations(study_, contributed_.accepted, result_.dataset);
        hideFigures();
        bringTogether();
        sortIssues();
        tellOfUnknownVenues();
        if (kept_) *kept_ = std::move(readings_);
        tell("quality");
        result_.dataset.quality = assessQuality(study_, georeferencer_.gazetteer().reference(), result_.dataset, result_.columns);
        return std::move(result_);
    }

private:
    /// A misspelt id under [[travel.at]] would lose its minutes without a word.
    void tellOfUnknownVenues() {
        const auto known = [](const auto& records, const std::string& id) {
            return std::ranges::any_of(records, [&](const auto& record) { return record.id == id; });
        };
        for (const auto& [id, delay] : study_.travel.delays) {
            if (known(result_.dataset.venues, id) || known(result_.dataset.actors, id)) continue;
            model::SourceDeclaration file;
            file.id = "study";
            file.writtenPath = study_.file.string();
            result_.dataset.issues.push_back(issueOf(file, 0, study_.language, "travel-at", {{"id", id}}));
            result_.dataset.issues.back().column = "travel.at";
            result_.dataset.issues.back().value = id;
        }
    }

    void tell(const char* step, const std::string& source = {}) const {
        if (watch_) watch_({step, source, 0, 0});
    }

    void readSources(bool referring, const PartyIndex* parties) {
        for (std::size_t i = 0; i < study_.sources.size(); ++i) {
            if (model::refersToOthers(study_.sources[i].kind) != referring) continue;
            read_[i] = readAt(i, parties);
            take(read_[i].dataset);
        }
    }

    Readers readers() const { return {study_, georeferencer_, scopes_, vocabularies_, watch_}; }

    /// The sources that contributions are come after those of the study.
    IngestResult readAt(std::size_t index, const PartyIndex* parties) {
        const SourceDeclaration& source = study_.sources[index];
        const std::size_t declared = study_.sources.size() - contributed_.sources.size();
        if (index < declared) return readOrKept(source, readers(), parties);
        return readTableOf(source, contributed_.sources[index - declared].table, readers(), parties, given_).result;
    }

    IngestResult readOrKept(const SourceDeclaration& source, const Readers& readers, const PartyIndex* parties) {
        const auto key = kept_ ? keys_->of(source) : std::nullopt;
        if (!key) return readSource(source, readers, parties, given_).result;
        const auto known = std::ranges::find_if(*kept_, [&](const Reading& one) { return one.source == source.id && one.key == *key; });
        if (known != kept_->end()) {
            auto earlier = unarchived(known->content);
            if (earlier && stillHolds(*earlier, source.kind, given_)) {
                readings_.push_back(std::move(*known));
                tell("kept", source.id);
                return std::move(earlier->result);
            }
        }
        ReadSource read = readSource(source, readers, parties, given_);
        if (static_cast<std::size_t>(read.result.dataset.sources.front().rows) <= mostKept)
            readings_.push_back({source.id, *key, archived(read)});
        return std::move(read.result);
    }

    /// Records are joined with those of other sources as soon as all that may be joined are read.
    void take(model::Dataset& part) {
        model::Dataset& whole = result_.dataset;
        append(whole.actors, part.actors);
        append(whole.venues, part.venues);
        append(whole.contracts, part.contracts);
        append(whole.amounts, part.amounts);
        append(whole.grants, part.grants);
        append(whole.activities, part.activities);
        append(whole.links, part.links);
        append(whole.issues, part.issues);
        append(whole.sources, part.sources);
    }

    /// What the command shows of each source, in the study's order.
    void bringTogether() {
        for (IngestResult& part : read_) {
            append(result_.columns, part.columns);
            append(result_.rejects, part.rejects);
            append(result_.tables, part.tables);
        }
        std::ranges::sort(result_.dataset.sources, {}, [&](const model::SourceSummary& summary) { return orderOf(summary.id); });
    }

    /// Whether any record names another: without, nothing need be looked up.
    bool anyRefers() const {
        const model::Dataset& dataset = result_.dataset;
        return std::ranges::any_of(study_.sources, [](const SourceDeclaration& source) { return model::refersToOthers(source.kind); }) ||
               !dataset.activities.empty() || !dataset.grants.empty() ||
               std::ranges::any_of(dataset.venues, [](const model::Venue& venue) { return !venue.actors.empty(); });
    }

    /// Figures and grants that stood in the rows of structures go where their structure went.
    void followFigures(const PartyIndex& parties) {
        for (model::Activity& year : result_.dataset.activities) year.actorId = parties.recordOf(year.actorId);
        for (model::Grant& grant : result_.dataset.grants) grant.actorId = parties.recordOf(grant.actorId);
    }

    /// The source's own name of the column read as that key.
    std::string columnReadAs(std::string_view key, std::size_t source) const {
        const auto& columns = read_[source].columns;
        const auto found = std::ranges::find(columns, key, &RecognisedColumn::key);
        return found == columns.end() ? std::string(key) : found->column;
    }

    /// Where only sums may leave, what is wrong with a figure does not tell it either.
    void hideFigures() {
        if (study_.privacy.smallest <= 1) return;
        std::set<std::pair<std::string, std::string>> columns;
        for (std::size_t i = 0; i < study_.sources.size(); ++i) {
            for (const std::string_view key : ownFigureKeys()) columns.emplace(study_.sources[i].id, columnReadAs(key, i));
        }
        for (model::Issue& issue : result_.dataset.issues) {
            if (columns.contains({issue.source, issue.column})) issue.value.clear();
        }
    }

    /// Who runs each venue, once all actors are known.
    void joinVenues(const PartyIndex& parties) {
        for (std::size_t i = 0; i < study_.sources.size(); ++i) {
            // The rows are gone: what is told gives their numbers, and the names themselves.
            const SourceDeclaration& source = study_.sources[i];
            if (source.kind != SourceKind::Venues) continue;
            const Table table{{columnReadAs("actor", i)}, {}, {}};
            ColumnMap columns;
            columns.keys["actor"] = {0};
            SourceReading reading{source, table, columns, result_.dataset.issues, study_.language, {}, {}, &vocabularies_, {}, {}};
            for (model::Venue& venue : result_.dataset.venues) {
                if (venue.origin.source != source.id || venue.actors.empty()) continue;
                const TableRow cells{venue.origin.row, {fmt::format("{}", fmt::join(venue.actors, " | "))}};
                RecordRow row(reading, cells);
                venue.actorIds = parties.actorsOf(row, venue);
            }
            reading.tellAlike();
        }
    }

    /// The place of a source in the study, from 1; 0 of what is no source.
    std::size_t orderOf(const std::string& source) const {
        const auto found = std::ranges::find(study_.sources, source, &SourceDeclaration::id);
        return found == study_.sources.end() ? 0 : static_cast<std::size_t>(found - study_.sources.begin()) + 1;
    }

    /// Issues in the order of the study's sources, then of their rows.
    void sortIssues() {
        std::unordered_map<std::string, std::size_t> order;
        for (const SourceDeclaration& source : study_.sources) order[source.id] = orderOf(source.id);
        std::ranges::stable_sort(result_.dataset.issues, {}, [&](const model::Issue& issue) {
            const auto found = order.find(issue.source);
            return std::pair(found == order.end() ? 0 : found->second, issue.row);
        });
    }

    const model::Study& study_;
    const Contributed& contributed_;
    const model::Watch& watch_;
    Readings* kept_;  ///< of an earlier run; null: nothing is kept
    std::optional<ReadingKeys> keys_;
    Readings readings_;
    Georeferencer georeferencer_;
    ScopeReader scopes_;
    Vocabularies vocabularies_;
    GivenIds given_;
    std::vector<IngestResult> read_;  ///< by source; the records are taken out of it
    IngestResult result_;
};

/// What was said of a study together, and where its diagnosis stands.
struct Debate {
    std::vector<model::Remark> remarks;
    std::vector<model::DiagnosisStanding> diagnoses;
    std::vector<std::string> problems;  ///< contributions that cannot be read
};

}  // namespace

IngestResult ingest(const model::Study& study, const model::Reference& reference, const model::Watch& watch, Readings* kept) {
    checkCodes(study, reference);
    Contributed contributed;
    Debate debate;
    if (const auto shelf = shelfOf(study)) {
        const std::vector<model::HistoryAct> history = shelf->history();
        contributed.accepted = acceptedContributions(*shelf, history);
        contributed.erased = erasedCells(history);
        debate.remarks = remarksOf(*shelf, history, debate.problems);
        debate.diagnoses = diagnosesOf(study.review, *shelf, history);
    }
    contributed.sources = contributedSources(contributed.accepted);
    model::Study whole = study;
    for (const ContributedSource& source : contributed.sources) whole.sources.push_back(source.declaration);
    IngestResult result = Ingest(whole, contributed, reference, watch, kept).run();
    result.dataset.remarks = std::move(debate.remarks);
    for (const std::string& problem : debate.problems) {
        model::SourceDeclaration shelf;
        shelf.id = "contributions";
        result.dataset.issues.push_back(issueOf(shelf, 0, study.language, "contribution-unreadable", {{"why", problem}}));
    }
    if (!debate.diagnoses.empty()) result.dataset.diagnosis = std::move(debate.diagnoses.back());
    return result;
}

}  // namespace raquette::ingest
