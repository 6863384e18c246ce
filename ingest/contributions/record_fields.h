#pragma once

#include "gis/model/dataset.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// What records say, as people would type it: record and field → text. Nothing is there for what is not said.
using FieldState = std::map<std::pair<std::string, std::string>, std::string>;

/// What a record says in a field; empty where it says nothing.
std::string textIn(const FieldState& fields, const std::string& record, std::string_view field);

/// Whether people may contribute to that field: the columns of lists that a record keeps, `kind` of a new one, and comments.
bool isContributedField(std::string_view field);
/// Whether it is a word on something rather than what a record says: `comment`, `contest`.
bool isRemark(std::string_view field);
/// Whether it says on which day somebody found all of a record to be right: `confirmed`.
bool isConfirmation(std::string_view field);
/// Whether what it says is about a person: private unless said otherwise, and left out of what is frozen.
bool isPersonalField(std::string_view field);
/// Whether it says where a record stands.
bool isPlaceField(std::string_view field);

/// The fields one may correct of a record, with what it says in each; a venue's and an actor's.
std::vector<std::pair<std::string, std::string>> fieldsOf(const model::Actor& actor);
std::vector<std::pair<std::string, std::string>> fieldsOf(const model::Venue& venue);

/// All that may be corrected of the actors and venues of a study.
FieldState fieldsOf(const model::Dataset& dataset);

/// A name for what they say, which anything said otherwise changes; private fields do not count.
std::string versionOf(const FieldState& fields);

}  // namespace raquette::ingest
