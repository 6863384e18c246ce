#pragma once

#include "gis/model/contribution.h"
#include "gis/model/study.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// `proposed discussed voted resolved accepted refused reverted debated adopted erased`.
std::string_view name(model::HistoryAct::What what);
/// `contest comment link new closing correction`.
std::string_view name(model::ContributionKind kind);
std::span<const std::string_view> contributionKinds();

/// What a contribution is about, by its changes.
model::ContributionKind kindOf(const model::Contribution& contribution);

/// The history kept in the folder of a study's contributions, a line of JSON for each act; none where there is no folder yet. Throws
/// model::Error naming the line that cannot be read.
std::vector<model::HistoryAct> readHistory(const std::filesystem::path& folder);
/// Adds acts to it, all or none of them: whatever happens meanwhile, the folder tells of before or of after.
void addToHistory(const std::filesystem::path& folder, const std::vector<model::HistoryAct>& more);

/// Writes it anew: only where a person is taken out of it.
void writeHistory(const std::filesystem::path& folder, const std::vector<model::HistoryAct>& history);

/// Where a contribution stands.
struct Standing {
    std::string id;
    model::ContributionStatus status = model::ContributionStatus::Proposed;
    std::string proposed;                     ///< ISO day
    std::string settled;                      ///< ISO day of its status, when it is no longer proposed
    std::vector<std::string> yes, no;         ///< organisations that voted, once each: their last vote counts
    std::vector<model::FieldChange> choices;  ///< what was chosen where it met another
};

/// Where it stands after one more act of its own.
void follow(const model::HistoryAct& act, Standing& standing);

/// Of every contribution, in the order they were accepted, those never accepted after them as they came; `until` leaves out later acts.
std::vector<Standing> standings(const std::vector<model::HistoryAct>& history, const std::optional<std::string>& until = std::nullopt);

/// The file of a contribution in the folder.
std::filesystem::path contributionPath(const std::filesystem::path& folder, const std::string& id);

/// A contribution that is part of a study, with what was chosen where it met others: its changes say what shall be.
std::vector<model::Contribution> acceptedContributions(const std::filesystem::path& folder,
                                                       const std::optional<std::string>& until = std::nullopt);

}  // namespace raquette::ingest
