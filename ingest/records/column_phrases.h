#pragma once

#include "ingest/records/list_shape.h"

#include <map>
#include <string>
#include <vector>

namespace raquette::ingest {

/// Spellings of a key in data/vocabulary/columns.csv, folded, best first.
const std::vector<std::string>& spellingsOf(std::string_view key);

/// The figure a column's name says it holds, with its year; nothing for any other name.
std::optional<FigureColumn> figureNamed(model::SourceKind kind, const std::string& columnName);
/// The network a column's name says it is about; empty for any other name.
std::string networkNamed(const std::string& columnName);

/// The words of a column's name, in order, without those that ask a question or join others: `Quel est le nom de votre structure ?` →
/// `nom structure`.
std::string barePhrase(std::string_view folded);

/// Whether a bare phrase holds another one, word for word.
bool holdsPhrase(std::string_view bare, std::string_view phrase);

}  // namespace raquette::ingest
