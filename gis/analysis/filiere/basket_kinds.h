#pragma once

#include "gis/analysis/filiere/filiere.h"

#include <cstddef>
#include <map>
#include <vector>

namespace raquette::analysis {

/// Baskets of one level in few enough kinds to be told apart on a map.
struct BasketKinds {
    struct Kind {
        std::vector<bool> reached;  ///< of each service
        int territories = 0;
        int differing = 0;  ///< of them, those whose own basket is rarer and only near this one
    };
    std::vector<Kind> kinds;                       ///< those that few services reach first; of as many services the commoner first
    std::map<model::TerritoryId, std::size_t> of;  ///< index of its kind, of every territory of the level
};

/// The `most` commonest baskets of a level; each rarer one joins the kind from which it differs by the fewest services, of equals the
/// commoner. Empty where the study has fewer than two services.
BasketKinds basketKinds(const Filiere& filiere, model::Level level, std::size_t most);

/// The commonest of some baskets, at most `most`; of equally common ones the fuller first, then by the study's order of services.
std::vector<std::vector<bool>> commonestBaskets(const std::vector<const Basket*>& baskets, std::size_t most);

/// By how many services two baskets differ.
int difference(const std::vector<bool>& a, const std::vector<bool>& b);

/// Index of the kind from which a basket differs least, of equals the first; there is one at least.
std::size_t nearestKind(const std::vector<std::vector<bool>>& kinds, const std::vector<bool>& basket);

}  // namespace raquette::analysis
