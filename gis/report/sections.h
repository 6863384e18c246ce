#pragma once

#include "gis/report/map_scope.h"

#include <string>

namespace raquette::report {

// The parts of the page, top to bottom; each returns HTML with every text of the data escaped.

/// « Sans lieu de musiques actuelles de notre liste à moins de 30 km », not escaped: the finding in one line.
std::string findingTitle(const analysis::ServiceResult& result, model::Language language);
/// How many people, which share, and how it moves with 5 km less and more.
std::string figures(const analysis::ServiceResult& result, model::Language language);
std::string legend(const analysis::ServiceResult& result, model::Language language);
/// The holes of the page's scope, the largest first.
std::string holesSection(const store::StudyState& state, const MapScope& scope, std::size_t service, model::Language language);
/// Who is there: by région, by membership, then every name.
std::string existsSection(const store::StudyState& state, std::size_t service, model::Language language);
/// Each list: whose, when, how much of it could be used, asked and answered.
std::string completenessSection(const store::StudyState& state, model::Language language);
std::string methodSection(const store::StudyState& state, model::Language language);

/// The maps of one service: drawn, for paper and for those without scripts, with its legend and credits; map.js lays the one that moves
/// over it.
std::string mapSection(const store::StudyState& state, const MapScope& scope, std::size_t service, model::Language language);

/// The style sheet of the page, light and dark by the reader's preference: the colours of data/palette.json, then data/report/page.css.
std::string styleSheet();

}  // namespace raquette::report
