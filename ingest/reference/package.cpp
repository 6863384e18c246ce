#include "ingest/reference/package.h"

#include "gis/geometry/geodesic.h"
#include "gis/model/error.h"
#include "gis/text/catalogue.h"
#include "ingest/reference/check.h"
#include "ingest/reference/embedded.h"
#include "ingest/reference/layer.h"
#include "ingest/reference/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>

namespace raquette::ingest {

namespace {

const std::vector<std::string> communeColumns{"insee", "nom", "population", "dep", "epci", "codes_postaux", "lon", "lat"};
constexpr const char* formerColumn = "anciens_codes";
constexpr model::Metres uncertaintyWithoutPolygon = model::kilometres(5);

[[noreturn]] void throwIncomplete(const PolygonLayer& layer, const std::string& what) {
    throw model::Error(
        fmt::format("{}, layer {}: {}. A reference holds layers communes ({}), epci (code, nom, population), departements "
                    "(code, nom, reg, population) and regions (code, nom, population); `raquette reference build` makes one.",
                    layer.file, layer.name, what, fmt::join(communeColumns, ", ")));
}

PolygonLayer readReferenceLayer(const std::filesystem::path& file, const char* name, std::vector<std::string> columns, ReadShapes shapes) {
    const std::size_t required = columns.size();
    if (shapes == ReadShapes::Yes) columns.emplace_back(formerColumn);
    PolygonLayer layer = readLayer(file, name, columns, shapes);
    for (std::size_t i = 0; i < required; ++i) {
        if (!layer.find(columns[i])) throwIncomplete(layer, fmt::format("no column “{}”", columns[i]));
    }
    if (!layer.isDegrees()) throwIncomplete(layer, "its coordinates are not longitudes and latitudes (EPSG:4326)");
    return layer;
}

double numberOf(const PolygonLayer& layer, const std::vector<std::string>& row, std::size_t column) {
    if (const auto number = numberIn(row[column])) return *number;
    throwIncomplete(layer, fmt::format("“{}” of {} is “{}”, not a number", layer.columns[column], row.front(), row[column]));
}

model::Inhabitants peopleOf(const PolygonLayer& layer, const std::vector<std::string>& row, std::size_t column) {
    const double people = numberOf(layer, row, column);
    if (people < 0 || people > 1e9)
        throwIncomplete(layer, fmt::format("“{}” of {} is “{}”", layer.columns[column], row.front(), row[column]));
    return {static_cast<std::int64_t>(std::llround(people))};
}

/// Row numbers in the order of their codes, which are in the first column. A code used twice is refused.
std::vector<std::size_t> rowsByCode(const PolygonLayer& layer) {
    std::vector<std::size_t> order(layer.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) -> const std::string& { return layer.rows[i].front(); });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const std::string& code = layer.rows[order[i]].front();
        if (code == layer.rows[order[i - 1]].front()) throwIncomplete(layer, fmt::format("code {} is used twice", code));
    }
    return order;
}

std::vector<model::Unit> unitsOf(const PolygonLayer& layer) {
    std::vector<model::Unit> units;
    for (const std::size_t i : rowsByCode(layer)) {
        const auto& row = layer.rows[i];
        units.push_back({row[0], row[1], peopleOf(layer, row, 2), model::nowhere, {}});
    }
    return units;
}

void readUnits(const std::filesystem::path& file, model::Language language, model::Reference& reference, model::Issues& issues) {
    reference.regions = unitsOf(readReferenceLayer(file, "regions", {"code", "nom", "population"}, ReadShapes::No));
    const PolygonLayer departements = readReferenceLayer(file, "departements", {"code", "nom", "population", "reg"}, ReadShapes::No);
    reference.departements = unitsOf(departements);
    for (const auto& row : departements.rows) {
        const std::int32_t region = model::indexOf(reference.regions, row[3]);
        if (region == model::nowhere) throwIncomplete(departements, fmt::format("région {} of département {} is unknown", row[3], row[0]));
        reference.departements[static_cast<std::size_t>(model::indexOf(reference.departements, row[0]))].parent = region;
    }
    const auto layers = layersOf(file);
    if (std::ranges::find(layers, "epci", &LayerSummary::name) != layers.end()) {
        reference.epcis = unitsOf(readReferenceLayer(file, "epci", {"code", "nom", "population"}, ReadShapes::No));
    } else {
        issues.push_back({model::IssueEffect::Noted, "reference", file.filename().string(), "epci", 0, "", "",
                          text::say(language, "reference.rule.epci-layer"), text::say(language, "reference.action.no-epci")});
    }
}

model::Commune communeOf(const PolygonLayer& layer, const std::vector<std::string>& row, const model::Reference& reference) {
    model::Commune commune;
    commune.code = row[0];
    commune.name = row[1];
    commune.population = peopleOf(layer, row, 2);
    commune.departement = model::indexOf(reference.departements, row[3]);
    if (commune.departement == model::nowhere)
        throwIncomplete(layer, fmt::format("département {} of commune {} is unknown", row[3], row[0]));
    commune.epci = model::indexOf(reference.epcis, row[4]);
    commune.postcodes = codesIn(row[5]);
    const auto lon = numberIn(row[6]);
    const auto lat = numberIn(row[7]);
    if (lon && lat) commune.point = geometry::LonLat{*lon, *lat};
    if (const auto former = layer.find(formerColumn)) commune.formerCodes = codesIn(row[*former]);
    return commune;
}

void addFormerCodes(model::Reference& reference, const std::vector<FormerCode>& formerCodes) {
    for (const FormerCode& code : formerCodes) {
        const std::int32_t index = model::indexOf(reference.communes, code.commune);
        if (index == model::nowhere || model::indexOf(reference.communes, code.former) != model::nowhere) continue;
        reference.communes[static_cast<std::size_t>(index)].formerCodes.push_back(code.former);
    }
}

/// What is told of a commune: what was expected of it, and what was done.
struct Trouble {
    const char* column;
    const char* rule;
    const char* action;
};

std::optional<Trouble> troubleOf(const model::Commune& commune, const geometry::GeoShape& shape, const std::string& why) {
    if (shape.empty()) return Trouble{"geom", "reference.rule.polygon", "reference.action.no-polygon"};
    if (!commune.point) return Trouble{"lon, lat", "reference.rule.point", "reference.action.no-point"};
    if (!why.empty()) return Trouble{"geom", "reference.rule.valid", "reference.action.repaired"};
    return std::nullopt;
}

void tellTroubles(const std::filesystem::path& file, const std::vector<std::string>& whys, model::Language language,
                  const model::Reference& reference, model::Issues& issues) {
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        const model::Commune& commune = reference.communes[i];
        const auto trouble = troubleOf(commune, reference.communeShapes[i], whys[i]);
        if (!trouble) continue;
        issues.push_back({model::IssueEffect::Noted, "reference", file.filename().string(), "communes", 0, trouble->column,
                          commune.code + " " + commune.name, text::say(language, trouble->rule),
                          text::say(language, trouble->action, {{"why", whys[i]}})});
    }
}

void readTitle(const std::filesystem::path& file, model::Reference& reference) {
    const auto metadata = metadataOf(file);
    const auto find = [&](const char* key) { return metadata.contains(key) ? metadata.at(key) : std::string(); };
    reference.title = find("TITLE").empty() ? file.stem().string() : find("TITLE");
    const std::string credit = find("ATTRIBUTION").empty() ? file.filename().string() : find("ATTRIBUTION");
    reference.attributions.push_back(find("LICENCE").empty() ? credit : fmt::format("{} ({})", credit, find("LICENCE")));
}

}  // namespace

model::Metres farthestBorder(geometry::LonLat point, const geometry::GeoShape& shape) {
    constexpr double radians = std::numbers::pi / 180;
    const double cosine = std::cos(point.lat * radians);
    const double slope = std::sin(point.lat * radians) * radians / 2;
    double most = -1;
    geometry::LonLat farthest = point;
    for (const geometry::LonLat corner : shape.points) {
        const double north = corner.lat - point.lat;
        const double east = (corner.lon - point.lon) * (cosine - slope * north);  // at the mean latitude
        const double square = north * north + east * east;
        if (square > most) farthest = corner;
        most = std::max(most, square);
    }
    return geometry::geodesicDistance(point, farthest);
}

model::Reference readReferencePackage(const std::filesystem::path& file, const std::vector<FormerCode>& formerCodes,
                                      model::Language language, model::Issues& issues) {
    model::Reference reference;
    PolygonLayer layer;
    tbb::parallel_invoke([&] { layer = readReferenceLayer(file, "communes", communeColumns, ReadShapes::Yes); },
                         [&] {
                             readTitle(file, reference);
                             readUnits(file, language, reference, issues);
                         });
    const std::vector<std::size_t> order = rowsByCode(layer);
    if (order.empty()) throwIncomplete(layer, "it is empty");
    for (const std::size_t i : order) reference.communes.push_back(communeOf(layer, layer.rows[i], reference));
    if (!layer.find(formerColumn)) addFormerCodes(reference, formerCodes);
    setParentsOfEpcis(reference);

    reference.communeShapes.resize(order.size());
    std::vector<std::string> whys(order.size());
    tbb::parallel_for(std::size_t{0}, order.size(), [&](std::size_t i) {
        geometry::GeoShape& shape = reference.communeShapes[i] = std::move(layer.shapes[order[i]]);
        whys[i] = layer.unreadable[order[i]].empty() ? repairIfInvalid(shape).value_or("") : layer.unreadable[order[i]];
        model::Commune& commune = reference.communes[i];
        commune.uncertainty = commune.point && !shape.empty() ? farthestBorder(*commune.point, shape) : uncertaintyWithoutPolygon;
    });
    tellTroubles(file, whys, language, reference, issues);
    reference.populationModel = model::PopulationModel::Communes;
    reference.people = peopleAtCommunes(reference.communes, [](const model::Commune&) { return true; });
    return reference;
}

}  // namespace raquette::ingest
