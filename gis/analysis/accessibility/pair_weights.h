#pragma once

#include "gis/analysis/accessibility/decay.h"
#include "gis/geometry/strips.h"

#include <vector>

namespace raquette::analysis {

/// Of each point of a run: its weight, 0 beyond the reach, and whether it is within reach, 1 or 0.
struct PairBuffer {
    std::vector<double> weights;
    std::vector<double> inside;
};

/// Weighs many pairs of a place and points around it.
class PairWeights {
public:
    PairWeights(const model::Access& access, model::Metres reach);

    /// `places` are the points the strips were made from, for the few pairs that only the geodesic decides.
    void weigh(const geometry::EarthPlace& place, geometry::LonLat at, const geometry::Strips& points, geometry::Strips::Run run,
               const std::vector<geometry::LonLat>& places, PairBuffer& buffer) const;

private:
    /// Squared chords: up to `sure` the pair is within the limit, beyond `possible` it is not, in between the geodesic says.
    struct Limit {
        double sure = 0;
        double possible = 0;
        double weight = 0;
    };

    bool isDoubtful(double chord2) const;

    model::Access access_;
    model::Metres reach_;
    std::vector<Limit> limits_;  ///< from the reach inwards
};

}  // namespace raquette::analysis
