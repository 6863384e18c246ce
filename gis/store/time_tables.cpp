#include "gis/store/cells.h"
#include "gis/store/layers.h"

#include <memory>

namespace raquette::store {

namespace {

using analysis::ServiceResult;
using enum ColumnType;

Value share(model::Inhabitants part, model::Inhabitants all) {
    if (all.value == 0) return {};
    return static_cast<double>(part.value) / static_cast<double>(all.value);
}

Table made(std::string name, std::vector<Column> columns, std::vector<Row> rows) {
    const auto kept = std::make_shared<const std::vector<Row>>(std::move(rows));
    return {std::move(name), GeometryKind::None, std::move(columns), kept->size(), [kept](std::size_t i) { return (*kept)[i]; }, {}};
}

Table timeline(const StudyState& state) {
    std::vector<Row> rows;
    for (const ServiceResult& result : state.analysis.services) {
        for (const analysis::TimelineRow& row : result.timeline.rows) {
            rows.push_back({result.service.id, model::isoText(row.day), row.territory.text(), std::string(name(row.territory.level)),
                            cell(row.population), cell(row.coveredPopulation), share(row.coveredPopulation, row.population)});
        }
    }
    return made("timeline",
                {{"service"},
                 {"date"},
                 {"territory"},
                 {"level"},
                 {"population", Integer},
                 {"covered_population", Integer, "coveredpop"},
                 {"covered_share", Real, "covered_sh"}},
                std::move(rows));
}

Table timelineDays(const StudyState& state) {
    std::vector<Row> rows;
    for (const ServiceResult& result : state.analysis.services) {
        for (const analysis::TimelineDay& day : result.timeline.days) {
            rows.push_back({result.service.id, model::isoText(day.day), cell(day.providers), cell(day.opened), cell(day.closed)});
        }
    }
    return made("timeline_providers", {{"service"}, {"date"}, {"providers", Integer}, {"opened", Integer}, {"closed", Integer}},
                std::move(rows));
}

Table endings(const StudyState& state) {
    std::vector<Row> rows;
    for (const ServiceResult& result : state.analysis.services) {
        for (const analysis::Ending& month : result.endings) {
            std::vector<std::string> ids;
            std::vector<std::string> names;
            for (const std::uint32_t provider : month.ended) {
                ids.push_back(result.providers[provider].id);
                names.push_back(result.providers[provider].name);
            }
            rows.push_back({result.service.id, model::isoText(month.by), cell(joined(ids)), cell(joined(names)), cell(month.losing),
                            cell(month.lost), cell(joined(month.communes))});
        }
    }
    return made("endings",
                {{"service"},
                 {"by"},
                 {"ended"},
                 {"ended_names", Text, "end_names"},
                 {"losing_population", Integer, "losing_pop"},
                 {"lost_population", Integer, "lost_pop"},
                 {"communes"}},
                std::move(rows));
}

}  // namespace

std::vector<Table> timeTables(const StudyState& state) {
    std::vector<Table> tables;
    tables.push_back(timeline(state));
    tables.push_back(timelineDays(state));
    tables.push_back(endings(state));
    return tables;
}

}  // namespace raquette::store
