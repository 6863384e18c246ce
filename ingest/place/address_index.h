#pragma once

#include <filesystem>

namespace raquette::ingest {

/// The index of a Base Adresse Nationale extract (national CSV format, plain or gzip): an SQLite file beside it, named after it, made
/// when it is missing or the extract has changed (its size and time of writing are noted in the index), written apart and renamed. Where
/// that folder cannot be written in, it is kept in the user's cache folder, else in the system's temporary one. Streets are folded once
/// here.
///
/// Throws ExtractProblem when the extract is missing, truncated, or lacks one of the columns numero, nom_voie, code_insee, lon, lat.
std::filesystem::path addressIndexOf(const std::filesystem::path& extract);

/// Reads an extract into a new index, one street and number after the other: memory grows with the streets, not with the addresses.
void buildAddressIndex(const std::filesystem::path& extract, const std::filesystem::path& index);

}  // namespace raquette::ingest
