#include "gis/geometry/geodesic.h"
#include "gis/text/numbers.h"
#include "ingest/place/georeference.h"
#include "ingest/place/uncertainty.h"
#include "ingest/table/cells.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <ranges>

namespace raquette::ingest {

using geometry::LonLat;
using model::Metres;
using model::nowhere;
using model::Place;
using model::Precision;

namespace {

constexpr Metres doubted = model::kilometres(1);   ///< outside its commune by more: said
constexpr Metres refused = model::kilometres(20);  ///< by more: the commune wins
constexpr Metres offshore = model::kilometres(5);  ///< off any outline by more: at sea or abroad, not a quay that an outline leaves out

std::string kilometresText(const RecordRow& row, Metres distance) {
    return text::decimal(row.language(), model::inKilometres(distance), 1);
}

std::string positionText(LonLat at) {
    return fmt::format("{:.5f}, {:.5f}", at.lat, at.lon);
}

/// The place of a shape's border nearest to a position, found on the plane that touches the Earth there.
LonLat nearestOnBorder(const geometry::GeoShape& shape, LonLat at) {
    const double narrowing = std::cos(at.lat * std::numbers::pi / 180);
    LonLat nearest = shape.points.front();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t r = 0; r < shape.ringCount(); ++r) {
        const auto ring = shape.ring(r);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const LonLat from = ring[i - 1];
            const double dx = (ring[i].lon - from.lon) * narrowing;
            const double dy = ring[i].lat - from.lat;
            const double px = (at.lon - from.lon) * narrowing;
            const double py = at.lat - from.lat;
            const double along = dx == 0 && dy == 0 ? 0 : std::clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            const double away = std::hypot(px - along * dx, py - along * dy);
            if (away >= least) continue;
            least = away;
            nearest = {from.lon + along * (ring[i].lon - from.lon), from.lat + along * dy};
        }
    }
    return nearest;
}

void tellConversions(RecordRow& row, std::string_view key, const PositionReadings& readings, const PositionReading& taken) {
    if (readings.decimalComma) row.noteAlike(key, "decimal-comma");
    if (readings.sexagesimal) row.noteAlike(key, "sexagesimal");
    if (!taken.crs.empty()) row.noteAlike(key, "projected", {{"crs", taken.crs}});
    if (taken.lostPoint) row.noteAlike(key, "lost-point");
    if (taken.swapped) row.noteAlike(key, "swapped");
}

}  // namespace

Metres Georeferencer::distanceTo(std::int32_t commune, LonLat at) const {
    const model::Commune& there = gazetteer_.commune(commune);
    if (!there.point) return {};
    const Metres toPoint = geometry::geodesicDistance(at, *there.point);
    const auto& shapes = gazetteer_.reference().communeShapes;
    if (shapes.empty() || shapes[static_cast<std::size_t>(commune)].empty()) return {std::max(0.0, (toPoint - there.uncertainty).value)};
    const geometry::GeoShape& shape = shapes[static_cast<std::size_t>(commune)];
    return geometry::contains(shape, at) ? Metres{} : geometry::geodesicDistance(at, nearestOnBorder(shape, at));
}

/// By its outline, else by the discs of its communes.
bool Georeferencer::liesIn(std::int32_t departement, LonLat at) const {
    const geometry::GeoShape& shape = gazetteer_.reference().departements[static_cast<std::size_t>(departement)].shape;
    if (!shape.empty()) return geometry::contains(shape, at);
    return std::ranges::any_of(gazetteer_.ofDepartement(departement), [&](std::int32_t commune) {
        return gazetteer_.commune(commune).point && distanceTo(commune, at) <= doubted;
    });
}

std::optional<Metres> Georeferencer::distanceToDepartement(std::int32_t departement, LonLat at) const {
    const geometry::GeoShape& shape = gazetteer_.reference().departements[static_cast<std::size_t>(departement)].shape;
    if (shape.empty()) return std::nullopt;
    return geometry::contains(shape, at) ? Metres{} : geometry::geodesicDistance(at, nearestOnBorder(shape, at));
}

const PositionReading* Georeferencer::chosen(const PositionReadings& readings, const Named& named) const {
    const auto& all = readings.all;
    if (all.empty()) return nullptr;
    if (named.commune != nowhere && gazetteer_.commune(named.commune).point) {
        const auto nearest = std::ranges::min_element(all, {}, [&](const PositionReading& r) { return distanceTo(named.commune, r.at); });
        return distanceTo(named.commune, nearest->at) <= refused ? &*nearest : &all.front();
    }
    std::vector<const PositionReading*> likely;
    const auto collect = [&](auto test) {
        for (const PositionReading& reading : all) {
            if (test(reading)) likely.push_back(&reading);
        }
    };
    const std::int32_t departement = named.commune != nowhere ? gazetteer_.commune(named.commune).departement : named.departement;
    if (departement != nowhere) collect([&](const PositionReading& r) { return liesIn(departement, r.at); });
    if (likely.empty()) collect([](const PositionReading& r) { return isNearFrance(r.at); });
    const bool plain = all.front().plain();
    if (likely.empty()) return plain ? &all.front() : nullptr;  // abroad
    if (likely.size() == 1 || likely.front()->plain()) return likely.front();
    const auto projected = std::ranges::any_of(likely, [](const PositionReading* reading) { return !reading->crs.empty(); });
    if (!projected && std::ranges::count(likely, true, &PositionReading::evenly) == 1)
        return *std::ranges::find(likely, true, &PositionReading::evenly);
    return nullptr;
}

std::optional<LonLat> Georeferencer::positionOf(RecordRow& row, const Named& named) const {
    const bool twoCells = row.has("longitude") && row.has("latitude");
    const bool typed = twoCells && (!saysNothing(row.written("longitude")) || !saysNothing(row.written("latitude")));
    std::string_view key = twoCells ? "longitude" : "coordinates";
    PositionReadings readings;
    if (typed) readings = readPosition(row.written("longitude"), row.written("latitude"), row.text("crs"));
    if (readings.all.empty() && row.has("coordinates") && !saysNothing(row.written("coordinates"))) {
        readings = readCoordinatesCell(row.written("coordinates"), row.text("crs"));
        key = "coordinates";
    } else if (!typed) {
        return std::nullopt;
    }
    if (readings.unreadable) row.note(key, "bad-position");
    if (readings.unreadable) return std::nullopt;
    if (readings.all.empty()) {
        row.note(key, "position-out-of-range");
        return std::nullopt;
    }
    const PositionReading* taken = chosen(readings, named);
    if (taken && named.rival != nowhere && distanceTo(named.commune, taken->at) > doubted) {
        Named other = named;
        other.commune = named.rival;
        const PositionReading* there = chosen(readings, other);
        if (there && gazetteer_.commune(named.rival).point && distanceTo(named.rival, there->at) <= doubted) taken = there;
    }
    if (!taken) {
        std::vector<std::string> places;
        for (const PositionReading& reading : readings.all) {
            if (isNearFrance(reading.at))
                places.push_back(fmt::format("{} ({})", positionText(reading.at), reading.crs.empty() ? "EPSG:4326" : reading.crs));
        }
        row.note(key, "ambiguous-position", {{"candidates", fmt::format("{}", fmt::join(places, " ; "))}});
        return std::nullopt;
    }
    tellConversions(row, key, readings, *taken);
    return taken->at;
}

void Georeferencer::settle(RecordRow& row, const std::optional<LonLat>& position, Named& named) const {
    if (named.rival == nowhere) return;
    const model::Commune& byCode = gazetteer_.commune(named.commune);
    const model::Commune& byName = gazetteer_.commune(named.rival);
    const bool placed = position && byCode.point && byName.point;
    const bool otherwise =
        placed && named.rivalByPostcode && distanceTo(named.rival, *position) <= doubted && distanceTo(named.commune, *position) > doubted;
    row.note("insee", otherwise ? "code-contradicted" : "code-and-name",
             {{"code", byCode.code}, {"name", byCode.name}, {"otherCode", byName.code}, {"other", byName.name}});
    if (!otherwise) return;
    named.commune = named.rival;
    named.method = "name+postcode";
}

bool Georeferencer::settleByPosition(RecordRow& row, LonLat at, Named& named) const {
    if (named.commune != nowhere || named.abroad || named.namesakes.empty()) return true;
    std::vector<std::int32_t> beside;
    Metres least{std::numeric_limits<double>::infinity()};
    for (const std::int32_t commune : named.namesakes) {
        const model::Commune& one = gazetteer_.commune(commune);
        const auto off = one.point ? distanceTo(commune, at) : distanceToDepartement(one.departement, at);
        if (!off) return true;  // where it lies is not known: nothing speaks against the position
        if (*off <= refused) beside.push_back(commune);
        least = std::min(least, *off);
    }
    if (beside.size() == 1) {
        named.commune = beside.front();
        named.method = "name+position";
    } else if (beside.empty()) {
        row.note("city", "far-from-name",
                 {{"km", kilometresText(row, least)}, {"lat", fmt::format("{:.5f}", at.lat)}, {"lon", fmt::format("{:.5f}", at.lon)}});
    }
    return !beside.empty();
}

bool Georeferencer::isAtSea(LonLat at) const {
    const std::size_t count = gazetteer_.reference().departements.size();
    const auto isFarFrom = [&](std::size_t departement) {
        const auto off = distanceToDepartement(static_cast<std::int32_t>(departement), at);
        return off && *off > offshore;
    };
    return count > 0 && std::ranges::all_of(std::views::iota(std::size_t{0}, count), isFarFrom);
}

void Georeferencer::fillFromPosition(RecordRow& row, Place& place) const {
    const model::Reference& reference = gazetteer_.reference();
    const LonLat at = *place.position;
    if (const std::int32_t commune = communeLand_.containing(at); commune != nowhere) {
        place.commune = gazetteer_.commune(commune).code;
        place.departement = gazetteer_.departementCode(gazetteer_.commune(commune).departement);
    } else if (const auto departement = departementLand_.at({at.lon, at.lat})) {
        place.departement = reference.departements[*departement].code;
    } else if (isAtSea(at) || !isNearFrance(at)) {
        row.note(row.has("longitude") ? "longitude" : "coordinates", "outside");
    }
}

std::optional<Place> Georeferencer::atPosition(RecordRow& row, const Named& named, LonLat at) const {
    Place place;
    place.position = at;
    place.precision = Precision::Exact;
    place.uncertainty = uncertainty::exact;
    place.method = "coordinates";
    place.departement = gazetteer_.departementCode(named.departement);
    if (named.abroad) {
        place.commune = named.abroadCode;
        row.note("insee", "overseas-collectivity");
        return place;
    }
    if (named.commune == nowhere) {
        fillFromPosition(row, place);
        return place;
    }
    const model::Commune& commune = gazetteer_.commune(named.commune);
    place.commune = commune.code;
    place.departement = gazetteer_.departementCode(commune.departement);
    const Metres off = distanceTo(named.commune, at);
    const std::string_view key = row.has("longitude") ? "longitude" : "coordinates";
    if (off > refused) {
        row.note(key, "far-position",
                 {{"km", kilometresText(row, off)},
                  {"name", commune.name},
                  {"code", commune.code},
                  {"lat", fmt::format("{:.5f}", at.lat)},
                  {"lon", fmt::format("{:.5f}", at.lon)}});
        return std::nullopt;
    }
    if (off > doubted) {
        row.note(key, "doubtful-position", {{"km", kilometresText(row, off)}, {"name", commune.name}, {"code", commune.code}});
    }
    return place;
}

}  // namespace raquette::ingest
