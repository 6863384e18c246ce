#include "gis/store/scenario_file.h"

#include "gis/geometry/wkb.h"
#include "gis/model/error.h"
#include "gis/store/cells.h"
#include "gis/store/exports/target_crs.h"
#include "gis/store/exports/workbook.h"
#include "gis/store/geopackage.h"

#include <fmt/format.h>

namespace raquette::store {

namespace {

using enum ColumnType;

Table places(const ScenarioReport& report) {
    Table table{"scenario_places", GeometryKind::Point, {}, report.places.size(), {}, {}};
    table.columns = {{"id"}, {"scenario"}, {"service"}, {"change"}, {"name"}};
    table.row = [&report](std::size_t i) {
        const ScenarioReport::Place& place = report.places[i];
        return Row{place.id, cell(report.name), report.service, place.change, cell(place.name)};
    };
    table.wkb = [&report](std::size_t i) { return geometry::toWkb(report.places[i].at); };
    return table;
}

Row holeLeft(const ScenarioReport& report, const analysis::HoleLeft& hole) {
    return {hole.id,
            cell(report.name),
            report.service,
            hole.parts == 0                        ? "closed"
            : hole.after.value < hole.before.value ? "smaller"
                                                   : "larger",
            static_cast<std::int64_t>(hole.rank),
            cell(hole.name),
            cell(hole.before),
            cell(hole.after),
            model::inSquareKilometres(hole.areaBefore),
            model::inSquareKilometres(hole.areaAfter)};
}

/// One that joins a hole of before has no id of its own.
Row holeOpened(const ScenarioReport& report, const analysis::HoleOpened& hole) {
    return {cell(joined(hole.joins)), cell(report.name), report.service,        "opened", {},
            cell(hole.name),          std::int64_t{0},   cell(hole.population), 0.0,      model::inSquareKilometres(hole.area)};
}

Table holes(const ScenarioReport& report) {
    const analysis::ScenarioAnswer& answer = report.answer;
    Table table{"scenario_holes", GeometryKind::Polygons, {}, answer.holes.size() + answer.opened.size(), {}, {}};
    table.columns = {{"id"},
                     {"scenario"},
                     {"service"},
                     {"change"},
                     {"rank", Integer},
                     {"name"},
                     {"population_before", Integer, "people_was"},
                     {"population_after", Integer, "people_is"},
                     {"area_km2_before", Real, "km2_was"},
                     {"area_km2_after", Real, "km2_is"}};
    const std::size_t left = answer.holes.size();
    table.row = [&report, left](std::size_t i) {
        return i < left ? holeLeft(report, report.answer.holes[i]) : holeOpened(report, report.answer.opened[i - left]);
    };
    table.wkb = [&answer, left](std::size_t i) {
        const geometry::GeoShape& shape = i < left ? answer.holes[i].shape : answer.opened[i - left].shape;
        return shape.empty() ? Wkb() : geometry::toWkb(shape);
    };
    return table;
}

Table people(const ScenarioReport& report) {
    Table table{"scenario_people", GeometryKind::None, {}, 1, {}, {}};
    table.columns = {{"scenario"},        {"service"},       {"covered_before", Integer}, {"covered_after", Integer},
                     {"gained", Integer}, {"lost", Integer}, {"gained_km2", Real},        {"lost_km2", Real}};
    table.row = [&report](std::size_t) {
        const analysis::ScenarioAnswer& answer = report.answer;
        return Row{cell(report.name),
                   report.service,
                   cell(answer.coveredBefore),
                   cell(answer.coveredAfter),
                   cell(answer.gained),
                   cell(answer.lost),
                   model::inSquareKilometres(answer.areaGained),
                   model::inSquareKilometres(answer.areaLost)};
    };
    return table;
}

}  // namespace

void writeScenario(const StudyState& state, const ScenarioReport& report, const std::filesystem::path& path) {
    const std::vector<Table> tables{places(report), holes(report), people(report)};
    if (path.extension() == ".gpkg") {
        refuseToReplaceStore(path);
        TargetCrs asInTheStore({});
        writeGeoPackage(tables, state, path, {}, asInTheStore);
    } else if (path.extension() == ".xlsx") {
        writeWorkbook(tables, path);
    } else {
        throw model::Error(fmt::format("{}: a scenario is exported to a file ending in .gpkg or .xlsx.", path.string()));
    }
}

}  // namespace raquette::store
