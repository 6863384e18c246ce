#include "gis/store/figure_layers.h"

#include "gis/store/sqlite.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

namespace raquette::store {

namespace {

using model::Level;

constexpr std::array levels{Level::Region, Level::Departement, Level::Epci, Level::Commune};

bool hasOutlines(const model::Reference& reference, Level level) {
    const auto some = [](const std::vector<model::Unit>& units) {
        return std::ranges::any_of(units, [](const model::Unit& unit) { return !unit.shape.empty(); });
    };
    if (level == Level::Commune) return reference.hasCommunePolygons();
    return some(level == Level::Region ? reference.regions : level == Level::Departement ? reference.departements : reference.epcis);
}

bool hasFigures(const analysis::Analysis& analysis, Level level) {
    return std::ranges::any_of(analysis.services, [&](const analysis::ServiceResult& result) {
        return std::ranges::any_of(result.indicators,
                                   [&](const analysis::Indicator& indicator) { return indicator.territory.level == level; });
    });
}

}  // namespace

std::vector<std::string> figureLayers(const StudyState& state) {
    std::vector<std::string> layers;
    for (const Level level : levels) {
        if (hasOutlines(state.reference, level) && hasFigures(state.analysis, level))
            layers.push_back(fmt::format("indicators_{}", name(level)));
    }
    return layers;
}

void addFigureLayers(const std::filesystem::path& store, const std::vector<std::string>& layers) {
    if (layers.empty()) return;
    Database database(store, Database::Access::Change);
    std::vector<std::string> columns;
    {
        Statement rows = database.prepare("SELECT name FROM pragma_table_info('indicators') WHERE name NOT IN ('fid', 'territory')");
        while (rows.step()) columns.push_back("i.\"" + rows.text(0) + "\"");
    }
    database.run("BEGIN");
    for (const std::string& layer : layers) {
        const std::string level = layer.substr(layer.find('_') + 1);
        // GDAL takes OGC_FID for the key of a view.
        database.run(
            fmt::format("CREATE VIEW \"{}\" AS SELECT i.fid AS OGC_FID, i.territory, t.name, t.parent, {}, t.geom FROM indicators "
                        "i JOIN territories t ON t.id = i.territory WHERE i.level = '{}'",
                        layer, fmt::join(columns, ", "), level));
        database.run(
            fmt::format("INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) SELECT '{0}', "
                        "'features', '{0}', min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents WHERE table_name = 'territories'",
                        layer));
        database.run(
            fmt::format("INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) SELECT "
                        "'{}', column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns WHERE table_name = "
                        "'territories'",
                        layer));
    }
    database.run("COMMIT");
}

}  // namespace raquette::store
