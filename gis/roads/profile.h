#pragma once

#include "gis/model/language.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::roads {

/// Who travels and how: which roads are open to them and how fast they are. Words are OpenStreetMap's keys and values.
struct Profile {
    std::string id;  ///< `car`
    model::Label label;
    std::map<std::string, double, std::less<>> speeds;  ///< km/h by value of `highway`; others are no road
    std::map<std::string, double, std::less<>> caps;    ///< km/h at most, by `key=value`: surfaces, tracks
    double maxspeedShare = 0.9;  ///< of a posted speed, what is driven on the whole way; 0: posted speeds do not matter
    double slowestPosted = 5;    ///< posted speeds beyond these are mistakes
    double fastestPosted = 150;
    std::vector<std::string> access;                ///< keys, the last one found decides: `access vehicle motor_vehicle motorcar`
    std::set<std::string, std::less<>> closed;      ///< values of those keys that close a road: `no private`
    std::set<std::string, std::less<>> barriers;    ///< values of `barrier` that cannot be passed, unless an access key opens it
    bool oneways = true;                            ///< whether one-way roads are
    std::vector<std::string> onewayExceptions;      ///< `key=value` by which one is open both ways all the same
    double ferry = 0;                               ///< km/h of a ferry that states no duration; 0: ferries are not taken
    bool turnRules = true;                          ///< whether turn restrictions hold
    std::vector<std::string> turnExceptions;        ///< words of `except` and of `restriction:…` that mean this profile
    std::set<std::string, std::less<>> noStopping;  ///< `key=value` of roads on which no journey begins or ends: motorways, tunnels
    double walk = 4.8;                              ///< km/h from a place to its road
    double walkLimit = 2000;                        ///< metres; further from any road nobody is reached
    double detour = 1.35;                           ///< of a road over the straight line, where roads are not known
    double elsewhere = 45;                          ///< km/h, the same

    bool operator==(const Profile&) const = default;
};

}  // namespace raquette::roads
