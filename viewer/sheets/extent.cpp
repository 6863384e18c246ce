#include "viewer/sheets/extent.h"

#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"
#include "viewer/map/scene_parts.h"

#include <fmt/format.h>
#include <charconv>
#include <optional>

namespace raquette::viewer {

namespace {

std::optional<std::array<double, 4>> fourNumbers(const std::string& text) {
    std::array<double, 4> numbers{};
    const char* at = text.data();
    const char* end = at + text.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [next, problem] = std::from_chars(at, end, numbers[i]);
        const bool last = i + 1 == numbers.size();
        if (problem != std::errc() || (last ? next != end : next == end || *next != ',')) return std::nullopt;
        at = next + 1;
    }
    return numbers;
}

SheetExtent ofBox(const std::array<double, 4>& degrees, const std::string& text) {
    const auto [west, south, east, north] = degrees;
    if (west >= east || south >= north)
        throw model::Error(
            fmt::format("Extent “{}”: write west,south,east,north in degrees, west below east and south below north.", text));
    const auto land = landAt({(west + east) / 2, (south + north) / 2});
    if (!land) throw model::Error(fmt::format("Extent “{}” lies far from every part of France.", text));
    SheetExtent extent;
    extent.land = *land;
    extent.wholeStudy = false;
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i) {
        const double lon = west + (east - west) * i / steps;
        const double lat = south + (north - south) * i / steps;
        for (const geometry::LonLat& point : {geometry::LonLat{lon, south}, {lon, north}, {west, lat}, {east, lat}})
            extent.box.add(geometry::toPlane(frameOf(*land), point));
    }
    return extent;
}

/// An EPCI without outline is shown by the points of its communes, on the land of the first.
void addCommunePoints(const model::Reference& reference, const model::TerritoryId& epci, SheetExtent& extent) {
    constexpr double around = 5000;  // metres
    const std::int32_t own = indexOf(reference.epcis, epci.code);
    std::optional<Land> land;
    for (const model::Commune& commune : reference.communes) {
        if (commune.epci != own || !commune.point) continue;
        if (!land) land = landAt(*commune.point);
        if (!land || landAt(*commune.point) != land) continue;
        extent.land = *land;
        extent.box.add(geometry::toPlane(frameOf(*land), *commune.point));
    }
    if (!extent.box.empty()) extent.box = extent.box.grown(around);
}

/// The largest land of a territory's shape; a commune without outline is shown with what is 15 km around its point.
SheetExtent ofTerritory(const store::StudyState& state, const model::TerritoryId& id) {
    SheetExtent extent;
    extent.territory = id;
    extent.wholeStudy = false;
    extent.name = analysis::nameOf(state.reference, id);
    if (extent.name.empty() || id.level == model::Level::Area || id.level == model::Level::Study)
        throw model::Error(fmt::format("Extent “{}”: the reference has no such commune, EPCI, département or région.", id.text()));
    for (const auto& [land, shape] : byLand(shapeOf(state.reference, id))) {
        const Box box = boxOf(shape.points);
        if (extent.box.empty() || box.width() * box.height() > extent.box.width() * extent.box.height()) {
            extent.land = land;
            extent.box = box;
        }
    }
    const std::int32_t commune = id.level == model::Level::Commune ? indexOf(state.reference.communes, id.code) : model::nowhere;
    if (extent.box.empty() && commune != model::nowhere) {
        const auto& point = state.reference.communes[static_cast<std::size_t>(commune)].point;
        if (const auto land = point ? landAt(*point) : std::nullopt) {
            extent.land = *land;
            extent.box.add(geometry::toPlane(frameOf(*land), *point));
            extent.box = extent.box.grown(15000);
        }
    }
    if (extent.box.empty() && id.level == model::Level::Epci) addCommunePoints(state.reference, id, extent);
    if (extent.box.empty()) throw model::Error(fmt::format("Extent “{}”: the reference has no outline for it.", id.text()));
    return extent;
}

}  // namespace

SheetExtent extentOf(const store::StudyState& state, const MapScene& scene, const std::string& extent) {
    if (extent.empty()) {
        if (scene.lands.empty()) throw model::Error("The study area has no outline: there is nothing to draw a map of.");
        return {scene.lands.front().land, scene.lands.front().extent, {}, {}, true};
    }
    if (const auto degrees = fourNumbers(extent)) return ofBox(*degrees, extent);
    const auto territory = model::TerritoryId::parse(extent);
    if (!territory)
        throw model::Error(fmt::format(
            "Extent “{}” is neither a territory (dep:42, reg:84, commune:42218) nor west,south,east,north in degrees.", extent));
    return ofTerritory(state, *territory);
}

std::vector<const LandScene*> insetsOf(const MapScene& scene, const SheetExtent& extent) {
    std::vector<const LandScene*> insets;
    for (const LandScene& land : scene.lands) {
        if (extent.wholeStudy && land.land != extent.land) insets.push_back(&land);
    }
    return insets;
}

}  // namespace raquette::viewer
