#include "ingest/place/georeference.h"

#include "gis/geometry/frame.h"
#include "gis/geometry/geodesic.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "ingest/table/cells.h"
#include "ingest/table/folding.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>

namespace raquette::ingest {

namespace {

using geometry::LonLat;
using model::Metres;
using model::nowhere;
using model::Place;
using model::Precision;

constexpr Metres exactUncertainty{50};
constexpr Metres doubted = model::kilometres(1);   ///< outside its commune by more: said
constexpr Metres refused = model::kilometres(20);  ///< by more: the commune wins

std::string kilometresText(const RecordRow& row, Metres distance) {
    return text::decimal(row.language(), model::inKilometres(distance), 1);
}

/// With the leading zero a spreadsheet had eaten.
std::string wholePostcode(std::string postcode) {
    const bool digits = std::ranges::all_of(postcode, [](char c) { return c >= '0' && c <= '9'; });
    return postcode.size() == 4 && digits ? "0" + postcode : postcode;
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

std::vector<std::int32_t> inDepartement(const Gazetteer& gazetteer, const std::vector<std::int32_t>& communes, std::int32_t departement) {
    std::vector<std::int32_t> found;
    std::ranges::copy_if(communes, std::back_inserter(found),
                         [&](std::int32_t c) { return gazetteer.commune(c).departement == departement; });
    return found;
}

}  // namespace

Georeferencer::Georeferencer(const model::Reference& reference) : gazetteer_(reference) {
    communeBoxes_.reserve(reference.communeShapes.size());
    for (const geometry::GeoShape& shape : reference.communeShapes) communeBoxes_.push_back(geometry::boxOf(shape));
}

std::string Georeferencer::described(const std::vector<std::int32_t>& communes, model::Language language) const {
    constexpr std::size_t most = 8;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(communes.size(), most); ++i) {
        const model::Commune& commune = gazetteer_.commune(communes[i]);
        names.push_back(fmt::format("{} ({})", commune.name, commune.code));
    }
    if (communes.size() > most) names.push_back(text::say(language, "issue.and-more", {{"count", std::to_string(communes.size() - most)}}));
    return fmt::format("{}", fmt::join(names, ", "));
}

void Georeferencer::byCode(RecordRow& row, const std::string& insee, Named& named) const {
    if (isOverseasCollectivity(insee)) {
        named.abroad = true;
        named.abroadCode = insee;
        return;
    }
    const auto found = gazetteer_.byCode(insee);
    if (!found) {
        named.departement = gazetteer_.departementOfCode(insee);
        row.note("insee", "unknown-code");
        return;
    }
    const model::Commune& commune = gazetteer_.commune(found->commune);
    if (found->former) row.note("insee", "old-code", {{"name", commune.name}, {"code", commune.code}});
    if (found->zeroRestored) row.noteAlike("insee", "lost-zero");
    named.commune = found->commune;
    named.method = "insee";
}

std::vector<std::int32_t> Georeferencer::departementsOf(RecordRow& row, const std::string& postcode, const std::string& inBrackets) const {
    std::vector<std::int32_t> byPostcode = gazetteer_.departementsOfPostcode(postcode);
    const std::string written = row.text("departement");
    const std::string& words = written.empty() ? inBrackets : written;
    if (words.empty()) return byPostcode;
    const std::int32_t departement = gazetteer_.departementNamed(words);
    if (departement == nowhere) {
        row.note("departement", "unknown-departement");
        return byPostcode;
    }
    const bool agrees = byPostcode.empty() || std::ranges::find(byPostcode, departement) != byPostcode.end();
    return agrees ? std::vector{departement} : byPostcode;
}

void Georeferencer::explain(const std::vector<std::int32_t>& candidates, const std::vector<std::int32_t>& namesakes, bool departementKnown,
                            model::Language language, Named& named) const {
    named.problemKey = "city";
    if (candidates.size() > 1) {
        named.problem = "ambiguous-commune";
        named.problemValues = {{"candidates", described(candidates, language)}};
    } else if (namesakes.empty()) {
        named.problem = "unknown-commune";
    } else {
        named.problem = departementKnown ? "misplaced-commune" : "commune-alone";
        named.problemValues = {{"candidates", described(namesakes, language)}};
    }
}

void Georeferencer::byName(RecordRow& row, Named& named) const {
    const std::string postcode = wholePostcode(row.text("postcode"));
    if (isOverseasCollectivity(postcode)) {
        named.abroad = true;
        named.abroadCode = postcode;
        return;
    }
    std::string city = row.text("city");
    std::string inBrackets;
    const std::size_t open = city.rfind('(');  // « Saint-Denis (93) », but « Île-Saint-Denis (L’) »
    if (open != std::string::npos && open > 0 && gazetteer_.departementNamed(city.substr(open)) != nowhere) {
        inBrackets = city.substr(open);
        city.resize(open);
    }
    const std::vector<std::int32_t> departements = departementsOf(row, postcode, inBrackets);
    if (departements.size() == 1) named.departement = departements.front();
    if (city.empty()) {
        named.problem = "no-place";
        return;
    }
    const std::vector<std::int32_t>& namesakes = gazetteer_.named(city);
    const std::vector<std::int32_t>& served = gazetteer_.withPostcode(postcode);
    std::vector<std::int32_t> candidates;
    std::ranges::copy_if(namesakes, std::back_inserter(candidates),
                         [&](std::int32_t c) { return std::ranges::find(served, c) != served.end(); });
    named.method = "name+postcode";
    if (candidates.empty()) {
        named.method = "name+departement";
        for (const std::int32_t departement : departements) {
            std::ranges::copy(inDepartement(gazetteer_, namesakes, departement), std::back_inserter(candidates));
        }
    }
    if (candidates.size() == 1) {
        named.commune = candidates.front();
    } else {
        explain(candidates, namesakes, !departements.empty(), row.language(), named);
    }
}

Georeferencer::Named Georeferencer::communeOf(RecordRow& row) const {
    Named named;
    std::string insee = row.text("insee");
    if (insee.empty() && looksLikeInsee(row.text("city"))) insee = row.text("city");
    if (insee.empty() && !row.written("insee").empty()) row.note("insee", "placeholder");
    if (!insee.empty() && std::ranges::all_of(insee, [](char c) { return c == '0'; })) {
        row.note("insee", "placeholder");
        insee.clear();
    }
    if (!insee.empty()) byCode(row, insee, named);
    if (named.commune != nowhere || named.abroad) return named;
    const std::int32_t departementOfCode = named.departement;
    byName(row, named);
    if (named.departement == nowhere) named.departement = departementOfCode;
    return named;
}

std::optional<LonLat> Georeferencer::positionOf(RecordRow& row, const Named& named) const {
    const bool twoCells = row.has("longitude") && row.has("latitude");
    const std::string_view key = twoCells ? "longitude" : "coordinates";
    PositionReadings readings;
    if (twoCells) readings = readPosition(row.written("longitude"), row.written("latitude"), row.text("crs"));
    if (!readings.asTyped && !readings.swapped && row.has("coordinates")) {
        readings = readCoordinatesCell(row.written("coordinates"), row.text("crs"));
    }
    if (readings.unreadable) row.note(key, "bad-position");
    if (readings.unreadable || (!readings.asTyped && !readings.swapped)) {
        const bool typed = twoCells && (!saysNothing(row.written("longitude")) || !saysNothing(row.written("latitude")));
        if (!readings.unreadable && (typed || (row.has("coordinates") && !saysNothing(row.written("coordinates"))))) {
            row.note(key, "position-out-of-range");
        }
        return std::nullopt;
    }
    if (readings.decimalComma) row.noteAlike(key, "decimal-comma");
    if (!readings.crs.empty()) row.noteAlike(key, "projected", {{"crs", readings.crs}});

    bool swap = !readings.asTyped;
    if (readings.asTyped && readings.swapped) {
        const std::optional<LonLat> point = named.commune == nowhere ? std::nullopt : gazetteer_.commune(named.commune).point;
        swap = point ? distanceTo(named.commune, *readings.asTyped) > refused && distanceTo(named.commune, *readings.swapped) <= refused
                     : !isNearFrance(*readings.asTyped) && isNearFrance(*readings.swapped);
    }
    if (swap) row.noteAlike(key, "swapped");
    return swap ? readings.swapped : readings.asTyped;
}

Metres Georeferencer::distanceTo(std::int32_t commune, LonLat at) const {
    const model::Commune& there = gazetteer_.commune(commune);
    if (!there.point) return {};
    const Metres toPoint = geometry::geodesicDistance(at, *there.point);
    const auto& shapes = gazetteer_.reference().communeShapes;
    if (shapes.empty() || shapes[static_cast<std::size_t>(commune)].empty()) return {std::max(0.0, (toPoint - there.uncertainty).value)};
    const geometry::GeoShape& shape = shapes[static_cast<std::size_t>(commune)];
    return geometry::contains(shape, at) ? Metres{} : geometry::geodesicDistance(at, nearestOnBorder(shape, at));
}

void Georeferencer::fillFromPosition(RecordRow& row, Place& place) const {
    const model::Reference& reference = gazetteer_.reference();
    const LonLat at = *place.position;
    for (std::size_t i = 0; i < communeBoxes_.size(); ++i) {
        if (!communeBoxes_[i].contains(at.lon, at.lat) || !geometry::contains(reference.communeShapes[i], at)) continue;
        place.commune = reference.communes[i].code;
        place.departement = gazetteer_.departementCode(reference.communes[i].departement);
        return;
    }
    for (const model::Unit& departement : reference.departements) {
        if (departement.shape.empty() || !geometry::contains(departement.shape, at)) continue;
        place.departement = departement.code;
        return;
    }
    if (!isNearFrance(at)) row.note("longitude", "outside");
}

Place Georeferencer::atPosition(RecordRow& row, const Named& named, LonLat at) const {
    Place place;
    place.position = at;
    place.precision = Precision::Exact;
    place.uncertainty = exactUncertainty;
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
        return atCommune(row, named);
    }
    if (off > doubted) {
        row.note(key, "doubtful-position", {{"km", kilometresText(row, off)}, {"name", commune.name}, {"code", commune.code}});
    }
    return place;
}

Place Georeferencer::atCommune(RecordRow& row, const Named& named) const {
    const model::Commune& commune = gazetteer_.commune(named.commune);
    Place place;
    place.commune = commune.code;
    place.departement = gazetteer_.departementCode(commune.departement);
    place.method = named.method;
    if (!commune.point) {
        row.note("city", "commune-without-point", {{"name", commune.name}, {"code", commune.code}});
        return place;
    }
    place.position = commune.point;
    place.precision = Precision::Commune;
    place.uncertainty = commune.uncertainty;
    return place;
}

std::optional<Place> Georeferencer::place(RecordRow& row) const {
    const Named named = communeOf(row);
    if (const auto at = positionOf(row, named)) return atPosition(row, named, *at);
    if (named.commune != nowhere) return atCommune(row, named);
    Place place;
    place.method = "departement";
    if (named.abroad) {
        place.commune = named.abroadCode;
        row.note("insee", "overseas-not-placed");
        return place;
    }
    place.departement = gazetteer_.departementCode(named.departement);
    if (named.departement == nowhere) {
        row.reject(named.problemKey, named.problem, named.problemValues);
        return std::nullopt;
    }
    row.noteDepartementOnly(named.problemKey, named.problem, named.problemValues);
    return place;
}

}  // namespace raquette::ingest
