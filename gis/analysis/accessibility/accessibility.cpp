#include "gis/analysis/accessibility/accessibility.h"

#include "gis/analysis/accessibility/travel_catchment.h"
#include "gis/analysis/territory_sums.h"

#include <tbb/parallel_sort.h>
#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace raquette::analysis {

namespace {

using model::Reference;

/// What the people of a territory have together.
struct Sums {
    std::int64_t people = 0;
    double access = 0;
    std::int64_t providers = 0, seats = 0, unknown = 0;

    void add(const Sums& other) {
        people += other.people;
        access += other.access;
        providers += other.providers;
        seats += other.seats;
        unknown += other.unknown;
    }
};

std::vector<SupplyPoint> supplyOf(const std::vector<Provider>& providers, const model::Dataset& dataset) {
    std::unordered_map<std::string_view, std::optional<long>> seats;
    for (const model::Venue& venue : dataset.venues) seats.try_emplace(venue.id, venue.capacity);
    for (const model::Actor& actor : dataset.actors) seats.try_emplace(actor.id, actor.capacity);
    std::vector<SupplyPoint> supply;
    for (const Provider& provider : providers) {
        const auto found = seats.find(provider.id);
        supply.push_back({provider.at, found == seats.end() ? std::nullopt : found->second});
    }
    return supply;
}

/// Points of a unit in an order that is the country's and not the file's, so that sums are the same to the last bit.
std::vector<std::uint32_t> inOrderOfPlace(const Reference& reference, const ServiceResult& result) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < reference.people.size(); ++i) {
        if (result.reach[i] != OutsideStudy && reference.people[i].people > 0) order.push_back(i);
    }
    const BaseUnits units(reference);
    const auto key = [&](std::uint32_t i) {
        const model::PopulationPoint& point = reference.people[i];
        return std::tuple(units.of(point), point.at.lat, point.at.lon, point.people, i);
    };
    tbb::parallel_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return order;
}

std::vector<Sums> sumsOfUnits(const Reference& reference, const ServiceResult& result, const FloatingCatchment& found) {
    const BaseUnits units(reference);
    std::vector<Sums> sums(units.count);
    for (const std::uint32_t i : inOrderOfPlace(reference, result)) {
        const std::int64_t people = reference.people[i].people;
        sums[static_cast<std::size_t>(units.of(reference.people[i]))].add({people, static_cast<double>(people) * found.access[i],
                                                                           people * found.providers[i], people * found.seats[i],
                                                                           people * found.unknown[i]});
    }
    return sums;
}

/// What is known of a service's seats decides which figures mean something.
struct Known {
    bool supply = true;
    bool seats = true;
};

AccessFigures figures(const Sums& sums, Known known) {
    if (sums.people == 0) return {};
    const auto people = static_cast<double>(sums.people);
    AccessFigures figures;
    if (known.supply) figures.accessibility = Per100000{sums.access / people * 100000};
    figures.opportunities = static_cast<double>(sums.providers) / people;
    if (known.seats) figures.seats = static_cast<double>(sums.seats) / people;
    figures.unknown = static_cast<double>(sums.unknown) / people;
    return figures;
}

}  // namespace

void addAccessibility(const model::Study& study, const Reference& reference, const model::Dataset& dataset, ServiceResult& result) {
    const auto* const reach = std::get_if<model::Metres>(&result.service.reach);
    const auto* const minutes = std::get_if<model::Minutes>(&result.service.reach);
    if ((reach == nullptr && (minutes == nullptr || !reference.roads)) || result.reach.size() != reference.people.size()) return;
    const std::vector<SupplyPoint> supply = supplyOf(result.providers, dataset);
    std::vector<SharingPeople> demand;
    demand.reserve(reference.people.size());
    for (const model::PopulationPoint& point : reference.people) demand.push_back({point.at, point.people});
    const FloatingCatchment found = reach != nullptr
                                        ? floatingCatchment(demand, supply, *reach, result.service.access)
                                        : travelCatchment(reference, result.providers, supply, *minutes, result.service.access);

    const auto unknown = std::ranges::count_if(supply, [](const SupplyPoint& point) { return !point.seats; });
    const bool someKnown = static_cast<std::size_t>(unknown) < supply.size();
    const bool bySeats = result.service.access.supply == model::Supply::Capacity;
    result.access = {true, found.shared, found.unreaching, static_cast<int>(unknown), {}, {}};
    const TerritorySums<Sums> sums(study, reference, sumsOfUnits(reference, result, found));
    result.access.each = found.access;
    result.access.providers = found.providers;
    for (Indicator& indicator : result.indicators) {
        indicator.access = figures(sums.of(indicator.territory), {!bySeats || someKnown, someKnown});
    }
}

}  // namespace raquette::analysis
