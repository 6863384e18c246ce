#include "gis/geometry/dissolve.h"
#include "gis/geometry/measure.h"
#include "gis/model/error.h"
#include "viewer/map/degrees.h"
#include "viewer/map/scene_parts.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <map>
#include <utility>

namespace raquette::viewer {

namespace {

/// Of every unit, its part of each land.
using LandPieces = std::vector<std::map<Land, Piece>>;

LandPieces projected(const LandScenes& lands, const std::vector<model::Unit>& units) {
    LandPieces pieces(units.size());
    tbb::parallel_for(std::size_t{0}, units.size(), [&](std::size_t i) {
        for (auto& [land, shape] : lands.byLand(units[i].shape)) pieces[i].emplace(land, pieceOf(std::move(shape)));
    });
    return pieces;
}

/// Units joined by the larger one they belong to (`ownerOf`, by index), for references that have outlines of the smaller ones only.
template <class OwnerOf>
std::vector<geometry::PlaneShape> joined(const std::vector<geometry::PlaneShape>& shapes, std::size_t count, OwnerOf ownerOf) {
    std::vector<std::vector<std::uint32_t>> members(count);
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        const std::int32_t owner = ownerOf(i);
        if (owner != model::nowhere) members[static_cast<std::size_t>(owner)].push_back(i);
    }
    std::vector<geometry::PlaneShape> out(count);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { out[i] = geometry::dissolve(shapes, members[i]); });
    return out;
}

LandPieces projected(const LandScenes& lands, const std::vector<geometry::PlaneShape>& degrees) {
    LandPieces pieces(degrees.size());
    tbb::parallel_for(std::size_t{0}, degrees.size(), [&](std::size_t i) {
        for (auto& [land, part] : lands.byLand(fromDegrees(degrees[i]))) pieces[i].emplace(land, pieceOf(std::move(part)));
    });
    return pieces;
}

bool haveOutlines(const std::vector<model::Unit>& units) {
    return std::ranges::any_of(units, [](const model::Unit& unit) { return !unit.shape.empty(); });
}

/// The outlines of a level, and what its units are called: a name stands at the widest stretch of the largest part of its land.
void addUnits(LandScenes& lands, const std::vector<model::Unit>& units, LandPieces made, std::vector<Piece> LandScene::* pieces,
              GroundName::Kind kind) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (auto& [land, piece] : made[i]) {
            lands[land].names.push_back({geometry::pointInside(piece.shape), kind, units[i].name, units[i].population.value});
            (lands[land].*pieces).push_back(std::move(piece));
        }
    }
}

const std::vector<model::Unit>& unitsOf(const model::Reference& reference, model::Level level) {
    if (level == model::Level::Region) return reference.regions;
    return level == model::Level::Epci ? reference.epcis : reference.departements;
}

struct Territory {
    model::TerritoryId id;
    std::string name;
};

std::vector<Territory> territoriesOf(const model::Reference& reference, model::Level level) {
    std::vector<Territory> out;
    if (level == model::Level::Commune) {
        for (const model::Commune& commune : reference.communes) out.push_back({{level, commune.code}, commune.name});
        return out;
    }
    for (const model::Unit& unit : unitsOf(reference, level)) out.push_back({{level, unit.code}, unit.name});
    return out;
}

void requireShapes(bool found, model::Level level) {
    if (found) return;
    throw model::Error(
        fmt::format("The reference has no outline of any {}: this layer cannot be drawn. Use departement or region, or a "
                    "reference with commune polygons (raquette reference build).",
                    model::name(level)));
}

struct ShownTerritory {
    Territory territory;
    std::optional<double> figure;
    std::optional<std::size_t> colourClass{};  // NOLINT(readability-redundant-member-init): GCC wants it where fields are listed
};

/// Refused when the reference has no shape for any of them.
void addAreas(LandScenes& lands, const model::Reference& reference, const std::vector<ShownTerritory>& shown, model::Level level) {
    std::vector<std::map<Land, Piece>> pieces(shown.size());
    tbb::parallel_for(std::size_t{0}, shown.size(), [&](std::size_t i) {
        for (auto& [land, shape] : lands.byLand(shapeOf(reference, shown[i].territory.id)))
            pieces[i].emplace(land, pieceOf(std::move(shape)));
    });
    bool found = false;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto& [territory, figure, colourClass] = shown[i];
        for (auto& [land, piece] : pieces[i])
            lands[land].areas.push_back({territory.id.text(), territory.name, figure, colourClass, std::move(piece)});
        found = found || !pieces[i].empty();
    }
    requireShapes(found, level);
}

std::optional<double> valueOf(const analysis::Indicator& indicator, const std::string& column) {
    if (column == "covered_share" && indicator.coveredShare) return indicator.coveredShare->value;
    if (column == "covered_area_share" && indicator.coveredAreaShare) return indicator.coveredAreaShare->value;
    if (column == "nearest_km" && indicator.nearest) return model::inKilometres(*indicator.nearest);
    if (column == "nearest_min" && indicator.nearestTime) return indicator.nearestTime->value;
    if (column == "accessibility" && indicator.access.accessibility) return indicator.access.accessibility->value;
    if (column == "opportunities") return indicator.access.opportunities;
    return std::nullopt;
}

geometry::GeoShape shapeOfParts(const model::Reference& reference, model::Level level, std::int32_t index) {
    geometry::GeoShape shape;
    if (level == model::Level::Region) {
        for (const model::Unit& departement : reference.departements) {
            if (departement.parent == index) shape.append(departement.shape);
        }
    }
    if (!shape.empty() || !reference.hasCommunePolygons()) return shape;
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        const model::Commune& commune = reference.communes[i];
        const std::int32_t departement = commune.departement;
        const std::int32_t region =
            departement == model::nowhere ? model::nowhere : reference.departements[static_cast<std::size_t>(departement)].parent;
        const std::int32_t owner = level == model::Level::Region ? region : level == model::Level::Epci ? commune.epci : departement;
        if (owner == index) shape.append(reference.communeShapes[i]);
    }
    return shape;
}

}  // namespace

geometry::GeoShape shapeOf(const model::Reference& reference, const model::TerritoryId& territory) {
    if (territory.level == model::Level::Area || territory.level == model::Level::Study) return {};
    if (territory.level == model::Level::Commune) {
        const std::int32_t at = indexOf(reference.communes, territory.code);
        if (at == model::nowhere || !reference.hasCommunePolygons()) return {};
        return reference.communeShapes[static_cast<std::size_t>(at)];
    }
    const std::vector<model::Unit>& units = unitsOf(reference, territory.level);
    const std::int32_t at = indexOf(units, territory.code);
    if (at == model::nowhere) return {};
    const geometry::GeoShape& own = units[static_cast<std::size_t>(at)].shape;
    return own.empty() ? shapeOfParts(reference, territory.level, at) : own;
}

void addGround(LandScenes& lands, const store::StudyState& state) {
    const model::Reference& reference = state.reference;
    LandPieces departements = projected(lands, reference.departements);
    LandPieces regions = projected(lands, reference.regions);
    if (!haveOutlines(reference.departements) && reference.hasCommunePolygons()) {
        std::vector<geometry::PlaneShape> communes(reference.communeShapes.size());
        tbb::parallel_for(std::size_t{0}, communes.size(), [&](std::size_t i) { communes[i] = inDegrees(reference.communeShapes[i]); });
        const auto ofCommunes =
            joined(communes, reference.departements.size(), [&](std::size_t i) { return reference.communes[i].departement; });
        departements = projected(lands, ofCommunes);
        if (!haveOutlines(reference.regions))
            regions = projected(
                lands, joined(ofCommunes, reference.regions.size(), [&](std::size_t i) { return reference.departements[i].parent; }));
    }
    addUnits(lands, reference.departements, std::move(departements), &LandScene::departements, GroundName::Kind::Departement);
    addUnits(lands, reference.regions, std::move(regions), &LandScene::regions, GroundName::Kind::Region);
    for (auto& [land, shape] : lands.byLand(state.analysis.studyArea)) {
        lands[land].study = pieceOf(std::move(shape));
        lands[land].extent = lands[land].study.box;
    }
}

void addTerritories(LandScenes& lands, const store::StudyState& state, model::Level level) {
    std::vector<ShownTerritory> shown;
    for (Territory& territory : territoriesOf(state.reference, level)) shown.push_back({std::move(territory), std::nullopt});
    addAreas(lands, state.reference, shown, level);
}

std::vector<analysis::BasketKinds::Kind> addBaskets(LandScenes& lands, const store::StudyState& state, model::Level level) {
    constexpr std::size_t most = 7;  // colours of a ramp
    analysis::BasketKinds baskets = analysis::basketKinds(state.analysis.filiere, level, most);
    std::vector<ShownTerritory> shown;
    for (Territory& territory : territoriesOf(state.reference, level)) {
        const auto found = baskets.of.find(territory.id);
        if (found != baskets.of.end()) shown.push_back({std::move(territory), std::nullopt, found->second});
    }
    addAreas(lands, state.reference, shown, level);
    return std::move(baskets.kinds);
}

void addIndicators(LandScenes& lands, const store::StudyState& state, const analysis::ServiceResult& result, const Layer& layer) {
    std::map<model::TerritoryId, const analysis::Indicator*> indicators;
    for (const analysis::Indicator& indicator : result.indicators) indicators[indicator.territory] = &indicator;
    std::vector<ShownTerritory> shown;
    for (Territory& territory : territoriesOf(state.reference, layer.level)) {
        const auto indicator = indicators.find(territory.id);
        if (indicator == indicators.end()) continue;
        shown.push_back({std::move(territory), valueOf(*indicator->second, layer.column)});
    }
    addAreas(lands, state.reference, shown, layer.level);
}

}  // namespace raquette::viewer
