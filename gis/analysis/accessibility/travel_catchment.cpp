#include "gis/analysis/accessibility/travel_catchment.h"

#include "gis/analysis/accessibility/decay.h"
#include "gis/analysis/travel/within_time.h"

#include <algorithm>

namespace raquette::analysis {

FloatingCatchment travelCatchment(const model::Reference& reference, const std::vector<Provider>& providers,
                                  const std::vector<SupplyPoint>& supply, model::Minutes reach, const model::Access& access) {
    std::vector<geometry::LonLat> places;
    for (const model::PopulationPoint& point : reference.people) places.push_back(point.at);
    const PairsOfPlaces pairs = pairsWithin(reference, providers, places, reach);
    const roads::Millis limit = roads::toMillis(reach);

    // A decay is one of the share of the reach, whatever both are measured in.
    const auto weight = [&](const ProviderTime& one) { return weightAt(access, {roads::toMinutes(one.time).value}, {reach.value}); };
    const bool bySeats = access.supply == model::Supply::Capacity;
    std::vector<double> around(providers.size(), 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (const ProviderTime& one : pairs.of(i)) {
            if (one.time <= limit) around[one.provider] += reference.people[i].people * weight(one);
        }
    }
    FloatingCatchment found;
    std::vector<double> each(providers.size(), 0);
    for (std::size_t p = 0; p < providers.size(); ++p) {
        const double offered = bySeats ? static_cast<double>(supply[p].seats.value_or(0)) : 1.0;
        if (around[p] > 0) each[p] = offered / around[p];
        (each[p] > 0 ? found.shared : found.unreaching) += offered;
    }
    found.access.assign(places.size(), 0);
    found.providers.assign(places.size(), 0);
    found.unknown.assign(places.size(), 0);
    found.seats.assign(places.size(), 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (const ProviderTime& one : pairs.of(i)) {
            if (one.time > limit) continue;
            found.access[i] += each[one.provider] * weight(one);
            ++found.providers[i];
            found.unknown[i] += supply[one.provider].seats ? 0U : 1U;
            found.seats[i] += supply[one.provider].seats.value_or(0);
        }
    }
    return found;
}

}  // namespace raquette::analysis
