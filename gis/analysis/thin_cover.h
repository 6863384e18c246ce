#pragma once

#include "gis/analysis/catchment.h"

#include <algorithm>
#include <vector>

namespace raquette::analysis {

/// A piece of an edge, 0 its start and 1 its end, that lies within a catchment.
struct Within {
    double from = 0;
    double to = 1;
    std::uint32_t by = 0;  ///< index in Catchments::each

    bool isWhole() const { return from <= 0 && to >= 1; }
};

/// What of an edge lies within a catchment; an empty piece (`from` ≥ `to`) when nothing does. Circles inside and around the catchment
/// decide for most edges, the polygon itself for the rest (clipping by a convex polygon, Cyrus and Beck 1978).
Within within(const Catchment& catchment, std::uint32_t index, geometry::PlanePoint a, geometry::PlanePoint b);

/// Index of no catchment.
inline constexpr std::uint32_t noCatchment = 0xffffffff;

/// Calls `visit(from, to, by)` with each piece of an edge that at most one of these covers: which, or `noCatchment`.
template <class Visit>
void forEachThinPiece(const std::vector<Within>& covered, Visit visit) {
    struct Change {
        double at;
        int depth;
        std::uint32_t by;
    };
    std::vector<Change> changes;
    for (const Within& piece : covered) {
        changes.push_back({piece.from, 1, piece.by});
        changes.push_back({piece.to, -1, piece.by});
    }
    std::ranges::sort(changes, {}, &Change::at);
    int depth = 0;
    std::uint32_t among = 0;  // all that cover it, by exclusive or: where there is one, this one
    double from = 0;
    const auto piece = [&](double to) {
        if (to > from && depth <= 1) visit(from, to, depth == 0 ? noCatchment : among);
        from = std::max(from, to);
    };
    for (const Change& change : changes) {
        piece(change.at);
        depth += change.depth;
        among ^= change.by;
    }
    piece(1);
}

}  // namespace raquette::analysis
