#pragma once

#include "gis/model/ids.h"
#include "gis/model/language.h"
#include "gis/model/record.h"
#include "gis/model/units.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace raquette::model {

/// A contract's own perimeter as its reach.
struct ScopeReach {
    bool operator==(const ScopeReach&) const = default;
};

/// How far a provider serves: a distance, a travel time, the territory it stands in, or its contract's scope.
using Reach = std::variant<Metres, Minutes, Level, ScopeReach>;

/// `30 km`, `45 min`, `departement`… as study files write it.
std::string text(const Reach& reach);
/// Reads the same; decimals with a point, metres as `500 m`. Nothing when it is none of them or not above zero.
std::optional<Reach> parseReach(std::string_view text);

enum class RecordKind { Actors, Venues, Contracts };
/// `actors venues contracts`.
std::string_view name(RecordKind kind);
std::optional<RecordKind> recordKindNamed(std::string_view name);

/// Which records a service selects: a list is "any of", keys combine by "and", an empty list does not restrict.
struct Match {
    std::vector<RecordKind> kinds;  ///< empty: actors and venues
    std::vector<std::string> functions;
    std::vector<std::string> types;
    std::vector<std::string> labels;
    std::vector<std::string> networks;
    std::vector<Membership> member;
    std::vector<std::string> status;
    std::optional<long> minCapacity;
    std::optional<long> maxCapacity;
    std::vector<std::string> sources;

    bool operator==(const Match&) const = default;
};

/// How much less a provider gives to people who live further off, within its reach: see analysis/accessibility/decay.h.
enum class Decay { None, Step, Gaussian, Exponential, Apl };
/// `none step gaussian exponential apl`.
std::string_view name(Decay decay);
std::optional<Decay> decayNamed(std::string_view name);

/// What a provider has to share: itself, or its seats.
enum class Supply { Count, Capacity };
/// `count capacity`.
std::string_view name(Supply supply);
std::optional<Supply> supplyNamed(std::string_view name);

/// How the accessibility of a service is reckoned.
struct Access {
    Decay decay = Decay::Gaussian;
    Supply supply = Supply::Count;
    std::vector<double> weights;  ///< of `step`: one per zone of equal width, from the provider outwards; empty: Luo and Qi's

    bool operator==(const Access&) const = default;
};

/// What is looked for, and how far it serves.
struct Service {
    std::string id;
    Label label;
    Match match;
    Reach reach = kilometres(30);
    Access access{};  // NOLINT(readability-redundant-member-init): GCC wants it where services are listed without it

    bool operator==(const Service&) const = default;
};

}  // namespace raquette::model
