#include "ingest/reference/columns.h"

#include "gis/geometry/frame.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <cctype>
#include <optional>

namespace raquette::ingest {

namespace {

/// How Etalab's contours administratifs and IGN's Admin Express (old and new) name what a reference holds, best first.
const std::map<std::string, std::vector<std::string>> usualNames{
    {"insee", {"insee", "insee_com", "code_insee", "code_commune", "codgeo", "code"}},
    {"code", {"code", "code_siren", "siren_epci", "code_epci", "code_insee", "insee_dep", "insee_reg", "code_qp", "id"}},
    {"nom", {"nom", "nom_officiel", "nom_com", "nom_dep", "nom_reg", "nom_epci", "nom_qp", "libgeo", "libelle", "name"}},
    {"population", {"population", "population_municipale", "pop_mun", "pop"}},
    {"dep", {"dep", "departement", "insee_dep", "code_insee_du_departement", "code_departement"}},
    {"reg", {"reg", "region", "insee_reg", "code_insee_de_la_region", "code_region"}},
    {"epci", {"epci", "siren_epci", "codes_siren_des_epci", "code_siren_epci", "code_epci"}},
    {"codes_postaux", {"codes_postaux", "code_postal", "codespostaux", "codes_postal"}},
    {"anciens_codes", {"anciens_codes", "ancienscodes"}},
    {"lon", {"lon", "longitude"}},
    {"lat", {"lat", "latitude"}},
};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// `COMMUNE`, `commune` and `communes` all hold communes.
bool isNamedAfter(const std::string& layer, const std::string& kind) {
    const std::string name = lower(layer);
    return name == kind || name + "s" == kind;
}

LayerSummary chooseLayer(const ReferenceInput& input, const std::string& kind) {
    const std::vector<LayerSummary> layers = layersOf(input.path);
    std::vector<std::string> names;
    for (const LayerSummary& layer : layers) {
        names.push_back(layer.name);
        if (input.layer.empty() ? layers.size() == 1 || isNamedAfter(layer.name, kind) : layer.name == input.layer) return layer;
    }
    throw model::Error(fmt::format("{}: no layer {}. Its layers are: {}. Say which one holds the {}.", input.path.string(),
                                   input.layer.empty() ? kind : "“" + input.layer + "”", fmt::join(names, ", "), kind));
}

std::optional<std::string> columnFor(const std::string& ours, const ReferenceInput& input, const LayerSummary& layer) {
    const auto find = [&](const std::string& name) -> std::optional<std::string> {
        const auto found = std::ranges::find(layer.columns, name, lower);
        return found == layer.columns.end() ? std::nullopt : std::optional(*found);
    };
    if (const auto given = input.columns.find(ours); given != input.columns.end()) {
        if (const auto column = find(lower(given->second))) return column;
        throw model::Error(fmt::format("{}, layer {}: no column “{}”. Its columns are: {}.", input.path.string(), layer.name, given->second,
                                       fmt::join(layer.columns, ", ")));
    }
    for (const std::string& name : usualNames.at(ours)) {
        if (const auto column = find(name)) return column;
    }
    return std::nullopt;
}

void bringToDegrees(PolygonLayer& layer) {
    if (layer.isDegrees()) return;
    tbb::parallel_for(std::size_t{0}, layer.shapes.size(), [&](std::size_t i) {
        geometry::GeoShape& shape = layer.shapes[i];
        std::vector<geometry::PlanePoint> points;
        points.reserve(shape.points.size());
        for (const geometry::LonLat point : shape.points) points.push_back({point.lon, point.lat});  // metres until now
        shape.points = geometry::toLonLat(layer.crs, points);
    });
    layer.crs = "EPSG:4326";
}

}  // namespace

PolygonLayer readOfficialLayer(const ReferenceInput& input, const std::string& kind, const std::vector<std::string>& columns) {
    const LayerSummary summary = chooseLayer(input, kind);
    std::vector<std::string> ours;
    std::vector<std::string> theirs;
    for (const std::string& column : columns) {
        if (const auto found = columnFor(column, input, summary)) {
            ours.push_back(column);
            theirs.push_back(*found);
        }
    }
    PolygonLayer layer = readLayer(input.path, summary.name, theirs);
    layer.columns = ours;
    bringToDegrees(layer);
    return layer;
}

}  // namespace raquette::ingest
