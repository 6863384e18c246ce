#include "gis/analysis/portrait/alone_served.h"

#include "gis/analysis/travel/within_time.h"
#include "gis/geometry/geodesic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace raquette::analysis {

namespace {

/// A degree of latitude is never shorter: points farther apart in latitude than the reach over this are out of reach.
constexpr double leastMetresPerDegree = 110500;

bool reaches(const Provider& provider, geometry::LonLat at, model::Metres reach) {
    if (!provider.placed || std::abs(provider.at.lat - at.lat) * leastMetresPerDegree > reach.value) return false;
    return geodesicDistance(provider.at, at) <= reach;
}

std::string placeOf(const model::Reference& reference, const model::PopulationPoint& point) {
    if (point.commune != model::nowhere) return reference.communes[static_cast<std::size_t>(point.commune)].name;
    if (point.departement != model::nowhere) return reference.departements[static_cast<std::size_t>(point.departement)].name;
    return {};
}

/// The others that could reach someone whom it reaches.
std::vector<const Provider*> around(const ServiceResult& result, std::size_t provider, model::Metres reach) {
    std::vector<const Provider*> others;
    for (std::size_t i = 0; i < result.providers.size(); ++i) {
        const bool near = i != provider && reaches(result.providers[i], result.providers[provider].at, reach * 2.001);
        if (near) others.push_back(&result.providers[i]);
    }
    return others;
}

std::vector<AloneServed> mostFirst(const std::map<std::string, std::int64_t>& people) {
    std::vector<AloneServed> served;
    for (const auto& [name, count] : people) served.push_back({name, {count}});
    std::ranges::stable_sort(served, std::greater<>(), &AloneServed::people);
    return served;
}

std::vector<AloneServed> aloneInTime(const model::Reference& reference, const ServiceResult& result, std::size_t provider,
                                     model::Minutes reach) {
    std::vector<geometry::LonLat> places;
    std::vector<std::size_t> points;
    for (std::size_t i = 0; i < std::min(reference.people.size(), result.reach.size()); ++i) {
        if (reference.people[i].people == 0 || result.reach[i] < NominallyReached) continue;
        places.push_back(reference.people[i].at);
        points.push_back(i);
    }
    const PairsOfPlaces pairs = pairsWithin(reference, result.providers, places, reach);
    std::map<std::string, std::int64_t> people;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto reaching = [&](const ProviderTime& one) { return one.time <= roads::toMillis(reach); };
        const auto all = pairs.of(i);
        if (std::ranges::count_if(all, reaching) != 1 || std::ranges::find_if(all, reaching)->provider != provider) continue;
        people[placeOf(reference, reference.people[points[i]])] += reference.people[points[i]].people;
    }
    return mostFirst(people);
}

}  // namespace

std::vector<AloneServed> aloneServed(const model::Reference& reference, const ServiceResult& result, std::size_t provider) {
    if (const auto* minutes = std::get_if<model::Minutes>(&result.service.reach)) return aloneInTime(reference, result, provider, *minutes);
    const auto* reach = std::get_if<model::Metres>(&result.service.reach);
    if (reach == nullptr || provider >= result.providers.size() || !result.providers[provider].placed) return {};
    const std::vector<const Provider*> others = around(result, provider, *reach);
    std::map<std::string, std::int64_t> people;
    for (std::size_t i = 0; i < std::min(reference.people.size(), result.reach.size()); ++i) {
        const model::PopulationPoint& point = reference.people[i];
        if (point.people == 0 || result.reach[i] < NominallyReached || !reaches(result.providers[provider], point.at, *reach)) continue;
        if (std::ranges::any_of(others, [&](const Provider* other) { return reaches(*other, point.at, *reach); })) continue;
        people[placeOf(reference, point)] += point.people;
    }
    return mostFirst(people);
}

}  // namespace raquette::analysis
