#pragma once

#include "gis/analysis/analysis.h"

#include <filesystem>
#include <optional>
#include <string>

namespace raquette::testing {

/// The folder of real data that `RAQUETTE_TEST_DATA` names; nothing where it is unset: the test is then skipped.
std::optional<std::filesystem::path> testData();

/// The full reference (communes of 2026), unpacked once for all tests; with the 1 km grid of people or without. Throws when it cannot be
/// read.
const model::Reference& france();
const model::Reference& franceWithGrid();

/// The mainland's départements as a study area.
std::vector<model::TerritoryId> mainland();

/// The 119 demonstration venues, each at its commune's reference point.
model::Dataset demonstrationVenues(const model::Reference& reference);
/// A list of the folder `venues`, such as `festivals.csv`.
model::Dataset listOf(const std::string& name, const model::Reference& reference);
/// Venues of a list `id,lon,lat`.
model::Dataset venuesAt(const std::filesystem::path& list);

/// A study of the mainland for venues within a reach.
model::Study studyOfVenues(double kilometres);

}  // namespace raquette::testing
