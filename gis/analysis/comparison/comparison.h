#pragma once

#include "gis/analysis/analysis.h"

namespace raquette::analysis {

/// One territory in two states.
struct TerritoryChange {
    model::TerritoryId territory;
    model::Inhabitants population;
    model::Inhabitants coveredBefore;
    model::Inhabitants coveredAfter;
};

/// A service in two states: two dates, two versions of the lists, or two regions (then only their whole is compared).
struct ServiceComparison {
    std::size_t before = 0;  ///< index in Analysis::services of each state
    std::size_t after = 0;
    std::vector<std::uint32_t> arrived;  ///< indexes in the providers of after: not there before
    std::vector<std::uint32_t> left;     ///< indexes in the providers of before: not there after
    /// Territories of both states with the same people, most changed first by people; those where nothing changes are left out.
    std::vector<TerritoryChange> territories;
    /// Territories of both whose people differ: another outline, census or study area. What changes there is not the service, so they are
    /// not compared.
    std::vector<model::TerritoryId> notComparable;
    bool sameReach = true;
};

struct StatesComparison {
    std::vector<ServiceComparison> services;  ///< those of the same id, in the order of the first
    std::vector<std::string> onlyBefore;      ///< ids of services of one state alone
    std::vector<std::string> onlyAfter;
};

/// Providers are matched by their kind and id, services by their id.
StatesComparison compare(const Analysis& before, const Analysis& after);

}  // namespace raquette::analysis
