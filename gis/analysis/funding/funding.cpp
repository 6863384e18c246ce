#include "gis/analysis/funding/funding.h"

#include "gis/analysis/funding/grants.h"
#include "gis/analysis/marked_communes.h"
#include "gis/analysis/territory_units.h"
#include "gis/analysis/whereabouts.h"

#include <algorithm>
#include <map>
#include <set>

namespace raquette::analysis {

namespace {

using model::Contract;
using model::InForce;
using model::Level;
using model::Reference;

std::optional<double> perInhabitant(const std::optional<model::Euros>& amount, const std::optional<model::Inhabitants>& people) {
    if (!amount || !people || people->value <= 0) return std::nullopt;
    return amount->value / static_cast<double>(people->value);
}

/// The communes of a scope; none as soon as a part of it is unknown: half a scope would give a wrong figure.
std::vector<std::uint32_t> communesOf(const model::Study& study, const Reference& reference, const std::vector<model::TerritoryId>& scope) {
    const MarkedCommunes marked = markCommunes(study, reference, scope);
    return marked.unknown ? std::vector<std::uint32_t>() : marked.indexes();
}

/// Amounts of one contract, by year; key 0: no year is said.
std::map<int, model::Euros> amountsByYear(const Contract& contract, const model::Dataset& dataset) {
    std::map<int, model::Euros> years;
    for (const model::Amount& amount : dataset.amounts) {
        if (amount.contractId == contract.id) years[amount.year.value_or(0)] += amount.amount;
    }
    return years;
}

/// The last year with an amount up to the study's, else what the contract's own row says, else an amount without a year.
void giveYearly(const Contract& contract, const std::map<int, model::Euros>& years, int studyYear, ContractFunding& row) {
    auto after = years.upper_bound(studyYear);
    if (after != years.begin() && std::prev(after)->first > 0) {
        row.year = std::prev(after)->first;
        row.perYear = std::prev(after)->second;
    } else if (contract.amountPerYear) {
        row.perYear = contract.amountPerYear;
    } else if (years.contains(0)) {
        row.perYear = years.at(0);
    }
}

/// A contract with what is needed to share it among territories.
struct Shared {
    const Contract* contract;
    ContractFunding* row;
    std::vector<std::uint32_t> communes;
};

/// The rows of one level and type.
class TerritoryCounter {
public:
    TerritoryCounter(const Reference& reference, const std::vector<std::uint8_t>& inStudy, Level level, const std::string& type)
        : reference_(reference), level_(level), rows_(countOf(reference, level)), under_(reference.communes.size(), 0) {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            rows_[i].territory = territoryAt(reference, level, static_cast<std::int32_t>(i));
            rows_[i].type = type;
        }
        for (std::size_t c = 0; c < reference.communes.size(); ++c) {
            if (inStudy[c] == 0) continue;
            if (const auto at = ofCommune(reference, static_cast<std::int32_t>(c), level); at != model::nowhere) {
                rows_[static_cast<std::size_t>(at)].population += reference.communes[c].population;
            }
        }
    }

    void add(const Shared& shared, const std::vector<std::uint8_t>& inStudy) {
        std::map<std::int32_t, std::int64_t> people;  // of its scope, by territory
        std::int64_t all = 0;
        for (const std::uint32_t c : shared.communes) {
            const model::Commune& commune = reference_.communes[c];
            all += commune.population.value;
            const std::int32_t at = ofCommune(reference_, static_cast<std::int32_t>(c), level_);
            if (at == model::nowhere || inStudy[c] == 0) continue;
            people[at] += commune.population.value;
            if (shared.row->inForce == InForce::Surely && under_[c] == 0) {
                under_[c] = 1;
                rows_[static_cast<std::size_t>(at)].underContract += commune.population;
            }
        }
        for (const auto& [at, here] : people) {
            TerritoryFunding& row = rows_[static_cast<std::size_t>(at)];
            if (shared.row->inForce == InForce::Possibly) ++row.possibly;
            if (shared.row->inForce != InForce::Surely) continue;
            ++row.contracts;
            if (!shared.row->perYear) {
                ++row.withoutAmount;
            } else if (all > 0) {
                const double share = static_cast<double>(here) / static_cast<double>(all);
                row.perYear = row.perYear.value_or(model::Euros{}) + *shared.row->perYear * share;
            }
        }
    }

    /// All of the study, of régions and départements; of EPCI only where a contract is.
    void finish(std::vector<TerritoryFunding>& out) {
        std::vector<double> values;
        for (TerritoryFunding& row : rows_) {
            row.perInhabitant = perInhabitant(row.perYear, row.population);
            if (row.perInhabitant) values.push_back(*row.perInhabitant);
        }
        std::ranges::sort(values);
        for (TerritoryFunding& row : rows_) {
            if (row.population.value == 0) continue;
            if (level_ == Level::Epci && row.contracts + row.possibly == 0) continue;
            if (row.perInhabitant && level_ != Level::Study && values.size() >= 4) {
                const auto below = std::ranges::lower_bound(values, *row.perInhabitant) - values.begin();
                row.rankClass = static_cast<int>(static_cast<std::size_t>(below) * 4 / values.size()) + 1;
            }
            out.push_back(std::move(row));
        }
    }

private:
    const Reference& reference_;
    Level level_;
    std::vector<TerritoryFunding> rows_;
    std::vector<std::uint8_t> under_;
};

void fundContracts(const model::Study& study, const Reference& reference, const model::Dataset& dataset,
                   const std::vector<std::uint8_t>& inStudy, Funding& result) {
    result.contracts.reserve(dataset.contracts.size());
    std::vector<Shared> shared;
    std::set<std::string> types;
    for (const Contract& contract : dataset.contracts) {
        ContractFunding row{contract.id, contract.title, contract.type, inForce(contract, study.date), {}, {}, {}, {}, false};
        std::vector<std::uint32_t> communes = communesOf(study, reference, contract.scope);
        if (!communes.empty()) {
            row.population = model::Inhabitants{};
            for (const std::uint32_t c : communes) *row.population += reference.communes[c].population;
        }
        giveYearly(contract, amountsByYear(contract, dataset), model::yearOf(study.date), row);
        row.perInhabitant = perInhabitant(row.perYear, row.population);
        row.belowFloor = study.contracts.floor && row.perInhabitant && *row.perInhabitant < *study.contracts.floor;
        for (const model::Amount& amount : dataset.amounts) {
            if (amount.contractId != contract.id) continue;
            result.years.push_back({contract.id, amount.funder, amount.year, amount.amount, perInhabitant(amount.amount, row.population)});
        }
        result.contracts.push_back(std::move(row));
        shared.push_back({&contract, &result.contracts.back(), std::move(communes)});
        types.insert(contract.type);
    }
    if (types.size() > 1) types.insert("");
    if (types.size() == 1) types = {""};
    for (const Level level : {Level::Study, Level::Region, Level::Departement, Level::Epci}) {
        for (const std::string& type : types) {
            TerritoryCounter counter(reference, inStudy, level, type);
            for (const Shared& one : shared) {
                if (type.empty() || one.contract->type == type) counter.add(one, inStudy);
            }
            counter.finish(result.territories);
        }
    }
}

}  // namespace

Funding funding(const model::Study& study, const Reference& reference, const StudyArea& area, const model::Dataset& dataset) {
    Funding result;
    if (dataset.contracts.empty() && dataset.grants.empty()) return result;
    const std::vector<std::uint8_t> inStudy = communesHeld(reference, area);
    if (!dataset.contracts.empty()) fundContracts(study, reference, dataset, inStudy, result);
    if (!dataset.grants.empty()) result.grants = grantsByTerritory(reference, area, dataset, model::yearOf(study.date));
    return result;
}

}  // namespace raquette::analysis
