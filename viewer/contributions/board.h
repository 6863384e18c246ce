#pragma once

#include "gis/store/store.h"
#include "ingest/contributions/merge.h"

#include <memory>
#include <string>
#include <vector>

namespace raquette::viewer {

/// A contribution as those who review it see it.
struct Brought {
    model::Contribution contribution;
    ingest::Standing standing;
    std::vector<ingest::Conflict> conflicts;  ///< of one that waits: where it meets what was said since
    std::vector<std::string> communes;        ///< of the records it is about
    std::vector<model::HistoryAct> words;     ///< what was said of it, the answer among them

    /// It can be settled.
    bool isOpen() const {
        return standing.status == model::ContributionStatus::Proposed || standing.status == model::ContributionStatus::Reverted;
    }
};

/// All that was brought to a study and what became of it.
struct Board {
    std::shared_ptr<const store::StudyState> state;
    std::vector<Brought> all;  ///< those that wait first; then the latest first
    std::vector<model::DiagnosisStanding> diagnoses;
    long contested = 0;  ///< contests without an answer
};

/// Reads the folder of a study's contributions. Throws model::Error for what cannot be read.
Board boardOf(std::shared_ptr<const store::StudyState> state);

/// Who takes part: those the rules name, those who brought or voted. By alphabet.
std::vector<std::string> organisationsOf(const Board& board);
/// One of them however it is typed, accents and capitals aside; else as typed.
std::string organisationCalled(const Board& board, const std::string& typed);

/// The names of what it is about, at most three.
std::string subjectsText(const store::StudyState& state, const model::Contribution& contribution, model::Language language);
/// « jauge : 900 → 1 200 », a line each; private fields are named, not told.
std::vector<std::string> changeLines(const Brought& brought, model::Language language);
/// Who voted how, and what was said.
std::vector<std::string> debateLines(const Brought& brought, model::Language language);

/// Why somebody may not yet do something, in words for the person; empty where they may.
std::string whyNotVote(const Brought& brought, const std::string& organisation, model::Language language);
std::string whyNotAccept(const Board& board, const Brought& brought, const std::string& organisation, const std::string& reason,
                         model::Language language);
std::string whyNotRefuse(const Board& board, const Brought& brought, const std::string& organisation, const std::string& reason,
                         model::Language language);
std::string whyNotTakeBack(const Board& board, const Brought& brought, const std::string& organisation, model::Language language);
std::string whyNotAdopt(const Board& board, const std::string& organisation, model::Language language);

}  // namespace raquette::viewer
