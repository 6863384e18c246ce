#include "gis/analysis/territory_units.h"

namespace raquette::analysis {

namespace {

using model::Level;
using model::nowhere;

const std::vector<model::Unit>& unitsAt(const model::Reference& reference, Level level) {
    return level == Level::Epci ? reference.epcis : level == Level::Region ? reference.regions : reference.departements;
}

}  // namespace

std::int32_t ofCommune(const model::Reference& reference, std::int32_t commune, Level level) {
    if (level == Level::Study) return 0;
    if (commune == nowhere || level == Level::Area) return nowhere;
    if (level == Level::Commune) return commune;
    const model::Commune& known = reference.communes[static_cast<std::size_t>(commune)];
    return level == Level::Epci ? known.epci : ofDepartement(reference, known.departement, level);
}

std::int32_t ofDepartement(const model::Reference& reference, std::int32_t departement, Level level) {
    if (level == Level::Study) return 0;
    if (departement == nowhere) return nowhere;
    if (level == Level::Departement) return departement;
    return level == Level::Region ? reference.departements[static_cast<std::size_t>(departement)].parent : nowhere;
}

std::size_t countOf(const model::Reference& reference, Level level) {
    if (level == Level::Study) return 1;
    if (level == Level::Area) return 0;
    return level == Level::Commune ? reference.communes.size() : unitsAt(reference, level).size();
}

std::int32_t indexOf(const model::Reference& reference, const model::TerritoryId& territory) {
    if (territory.level == Level::Study) return 0;
    if (territory.level == Level::Area) return nowhere;
    if (territory.level == Level::Commune) return model::indexOf(reference.communes, territory.code);
    return model::indexOf(unitsAt(reference, territory.level), territory.code);
}

model::TerritoryId territoryAt(const model::Reference& reference, Level level, std::int32_t index) {
    if (level == Level::Study || index == nowhere) return {};
    const auto at = static_cast<std::size_t>(index);
    return {level, level == Level::Commune ? reference.communes[at].code : unitsAt(reference, level)[at].code};
}

std::string nameOf(const model::Reference& reference, const model::TerritoryId& territory) {
    const std::int32_t index = indexOf(reference, territory);
    if (territory.level == Level::Study || index == nowhere) return {};
    const auto at = static_cast<std::size_t>(index);
    return territory.level == Level::Commune ? reference.communes[at].name : unitsAt(reference, territory.level)[at].name;
}

}  // namespace raquette::analysis
