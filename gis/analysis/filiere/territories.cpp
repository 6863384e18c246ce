#include "gis/analysis/filiere/territories.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

using model::Level;
using model::nowhere;

std::size_t at(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

}  // namespace

StudyTerritories::StudyTerritories(const model::Study& study, const model::Reference& reference, const StudyArea& area)
    : reference_(reference), ids_{model::TerritoryId{}}, communesHeld_(analysis::communesHeld(reference, area)) {
    addAreas(study);
    addUnits();
}

/// As for indicators: a drawn area is not known by code, and codes of communes need their outlines.
void StudyTerritories::addAreas(const model::Study& study) {
    for (const model::AreaDeclaration& declared : study.areas) {
        const bool finer = std::ranges::any_of(
            declared.territories, [](const model::TerritoryId& id) { return id.level == Level::Commune || id.level == Level::Epci; });
        if (declared.territories.empty() || (finer && !reference_.hasCommunePolygons())) continue;
        ids_.push_back({Level::Area, declared.id});
        areas_.push_back(unitsOf(declared.territories, study, reference_));
    }
}

void StudyTerritories::addUnits() {
    std::vector<std::uint8_t> regions(reference_.regions.size());
    std::vector<std::uint8_t> departements(reference_.departements.size());
    std::vector<std::uint8_t> epcis(reference_.epcis.size());
    for (std::size_t i = 0; i < communesHeld_.size(); ++i) {
        const model::Commune& commune = reference_.communes[i];
        if (communesHeld_[i] == 0) continue;
        if (commune.epci != nowhere) epcis[at(commune.epci)] = 1;
        if (commune.departement == nowhere) continue;
        departements[at(commune.departement)] = 1;
        if (const std::int32_t region = reference_.departements[at(commune.departement)].parent; region != nowhere) regions[at(region)] = 1;
    }
    const auto add = [&](Level level, const auto& territories, const std::vector<std::uint8_t>& held, std::vector<std::int32_t>& indexes) {
        indexes.assign(territories.size(), nowhere);
        for (std::size_t i = 0; i < territories.size(); ++i) {
            if (held[i] == 0) continue;
            indexes[i] = static_cast<std::int32_t>(ids_.size());
            ids_.push_back({level, territories[i].code});
        }
    };
    add(Level::Region, reference_.regions, regions, regions_);
    add(Level::Departement, reference_.departements, departements, departements_);
    add(Level::Epci, reference_.epcis, epcis, epcis_);
    add(Level::Commune, reference_.communes, communesHeld_, communes_);
}

std::vector<std::uint32_t> StudyTerritories::holding(const Whereabouts& where) const {
    if (!where.inStudy) return {};
    std::vector<std::uint32_t> holding{0};
    const std::int32_t unit = reference_.hasCommunePolygons() ? where.commune : where.departement;
    for (std::size_t i = 0; i < areas_.size(); ++i) {
        if (unit != nowhere && areas_[i][at(unit)] != 0) holding.push_back(static_cast<std::uint32_t>(i + 1));
    }
    const auto add = [&](std::int32_t index, const std::vector<std::int32_t>& indexes) {
        if (index != nowhere && indexes[at(index)] != nowhere) holding.push_back(static_cast<std::uint32_t>(indexes[at(index)]));
    };
    add(regionOf(where, reference_), regions_);
    add(where.departement, departements_);
    add(epciOf(where, reference_), epcis_);
    add(where.commune, communes_);
    return holding;
}

}  // namespace raquette::analysis
