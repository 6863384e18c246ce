#include "gis/analysis/filiere/basket_kinds.h"

#include <algorithm>
#include <tuple>

namespace raquette::analysis {

namespace {

using Signature = std::vector<bool>;

long services(const Signature& basket) {
    return std::ranges::count(basket, true);
}

}  // namespace

int difference(const Signature& a, const Signature& b) {
    int differs = 0;
    for (std::size_t i = 0; i < a.size(); ++i) differs += a[i] != b[i] ? 1 : 0;
    return differs;
}

std::vector<Signature> commonestBaskets(const std::vector<const Basket*>& baskets, std::size_t most) {
    std::map<Signature, int> counts;
    for (const Basket* basket : baskets) ++counts[basket->reached];
    std::vector<Signature> kinds;
    for (const auto& [reached, count] : counts) kinds.push_back(reached);
    std::ranges::sort(kinds, {}, [&](const Signature& kind) { return std::tuple(-counts[kind], -services(kind), kind); });
    if (kinds.size() > most) kinds.resize(most);
    return kinds;
}

std::size_t nearestKind(const std::vector<Signature>& kinds, const Signature& basket) {
    const auto nearest = std::ranges::min_element(kinds, {}, [&](const Signature& kind) { return difference(basket, kind); });
    return static_cast<std::size_t>(nearest - kinds.begin());
}

BasketKinds basketKinds(const Filiere& filiere, model::Level level, std::size_t most) {
    std::vector<const Basket*> baskets;
    for (const Basket& basket : filiere.baskets) {
        if (basket.territory.level == level) baskets.push_back(&basket);
    }
    std::vector<Signature> kinds = commonestBaskets(baskets, most);
    std::vector<std::size_t> kindOf;
    for (const Basket* basket : baskets) kindOf.push_back(nearestKind(kinds, basket->reached));
    std::vector<std::size_t> order(kinds.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return services(kinds[i]); });
    BasketKinds out;
    std::vector<std::size_t> placeOf(kinds.size());
    for (const std::size_t i : order) {
        placeOf[i] = out.kinds.size();
        out.kinds.push_back({std::move(kinds[i])});
    }
    for (std::size_t i = 0; i < baskets.size(); ++i) {
        const std::size_t place = placeOf[kindOf[i]];
        BasketKinds::Kind& kind = out.kinds[place];
        ++kind.territories;
        kind.differing += kind.reached != baskets[i]->reached ? 1 : 0;
        out.of.emplace(baskets[i]->territory, place);
    }
    return out;
}

}  // namespace raquette::analysis
