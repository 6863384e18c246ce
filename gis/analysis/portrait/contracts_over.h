#pragma once

#include "gis/analysis/funding/funding.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace raquette::analysis {

/// How long an ended contract still says something of a territory: the same as for a hole's cause.
inline constexpr int yearsRemembered = 5;

/// A contract whose scope holds some of the people of a territory.
struct ContractOver {
    std::uint32_t contract = 0;  ///< index in Dataset::contracts
    model::InForce state = model::InForce::Possibly;
    bool whole = false;  ///< every commune of the territory is in its scope; false: a part
    // What the analysis knows of its money, see ContractFunding.
    std::optional<int> year;
    std::optional<model::Euros> perYear;
    std::optional<double> perInhabitant;

    bool operator==(const ContractOver&) const = default;
};

/// Contracts over some of these territories: those in force first, surely before possibly, then those ended within five years of the
/// study's day; of each the whole before the part, then by title. One to come is none yet.
std::vector<ContractOver> contractsOver(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset,
                                        const Funding& funding, const std::vector<model::TerritoryId>& territories);

/// Contracts that a record is named a party to, in the same order; `whole` says nothing of them.
std::vector<ContractOver> contractsNaming(const model::Study& study, const model::Dataset& dataset, const Funding& funding,
                                          const model::Actor& record);

}  // namespace raquette::analysis
