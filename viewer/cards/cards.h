#pragma once

#include "gis/analysis/portrait/portrait.h"
#include "viewer/cards/card.h"

namespace raquette::viewer {

// The cards that cardOf() is put together from.

Card gapCard(const store::StudyState& state, const analysis::ServiceResult& result, const analysis::Gap& gap, model::Language language);
Card recordCard(const store::StudyState& state, const analysis::ServiceResult* result, const model::Actor& record,
                model::Language language);
Card territoryCard(const store::StudyState& state, const analysis::ServiceResult* result, const model::TerritoryId& id,
                   model::Language language);

/// What people said of it; nothing where nobody did. `about`: as model::Remark has it.
void addRemarks(const store::StudyState& state, const std::string& about, model::Language language, Card& card);
/// The button by which one says something oneself.
void addContribution(const store::StudyState& state, const std::string& about, model::Language language, Card& card);

/// The words of a status that we know; any other as the list has it.
std::string statusLabel(const std::string& status, model::Language language);
/// An actor or venue by its id; null when there is none.
const model::Actor* recordOf(const model::Dataset& dataset, const std::string& id);
/// Figures of a territory for a service; null when it has none.
const analysis::Indicator* indicatorOf(const analysis::ServiceResult& result, const model::TerritoryId& territory);
/// Lines that lead to the card of an actor or venue, and to all that is known of a contract.
CardLink linkTo(const analysis::Resource& resource, model::Language language);
CardLink linkTo(const store::StudyState& state, const analysis::ContractOver& over, model::Language language);
/// A line that leads to a territory's card; its name and level.
CardLink linkTo(const store::StudyState& state, const model::TerritoryId& id, model::Language language);

}  // namespace raquette::viewer
