#include "gis/analysis/portrait/alone_served.h"

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

}  // namespace

std::vector<AloneServed> aloneServed(const model::Reference& reference, const ServiceResult& result, std::size_t provider) {
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
    std::vector<AloneServed> served;
    for (const auto& [name, count] : people) served.push_back({name, {count}});
    std::ranges::stable_sort(served, std::greater<>(), &AloneServed::people);
    return served;
}

}  // namespace raquette::analysis
