#include "gis/geometry/wkb.h"
#include "gis/store/cells.h"
#include "gis/store/layers.h"
#include "gis/store/scope_shape.h"

namespace raquette::store {

namespace {

using model::Level;
using model::nowhere;

/// A line of the territories table: the study itself, then the units of each level from the largest to the communes.
struct Entry {
    Level level = Level::Study;
    std::size_t index = 0;
};

std::vector<Entry> entriesOf(const StudyState& state) {
    std::vector<Entry> entries{{Level::Study, 0}};
    const auto add = [&](Level level, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) entries.push_back({level, i});
    };
    add(Level::Region, state.reference.regions.size());
    add(Level::Departement, state.reference.departements.size());
    add(Level::Epci, state.reference.epcis.size());
    add(Level::Area, state.study.areas.size());
    add(Level::Commune, state.reference.communes.size());
    return entries;
}

const std::vector<model::Unit>& unitsOf(const model::Reference& reference, Level level) {
    return level == Level::Region ? reference.regions : level == Level::Departement ? reference.departements : reference.epcis;
}

Row unitRow(const model::Reference& reference, Level level, std::size_t index) {
    const model::Unit& unit = unitsOf(reference, level)[index];
    const Value parent = unit.parent == nowhere || level == Level::Region
                             ? Value()
                             : cell("reg:" + reference.regions[static_cast<std::size_t>(unit.parent)].code);
    return {model::TerritoryId{level, unit.code}.text(),
            std::string(name(level)),
            unit.code,
            unit.name,
            cell(unit.population),
            parent,
            {},
            {},
            {},
            {},
            {},
            {},
            {}};
}

Row communeRow(const model::Reference& reference, std::size_t index) {
    const model::Commune& commune = reference.communes[index];
    const auto code = [](const std::vector<model::Unit>& units, std::int32_t at) {
        return at == nowhere ? std::string() : units[static_cast<std::size_t>(at)].code;
    };
    const std::string departement = code(reference.departements, commune.departement);
    return {"commune:" + commune.code,
            std::string(name(Level::Commune)),
            commune.code,
            commune.name,
            cell(commune.population),
            departement.empty() ? Value() : Value("dep:" + departement),
            cell(code(reference.epcis, commune.epci)),
            cell(joined(commune.postcodes)),
            cell(joined(commune.formerCodes)),
            commune.point ? Value(commune.point->lon) : Value(),
            commune.point ? Value(commune.point->lat) : Value(),
            commune.uncertainty.value,
            {}};
}

Row studyRow(const StudyState& state) {
    Row row(13);
    row[0] = row[1] = row[2] = std::string(name(Level::Study));
    row[3] = cell(state.study.title.in(state.study.language));
    for (const analysis::ServiceResult& result : state.analysis.services) {
        for (const analysis::Indicator& indicator : result.indicators) {
            if (indicator.territory.level == Level::Study) row[4] = cell(indicator.population);
        }
    }
    return row;
}

Row areaRow(const StudyState& state, std::size_t index) {
    const model::AreaDeclaration& area = state.study.areas[index];
    std::vector<std::string> written;
    for (const model::TerritoryId& territory : area.territories) written.push_back(territory.text());
    return {"area:" + area.id,
            std::string(name(Level::Area)),
            area.id,
            cell(area.label.in(state.study.language)),
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            cell(joined(written))};
}

/// As drawn, else around the territories it is made of.
Wkb areaOutline(const StudyState& state, const model::AreaDeclaration& area) {
    const geometry::GeoShape shape = scopeShape(state, {{Level::Area, area.id}});
    return shape.empty() ? Wkb() : geometry::toWkb(shape);
}

Wkb outline(const StudyState& state, const Entry& entry) {
    if (entry.level == Level::Area) return areaOutline(state, state.study.areas[entry.index]);
    const geometry::GeoShape* shape = nullptr;
    if (entry.level == Level::Study)
        shape = &state.analysis.studyArea;
    else if (entry.level == Level::Commune)
        shape = state.reference.hasCommunePolygons() ? &state.reference.communeShapes[entry.index] : nullptr;
    else
        shape = &unitsOf(state.reference, entry.level)[entry.index].shape;
    return shape == nullptr || shape->empty() ? Wkb() : geometry::toWkb(*shape);
}

Table territories(const StudyState& state) {
    auto entries = entriesOf(state);
    Table table{"territories", GeometryKind::Polygons, {}, entries.size(), {}, {}};
    table.columns = {{"id"},
                     {"level"},
                     {"code"},
                     {"name"},
                     {"population", ColumnType::Integer},
                     {"parent"},
                     {"epci"},
                     {"postcodes"},
                     {"former_codes", ColumnType::Text, "formercode"},
                     {"point_lon", ColumnType::Real},
                     {"point_lat", ColumnType::Real},
                     {"uncertainty_m", ColumnType::Real, "uncert_m"},
                     {"territories", ColumnType::Text, "made_of"}};
    table.row = [&state, entries](std::size_t i) {
        const Entry& entry = entries[i];
        if (entry.level == Level::Study) return studyRow(state);
        if (entry.level == Level::Area) return areaRow(state, entry.index);
        if (entry.level == Level::Commune) return communeRow(state.reference, entry.index);
        return unitRow(state.reference, entry.level, entry.index);
    };
    table.wkb = [&state, entries](std::size_t i) { return outline(state, entries[i]); };
    return table;
}

bool insideStudy(const analysis::Analysis& analysis, std::size_t point) {
    return analysis.services.empty() || analysis.services.front().reach.empty() ||
           analysis.services.front().reach[point] != analysis::OutsideStudy;
}

/// The people of the study where they live and who reaches them, so that a store can be drawn again without its reference.
Table people(const StudyState& state) {
    std::vector<std::uint32_t> inside;
    for (std::size_t i = 0; i < state.reference.people.size(); ++i) {
        if (insideStudy(state.analysis, i)) inside.push_back(static_cast<std::uint32_t>(i));
    }
    Table table{"people", GeometryKind::Point, {}, inside.size(), {}, {}};
    table.columns = {{"population", ColumnType::Integer}, {"departement", ColumnType::Text, "dep"}, {"commune"}};
    for (const analysis::ServiceResult& result : state.analysis.services)
        table.columns.push_back({"reach_" + result.service.id, ColumnType::Integer});
    table.row = [&state, inside](std::size_t i) {
        const std::size_t at = inside[i];
        const model::PopulationPoint& point = state.reference.people[at];
        Row row{static_cast<std::int64_t>(point.people), {}, {}};
        if (point.departement != nowhere) row[1] = state.reference.departements[static_cast<std::size_t>(point.departement)].code;
        if (point.commune != nowhere) row[2] = state.reference.communes[static_cast<std::size_t>(point.commune)].code;
        for (const analysis::ServiceResult& result : state.analysis.services) {
            row.push_back(at < result.reach.size() ? Value(static_cast<std::int64_t>(result.reach[at])) : Value());
        }
        return row;
    };
    table.wkb = [&state, inside](std::size_t i) { return geometry::toWkb(state.reference.people[inside[i]].at); };
    return table;
}

}  // namespace

std::vector<Table> territoryLayers(const StudyState& state) {
    std::vector<Table> tables;
    tables.push_back(territories(state));
    tables.push_back(people(state));
    return tables;
}

}  // namespace raquette::store
