#include "gis/analysis/accessibility/decay.h"

#include <cmath>

namespace raquette::analysis {

namespace {

using model::Decay;

std::vector<double> zoneWeights(const model::Access& access) {
    if (access.decay == Decay::Apl) return {1, 1, 0.3, 0.1};
    if (access.decay != Decay::Step) return {1};
    return access.weights.empty() ? std::vector<double>{1, 0.68, 0.22} : access.weights;
}

}  // namespace

std::vector<Zone> zones(const model::Access& access, model::Metres reach) {
    const std::vector<double> weights = zoneWeights(access);
    std::vector<Zone> zones;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const bool last = i + 1 == weights.size();
        const double share = static_cast<double>(i + 1) / static_cast<double>(weights.size());
        zones.push_back({last ? reach : reach * share, weights[i]});
    }
    return zones;
}

double weightAt(const model::Access& access, model::Metres distance, model::Metres reach) {
    if (distance > reach) return 0;
    const double ratio = distance / reach;
    if (access.decay == Decay::Gaussian) return gaussianWeight(ratio * ratio);
    if (access.decay == Decay::Exponential) return exponentialWeight(ratio);
    for (const Zone& zone : zones(access, reach)) {
        if (distance <= zone.limit) return zone.weight;
    }
    return 0;
}

}  // namespace raquette::analysis
