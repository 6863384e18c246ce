#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/portrait/contracts_over.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace raquette::analysis {

/// A function of the filière in a territory: who holds it there, or who is nearest where nobody does.
struct FunctionOver {
    std::string function;  ///< word of the vocabulary; of those whose functions no list says, their type, or nothing
    int structures = 0;
    std::vector<std::string> names;  ///< of them, as the lists have them, by alphabet
    std::optional<model::Metres> nearest;
    std::string nearestId;
    std::string nearestName;

    bool operator==(const FunctionOver&) const = default;
};

/// How far a service reached on a day of a past year.
struct ReachedThen {
    int year = 0;
    model::Share share;

    bool operator==(const ReachedThen&) const = default;
};

/// A service in a territory.
struct ServiceOver {
    std::uint32_t service = 0;  ///< index in Analysis::services
    model::Inhabitants population;
    model::Inhabitants covered;
    std::optional<model::Share> share;  ///< of its people; none where nobody is counted
    bool isReached = false;             ///< at least half of its people are, as in Basket
    std::optional<model::Metres> nearest;
    int providers = 0;  ///< that stand in it
    int rank = 0;       ///< among territories of its level where people live, by people not covered, 1 has most; 0: not compared
    int rankOf = 0;
    model::TerritoryId trendOf;  ///< the territory of the years below: itself, or the smallest holding it that has them
    std::vector<ReachedThen> trend;

    model::Inhabitants uncovered() const { return population - covered; }

    bool operator==(const ServiceOver&) const = default;
};

/// An actor or venue whose function is to help others, in or near a territory.
struct Resource {
    std::string id;
    std::string name;
    bool inside = false;
    std::optional<model::Metres> distance;  ///< from where most people of the territory are; none: not placed

    bool operator==(const Resource&) const = default;
};

/// What one territory has, lacks, who pays for it, whom to call and who is beside it, from what the analysis says.
struct Portrait {
    model::TerritoryId territory;
    std::string name;
    std::optional<model::Inhabitants> population;  ///< the reference's
    model::SurveyState surveyed = model::SurveyState::NotStated;
    std::vector<FunctionOver> has, lacks;
    std::vector<ServiceOver> services;  ///< of all services that have a figure there
    std::vector<ContractOver> contracts;
    std::vector<model::TerritoryId> holders;  ///< EPCI, département, région it lies in
    std::vector<model::TerritoryId> neighbours;
    std::vector<Resource> resources;  ///< nearest first

    bool operator==(const Portrait&) const = default;
};

inline constexpr std::size_t mostNeighbours = 6;
inline constexpr std::size_t mostResources = 5;

/// The portrait of a commune, EPCI, département or région. Figures are those of the analysis, on the study's day; of a territory without
/// indicators (communes of a reference without outlines) its people are counted by the same reach.
Portrait portraitOf(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset, const Analysis& analysis,
                    const model::TerritoryId& territory);

/// The services alone: what cards and tables of neighbours ask again and again.
std::vector<ServiceOver> servicesOver(const model::Reference& reference, const Analysis& analysis, const model::TerritoryId& territory);

/// A territory beside others, for one service.
struct Beside {
    model::TerritoryId territory;
    std::string name;
    std::optional<model::Inhabitants> population;
    std::optional<int> providers;         ///< of the service that stand in it; none where that is not counted
    std::optional<model::Share> covered;  ///< of its people
    std::optional<double> perInhabitant;  ///< EUR a year of contracts surely in force; none: no amount is known
    int contracts = 0;                    ///< surely in force there

    bool operator==(const Beside&) const = default;
};

/// These territories as one table; `service` out of range leaves its figures out.
std::vector<Beside> besideOneAnother(const model::Reference& reference, const Analysis& analysis,
                                     const std::vector<model::TerritoryId>& territories, std::size_t service);

/// As the reference has it; none for the study, areas and unknown codes.
std::optional<model::Inhabitants> populationOf(const model::Reference& reference, const model::TerritoryId& territory);

/// The EPCI, département and région that a territory lies in, from near to far.
std::vector<model::TerritoryId> holdersOf(const model::Reference& reference, const model::TerritoryId& territory);

/// Actors and venues of function « ressource/réseau » open on the day: those of the territory, then the nearest to `from`; without one, to
/// where most of its people are.
std::vector<Resource> resourcesNear(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset,
                                    const model::TerritoryId& territory, std::optional<geometry::LonLat> from = std::nullopt,
                                    std::size_t most = mostResources);

}  // namespace raquette::analysis
