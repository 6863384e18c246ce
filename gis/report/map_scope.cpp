#include "gis/report/map_scope.h"

#include "gis/analysis/portrait/neighbours.h"
#include "gis/analysis/territory_units.h"

#include <algorithm>

namespace raquette::report {

namespace {

using model::Level;
using model::nowhere;
using model::TerritoryId;

/// What frames a territory without an outline: the points of its communes.
geometry::Box boxOfCommunes(const model::Reference& reference, const TerritoryId& territory, geometry::Frame frame) {
    geometry::Box box;
    const std::int32_t own = analysis::indexOf(reference, territory);
    for (std::int32_t i = 0; own != nowhere && i < std::ssize(reference.communes); ++i) {
        const auto& point = reference.communes[static_cast<std::size_t>(i)].point;
        if (!point || analysis::ofCommune(reference, i, territory.level) != own || geometry::frameAt(*point) != frame) continue;
        const geometry::PlanePoint plane = geometry::toPlane(frame, *point);
        box.include(plane.x, plane.y);
    }
    return box;
}

/// A share of its size on each side, where the neighbours begin, but never less than some kilometres.
geometry::Box withSurroundings(const geometry::Box& box, Level level) {
    constexpr double around = 0.35;
    const double least = level == Level::Commune ? 20'000 : 12'000;
    const double by = std::max(least, around * std::max(box.maxX - box.minX, box.maxY - box.minY));
    return {box.minX - by, box.minY - by, box.maxX + by, box.maxY + by};
}

bool holdsPeopleOf(const model::Reference& reference, const analysis::Gap& gap, const TerritoryId& territory) {
    const auto has = [](const std::vector<std::string>& codes, const std::string& code) {
        return std::ranges::find(codes, code) != codes.end();
    };
    if (territory.level == Level::Departement) return has(gap.departements, territory.code);
    if (territory.level == Level::Epci) return has(gap.epcis, territory.code);
    const std::int32_t index = analysis::indexOf(reference, territory);
    if (index == nowhere) return false;
    if (territory.level == Level::Region)
        return std::ranges::any_of(reference.departements, [&](const model::Unit& departement) {
            return departement.parent == index && has(gap.departements, departement.code);
        });
    if (territory.level != Level::Commune) return false;
    if (std::ranges::find(gap.places, territory.code, &analysis::GapPlace::code) != gap.places.end()) return true;
    const auto& point = reference.communes[static_cast<std::size_t>(index)].point;
    return point && geometry::contains(gap.shape, *point);
}

}  // namespace

MapScope wholeStudy(const store::StudyState& state) {
    MapScope scope;
    scope.land = landOutlines(state.reference);
    scope.windows = landWindows(state, scope.land);
    for (std::size_t i = 0; i < state.analysis.services.size(); ++i) scope.services.push_back(i);
    return scope;
}

MapScope aroundTerritory(const store::StudyState& state, const TerritoryId& territory, const std::vector<TerritoryId>& neighbours,
                         std::optional<std::size_t> service) {
    MapScope scope;
    scope.territory = territory;
    if (service) scope.services.push_back(*service);
    scope.land = landOutlines(state.reference);
    scope.own = outlineOf(state.reference, scope.land, territory);
    for (const TerritoryId& neighbour : neighbours) scope.neighbours.append(outlineOf(state.reference, scope.land, neighbour));
    const auto heart = analysis::heartOf(state.reference, territory);
    if (scope.own.empty() && !heart) return scope;
    if (scope.own.empty()) scope.here = heart;
    const geometry::Frame frame = geometry::frameAt(scope.own.empty() ? *heart : scope.own.points.front());
    const geometry::PlaneShape plane = inFrame(scope.own, frame);
    const geometry::Box box = plane.empty() ? boxOfCommunes(state.reference, territory, frame) : geometry::boxOf(plane);
    if (box.empty()) return scope;
    LandWindow window{{frame, withSurroundings(box, territory.level)}, {}, {}};
    for (std::size_t i = 0; i < state.reference.departements.size(); ++i) {
        if (geometry::frameOfDepartement(state.reference.departements[i].code) == frame) window.departements.push_back(i);
    }
    scope.windows.push_back(std::move(window));
    return scope;
}

std::vector<const analysis::Gap*> holesOf(const store::StudyState& state, std::size_t service, const MapScope& scope) {
    std::vector<const analysis::Gap*> holes;
    for (const analysis::Gap& gap : state.analysis.services[service].gaps) {
        if (!scope.territory || holdsPeopleOf(state.reference, gap, *scope.territory)) holes.push_back(&gap);
    }
    return holes;
}

}  // namespace raquette::report
