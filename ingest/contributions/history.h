#pragma once

#include "gis/model/contribution.h"
#include "gis/model/study.h"
#include "ingest/contributions/shelf.h"

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

/// Who accepts or refuses, in the history, when votes do.
inline constexpr std::string_view votesSettle = "votes";

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

/// The contributions that are part of a study, in the order they were accepted, with what was chosen where they met others: their changes
/// say what shall be. `history` is the shelf's. Throws model::Error for one that cannot be read.
std::vector<model::Contribution> acceptedContributions(Shelf& shelf, const std::vector<model::HistoryAct>& history,
                                                       const std::optional<std::string>& until = std::nullopt);

}  // namespace raquette::ingest
