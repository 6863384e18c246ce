#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/land.h"

#include <functional>
#include <optional>

namespace raquette::analysis {

/// The area one provider reaches, on a land's plane: a convex polygon of 128 corners with the true catchment's area.
struct Catchment {
    std::uint32_t provider = 0;  ///< index in ServiceResult::providers
    geometry::PlanePoint centre;
    geometry::PlaneShape shape;
    geometry::Box box;
    double inner = 0;  ///< every point within this of the centre lies in the shape
    double outer = 0;  ///< none further off does
    /// What of the shape is its own to cover, see cutToCells(); empty where others cover all of it.
    geometry::PlaneShape cell;
};

/// Finds the catchments that may touch a box.
class CatchmentIndex {
public:
    CatchmentIndex() = default;
    explicit CatchmentIndex(std::vector<geometry::Box> boxes);
    /// Ascending.
    std::vector<std::uint32_t> touching(const geometry::Box& box) const;

private:
    std::vector<geometry::Box> boxes_;
    geometry::Box all_;
    double cell_ = 1;
    std::size_t columns_ = 0;
    std::size_t rows_ = 0;
    std::vector<std::vector<std::uint32_t>> cells_;
};

/// What of a land is served at one certainty: catchments of distance that may touch it; or territories served whole and drawn areas that
/// cut them; or what is reached in a travel time.
struct Catchments {
    std::vector<Catchment> each;                                      ///< from west to east; empty where the reach is no distance
    std::vector<geometry::PlaneShape> drawn;                          ///< shapes that are served, side by side
    CatchmentIndex index;                                             ///< of the boxes of `each` or `drawn`
    std::function<geometry::PlaneShape(const geometry::Box&)> timed;  ///< draws what is reached in time around a box; none where no time is
    geometry::PlaneShape together;
    std::vector<std::uint8_t> whole;  ///< of each of Land::units, whether it is served whole; empty where the reach is a distance

    bool byDistance() const { return whole.empty(); }
    bool none() const { return together.empty(); }
};

/// Radius reach − u, reach or reach + u; none for a radius of zero or less.
Catchments catchmentsOn(const Land& land, const std::vector<Provider>& providers, model::Metres reach, Certainty certainty);

/// What of a shape no catchment touches; `nullopt` when none comes near it: the shape is untouched.
std::optional<geometry::PlaneShape> uncoveredPart(const geometry::PlaneShape& shape, const geometry::Box& box,
                                                  const Catchments& catchments);

/// What of a box catchments cover, and at least a little around it.
geometry::PlaneShape unionNear(const geometry::Box& box, const Catchments& catchments);

}  // namespace raquette::analysis
