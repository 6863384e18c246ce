#pragma once

#include "gis/model/service.h"

#include <vector>

namespace raquette::analysis {

/// How much of what a provider has goes to somebody at a distance d, 0 to 1, against somebody next door. Nothing beyond the reach r.
///
/// - `none`: 1 within the reach, the first floating catchment (Luo and Wang 2003);
/// - `step`: zones of equal width; unless the study gives others 1, 0.68 and 0.22, the slow decay of Luo and Qi 2009;
/// - `gaussian`: (exp(−½ (d/r)²) − exp(−½)) / (1 − exp(−½)), which comes to nothing at the reach (Dai 2010);
/// - `exponential`: exp(−ln 100 · d/r), a hundredth at the reach (the “critical value” of Kwan 1998);
/// - `apl`: the zones of the accessibilité potentielle localisée of the Drees (general practitioners, from 2017): 1, 0.3 and 0.1 up to
///   10, 15 and 20 minutes, which here are a half, three quarters and the whole of the reach.
///
/// References: W. Luo, F. Wang, Environment and Planning B 30, 2003; W. Luo, Y. Qi, Health & Place 15, 2009; D. Dai, Health & Place 16,
/// 2010; M.-P. Kwan, Geographical Analysis 30, 1998; M. Barlet, M. Coldefy, C. Collin, V. Lucas-Gabrielli, Études et Résultats 795, Drees,
/// 2012; N. Vergier, H. Chaput, Les Dossiers de la Drees 17, 2017.
struct Zone {
    model::Metres limit;  ///< a point at the limit is inside
    double weight = 1;
};

/// The zones of a decay by steps, from the provider outwards, the last one ending at the reach; of another decay the reach alone.
std::vector<Zone> zones(const model::Access& access, model::Metres reach);

/// At a distance; 0 beyond the reach.
double weightAt(const model::Access& access, model::Metres distance, model::Metres reach);

/// The exponential of t from −0.3 to 0.3, within 3e-16: Taylor's polynomial, which compilers turn into vector instructions as they cannot
/// a call.
inline double smallExponential(double t) {
    double sum = 1.0 / 479001600;
    sum = sum * t + 1.0 / 39916800;
    sum = sum * t + 1.0 / 3628800;
    sum = sum * t + 1.0 / 362880;
    sum = sum * t + 1.0 / 40320;
    sum = sum * t + 1.0 / 5040;
    sum = sum * t + 1.0 / 720;
    sum = sum * t + 1.0 / 120;
    sum = sum * t + 1.0 / 24;
    sum = sum * t + 1.0 / 6;
    sum = sum * t + 1.0 / 2;
    sum = sum * t + 1;
    return sum * t + 1;
}

inline constexpr double rootOfE = 1.6487212707001282;        ///< exp(½)
inline constexpr double fourthRootOfE = 1.2840254166877414;  ///< exp(¼)

/// Of u = (d/r)² from 0 to 1.
inline double gaussianWeight(double u) {
    constexpr double atReach = 1 / rootOfE;
    const double weight = (smallExponential(0.25 - 0.5 * u) / fourthRootOfE - atReach) / (1 - atReach);
    return weight > 0 ? weight : 0;
}

/// Of d/r from 0 to 1.
inline double exponentialWeight(double ratio) {
    constexpr double hundred = 4.605170185988092;  // ln 100
    double power = smallExponential(-hundred / 16 * ratio);
    power *= power;
    power *= power;
    power *= power;
    return power * power;
}

}  // namespace raquette::analysis
