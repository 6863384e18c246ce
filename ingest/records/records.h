#pragma once

#include "gis/model/dataset.h"
#include "ingest/records/record_row.h"
#include "ingest/records/scope.h"

namespace raquette::ingest {

// One row → one record. What a record cannot do without rejects the row; any other value that cannot be read is left out and noted.
// Places, ids and the parties of links are found afterwards.

void readActor(RecordRow& row, model::Actor& actor);
void readVenue(RecordRow& row, model::Venue& venue);
/// A year or a funder beside the contract's amount also makes an entry of `amounts`.
void readContract(RecordRow& row, const ScopeReader& scopes, model::Contract& contract, std::vector<model::Amount>& amounts);
// A row may hold several: a cell of amounts by funder, columns by year.
std::vector<model::Amount> readAmounts(RecordRow& row);
std::vector<model::Grant> readGrants(RecordRow& row);
std::vector<model::Activity> readActivities(RecordRow& row);
void readLink(RecordRow& row, model::Link& link);

/// The names of a cell that holds several: between `|` or `;`, else between commas.
std::vector<std::string> namesIn(const std::string& cell);

// Cells of a key, read or noted and left out.
std::optional<model::PartialDate> dateCell(RecordRow& row, std::string_view key);
std::optional<long> countCell(RecordRow& row, std::string_view key);
std::optional<double> decimalCell(RecordRow& row, std::string_view key);
std::optional<int> yearCell(RecordRow& row, std::string_view key);
std::optional<model::Euros> moneyCell(RecordRow& row, std::string_view key);
/// « en cours »: it was in force when the list was made, and nobody wrote until when.
bool saysOngoing(std::string_view cell);
/// Start and end, where the end may be a duration (there, or in a column of its own) or said not to exist; an end before its start is
/// noted.
model::Period periodCells(RecordRow& row, std::string_view startKey, std::string_view endKey);

}  // namespace raquette::ingest
