#pragma once

#include "gis/model/ids.h"
#include "gis/model/units.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace raquette::analysis {

/// Links of each intensity, by model::Intensity: unknown, simple, double, triple. Kinds, not ranks: nothing is added up by weight.
using LinksByIntensity = std::array<int, 4>;

/// Links that have a party in a territory, in force on the study's day unless said otherwise. A link of many parties is one.
struct TerritoryLinks {
    std::uint32_t territory = 0;  ///< index in Cooperation::territories
    LinksByIntensity byIntensity{};
    int inside = 0;                                        ///< every party stands in it
    int across = 0;                                        ///< a party stands in another territory of its level
    int unsure = 0;                                        ///< neither: a party was not found in the lists, or not placed
    int ended = 0;                                         ///< ended before the day: in none of the above
    int toCome = 0;                                        ///< starts after it: the same
    int structures = 0;                                    ///< that stand in it and have a link in force
    std::vector<std::pair<model::TerritoryId, int>> with;  ///< across, with whom and by how many links, most first; not of areas

    int links() const { return inside + across + unsure; }

    bool operator==(const TerritoryLinks&) const = default;
};

/// How alone a structure is.
struct Isolation {
    std::string id;
    std::string name;
    std::string commune;  ///< INSEE, may be empty
    bool isVenue = false;
    std::optional<model::Metres> nearestSame;  ///< another that holds one of its functions; none: not placed, or there is no other
    std::string nearestSameId;
    std::string nearestSameName;
    std::optional<model::Metres> nearestOther;  ///< one that holds a function which it does not
    std::string nearestOtherId;
    std::string nearestOtherName;
    int links = 0;     ///< in force
    int partners = 0;  ///< over all of them, each once, those not found in the lists by name
    int ended = 0;
    int group = 0;  ///< rank of its group; 0: it has no link in force with a structure of the lists

    bool operator==(const Isolation&) const = default;
};

/// Structures that cooperate, each with some other, through links in force.
struct CooperationGroup {
    std::string id;  ///< of its first structure by id
    int rank = 0;    ///< 1 has the most structures
    std::vector<std::string> structures;
    std::vector<std::string> names;
    LinksByIntensity byIntensity{};
    int notFound = 0;          ///< parties of its links that are in no list
    int bridgeStructures = 0;  ///< without which it splits
    int bridgeLinks = 0;

    int links() const { return byIntensity[0] + byIntensity[1] + byIntensity[2] + byIntensity[3]; }

    bool operator==(const CooperationGroup&) const = default;
};

/// A structure or a link without which its group falls into parts. A link that loses a party still joins the others.
struct Bridge {
    bool isLink = false;
    std::string id;
    std::string name;  ///< of a link its parties
    int group = 0;     ///< rank
    int parts = 0;     ///< of the group without it
    int cutOff = 0;    ///< structures no longer with the largest part

    bool operator==(const Bridge&) const = default;
};

/// Two structures near each other, each with a function of the filière that the other lacks, and no link between them.
struct Complementarity {
    std::array<std::string, 2> ids;
    std::array<std::string, 2> names;
    std::array<std::string, 2> brings;  ///< what each has and the other lacks, functions joined by ` | `
    std::array<std::string, 2> communes;
    model::Metres distance;
    model::Metres uncertainty;  ///< the true distance departs by this at most
    bool hadLink = false;       ///< one that has ended, or is to come

    bool operator==(const Complementarity&) const = default;
};

/// Who works with whom, and who could.
struct Cooperation {
    std::vector<model::TerritoryId> territories;
    std::vector<TerritoryLinks> links;  ///< of the territories that have any
    LinksByIntensity byIntensity{};     ///< of all links in force, wherever their parties are
    int ended = 0;
    int toCome = 0;
    int undated = 0;                   ///< in force, without a start or an end
    int partiesNotFound = 0;           ///< of links in force: counted as partners, but joining nobody, for a name alone is no one
    std::vector<Isolation> isolation;  ///< of every open structure of the study, by id
    int alone = 0;                     ///< of them, without a link in force
    std::vector<CooperationGroup> groups;
    std::vector<Bridge> bridges;                     ///< by group, structures before links, the most cut off first
    std::vector<Complementarity> complementarities;  ///< nearest first, of equally near ones those with the fewest partners
    int complementaritiesLeftOut = 0;                ///< farther than the last listed

    int inForce() const { return byIntensity[0] + byIntensity[1] + byIntensity[2] + byIntensity[3]; }

    bool operator==(const Cooperation&) const = default;
};

}  // namespace raquette::analysis
