#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/service.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace raquette::analysis {

/// People who live at a point.
struct SharingPeople {
    geometry::LonLat at;
    std::int32_t people = 0;
};

/// A provider and its seats; none where they are not known.
struct SupplyPoint {
    geometry::LonLat at;
    std::optional<long> seats;
};

/// What people reach, point by point in the order of the demand.
struct FloatingCatchment {
    std::vector<double> access;            ///< supply for one inhabitant
    std::vector<std::uint32_t> providers;  ///< within reach
    std::vector<std::uint32_t> unknown;    ///< of them, those whose seats are not known
    std::vector<std::int64_t> seats;       ///< within reach, of those whose seats are known
    double shared = 0;                     ///< supply that reaches somebody: Σ people · access
    double unreaching = 0;                 ///< supply within whose reach nobody lives
};

/// Enhanced two-step floating catchment area (Luo and Qi 2009). First each provider's supply is shared between the people within its
/// reach, weighed by distance: R = S / Σ P w(d). Then what each person has is the sum over the providers within reach: A = Σ R w(d).
/// Everybody within reach counts, whatever the study area, so that the figure does not hang on where the study stops.
///
/// The accessibilité potentielle localisée of the Drees has this form; it also weighs people by how much those of their age consult, and
/// providers by their yearly visits: here everybody counts for one, and what is shared is seats, or the provider itself.
///
/// Whether a point is within a distance is decided as everywhere (design §7): by the chord where its bounds clear the limit, else by the
/// geodesic. A continuous weight takes the arc over the chord on a sphere of middle radius, which is within 2 mm of the geodesic at 20 km
/// (1e-7 of it), 2 cm at 100 km and 2 m at 500 km.
///
/// One thread or many, and in whatever order rows are given: the same bits. Pairs are passed over twice rather than kept.
FloatingCatchment floatingCatchment(const std::vector<SharingPeople>& demand, const std::vector<SupplyPoint>& supply, model::Metres reach,
                                    const model::Access& access);

}  // namespace raquette::analysis
