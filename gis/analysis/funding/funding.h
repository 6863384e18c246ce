#pragma once

#include "gis/model/dataset.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::analysis {

struct StudyArea;

/// What a contract gives to the people of its scope.
struct ContractFunding {
    std::string contract;  ///< id
    std::string title;
    std::string type;
    model::InForce inForce = model::InForce::Possibly;  ///< on the study's day
    std::optional<model::Inhabitants> population;       ///< of its whole scope, Insee's; none where the scope is not known by code
    /// Of the last year with an amount, up to the study's; where amounts have no year, what its own row says. None: unknown, never zero.
    std::optional<model::Euros> perYear;
    std::optional<int> year;  ///< that year
    std::optional<double> perInhabitant;
    bool belowFloor = false;  ///< under the study's line, where it draws one

    bool operator==(const ContractFunding&) const = default;
};

/// What one funder gives to a contract in a year.
struct FundedYear {
    std::string contract;
    std::string funder;       ///< empty: not said
    std::optional<int> year;  ///< none: not said
    model::Euros amount;
    std::optional<double> perInhabitant;  ///< of the contract's scope

    bool operator==(const FundedYear&) const = default;
};

/// Contracts of one type over a territory, on the study's day: the same rule for every région, so that they compare.
struct TerritoryFunding {
    model::TerritoryId territory;
    std::string type;  ///< empty: all types
    model::Inhabitants population;
    int contracts = 0;                 ///< surely in force there
    int possibly = 0;                  ///< of which a bound is unknown
    model::Inhabitants underContract;  ///< people of communes in the scope of one surely in force
    int withoutAmount = 0;             ///< of those surely in force
    std::optional<model::Euros>
        perYear;  ///< of those surely in force, by the share of each scope's people who live here; none: no amount is known
    std::optional<double> perInhabitant;  ///< over all its people, under contract or not
    std::optional<int> rankClass;  ///< 1 (least) to 4 (most) by quartile of EUR per inhabitant among its level's territories with a figure

    bool operator==(const TerritoryFunding&) const = default;
};

/// Grants of one territory: who asked, who got, who never asked.
struct TerritoryGrants {
    model::TerritoryId territory;
    int actors = 0;         ///< known actors and venues there
    int askedActors = 0;    ///< that applied at least once, up to the study's year
    int grantedActors = 0;  ///< that were awarded at least once
    int neverAsked = 0;
    int unknownGrants = 0;  ///< rows of the study that name nobody known; on the study's row only
    std::optional<model::Euros> asked;
    std::optional<model::Euros> granted;
    std::optional<double> grantedPerInhabitant;

    bool operator==(const TerritoryGrants&) const = default;
};

/// Contracts and grants, for the study's day.
struct Funding {
    std::vector<ContractFunding> contracts;
    std::vector<FundedYear> years;
    std::vector<TerritoryFunding> territories;  ///< study, régions, départements; EPCI where something is known
    std::vector<TerritoryGrants> grants;        ///< the same; empty where the study has no grants

    bool operator==(const Funding&) const = default;
};

/// Scopes are counted by commune, with the populations of the reference. A scope with a drawn area counts the communes whose point lies in
/// it. Nothing where the study has neither contracts nor grants.
Funding funding(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Dataset& dataset);

}  // namespace raquette::analysis
