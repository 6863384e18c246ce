#include "gis/analysis/land.h"

#include "gis/analysis/travel/travel_ground.h"
#include "gis/geometry/dissolve.h"
#include "gis/geometry/overlay.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>

namespace raquette::analysis {

namespace {

using geometry::PlaneShape;
using model::Level;
using model::Reference;
using model::Study;
using model::TerritoryId;

double seconds(std::chrono::steady_clock::time_point since) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

std::int32_t departementOf(const Reference& reference, std::size_t unit) {
    return reference.hasCommunePolygons() ? reference.communes[unit].departement : static_cast<std::int32_t>(unit);
}

[[noreturn]] void unknown(const TerritoryId& id) {
    throw model::Error(
        fmt::format("The territory `{}` is not in the reference. Check its code, or use a reference of its year.", id.text()));
}

const model::AreaDeclaration& areaNamed(const Study& study, const TerritoryId& id) {
    const auto found = std::ranges::find(study.areas, id.code, &model::AreaDeclaration::id);
    if (found == study.areas.end()) {
        throw model::Error(
            fmt::format("The area `{}` is not declared. Add an [[area]] with id = \"{}\" to the study.", id.text(), id.code));
    }
    return *found;
}

/// Flags the base units of one territory. Areas may name areas; `depth` stops one that names itself.
void flag(const TerritoryId& id, const Study& study, const Reference& reference, std::vector<std::uint8_t>& flags, int depth) {
    const bool communes = reference.hasCommunePolygons();
    switch (id.level) {
        case Level::Study:
            std::ranges::fill(flags, std::uint8_t{1});
            return;
        case Level::Area:
            if (depth > 8) throw model::Error(fmt::format("The area `{}` is made of itself. Give it territories.", id.text()));
            for (const TerritoryId& part : areaNamed(study, id).territories) flag(part, study, reference, flags, depth + 1);
            return;
        case Level::Region: {
            const std::int32_t region = indexOf(reference.regions, id.code);
            if (region == model::nowhere) unknown(id);
            for (std::size_t unit = 0; unit < flags.size(); ++unit) {
                const std::int32_t departement = departementOf(reference, unit);
                if (departement != model::nowhere && reference.departements[static_cast<std::size_t>(departement)].parent == region) {
                    flags[unit] = 1;
                }
            }
            return;
        }
        case Level::Departement: {
            const std::int32_t departement = indexOf(reference.departements, id.code);
            if (departement == model::nowhere) unknown(id);
            for (std::size_t unit = 0; unit < flags.size(); ++unit) {
                if (departementOf(reference, unit) == departement) flags[unit] = 1;
            }
            return;
        }
        case Level::Commune:
        case Level::Epci:
            if (!communes) {
                throw model::Error(
                    fmt::format("`{}` needs commune outlines, which the embedded reference does not have. Use dep: or reg:, "
                                "or name a full reference in [reference] territories.",
                                id.text()));
            }
            if (id.level == Level::Commune) {
                const std::int32_t commune = indexOf(reference.communes, id.code);
                if (commune == model::nowhere) unknown(id);
                flags[static_cast<std::size_t>(commune)] = 1;
                return;
            }
            const std::int32_t epci = indexOf(reference.epcis, id.code);
            if (epci == model::nowhere) unknown(id);
            for (std::size_t unit = 0; unit < flags.size(); ++unit) {
                if (reference.communes[unit].epci == epci) flags[unit] = 1;
            }
    }
}

const geometry::GeoShape& shapeOf(const Reference& reference, std::size_t unit) {
    return reference.hasCommunePolygons() ? reference.communeShapes[unit] : reference.departements[unit].shape;
}

/// Outline of a land: borders cancelled where neighbours match, overlaid where they do not. One territory drawn within another crosses no
/// border: only the areas tell.
void dissolveLand(Land& land) {
    constexpr double rounding = 1e-9;
    std::vector<std::uint32_t> all(land.shapes.size());
    std::iota(all.begin(), all.end(), 0u);
    land.outline = geometry::dissolve(land.shapes, all);
    land.edgeMatched = std::abs(areaOf(land.outline).value - land.area()) <= rounding * land.area() && geometry::isValid(land.outline);
    if (!land.edgeMatched) land.outline = geometry::unaryUnion(std::span<const PlaneShape>(land.shapes));
}

PlaneShape clipped(const PlaneShape& shape, const geometry::Box& box, const std::vector<PlaneShape>& clips) {
    std::vector<PlaneShape> parts;
    for (const PlaneShape& clip : clips) {
        if (!boxOf(clip).touches(box)) continue;
        PlaneShape part = geometry::intersection(shape, clip);
        if (!part.empty()) parts.push_back(std::move(part));
    }
    if (parts.empty()) return {};
    return parts.size() == 1 ? parts.front() : geometry::unaryUnion(std::span<const PlaneShape>(parts));
}

void projectLand(Land& land, const Reference& reference, const StudyArea& area) {
    const std::size_t count = land.units.size();
    land.shapes.resize(count);
    land.boxes.resize(count);
    land.areas.resize(count);
    land.wholeAreas.resize(count);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
        land.shapes[i] = toPlane(land.frame, shapeOf(reference, land.units[i]));
        land.boxes[i] = boxOf(land.shapes[i]);
        land.wholeAreas[i] = land.areas[i] = areaOf(land.shapes[i]).value;
    });
    std::vector<PlaneShape> clips;
    for (const geometry::GeoShape& clip : area.clips) {
        if (!clip.empty() && geometry::frameAt(clip.points.front()) == land.frame) clips.push_back(toPlane(land.frame, clip));
    }
    land.insides.resize(count);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
        const bool whollyInside = area.clips.empty() || area.holds[land.units[i]] == 1;  // by its code
        if (!whollyInside) {
            land.shapes[i] = clipped(land.shapes[i], land.boxes[i], clips);
            land.boxes[i] = boxOf(land.shapes[i]);
            land.areas[i] = areaOf(land.shapes[i]).value;
        }
        land.insides[i] = insidesOf(land.shapes[i]);
    });
}

/// Polygons of the named areas in the study area, with their surroundings' units flagged 2: inside in part.
void addClips(const Study& study, const Reference& reference, StudyArea& area) {
    for (const TerritoryId& id : study.area) {
        const auto shape = id.level == Level::Area ? reference.areaShapes.find(id.code) : reference.areaShapes.end();
        if (shape != reference.areaShapes.end()) area.clips.push_back(shape->second);
    }
    if (area.clips.empty()) return;
    for (std::size_t unit = 0; unit < area.holds.size(); ++unit) {
        if (area.holds[unit] == 1) continue;
        const geometry::Box box = boxOf(shapeOf(reference, unit));
        for (const geometry::GeoShape& clip : area.clips) {
            if (boxOf(clip).touches(box)) area.holds[unit] = 2;
        }
    }
}

}  // namespace

std::vector<geometry::PlanePoint> insidesOf(const PlaneShape& shape) {
    std::vector<geometry::PlanePoint> insides;
    double largest = -1;
    for (std::size_t i = 0; i < shape.polygonCount(); ++i) {
        const double area = std::abs(signedArea2(shape.ring(shape.firstRing(i))));
        insides.push_back(pointInside(shape, i));
        if (area > largest) {
            largest = area;
            std::swap(insides.front(), insides.back());
        }
    }
    return insides;
}

BaseUnits::BaseUnits(const Reference& reference)
    : communes(reference.hasCommunePolygons()), count(communes ? reference.communes.size() : reference.departements.size()) {}

double Land::area() const {
    return std::accumulate(areas.begin(), areas.end(), 0.0);
}

geometry::Box Land::box() const {
    geometry::Box all;
    for (const geometry::Box& box : boxes) all.include(box);
    return all;
}

bool StudyArea::holdsPoint(std::int32_t unit, geometry::LonLat at) const {
    if (unit == model::nowhere || holds[static_cast<std::size_t>(unit)] == 0) return false;
    if (holds[static_cast<std::size_t>(unit)] == 1) return true;
    return std::ranges::any_of(clips, [&](const geometry::GeoShape& clip) { return contains(clip, at); });
}

std::optional<std::uint32_t> UnitFinder::lookOn(std::size_t land, geometry::PlanePoint place) const {
    if (!locators_.empty()) return locators_[land].at(place);
    const Land& on = area_.lands[land];
    for (std::uint32_t unit = 0; unit < on.shapes.size(); ++unit) {
        if (on.boxes[unit].contains(place.x, place.y) && contains(on.shapes[unit], place)) return unit;
    }
    return std::nullopt;
}

std::int32_t UnitFinder::at(geometry::LonLat place) const {
    constexpr int few = 1000;  // a look over all rectangles costs less than preparing to find edges, so often
    if (++looks_ > few && locators_.empty()) {
        for (const Land& land : area_.lands) locators_.emplace_back(land.shapes);
    }
    const geometry::Frame frame = geometry::frameAt(place);
    for (std::size_t l = 0; l < area_.lands.size(); ++l) {
        if (area_.lands[l].frame != frame) continue;
        if (const auto found = lookOn(l, toPlane(frame, place))) return static_cast<std::int32_t>(area_.lands[l].units[*found]);
    }
    return model::nowhere;
}

std::vector<std::uint8_t> unitsOf(const std::vector<TerritoryId>& territories, const Study& study, const Reference& reference) {
    std::vector<std::uint8_t> flags(BaseUnits(reference).count, 0);
    for (const TerritoryId& id : territories) flag(id, study, reference, flags, 0);
    return flags;
}

StudyArea studyArea(const Study& study, const Reference& reference, LandTimes* times) {
    const auto start = std::chrono::steady_clock::now();
    StudyArea area;
    area.holds = study.area.empty() ? std::vector<std::uint8_t>(BaseUnits(reference).count, 1) : unitsOf(study.area, study, reference);
    addClips(study, reference, area);
    std::map<geometry::Frame, Land> byFrame;
    for (std::uint32_t unit = 0; unit < area.holds.size(); ++unit) {
        const std::int32_t departement = departementOf(reference, unit);
        if (area.holds[unit] == 0 || departement == model::nowhere || shapeOf(reference, unit).empty()) continue;
        const geometry::Frame frame = geometry::frameOfDepartement(reference.departements[static_cast<std::size_t>(departement)].code);
        byFrame[frame].units.push_back(unit);
    }
    for (auto& [frame, land] : byFrame) {
        land.frame = frame;
        projectLand(land, reference, area);
        area.lands.push_back(std::move(land));
    }
    if (area.lands.empty()) throw model::Error("The study area is empty: no territory of [study] area has an outline in the reference.");
    const double projected = seconds(start);
    tbb::parallel_for(std::size_t{0}, area.lands.size(), [&](std::size_t i) { dissolveLand(area.lands[i]); });
    if (reference.roads) area.travel = std::make_shared<const TravelGround>(reference.roads);
    if (times != nullptr) *times = {projected, seconds(start) - projected};
    return area;
}

}  // namespace raquette::analysis
