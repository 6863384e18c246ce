#include "gis/store/cells.h"
#include "gis/store/layers.h"

namespace raquette::store {

namespace {

using enum ColumnType;

Table contracts(const std::vector<analysis::ContractFunding>& records) {
    Table table{"funding", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {{"contract"},
                     {"title"},
                     {"type"},
                     {"in_force"},
                     {"population", Integer},
                     {"year", Integer},
                     {"eur_per_year", Real, "eur_year"},
                     {"eur_per_inhabitant", Real, "eur_inhab"},
                     {"below_floor", Integer, "belowfloor"}};
    table.row = [&records](std::size_t i) {
        const analysis::ContractFunding& row = records[i];
        return Row{row.contract,   cell(row.title),   cell(row.type),          std::string(name(row.inForce)), cell(row.population),
                   cell(row.year), cell(row.perYear), cell(row.perInhabitant), cell(row.belowFloor ? 1 : 0)};
    };
    return table;
}

Table years(const std::vector<analysis::FundedYear>& records) {
    Table table{"funding_years", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {{"contract"}, {"funder"}, {"year", Integer}, {"amount_eur", Real}, {"eur_per_inhabitant", Real, "eur_inhab"}};
    table.row = [&records](std::size_t i) {
        const analysis::FundedYear& row = records[i];
        return Row{row.contract, cell(row.funder), cell(row.year), row.amount.value, cell(row.perInhabitant)};
    };
    return table;
}

Table territories(const std::vector<analysis::TerritoryFunding>& records) {
    Table table{"funding_territories", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {{"territory"},
                     {"level"},
                     {"type"},
                     {"population", Integer},
                     {"contracts", Integer},
                     {"possibly_in_force", Integer, "poss_force"},
                     {"under_contract", Integer, "undercontr"},
                     {"without_amount", Integer, "no_amount"},
                     {"eur_per_year", Real, "eur_year"},
                     {"eur_per_inhabitant", Real, "eur_inhab"},
                     {"rank_class", Integer}};
    table.row = [&records](std::size_t i) {
        const analysis::TerritoryFunding& row = records[i];
        return Row{row.territory.text(),    std::string(name(row.territory.level)),
                   cell(row.type),          cell(row.population),
                   cell(row.contracts),     cell(row.possibly),
                   cell(row.underContract), cell(row.withoutAmount),
                   cell(row.perYear),       cell(row.perInhabitant),
                   cell(row.rankClass)};
    };
    return table;
}

Table grants(const std::vector<analysis::TerritoryGrants>& records) {
    Table table{"grants_territories", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {{"territory"},
                     {"level"},
                     {"actors", Integer},
                     {"asked_actors", Integer, "asked_act"},
                     {"granted_actors", Integer, "grant_act"},
                     {"never_asked", Integer, "neverasked"},
                     {"unknown_grants", Integer, "unknown_gr"},
                     {"asked_eur", Real},
                     {"granted_eur", Real, "grantedeur"},
                     {"eur_per_inhabitant", Real, "eur_inhab"}};
    table.row = [&records](std::size_t i) {
        const analysis::TerritoryGrants& row = records[i];
        return Row{row.territory.text(),    std::string(name(row.territory.level)),
                   cell(row.actors),        cell(row.askedActors),
                   cell(row.grantedActors), cell(row.neverAsked),
                   cell(row.unknownGrants), cell(row.asked),
                   cell(row.granted),       cell(row.grantedPerInhabitant)};
    };
    return table;
}

}  // namespace

std::vector<Table> fundingTables(const StudyState& state) {
    const analysis::Funding& funding = state.analysis.funding;
    std::vector<Table> tables;
    tables.push_back(contracts(funding.contracts));
    tables.push_back(years(funding.years));
    tables.push_back(territories(funding.territories));
    tables.push_back(grants(funding.grants));
    return tables;
}

}  // namespace raquette::store
