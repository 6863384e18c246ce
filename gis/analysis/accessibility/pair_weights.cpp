#include "gis/analysis/accessibility/pair_weights.h"

#include "gis/geometry/geodesic.h"

#include <algorithm>
#include <cmath>

namespace raquette::analysis {

namespace {

using geometry::EarthPlace;
using geometry::Strips;
using model::Decay;

/// The longest chord that is surely within a distance: geodesicBounds(chord).most ≤ distance.
double sureChord(double distance) {
    double sure = distance;
    for (int i = 0; i < 4; ++i) sure -= geometry::geodesicBounds(sure).most - distance;  // the excess grows a million times slower
    while (sure > 0 && geometry::geodesicBounds(sure).most > distance) sure = std::nextafter(sure, 0);
    return std::max(sure, 0.0);
}

/// Squared length of the arc over a chord, (2R asin(c / 2R))², by its series: 1e-9 of it at 500 km.
double arc2Over(double chord2) {
    constexpr double radius2 = 6371000.0 * 6371000.0;
    return chord2 * (1 + chord2 * (1 / (12 * radius2) + chord2 * (1 / (90 * radius2 * radius2))));
}

/// Calls back with the squared chord of each point of the run.
template <class Take>
void forChords(const EarthPlace& place, const Strips& points, Strips::Run run, Take take) {
    const double* const x = points.x().data() + run.begin;
    const double* const y = points.y().data() + run.begin;
    const double* const z = points.z().data() + run.begin;
    const std::size_t count = run.end - run.begin;
    for (std::size_t i = 0; i < count; ++i) {
        const double dx = x[i] - place.x;
        const double dy = y[i] - place.y;
        const double dz = z[i] - place.z;
        take(i, dx * dx + dy * dy + dz * dz);
    }
}

}  // namespace

PairWeights::PairWeights(const model::Access& access, model::Metres reach) : access_(access), reach_(reach) {
    for (const Zone& zone : zones(access, reach)) {
        const double sure = sureChord(zone.limit.value);
        const double possible = zone.limit.value + 1e-6;  // a chord is never longer than its geodesic, but for rounding
        limits_.push_back({sure * sure, possible * possible, zone.weight});
    }
    std::ranges::reverse(limits_);
}

bool PairWeights::isDoubtful(double chord2) const {
    return std::ranges::any_of(limits_, [&](const Limit& limit) { return chord2 > limit.sure && chord2 <= limit.possible; });
}

void PairWeights::weigh(const EarthPlace& place, geometry::LonLat at, const Strips& points, Strips::Run run,
                        const std::vector<geometry::LonLat>& places, PairBuffer& buffer) const {
    const std::size_t count = run.end - run.begin;
    if (buffer.weights.size() < count) {
        buffer.weights.resize(count);
        buffer.inside.resize(count);
    }
    double* const weights = buffer.weights.data();
    double* const inside = buffer.inside.data();
    std::int64_t doubts = 0;
    const double sure = limits_.front().sure;
    const double possible = limits_.front().possible;
    const double outermost = limits_.front().weight;
    const double scale = 1 / (reach_.value * reach_.value);
    if (access_.decay == Decay::Gaussian) {
        forChords(place, points, run, [=, &doubts](std::size_t i, double chord2) {
            const double in = chord2 <= sure ? 1 : 0;
            doubts += chord2 > sure && chord2 <= possible ? 1 : 0;
            inside[i] = in;
            weights[i] = in * gaussianWeight(std::min(1.0, arc2Over(chord2) * scale));
        });
    } else if (access_.decay == Decay::Exponential) {
        forChords(place, points, run, [=, &doubts](std::size_t i, double chord2) {
            const double in = chord2 <= sure ? 1 : 0;
            doubts += chord2 > sure && chord2 <= possible ? 1 : 0;
            inside[i] = in;
            weights[i] = in * exponentialWeight(std::sqrt(std::min(1.0, arc2Over(chord2) * scale)));
        });
    } else {
        forChords(place, points, run, [=, &doubts](std::size_t i, double chord2) {
            const double in = chord2 <= sure ? 1 : 0;
            doubts += chord2 > sure && chord2 <= possible ? 1 : 0;
            inside[i] = in;
            weights[i] = in * outermost;
        });
        for (const Limit& limit : limits_) {
            if (&limit == &limits_.front()) continue;
            forChords(place, points, run, [=, &doubts](std::size_t i, double chord2) {
                doubts += chord2 > limit.sure && chord2 <= limit.possible ? 1 : 0;
                weights[i] = chord2 <= limit.sure ? limit.weight : weights[i];
            });
        }
    }
    if (doubts == 0) return;
    forChords(place, points, run, [&](std::size_t i, double chord2) {
        if (!isDoubtful(chord2)) return;
        const model::Metres distance = geometry::geodesicDistance(places[points.order()[run.begin + i]], at);
        inside[i] = distance <= reach_ ? 1 : 0;
        weights[i] = weightAt(access_, distance, reach_);
    });
}

}  // namespace raquette::analysis
