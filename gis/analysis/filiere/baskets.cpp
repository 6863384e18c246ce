#include "gis/analysis/filiere/baskets.h"

#include "gis/analysis/filiere/basket_kinds.h"

#include <algorithm>
#include <map>

namespace raquette::analysis {

namespace {

using model::Level;

constexpr std::size_t mostTypes = 12;
constexpr double half = 0.5;

bool reaches(const Indicator& indicator) {
    if (indicator.coveredShare) return indicator.coveredShare->value >= half;
    return indicator.coveredAreaShare && indicator.coveredAreaShare->value >= half;
}

/// People whom every service reaches, and whom none does.
struct Extremes {
    std::int64_t all = 0;
    std::int64_t none = 0;
};

/// Of each territory of the study. Points of a base unit are in the same territories, so they are added up by unit first.
std::vector<Extremes> extremesOf(const model::Reference& reference, const StudyTerritories& territories,
                                 const std::vector<ServiceResult>& services) {
    const BaseUnits units(reference);
    std::vector<Extremes> ofUnit(units.count);
    for (std::size_t i = 0; i < reference.people.size(); ++i) {
        const auto isReached = [&](const ServiceResult& service) { return service.reach[i] >= NominallyReached; };
        const std::int32_t unit = units.of(reference.people[i]);
        if (unit == model::nowhere || services.front().reach[i] == OutsideStudy) continue;
        Extremes& extremes = ofUnit[static_cast<std::size_t>(unit)];
        if (std::ranges::all_of(services, isReached)) extremes.all += reference.people[i].people;
        if (std::ranges::none_of(services, isReached)) extremes.none += reference.people[i].people;
    }
    std::vector<Extremes> extremes(territories.ids().size());
    for (std::size_t unit = 0; unit < units.count; ++unit) {
        const auto index = static_cast<std::int32_t>(unit);
        const Whereabouts where{units.communes ? index : model::nowhere, units.communes ? reference.communes[unit].departement : index,
                                true};
        for (const std::uint32_t territory : territories.holding(where)) {
            extremes[territory].all += ofUnit[unit].all;
            extremes[territory].none += ofUnit[unit].none;
        }
    }
    return extremes;
}

/// Of all territories but the study itself, which is one of a kind.
std::vector<std::vector<bool>> typesOf(const std::vector<Basket>& baskets) {
    std::vector<const Basket*> counted;
    for (const Basket& basket : baskets) {
        if (basket.territory.level != Level::Study) counted.push_back(&basket);
    }
    return commonestBaskets(counted, mostTypes);
}

void addTypes(Filiere& filiere) {
    const std::vector<std::vector<bool>> types = typesOf(filiere.baskets);
    for (const std::vector<bool>& reached : types) filiere.types.push_back({reached, {}, {}});
    Level finest = Level::Region;
    for (const Basket& basket : filiere.baskets) {
        if (basket.territory.level < Level::Area) finest = std::min(finest, basket.territory.level);
    }
    for (Basket& basket : filiere.baskets) {
        const std::size_t nearest = nearestKind(types, basket.reached);
        BasketType& type = filiere.types[nearest];
        basket.type = static_cast<std::uint32_t>(nearest);
        basket.differs = difference(basket.reached, type.reached);
        if (basket.territory.level != Level::Study) ++type.territories[static_cast<std::size_t>(basket.territory.level)];
        if (basket.territory.level == finest) type.population += basket.population;
    }
}

}  // namespace

void addBaskets(const model::Reference& reference, const StudyTerritories& territories, const std::vector<ServiceResult>& services,
                Filiere& filiere) {
    if (services.size() < 2 || services.front().indicators.size() < 2) return;
    const std::vector<Extremes> extremes = extremesOf(reference, territories, services);
    std::map<model::TerritoryId, Extremes> byId;
    for (std::size_t i = 0; i < extremes.size(); ++i) byId.emplace(territories.ids()[i], extremes[i]);
    // Every service has the indicators of the same territories, in the same order.
    for (std::size_t i = 0; i < services.front().indicators.size(); ++i) {
        const Indicator& first = services.front().indicators[i];
        Basket basket{first.territory, first.population, {}, {}, {}, 0, 0};
        for (const ServiceResult& service : services) basket.reached.push_back(reaches(service.indicators[i]));
        const Extremes found = byId[first.territory];
        basket.withAll = {found.all};
        basket.withNone = {found.none};
        filiere.baskets.push_back(std::move(basket));
    }
    addTypes(filiere);
}

}  // namespace raquette::analysis
