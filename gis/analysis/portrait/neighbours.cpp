#include "gis/analysis/portrait/neighbours.h"

#include "gis/analysis/territory_units.h"
#include "gis/geometry/geodesic.h"
#include "gis/geometry/measure.h"

#include <algorithm>
#include <set>
#include <utility>

namespace raquette::analysis {

namespace {

using model::Level;
using model::nowhere;
using model::Reference;
using model::TerritoryId;

std::vector<std::int32_t> communesOf(const Reference& reference, Level level, std::int32_t territory) {
    std::vector<std::int32_t> communes;
    for (std::int32_t i = 0; i < std::ssize(reference.communes); ++i) {
        if (ofCommune(reference, i, level) == territory) communes.push_back(i);
    }
    return communes;
}

model::Inhabitants peopleOf(const Reference& reference, Level level, std::int32_t territory) {
    const auto at = static_cast<std::size_t>(territory);
    if (level == Level::Commune) return reference.communes[at].population;
    const auto& units = level == Level::Epci ? reference.epcis : level == Level::Region ? reference.regions : reference.departements;
    return units[at].population;
}

/// The smallest outlines of the reference: communes where it has them, else départements.
struct Outlines {
    const Reference& reference;
    bool communes;

    std::size_t count() const { return communes ? reference.communeShapes.size() : reference.departements.size(); }
    const geometry::GeoShape& shape(std::size_t i) const { return communes ? reference.communeShapes[i] : reference.departements[i].shape; }
    std::int32_t holder(std::size_t i, Level level) const {
        const auto at = static_cast<std::int32_t>(i);
        return communes ? ofCommune(reference, at, level) : ofDepartement(reference, at, level);
    }
};

std::pair<double, double> key(geometry::LonLat point) {
    return {point.lon, point.lat};
}

/// Edge-matched borders have their points in common.
std::set<std::int32_t> touching(const Outlines& outlines, Level level, std::int32_t own) {
    std::set<std::pair<double, double>> border;
    geometry::Box box;
    for (std::size_t i = 0; i < outlines.count(); ++i) {
        if (outlines.holder(i, level) != own) continue;
        for (const geometry::LonLat& point : outlines.shape(i).points) {
            border.insert(key(point));
            box.include(point.lon, point.lat);
        }
    }
    std::set<std::int32_t> found;
    for (std::size_t i = 0; i < outlines.count(); ++i) {
        const std::int32_t holder = outlines.holder(i, level);
        if (holder == own || holder == nowhere || found.contains(holder)) continue;
        const bool touches = std::ranges::any_of(outlines.shape(i).points, [&](geometry::LonLat point) {
            return box.contains(point.lon, point.lat) && border.contains(key(point));
        });
        if (touches) found.insert(holder);
    }
    return found;
}

/// Those of the communes nearest to the heart of a territory, nearest first.
std::vector<std::int32_t> nearest(const Reference& reference, Level level, std::int32_t own, geometry::LonLat heart, std::size_t most) {
    std::vector<std::pair<double, std::int32_t>> sorted;
    for (std::int32_t i = 0; i < std::ssize(reference.communes); ++i) {
        const auto& point = reference.communes[static_cast<std::size_t>(i)].point;
        const std::int32_t holder = ofCommune(reference, i, level);
        if (point && holder != own && holder != nowhere) sorted.emplace_back(geodesicDistance(heart, *point).value, holder);
    }
    std::ranges::sort(sorted);
    std::vector<std::int32_t> found;
    for (const auto& [distance, holder] : sorted) {
        if (found.size() == most) break;
        if (std::ranges::find(found, holder) == found.end()) found.push_back(holder);
    }
    return found;
}

}  // namespace

std::optional<geometry::LonLat> heartOf(const Reference& reference, const TerritoryId& territory) {
    const std::int32_t own = indexOf(reference, territory);
    if (own == nowhere || territory.level == Level::Study) return std::nullopt;
    const model::Commune* heart = nullptr;
    for (const std::int32_t i : communesOf(reference, territory.level, own)) {
        const model::Commune& commune = reference.communes[static_cast<std::size_t>(i)];
        if (commune.point && (heart == nullptr || commune.population > heart->population)) heart = &commune;
    }
    if (heart != nullptr) return heart->point;
    geometry::Box box;
    const Outlines outlines{reference, reference.hasCommunePolygons()};
    for (std::size_t i = 0; i < outlines.count(); ++i) {
        if (outlines.holder(i, territory.level) == own) box.include(boxOf(outlines.shape(i)));
    }
    if (box.empty()) return std::nullopt;
    return geometry::LonLat{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
}

std::vector<TerritoryId> neighboursOf(const Reference& reference, const TerritoryId& territory, std::size_t most) {
    const Level level = territory.level;
    const std::int32_t own = indexOf(reference, territory);
    if (own == nowhere || level == Level::Study || level == Level::Area) return {};
    const bool drawn = reference.hasCommunePolygons() || level == Level::Departement || level == Level::Region;
    std::vector<std::int32_t> found;
    if (drawn) {
        const std::set<std::int32_t> beside = touching({reference, reference.hasCommunePolygons()}, level, own);
        found.assign(beside.begin(), beside.end());
    } else if (const auto heart = heartOf(reference, territory)) {
        found = nearest(reference, level, own, *heart, most);
    }
    std::ranges::stable_sort(found, std::greater<>(), [&](std::int32_t one) { return peopleOf(reference, level, one); });
    found.resize(std::min(most, found.size()));
    std::vector<TerritoryId> ids;
    for (const std::int32_t one : found) ids.push_back(territoryAt(reference, level, one));
    return ids;
}

}  // namespace raquette::analysis
