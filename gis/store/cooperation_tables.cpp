#include "gis/model/link.h"
#include "gis/store/cells.h"
#include "gis/store/layers.h"

#include <fmt/format.h>

namespace raquette::store {

namespace {

using enum ColumnType;
using analysis::Cooperation;

/// In the order in which people say them: simple, double, triple, then those not stated.
void addIntensities(Row& row, const analysis::LinksByIntensity& links) {
    using enum model::Intensity;
    for (const model::Intensity intensity : {Simple, Double, Triple, Unknown})
        row.push_back(cell(links[static_cast<std::size_t>(intensity)]));
}

/// `dep:69 (3) | dep:43 (1)`.
std::string withWords(const analysis::TerritoryLinks& row) {
    std::vector<std::string> with;
    for (const auto& [territory, links] : row.with) with.push_back(fmt::format("{} ({})", territory.text(), links));
    return joined(with);
}

Table cooperation(const Cooperation& found) {
    Table table{"cooperation", GeometryKind::None, {}, found.links.size(), {}, {}};
    table.columns = {{"territory"},
                     {"level"},
                     {"links", Integer},
                     {"inside", Integer},
                     {"across", Integer},
                     {"unsure", Integer},
                     {"simple_links", Integer},
                     {"double_links", Integer},
                     {"triple_links", Integer},
                     {"unknown_links", Integer, "unkn_links"},
                     {"ended", Integer},
                     {"to_come", Integer},
                     {"structures", Integer},
                     {"with_whom"}};
    table.row = [&found](std::size_t i) {
        const analysis::TerritoryLinks& links = found.links[i];
        const model::TerritoryId& territory = found.territories[links.territory];
        Row row{territory.text(),  std::string(name(territory.level)), cell(links.links()), cell(links.inside), cell(links.across),
                cell(links.unsure)};
        addIntensities(row, links.byIntensity);
        for (const int count : {links.ended, links.toCome, links.structures}) row.push_back(cell(count));
        row.push_back(cell(withWords(links)));
        return row;
    };
    return table;
}

Table isolation(const Cooperation& found) {
    Table table{"isolation", GeometryKind::None, {}, found.isolation.size(), {}, {}};
    table.columns = {{"id"},
                     {"name"},
                     {"kind"},
                     {"commune"},
                     {"same_km", Real},
                     {"same_id"},
                     {"same_name"},
                     {"other_km", Real},
                     {"other_id"},
                     {"other_name"},
                     {"links", Integer},
                     {"partners", Integer},
                     {"ended", Integer},
                     {"group_rank", Integer}};
    table.row = [&found](std::size_t i) {
        const analysis::Isolation& row = found.isolation[i];
        return Row{row.id,
                   cell(row.name),
                   std::string(row.isVenue ? "venue" : "actor"),
                   cell(row.commune),
                   kilometresCell(row.nearestSame),
                   cell(row.nearestSameId),
                   cell(row.nearestSameName),
                   kilometresCell(row.nearestOther),
                   cell(row.nearestOtherId),
                   cell(row.nearestOtherName),
                   cell(row.links),
                   cell(row.partners),
                   cell(row.ended),
                   row.group == 0 ? Value() : cell(row.group)};
    };
    return table;
}

Table groups(const Cooperation& found) {
    Table table{"cooperation_groups", GeometryKind::None, {}, found.groups.size(), {}, {}};
    table.columns = {{"group_rank", Integer},
                     {"id"},
                     {"structures", Integer},
                     {"structure_ids", Text, "ids"},
                     {"names"},
                     {"links", Integer},
                     {"simple_links", Integer},
                     {"double_links", Integer},
                     {"triple_links", Integer},
                     {"unknown_links", Integer, "unkn_links"},
                     {"not_found", Integer},
                     {"bridge_structures", Integer, "bridges"},
                     {"bridge_links", Integer, "bridgelink"}};
    table.row = [&found](std::size_t i) {
        const analysis::CooperationGroup& group = found.groups[i];
        Row row{cell(group.rank),    group.id,           cell(static_cast<int>(group.structures.size())), joined(group.structures),
                joined(group.names), cell(group.links())};
        addIntensities(row, group.byIntensity);
        for (const int count : {group.notFound, group.bridgeStructures, group.bridgeLinks}) row.push_back(cell(count));
        return row;
    };
    return table;
}

Table bridges(const Cooperation& found) {
    Table table{"bridges", GeometryKind::None, {}, found.bridges.size(), {}, {}};
    table.columns = {{"kind"}, {"id"}, {"name"}, {"group_rank", Integer}, {"parts", Integer}, {"cut_off", Integer}};
    table.row = [&found](std::size_t i) {
        const analysis::Bridge& bridge = found.bridges[i];
        return Row{std::string(bridge.isLink ? "link" : "structure"),
                   bridge.id,
                   cell(bridge.name),
                   cell(bridge.group),
                   cell(bridge.parts),
                   cell(bridge.cutOff)};
    };
    return table;
}

Table complementarities(const Cooperation& found) {
    Table table{"complementarities", GeometryKind::None, {}, found.complementarities.size(), {}, {}};
    table.columns = {{"id_a"},
                     {"name_a"},
                     {"commune_a"},
                     {"brings_a"},
                     {"id_b"},
                     {"name_b"},
                     {"commune_b"},
                     {"brings_b"},
                     {"distance_km", Real},
                     {"uncertainty_m", Real, "uncert_m"},
                     {"had_link", Integer}};
    table.row = [&found](std::size_t i) {
        const analysis::Complementarity& pair = found.complementarities[i];
        Row row;
        for (std::size_t side = 0; side < 2; ++side) {
            row.emplace_back(pair.ids[side]);
            for (const std::string* words : {&pair.names[side], &pair.communes[side], &pair.brings[side]}) row.push_back(cell(*words));
        }
        row.push_back(kilometresCell(pair.distance));
        row.emplace_back(pair.uncertainty.value);
        row.push_back(cell(pair.hadLink ? 1 : 0));
        return row;
    };
    return table;
}

}  // namespace

std::vector<Table> cooperationTables(const StudyState& state) {
    const Cooperation& found = state.analysis.cooperation;
    std::vector<Table> tables;
    tables.push_back(cooperation(found));
    tables.push_back(isolation(found));
    tables.push_back(groups(found));
    tables.push_back(bridges(found));
    tables.push_back(complementarities(found));
    return tables;
}

}  // namespace raquette::store
