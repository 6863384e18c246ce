#pragma once

#include "gis/model/grant.h"
#include "ingest/records/record_row.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// The yearly figures of a row: those of its own columns in the row's year, and those of columns that hold a year in their name.
std::vector<model::Activity> figuresOf(RecordRow& row, const std::string& actor);
/// The money a row of actors says was asked or granted, by column and year.
std::vector<model::Grant> grantsOf(RecordRow& row, const std::string& actor);
/// Whether the column of `amount` is public money rather than what somebody paid: a subscription is the payer's business.
bool amountIsGrant(const RecordRow& row);

/// `fte staff budget events admissions members`: what a structure tells of itself.
std::span<const std::string_view> ownFigureKeys();

/// Whether a list has any column of figures or money: most have none.
bool mayHoldFigures(const SourceReading& reading);
/// Whether two rows say the same of a year.
bool sameFigures(const model::Activity& a, const model::Activity& b);
bool sameGrant(const model::Grant& a, const model::Grant& b);

}  // namespace raquette::ingest
