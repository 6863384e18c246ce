#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/language.h"
#include "gis/model/source.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace raquette::viewer {

/// What someone says of a list and of what is looked for, from which a study file is written.
struct NewStudy {
    std::filesystem::path list;  ///< absolute
    model::SourceKind kind = model::SourceKind::Venues;
    std::string sheet;        ///< empty: the first
    std::string contributor;  ///< who made the list
    std::string date;         ///< of the list, as far as it is known: `2026`, `2026-04`, `2026-04-15`; may be empty
    // GCC wants a value where fields are listed without these. NOLINTBEGIN(readability-redundant-member-init)
    std::map<std::string, std::string> columns{};  ///< column of the list → key, where it was chosen by hand; empty: not to be read
    std::string title;
    std::string area;  ///< `reg:52`, `dep:42`; empty: all of France
    int reachKilometres = 30;
    model::Language language = model::Language::French;
    std::vector<std::string> decisions{};  ///< answers to questions, as `[[decision]]` of TOML
    // NOLINTEND(readability-redundant-member-init)
};

/// Where a record really stands, as an answer of the study.
std::string placeDecision(const std::string& record, geometry::LonLat at);

/// The study file, to stand in `folder`: paths are relative to it where they can be. What `raquette` reads.
std::string studyText(const NewStudy& study, const std::filesystem::path& folder);

}  // namespace raquette::viewer
