#pragma once

#include "gis/model/contribution.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace raquette::ingest {

/// Ending of the files contributions travel in.
inline constexpr std::string_view contributionEnding = ".contribution";

/// The line it begins with.
inline constexpr std::string_view contributionHead = "raquette-contribution\n";

/// What a contribution is written as: a line that says what it is, a line of JSON (its manifest), and a changeset of SQLite's session
/// extension on `fields(record, field, value)`, whose key is the first two: edits of different fields never meet, whoever made them.
std::string contributionBytes(const model::Contribution& contribution);

/// Reads it back. `name` is the file's, for messages. Throws model::Error for what is no contribution, of a later version, cut short, or
/// not what its manifest says; nothing it holds is ever run as SQL.
model::Contribution contributionFrom(std::string_view bytes, const std::string& name);

model::Contribution readContribution(const std::filesystem::path& file);
/// Whole or not at all.
void writeContribution(const model::Contribution& contribution, const std::filesystem::path& file);

/// Of the content: two that say the same for the same organisation on the same day are one. What it says of persons is left out, so that a
/// person can be forgotten without its becoming another.
std::string contributionId(const model::Contribution& contribution);

/// Sorts its changes, drops those that change nothing, and gives it its id. Throws model::Error when two change one field, or none is left.
void settle(model::Contribution& contribution);

}  // namespace raquette::ingest
