#include "gis/store/cells.h"
#include "gis/store/layers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace raquette::store {

namespace {

using enum ColumnType;
using analysis::ServiceResult;

std::vector<std::string> words(const std::vector<model::RecordKind>& kinds) {
    std::vector<std::string> names;
    for (const model::RecordKind kind : kinds) {
        names.emplace_back(name(kind));
    }
    return names;
}

std::vector<std::string> words(const std::vector<model::Membership>& memberships) {
    std::vector<std::string> names;
    for (const model::Membership member : memberships) names.emplace_back(name(member));
    return names;
}

/// How accessibility was reckoned, and what was shared.
void addAccess(const ServiceResult& result, Row& row) {
    if (!result.access.computed) {
        row.resize(row.size() + 6);
        return;
    }
    const model::Access& access = result.service.access;
    row.emplace_back(std::string(name(access.decay)));
    row.push_back(cell(fmt::format("{}", fmt::join(access.weights, " | "))));
    row.emplace_back(std::string(name(access.supply)));
    row.emplace_back(result.access.shared);
    row.emplace_back(result.access.unreaching);
    row.emplace_back(static_cast<std::int64_t>(result.access.capacityUnknown));
}

void addRoads(const ServiceResult& result, Row& row) {
    if (!result.roads) {
        row.resize(row.size() + 9);
        return;
    }
    row.push_back(cell(result.roads->mode.fr));
    row.push_back(cell(result.roads->mode.en));
    row.push_back(cell(result.roads->estimated));
    row.push_back(cell(result.roads->farFromRoad));
    row.push_back(result.roads->medianWalk ? Value(result.roads->medianWalk->value) : Value());
    row.push_back(result.roads->drawnTo ? Value(result.roads->drawnTo->value) : Value());
    const auto& junctions = result.roads->junctions;
    row.push_back(junctions ? Value(junctions->all) : Value());
    row.push_back(junctions ? Value(junctions->beyondReach) : Value());
    row.push_back(junctions ? Value(junctions->cutOff) : Value());
}

Row serviceRow(const ServiceResult& result) {
    const model::Match& match = result.service.match;
    Row row{result.service.id, cell(result.service.label.fr), cell(result.service.label.en), model::text(result.service.reach)};
    for (const auto& list : {words(match.kinds), match.functions, match.types, match.labels, match.networks, words(match.member),
                             match.status, match.sources}) {
        row.push_back(cell(joined(list)));
    }
    row.push_back(cell(match.minCapacity));
    row.push_back(cell(match.maxCapacity));
    row.emplace_back(static_cast<std::int64_t>(result.notPlaced));
    row.emplace_back(static_cast<std::int64_t>(result.capacityUnknown));
    row.emplace_back(static_cast<std::int64_t>(result.possiblyInForce));
    row.emplace_back(std::string(result.gathering.surveyStated ? "stated" : "not-stated"));
    row.push_back(cell(result.gathering.asked));
    row.push_back(cell(result.gathering.answered));
    row.push_back(cell(result.gathering.confirmed));
    for (const analysis::Dropped& dropped : {result.slivers, result.fewPeople}) {
        row.emplace_back(static_cast<std::int64_t>(dropped.count));
        row.push_back(cell(dropped.population));
        row.emplace_back(model::inSquareKilometres(dropped.area));
    }
    row.push_back(cell(result.coveredAtShorter));
    row.push_back(cell(result.coveredAtLonger));
    addAccess(result, row);
    addRoads(result, row);
    return row;
}

}  // namespace

Table serviceLayer(const StudyState& state) {
    Table table{"services", GeometryKind::None, {}, state.analysis.services.size(), {}, {}};
    table.columns = {{"id"},
                     {"label_fr"},
                     {"label_en"},
                     {"reach"},
                     {"match_kind"},
                     {"match_functions", Text, "match_func"},
                     {"match_types", Text, "match_type"},
                     {"match_labels", Text, "match_labl"},
                     {"match_networks", Text, "match_netw"},
                     {"match_member", Text, "match_memb"},
                     {"match_status", Text, "match_stat"},
                     {"match_sources", Text, "match_src"},
                     {"min_capacity", Integer, "min_cap"},
                     {"max_capacity", Integer, "max_cap"},
                     {"not_placed", Integer},
                     {"capacity_unknown", Integer, "cap_unknow"},
                     {"possibly_in_force", Integer, "poss_force"},
                     {"surveyed"},
                     {"asked", Integer},
                     {"answered", Integer},
                     {"confirmed"},
                     {"slivers", Integer},
                     {"slivers_population", Integer, "sliver_pop"},
                     {"slivers_area_km2", Real, "sliver_km2"},
                     {"few_people", Integer},
                     {"few_people_population", Integer, "few_pop"},
                     {"few_people_area_km2", Real, "few_km2"},
                     {"covered_at_shorter", Integer, "cov_short"},
                     {"covered_at_longer", Integer, "cov_long"},
                     {"access_decay", Text, "decay"},
                     {"access_weights", Text, "weights"},
                     {"access_supply", Text, "supply"},
                     {"supply_shared", Real, "supply_sh"},
                     {"supply_unreaching", Real, "supply_unr"},
                     {"supply_unknown", Integer, "supply_unk"},
                     {"travel_fr"},
                     {"travel_en"},
                     {"estimated_population", Integer, "estim_pop"},
                     {"far_from_road", Integer, "far_road"},
                     {"median_walk_m", Real, "walk_m"},
                     {"drawn_to_m", Real, "drawn_m"},
                     {"junctions", Integer},
                     {"junctions_beyond", Integer, "junc_far"},
                     {"junctions_cut_off", Integer, "junc_cut"}};
    table.row = [&state](std::size_t i) { return serviceRow(state.analysis.services[i]); };
    return table;
}

}  // namespace raquette::store
