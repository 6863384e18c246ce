#include "gis/geometry/wkb.h"
#include "gis/store/cells.h"
#include "gis/store/layers.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::store {

namespace {

using enum ColumnType;
using analysis::ServiceResult;

/// A row that lies in a list of each service.
struct At {
    std::size_t service = 0;
    std::size_t index = 0;
};

template <class List>
std::vector<At> everyRow(const analysis::Analysis& analysis, List ServiceResult::* list) {
    std::vector<At> rows;
    for (std::size_t s = 0; s < analysis.services.size(); ++s) {
        for (std::size_t i = 0; i < (analysis.services[s].*list).size(); ++i) rows.push_back({s, i});
    }
    return rows;
}

Wkb outline(const geometry::GeoShape& shape) {
    return shape.empty() ? Wkb() : geometry::toWkb(shape);
}

Table coverage(const StudyState& state) {
    const auto& services = state.analysis.services;
    const auto rows = everyRow(state.analysis, &ServiceResult::coverages);
    Table table{"coverage", GeometryKind::Polygons, {}, rows.size(), {}, {}};
    table.columns = {{"service"}, {"date"}, {"certainty"}, {"area_km2", Real}, {"population", Integer}};
    table.row = [&services, rows, date = model::isoText(state.study.date)](std::size_t i) {
        const ServiceResult& result = services[rows[i].service];
        const analysis::Coverage& covered = result.coverages[rows[i].index];
        return Row{result.service.id, date, std::string(name(covered.certainty)), model::inSquareKilometres(covered.area),
                   cell(covered.population)};
    };
    table.wkb = [&services, rows](std::size_t i) { return outline(services[rows[i].service].coverages[rows[i].index].shape); };
    return table;
}

Value minutesCell(const std::optional<model::Minutes>& time) {
    return time ? Value(time->value) : Value();
}

Row gapRow(const ServiceResult& result, const analysis::Gap& gap) {
    return {gap.id,
            result.service.id,
            static_cast<std::int64_t>(gap.rank),
            cell(gap.name),
            cell(gap.population),
            cell(gap.certainPopulation),
            model::inSquareKilometres(gap.area),
            cell(gap.communes),
            kilometresCell(gap.deepest),
            kilometresCell(gap.nearest),
            cell(gap.nearestName),
            std::string(name(gap.cause)),
            std::string(gap.certain ? "certain" : "uncertain"),
            cell(joined(gap.epcis)),
            cell(joined(gap.departements)),
            gap.labelPoint.lon,
            gap.labelPoint.lat,
            minutesCell(gap.deepestTime),
            minutesCell(gap.nearestTime)};
}

Table gaps(const StudyState& state) {
    const auto& services = state.analysis.services;
    const auto rows = everyRow(state.analysis, &ServiceResult::gaps);
    Table table{"gaps", GeometryKind::Polygons, {}, rows.size(), {}, {}};
    table.columns = {{"id"},
                     {"service"},
                     {"rank", Integer},
                     {"name"},
                     {"population", Integer},
                     {"certain_population", Integer, "certainpop"},
                     {"area_km2", Real},
                     {"communes", Integer},
                     {"deepest_km", Real},
                     {"nearest_km", Real},
                     {"nearest_name", Text, "nearest"},
                     {"cause"},
                     {"certainty"},
                     {"epcis"},
                     {"departements", Text, "deps"},
                     {"label_lon", Real},
                     {"label_lat", Real},
                     {"deepest_min", Real},
                     {"nearest_min", Real}};
    table.row = [&services, rows](std::size_t i) {
        const ServiceResult& result = services[rows[i].service];
        return gapRow(result, result.gaps[rows[i].index]);
    };
    table.wkb = [&services, rows](std::size_t i) { return outline(services[rows[i].service].gaps[rows[i].index].shape); };
    return table;
}

std::vector<std::string> textsOf(const std::vector<model::TerritoryId>& territories) {
    std::vector<std::string> texts;
    for (const model::TerritoryId& id : territories) texts.push_back(id.text());
    return texts;
}

Value onlyReachedCell(const ServiceResult& result, std::size_t provider) {
    return result.onlyReached.size() == result.providers.size() ? cell(result.onlyReached[provider]) : Value();
}

Value onlyCoveredCell(const ServiceResult& result, std::size_t provider) {
    if (result.onlyCovered.size() != result.providers.size()) return {};
    return model::inSquareKilometres(result.onlyCovered[provider]);
}

const analysis::OffRoad* offRoadOf(const ServiceResult& result, std::size_t provider) {
    if (!result.roads) return nullptr;
    const auto found = std::ranges::find(result.roads->offRoad, provider, &analysis::OffRoad::provider);
    return found == result.roads->offRoad.end() ? nullptr : &*found;
}

/// Where the reach is a travel time: `near`, `far` from any road, or `unknown` where no extract covers its land.
Value roadCell(const ServiceResult& result, std::size_t provider) {
    if (!result.roads) return {};
    const analysis::OffRoad* off = offRoadOf(result, provider);
    return std::string(off == nullptr ? "near" : off->nearest ? "far" : "unknown");
}

Value roadDistanceCell(const ServiceResult& result, std::size_t provider) {
    const analysis::OffRoad* off = offRoadOf(result, provider);
    return off != nullptr ? kilometresCell(off->nearest) : Value();
}

Table providers(const StudyState& state) {
    const auto& services = state.analysis.services;
    const auto rows = everyRow(state.analysis, &ServiceResult::providers);
    Table table{"providers", GeometryKind::Point, {}, rows.size(), {}, {}};
    table.columns = {{"service"},
                     {"id"},
                     {"name"},
                     {"commune"},
                     {"uncertainty_m", Real, "uncert_m"},
                     {"member"},
                     {"kind"},
                     {"serves"},
                     {"in_force"},
                     {"until"},
                     {"only_population", Integer, "only_pop"},
                     {"only_area_km2", Real, "only_km2"},
                     {"road"},
                     {"road_km", Real}};
    table.row = [&services, rows](std::size_t i) {
        const ServiceResult& result = services[rows[i].service];
        const analysis::Provider& provider = result.providers[rows[i].index];
        return Row{result.service.id,
                   provider.id,
                   cell(provider.name),
                   cell(provider.commune),
                   provider.placed ? Value(provider.uncertainty.value) : Value(),
                   std::string(name(provider.member)),
                   std::string(name(provider.kind)),
                   cell(joined(textsOf(provider.serves))),
                   std::string(provider.surelyInForce ? "surely" : "possibly"),
                   provider.until ? Value(model::isoText(*provider.until)) : Value(),
                   onlyReachedCell(result, rows[i].index),
                   onlyCoveredCell(result, rows[i].index),
                   roadCell(result, rows[i].index),
                   roadDistanceCell(result, rows[i].index)};
    };
    table.wkb = [&services, rows](std::size_t i) {
        const analysis::Provider& provider = services[rows[i].service].providers[rows[i].index];
        return provider.placed ? geometry::toWkb(provider.at) : Wkb();
    };
    return table;
}

std::vector<Column> indicatorColumns() {
    return {{"territory"},
            {"level"},
            {"service"},
            {"population", Integer},
            {"covered_population", Integer, "coveredpop"},
            {"covered_share", Real, "covered_sh"},
            {"covered_area_share", Real, "coverarea"},
            {"inside_share", Real, "inside_sh"},
            {"providers", Integer},
            {"nearest_km", Real},
            {"uncovered_population", Integer, "uncoverpop"},
            {"surely_covered", Integer, "surely_cov"},
            {"possibly_covered", Integer, "possib_cov"},
            {"covered_by_members", Integer, "cov_member"},
            {"covered_by_non_members", Integer, "cov_nonmem"},
            {"covered_by_unknown", Integer, "cov_unknow"},
            {"surveyed_share", Real, "surveyed"},
            {"population_model", Text, "pop_model"},
            {"twice_covered", Integer, "twice_cov"},
            {"accessibility", Real, "access"},
            {"opportunities", Real, "opportunit"},
            {"seats_within_reach", Real, "seats"},
            {"seats_unknown", Real, "seats_unkn"},
            {"nearest_min", Real},
            {"estimated_share", Real, "estimated"}};
}

Row indicatorRow(const ServiceResult& result, const analysis::Indicator& indicator, model::PopulationModel model) {
    return {indicator.territory.text(),
            std::string(name(indicator.territory.level)),
            result.service.id,
            cell(indicator.population),
            cell(indicator.coveredPopulation),
            cell(indicator.coveredShare),
            cell(indicator.coveredAreaShare),
            indicator.insideShare.value,
            static_cast<std::int64_t>(indicator.providers),
            kilometresCell(indicator.nearest),
            cell(indicator.population - indicator.coveredPopulation),
            cell(indicator.surelyCovered),
            cell(indicator.possiblyCovered),
            cell(indicator.coveredByMembers),
            cell(indicator.coveredByNonMembers),
            cell(indicator.coveredByUnknown),
            cell(indicator.surveyedShare),
            std::string(name(model)),
            cell(indicator.twiceCovered),
            cell(indicator.access.accessibility),
            cell(indicator.access.opportunities),
            cell(indicator.access.seats),
            cell(indicator.access.unknown),
            minutesCell(indicator.nearestTime),
            cell(indicator.estimatedShare)};
}

Table indicators(const StudyState& state) {
    const auto& services = state.analysis.services;
    const auto rows = everyRow(state.analysis, &ServiceResult::indicators);
    Table table{"indicators", GeometryKind::None, indicatorColumns(), rows.size(), {}, {}};
    table.row = [&services, rows, model = state.reference.populationModel](std::size_t i) {
        const ServiceResult& result = services[rows[i].service];
        return indicatorRow(result, result.indicators[rows[i].index], model);
    };
    return table;
}

}  // namespace

std::vector<Table> resultLayers(const StudyState& state) {
    std::vector<Table> tables;
    tables.push_back(coverage(state));
    tables.push_back(gaps(state));
    tables.push_back(providers(state));
    tables.push_back(indicators(state));
    tables.push_back(serviceLayer(state));
    return tables;
}

Table indicatorsOf(const StudyState& state, model::Level level) {
    const auto& services = state.analysis.services;
    std::vector<At> rows;
    for (const At& at : everyRow(state.analysis, &ServiceResult::indicators)) {
        if (services[at.service].indicators[at.index].territory.level == level) rows.push_back(at);
    }
    auto territories = std::make_shared<Table>(std::move(territoryLayers(state).front()));
    std::map<std::string, std::size_t> rowOf;
    for (std::size_t i = 0; i < territories->rows; ++i) rowOf.emplace(std::get<std::string>(territories->row(i)[0]), i);

    Table table{fmt::format("indicators_{}", name(level)), GeometryKind::Polygons, indicatorColumns(), rows.size(), {}, {}};
    table.columns.insert(table.columns.begin() + 1, {{"name"}, {"parent"}});
    const auto territoryOf = [&services, rows, rowOf](std::size_t i) {
        return rowOf.find(services[rows[i].service].indicators[rows[i].index].territory.text());
    };
    table.row = [&services, rows, rowOf, territories, territoryOf, model = state.reference.populationModel](std::size_t i) {
        const ServiceResult& result = services[rows[i].service];
        Row row = indicatorRow(result, result.indicators[rows[i].index], model);
        const auto found = territoryOf(i);
        const Row land = found == rowOf.end() ? Row(6) : territories->row(found->second);
        row.insert(row.begin() + 1, {land[3], land[5]});
        return row;
    };
    table.wkb = [rowOf, territories, territoryOf](std::size_t i) {
        const auto found = territoryOf(i);
        return found == rowOf.end() ? Wkb() : territories->wkb(found->second);
    };
    return table;
}

}  // namespace raquette::store
