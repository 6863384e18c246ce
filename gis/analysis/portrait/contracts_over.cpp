#include "gis/analysis/portrait/contracts_over.h"

#include "gis/analysis/marked_communes.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <tuple>

namespace raquette::analysis {

namespace {

enum class Share { None, Part, Whole };

/// How much of what is marked in `here` is marked in `scope` as well.
Share shareOf(const std::vector<std::uint8_t>& here, const std::vector<std::uint8_t>& scope) {
    bool some = false;
    bool all = true;
    for (std::size_t i = 0; i < here.size(); ++i) {
        if (here[i] == 0) continue;
        some = some || scope[i] != 0;
        all = all && scope[i] != 0;
    }
    if (!some) return Share::None;
    return all ? Share::Whole : Share::Part;
}

/// By communes; by départements where the reference has no commune of the territory.
Share shareOf(const MarkedCommunes& here, const MarkedCommunes& scope) {
    const bool byCommune = std::ranges::find(here.communes, 1) != here.communes.end();
    return byCommune ? shareOf(here.communes, scope.communes) : shareOf(here.departements, scope.departements);
}

bool isPast(const model::Contract& contract, model::Day day) {
    const model::Day oldest = model::monthsLater(day, -12 * yearsRemembered);
    return contract.period.end && contract.period.end->last() < oldest;
}

void addMoney(const Funding& funding, const std::string& contract, ContractOver& over) {
    const auto known = std::ranges::find(funding.contracts, contract, &ContractFunding::contract);
    if (known == funding.contracts.end()) return;
    over.year = known->year;
    over.perYear = known->perYear;
    over.perInhabitant = known->perInhabitant;
}

void sort(const model::Dataset& dataset, std::vector<ContractOver>& found) {
    std::ranges::stable_sort(found, {}, [&](const ContractOver& over) {
        return std::tuple(static_cast<int>(over.state), !over.whole, dataset.contracts[over.contract].title);
    });
}

}  // namespace

std::vector<ContractOver> contractsOver(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset,
                                        const Funding& funding, const std::vector<model::TerritoryId>& territories) {
    const MarkedCommunes here = markCommunes(study, reference, territories);
    std::vector<ContractOver> found;
    for (std::uint32_t i = 0; i < dataset.contracts.size(); ++i) {
        const model::Contract& contract = dataset.contracts[i];
        const model::InForce state = inForce(contract, study.date);
        if (contract.scope.empty() || state == model::InForce::NotYet || isPast(contract, study.date)) continue;
        const Share share = shareOf(here, markCommunes(study, reference, contract.scope));
        if (share == Share::None) continue;
        ContractOver over{i, state, share == Share::Whole, {}, {}, {}};
        addMoney(funding, contract.id, over);
        found.push_back(over);
    }
    sort(dataset, found);
    return found;
}

std::vector<ContractOver> contractsNaming(const model::Study& study, const model::Dataset& dataset, const Funding& funding,
                                          const model::Actor& record) {
    const std::string name = text::fold(record.name);
    std::vector<ContractOver> found;
    for (std::uint32_t i = 0; i < dataset.contracts.size(); ++i) {
        const model::Contract& contract = dataset.contracts[i];
        const model::InForce state = inForce(contract, study.date);
        if (state == model::InForce::NotYet || isPast(contract, study.date)) continue;
        if (std::ranges::none_of(contract.parties, [&](const std::string& party) { return text::fold(party) == name; })) continue;
        ContractOver over{i, state, true, {}, {}, {}};
        addMoney(funding, contract.id, over);
        found.push_back(over);
    }
    sort(dataset, found);
    return found;
}

}  // namespace raquette::analysis
