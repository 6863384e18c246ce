#pragma once

#include "gis/store/store.h"
#include "gis/store/table.h"

#include <string_view>

namespace raquette::store {

/// Every layer and table of design §6, and ours (`services`, `providers`, `people`), in the order a map is drawn: land first.
std::vector<Table> layers(const StudyState& state);

/// `indicators` joined to `territories` of one level, for a planner's own GIS: their names and outlines beside the figures.
Table indicatorsOf(const StudyState& state, model::Level level);

// The rooms `layers` is put together from.
std::vector<Table> territoryLayers(const StudyState& state);  ///< territories, people
std::vector<Table> resultLayers(const StudyState& state);     ///< coverage, gaps, services, providers, indicators
std::vector<Table> timeTables(const StudyState& state);       ///< timeline, timeline_providers, endings
std::vector<Table> fundingTables(const StudyState& state);    ///< funding, funding_years, funding_territories, grants_territories
std::vector<Table> recordLayers(const StudyState& state);     ///< actors, venues, contracts, amounts, grants, activity, links
std::vector<Table> studyTables(const StudyState& state);      ///< issues, sources, study
std::vector<Table> equityTables(const StudyState& state);     ///< means, reached_by, equity, comparison
std::vector<Table> qualityTables(const StudyState& state);    ///< provenance, questions, completeness, quality
std::vector<Table> filiereTables(const StudyState& state);    ///< functions, baskets, basket_types
/// cooperation, isolation, cooperation_groups, bridges, complementarities
std::vector<Table> cooperationTables(const StudyState& state);
/// services: what was looked for, how far, and what was left out of each answer
Table serviceLayer(const StudyState& state);

}  // namespace raquette::store
