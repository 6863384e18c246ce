#pragma once

#include "gis/model/ids.h"
#include "gis/model/quality.h"
#include "gis/model/units.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace raquette::analysis {

/// One function in one territory of the study: who holds it there, or how far off the nearest who does.
struct FunctionPresence {
    std::uint32_t territory = 0;  ///< index in Filiere::territories
    std::uint32_t function = 0;   ///< index in Filiere::functions
    int structures = 0;           ///< open on the day and standing there; one of several sites or records counts once. 0: missing
    int members = 0;              ///< of them; the others are neither, or not known to be
    int notMembers = 0;
    int poolable = 0;                      ///< of them, those within 10 km of another structure that holds it too, here or next door
    std::optional<model::Metres> nearest;  ///< of a missing one: from the most populous commune whose point is known
    std::string nearestId;                 ///< and who it is
    std::string nearestName;

    bool operator==(const FunctionPresence&) const = default;
};

/// Which services reach a territory: at least half of its people; of its area where nobody lives.
struct Basket {
    model::TerritoryId territory;
    model::Inhabitants population;
    std::vector<bool> reached;    ///< of each service of the study, in its order
    model::Inhabitants withAll;   ///< people whom every service reaches
    model::Inhabitants withNone;  ///< people whom none does
    std::uint32_t type = 0;       ///< index in Filiere::types
    int differs = 0;              ///< by how many services its basket is not its type's

    bool operator==(const Basket&) const = default;
};

/// Territories of one basket: alike by what they have and by what they lack.
struct BasketType {
    std::vector<bool> reached;         ///< of each service
    std::array<int, 6> territories{};  ///< of each model::Level, the study left out
    model::Inhabitants population;     ///< of those of its finest level

    bool operator==(const BasketType&) const = default;
};

/// Many services and functions at once: what each territory has, could pool and lacks.
struct Filiere {
    std::vector<model::TerritoryId> territories;  ///< the study, areas, régions, départements, EPCI, communes
    std::vector<model::SurveyState> surveyed;     ///< of each: whether the lists of structures looked there
    std::vector<std::string> functions;           ///< the filière's in its order, then the lists' own words
    std::size_t ofFiliere = 0;                    ///< how many are the filière's
    /// By territory, then function. Who is there everywhere; what is missing for every territory above communes, and for communes where
    /// somebody is. Only what some list speaks of, or a service asks for, can be missing.
    std::vector<FunctionPresence> presences;
    std::vector<std::uint32_t> unheard;  ///< functions of the filière that no record holds anywhere: nobody asked, which is no absence
    int structures = 0;                  ///< of the study, open on the day
    int members = 0, notMembers = 0;     ///< of them
    int withoutFunction = 0;             ///< of them
    int nowhere = 0;                     ///< open, known to no territory; in none of these figures
    std::vector<Basket> baskets;         ///< in the order of indicators; none with fewer than two services or no territory below the study
    std::vector<BasketType> types;       ///< the commonest first

    bool operator==(const Filiere&) const = default;
};

}  // namespace raquette::analysis
