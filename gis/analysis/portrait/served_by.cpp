#include "gis/analysis/portrait/served_by.h"

#include "gis/analysis/portrait/neighbours.h"
#include "gis/analysis/portrait/portrait.h"
#include "gis/analysis/territory_units.h"
#include "gis/analysis/travel/within_time.h"
#include "gis/geometry/geodesic.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace raquette::analysis {

namespace {

/// A degree of latitude is never shorter: places farther apart in latitude than the reach over this are out of reach.
constexpr double leastMetresPerDegree = 110500;

/// Where the people of a territory are, those of the study only.
std::vector<geometry::LonLat> placesOf(const model::Reference& reference, const ServiceResult& result,
                                       const model::TerritoryId& territory) {
    std::vector<geometry::LonLat> places;
    const std::int32_t own = indexOf(reference, territory);
    const bool byCommune = territory.level == model::Level::Commune || territory.level == model::Level::Epci;
    for (std::size_t i = 0; own != model::nowhere && i < std::min(reference.people.size(), result.reach.size()); ++i) {
        const model::PopulationPoint& point = reference.people[i];
        const std::int32_t holder =
            byCommune ? ofCommune(reference, point.commune, territory.level) : ofDepartement(reference, point.departement, territory.level);
        if (holder == own && result.reach[i] >= NominallyReached) places.push_back(point.at);
    }
    return places;
}

bool reachesSome(const Provider& provider, const std::vector<geometry::LonLat>& places, model::Metres reach) {
    return std::ranges::any_of(places, [&](geometry::LonLat at) {
        return std::abs(provider.at.lat - at.lat) * leastMetresPerDegree <= reach.value &&
               geometry::geodesicDistance(provider.at, at) <= reach;
    });
}

/// Flags of the providers within a travel time of one of these places.
std::vector<std::uint8_t> reachingInTime(const model::Reference& reference, const std::vector<Provider>& providers,
                                         const std::vector<geometry::LonLat>& places, model::Minutes reach) {
    std::vector<std::uint8_t> flags(providers.size(), 0);
    const PairsOfPlaces pairs = pairsWithin(reference, providers, places, reach);
    for (const ProviderTime& one : pairs.each) {
        if (one.time <= roads::toMillis(reach)) flags[one.provider] = 1;
    }
    return flags;
}

/// A territory, then those it lies in.
std::vector<model::TerritoryId> withHolders(const model::Reference& reference, const model::TerritoryId& territory) {
    std::vector<model::TerritoryId> all{territory};
    std::ranges::copy(holdersOf(reference, territory), std::back_inserter(all));
    return all;
}

/// Whether what a provider serves, raised to the level of the reach where it has one, holds the territory or lies in it.
bool servesSome(const model::Reference& reference, const Provider& provider, const model::Level* level,
                const model::TerritoryId& territory) {
    const std::vector<model::TerritoryId> around = withHolders(reference, territory);
    return std::ranges::any_of(provider.serves, [&](const model::TerritoryId& served) {
        const std::vector<model::TerritoryId> all = withHolders(reference, served);
        const auto raised = level == nullptr ? all.begin() : std::ranges::find(all, *level, &model::TerritoryId::level);
        if (raised == all.end()) return false;
        return std::ranges::find(around, *raised) != around.end() || std::find(raised, all.end(), territory) != all.end();
    });
}

}  // namespace

std::vector<ServedBy> servedBy(const model::Reference& reference, const ServiceResult& result, const model::TerritoryId& territory) {
    const auto* reach = std::get_if<model::Metres>(&result.service.reach);
    const auto* minutes = std::get_if<model::Minutes>(&result.service.reach);
    const std::vector<geometry::LonLat> places =
        reach == nullptr && minutes == nullptr ? std::vector<geometry::LonLat>() : placesOf(reference, result, territory);
    const std::vector<std::uint8_t> inTime =
        minutes == nullptr ? std::vector<std::uint8_t>() : reachingInTime(reference, result.providers, places, *minutes);
    const auto* level = std::get_if<model::Level>(&result.service.reach);
    const auto heart = heartOf(reference, territory);
    std::vector<ServedBy> found;
    for (std::uint32_t i = 0; i < result.providers.size(); ++i) {
        const Provider& provider = result.providers[i];
        const bool serves = minutes != nullptr ? inTime[i] != 0
                            : reach == nullptr ? servesSome(reference, provider, level, territory)
                                               : provider.placed && reachesSome(provider, places, *reach);
        if (!serves) continue;
        found.push_back({i, {}});
        if (heart && provider.placed) found.back().distance = geometry::geodesicDistance(*heart, provider.at);
    }
    std::ranges::stable_sort(
        found, {}, [](const ServedBy& one) { return one.distance ? one.distance->value : std::numeric_limits<double>::infinity(); });
    return found;
}

}  // namespace raquette::analysis
