#pragma once

#include "gis/model/contribution.h"
#include "gis/model/language.h"
#include "ingest/contributions/record_fields.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// The fields a form asks for, in the order of a sheet of paper; none is private.
std::span<const std::string_view> formFields();
/// Its name for those who fill it in.
std::string fieldLabel(std::string_view field, model::Language language);

/// Writes what a study says of some records (ids) as a workbook that anyone can correct: a row for each field with what is said now, and an
/// empty cell for what should be; everything else is protected. Private fields are left out: the form may be mailed.
/// Throws model::Error for an unknown id or an unwritable file.
void writeForm(const FieldState& fields, const std::vector<std::string>& records, const std::filesystem::path& file,
               model::Language language);

/// The corrections written in such a workbook, against what it showed. Throws model::Error when it is no form, or nothing was written.
std::vector<model::FieldChange> readForm(const std::filesystem::path& file, model::Language language);

}  // namespace raquette::ingest
