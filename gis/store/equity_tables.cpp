#include "gis/store/cells.h"
#include "gis/store/layers.h"

namespace raquette::store {

namespace {

using enum ColumnType;

Table means(const std::vector<analysis::Means>& rows) {
    Table table{"means", GeometryKind::None, {}, rows.size(), {}, {}};
    table.columns = {{"territory"},
                     {"level"},
                     {"year", Integer},
                     {"measure"},
                     {"value", Real},
                     {"per_inhabitant", Real, "per_inhab"},
                     {"actors_with_figure", Integer, "with_fig"},
                     {"actors_without", Integer, "without"},
                     {"departement_only", Integer, "dep_only"},
                     {"oldest_year", Integer},
                     {"withheld", Integer}};
    table.row = [&rows](std::size_t i) {
        const analysis::Means& row = rows[i];
        return Row{row.territory.text(),
                   std::string(name(row.territory.level)),
                   cell(row.year),
                   std::string(name(row.measure)),
                   cell(row.value),
                   cell(row.perInhabitant),
                   cell(row.withFigure),
                   cell(row.without),
                   cell(row.departementOnly),
                   cell(row.oldestYear),
                   cell(row.withheld ? 1 : 0)};
    };
    return table;
}

Table reachedBy(const std::vector<analysis::ReachedBy>& rows) {
    Table table{"reached_by", GeometryKind::None, {}, rows.size(), {}, {}};
    table.columns = {{"service"}, {"providers", Integer}, {"population", Integer}, {"share", Real}, {"share_at_least", Real, "at_least"}};
    table.row = [&rows](std::size_t i) {
        const analysis::ReachedBy& row = rows[i];
        return Row{row.service, cell(row.providers), cell(row.people), cell(row.share), cell(row.shareAtLeast)};
    };
    return table;
}

Table equity(const std::vector<analysis::Equity>& rows) {
    Table table{"equity", GeometryKind::None, {}, rows.size(), {}, {}};
    table.columns = {{"subject"},
                     {"figure"},
                     {"between"},
                     {"group"},
                     {"population", Integer},
                     {"population_unknown", Integer, "pop_unkn"},
                     {"mean", Real},
                     {"p10", Real},
                     {"p25", Real},
                     {"p50", Real},
                     {"p75", Real},
                     {"p90", Real},
                     {"gini", Real},
                     {"palma", Real},
                     {"theil_total", Real, "theil"},
                     {"theil_between", Real, "theil_betw"},
                     {"theil_within", Real, "theil_with"},
                     {"share_of_all", Real, "share_all"},
                     {"share_of_people", Real, "share_pop"}};
    table.row = [&rows](std::size_t i) {
        const analysis::Equity& row = rows[i];
        Row cells{row.subject, row.figure, std::string(name(row.between)), row.group, cell(row.people), cell(row.unknown), row.mean};
        for (const double quantile : row.quantiles) cells.emplace_back(quantile);
        cells.push_back(cell(row.gini));
        for (const auto& figure : {row.palma, row.theilTotal, row.theilBetween, row.theilWithin}) cells.push_back(cell(figure));
        cells.push_back(cell(row.share));
        cells.push_back(cell(row.peopleShare));
        return cells;
    };
    return table;
}

Table comparison(const std::vector<analysis::Comparison>& rows) {
    Table table{"comparison", GeometryKind::None, {}, rows.size(), {}, {}};
    table.columns = {{"territory"},    {"level"},       {"subject"},           {"figure"},           {"value", Real},   {"study", Real},
                     {"region", Real}, {"alike", Real}, {"alike_least", Real}, {"alike_most", Real}, {"rank", Integer}, {"like"}};
    table.row = [&rows](std::size_t i) {
        const analysis::Comparison& row = rows[i];
        std::vector<std::string> like;
        for (const model::TerritoryId& other : row.like) like.push_back(other.text());
        Row cells{row.territory.text(), std::string(name(row.territory.level)), row.subject, row.figure, row.value};
        for (const auto& figure : {row.study, row.region, row.alike, row.alikeLeast, row.alikeMost}) cells.push_back(cell(figure));
        cells.push_back(cell(row.rank));
        cells.push_back(cell(joined(like)));
        return cells;
    };
    return table;
}

}  // namespace

std::vector<Table> equityTables(const StudyState& state) {
    const analysis::EquityFigures& figures = state.analysis.equity;
    return {means(figures.means), reachedBy(figures.reachedBy), equity(figures.equity), comparison(figures.comparisons)};
}

}  // namespace raquette::store
