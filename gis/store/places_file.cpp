#include "gis/store/places_file.h"

#include "gis/geometry/wkb.h"
#include "gis/store/cells.h"
#include "gis/store/exports/table_file.h"

namespace raquette::store {

namespace {

using enum ColumnType;

Row rowOf(const analysis::SitingAnswer& answer, std::size_t rank) {
    const analysis::SitedPlace& place = answer.places[rank];
    return {std::string(name(answer.question.model)),
            answer.question.time ? Value() : Value(model::inKilometres(answer.question.reach)),
            answer.question.time ? Value(answer.question.time->value) : Value(),
            static_cast<std::int64_t>(rank + 1),
            place.candidate.id,
            place.candidate.name,
            cell(place.candidate.commune),
            cell(place.departement),
            place.more.value,
            place.sum.value,
            static_cast<std::int64_t>(answer.proven() ? 1 : 0)};
}

}  // namespace

void writePlaces(const std::vector<analysis::SitingAnswer>& answers, const std::filesystem::path& path) {
    std::vector<std::pair<const analysis::SitingAnswer*, std::size_t>> rows;
    for (const analysis::SitingAnswer& answer : answers) {
        for (std::size_t rank = 0; rank < answer.places.size(); ++rank) rows.emplace_back(&answer, rank);
    }
    Table table{"places", GeometryKind::Point, {}, rows.size(), {}, {}};
    table.columns = {{"model"},       {"reach_km", Real},       {"reach_min", Real}, {"rank", Integer},  {"id"}, {"name"}, {"commune"},
                     {"departement"}, {"more_people", Integer}, {"sum", Integer},    {"proven", Integer}};
    table.row = [&rows](std::size_t i) { return rowOf(*rows[i].first, rows[i].second); };
    table.wkb = [&rows](std::size_t i) { return geometry::toWkb(rows[i].first->places[rows[i].second].candidate.at); };
    writeTable(table, path);
}

}  // namespace raquette::store
