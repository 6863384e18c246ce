#include "ingest/duplicates/duplicates.h"

#include "ingest/duplicates/clusters.h"
#include "ingest/duplicates/decisions.h"
#include "ingest/duplicates/groups.h"
#include "ingest/duplicates/merging.h"
#include "ingest/duplicates/question.h"
#include "ingest/records/issue_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using Index = std::uint32_t;

template <class Record>
class Joining {
public:
    Joining(const model::Study& study, const model::Reference& reference, model::Dataset& dataset, std::vector<Record>& records)
        : study_(study), reference_(reference), dataset_(dataset), records_(records) {}

    void answer(const model::Decision& decision, const std::vector<Index>& named) {
        for (std::size_t i = 0; i < named.size(); ++i) {
            for (std::size_t j = i + 1; j < named.size(); ++j) {
                if (named[i] == named[j]) continue;
                (decision.same ? answers_.same : answers_.different).emplace(std::min(named[i], named[j]), std::max(named[i], named[j]));
            }
        }
    }

    void run() {
        const Identities identities(pointersTo(records_), reference_);
        const Clusters clusters = clusterPairs(identities, comparePairs(identities), answers_);
        noteSharedIdentifiers(identities);
        countHolders(clusters.merged);
        std::vector<Record> merged;
        merged.reserve(clusters.merged.size());  // becomes_ points into it
        for (const std::vector<Index>& cluster : clusters.merged) merge(cluster, merged);
        for (const Pair& pair : clusters.open) {
            dataset_.questions.push_back(duplicateQuestion(study_, reference_, becomes(pair.a), becomes(pair.b), pair.comparison));
        }
        replace(clusters.merged, merged);
    }

private:
    static std::vector<const model::Actor*> pointersTo(const std::vector<Record>& records) {
        std::vector<const model::Actor*> pointers;
        pointers.reserve(records.size());
        for (const Record& record : records) pointers.push_back(&record);
        return pointers;
    }

    /// Of the ids that merged rows may have back: who else has one, or had it in their source.
    void countHolders(const std::vector<std::vector<Index>>& clusters) {
        for (const std::vector<Index>& cluster : clusters) {
            for (const Index i : cluster) {
                if (!records_[i].ownId.empty()) holders_.try_emplace(records_[i].ownId.str());
            }
        }
        if (holders_.empty()) return;
        for (const Record& record : records_) {
            if (const auto found = holders_.find(record.id.str()); found != holders_.end()) found->second.taken = true;
            if (const auto found = holders_.find(record.ownId.str()); found != holders_.end()) ++found->second.given;
        }
    }

    /// The record a row ends in.
    const Record& becomes(Index row) const {
        const auto found = becomes_.find(row);
        return found == becomes_.end() ? records_[row] : *found->second;
    }

    void merge(const std::vector<Index>& cluster, std::vector<Record>& merged) {
        std::vector<const Record*> rows;
        for (const Index i : cluster) rows.push_back(&records_[i]);
        const std::size_t told = dataset_.provenance.size();
        merged.push_back(mergeRecords(rows, study_, dataset_.provenance));
        Record& one = merged.back();
        if (mayTakeOwnId(one, cluster)) {
            one.id = one.ownId;
            for (std::size_t i = told; i < dataset_.provenance.size(); ++i) {
                dataset_.provenance[i].record = one.id;
                if (dataset_.provenance[i].field == "id") dataset_.provenance[i].kept = dataset_.provenance[i].value == one.id;
            }
        }
        for (const Index i : cluster) {
            becomes_[i] = &one;
            if (records_[i].origin != one.origin) count(records_[i], one);
        }
        forgetNotesOf(cluster);
    }

    /// Rows that share an id had to be given others; merged, they have it back, unless a stranger has it too.
    bool mayTakeOwnId(const Record& one, const std::vector<Index>& cluster) {
        if (one.ownId.empty() || one.id == one.ownId) return false;
        const Holders& holders = holders_.at(one.ownId.str());
        if (holders.taken) return false;
        return holders.given == std::ranges::count_if(cluster, [&](Index i) { return records_[i].ownId == one.ownId; });
    }

    void count(const Record& row, const Record& into) {
        const auto summary = std::ranges::find(dataset_.sources, row.origin.source.str(), &model::SourceSummary::id);
        --summary->kept;
        ++summary->merged;
        note(row, "merged-duplicate", {{"other", calledBy(into, study_.language)}});
    }

    void note(const Record& row, const char* what, const IssueValues& values) {
        const auto source = std::ranges::find(study_.sources, row.origin.source.str(), &model::SourceDeclaration::id);
        dataset_.issues.push_back(issueOf(*source, row.origin.row, study_.language, what, values));
        dataset_.issues.back().value = row.name;
    }

    /// What was noted of rows before it was known that they are one.
    void forgetNotesOf(const std::vector<Index>& cluster) {
        for (const Index i : cluster) forgotten_.emplace(records_[i].origin.source, records_[i].origin.row);
    }

    /// An identifier of records that differ in name and place is wrong on one of them.
    void noteSharedIdentifiers(const Identities& identities) {
        for (const auto& block : sharing(records_.size(), [&](std::size_t i) { return identities.siretOf(i); }))
            noteShared(identities.of(block), &Identifiers::siret, "SIRET");
        for (const auto& block : sharing(records_.size(), [&](std::size_t i) { return identities.rnaOf(i); }))
            noteShared(identities.of(block), &Identifiers::rna, "RNA");
    }

    void noteShared(const std::vector<Identity>& block, std::string Identifiers::* identifier, const char* kind) {
        for (const Identity& one : block) {
            const auto stranger = std::ranges::find_if(block, [&](const Identity& other) {
                if (one.index == other.index) return false;
                const Comparison comparison = one.index < other.index ? compare(one, other) : compare(other, one);
                return comparison.name < 0.75 && comparison.place == Verdict::Differs;
            });
            if (stranger == block.end()) continue;
            note(records_[one.index], "shared-identifier",
                 {{"kind", kind}, {"identifier", one.identifiers.*identifier}, {"other", calledBy(*stranger->record, study_.language)}});
        }
    }

    /// A merged record stands where its first row stood.
    void replace(const std::vector<std::vector<Index>>& clusters, std::vector<Record>& merged) {
        if (clusters.empty()) return;
        std::vector<bool> gone(records_.size(), false);
        for (std::size_t c = 0; c < clusters.size(); ++c) {
            for (const Index i : clusters[c]) gone[i] = i != clusters[c].front();
            records_[clusters[c].front()] = std::move(merged[c]);
        }
        std::size_t kept = 0;
        for (Index i = 0; i < records_.size(); ++i) {
            if (gone[i]) continue;
            if (kept != i) records_[kept] = std::move(records_[i]);
            ++kept;
        }
        records_.erase(records_.begin() + static_cast<std::ptrdiff_t>(kept), records_.end());
        std::erase_if(dataset_.issues, [&](const model::Issue& issue) {
            return (issue.what == "shared-id" || issue.what == "namesake") && forgotten_.contains({issue.source, issue.row});
        });
    }

    const model::Study& study_;
    const model::Reference& reference_;
    model::Dataset& dataset_;
    std::vector<Record>& records_;
    Answers answers_;
    struct Holders {
        bool taken = false;  ///< it is a record's id
        long given = 0;      ///< how many records their source gave it
    };
    std::unordered_map<std::string, Holders> holders_;
    std::unordered_map<Index, const Record*> becomes_;
    std::set<std::pair<std::string, long>> forgotten_;
};

struct Named {
    bool venue = false;
    Index index = 0;
};

}  // namespace

void joinDuplicates(const model::Study& study, const model::Reference& reference, model::Dataset& dataset) {
    NamedRecords<Named> byId(study, false);
    if (!byId.empty()) {
        for (Index i = 0; i < dataset.actors.size(); ++i) byId.add(dataset.actors[i], {false, i});
        for (Index i = 0; i < dataset.venues.size(); ++i) byId.add(dataset.venues[i], {true, i});
    }
    Joining actors(study, reference, dataset, dataset.actors);
    Joining venues(study, reference, dataset, dataset.venues);
    for (const model::Decision& decision : study.decisions) {
        if (decision.isPlace()) continue;
        std::array<std::vector<Index>, 2> named;
        for (const std::string& id : decision.records) {
            const std::optional<Named> record = byId.find(id);
            if (!record) {
                noteUnknownId(study, decision, id, dataset.issues);
            } else {
                named[record->venue ? 1 : 0].push_back(record->index);
            }
        }
        actors.answer(decision, named[0]);
        venues.answer(decision, named[1]);
    }
    actors.run();
    venues.run();
    // What moves most first: places nobody can see, then the likeliest duplicates.
    std::ranges::stable_sort(dataset.questions, std::ranges::greater(), &model::Question::score);
    std::ranges::stable_partition(dataset.questions,
                                  [](const model::Question& question) { return question.about == model::Question::About::Place; });
}

}  // namespace raquette::ingest
