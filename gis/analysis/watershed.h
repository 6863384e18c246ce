#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace raquette::analysis {

/// Places of an uncovered area, each with its height (its distance or time to the nearest provider), and which touch which.
struct HeightGraph {
    std::vector<double> heights;
    std::vector<std::uint32_t> ranks;  ///< of equally high places the smaller rank goes first; equal ranks, the smaller index
    std::vector<std::uint32_t> ends;   ///< where each place's neighbours end in `neighbours`
    std::vector<std::uint32_t> neighbours;

    std::span<const std::uint32_t> of(std::uint32_t place) const {
        const std::uint32_t begin = place == 0 ? 0 : ends[place - 1];
        return std::span(neighbours).subspan(begin, ends[place] - begin);
    }
};

/// Cuts the area where it narrows: the watershed of the heights, each basin growing downwards from a place higher than all around it.
/// Where two basins meet they stay apart when both tops are above the meeting place by `persistence` or more, else the lower joins the
/// higher (topological persistence, Edelsbrunner, Letscher and Zomorodian 2002). Places that no chain of neighbours joins are never in one
/// basin. Returns for each place the top of its basin (an index of a place).
std::vector<std::uint32_t> basins(const HeightGraph& graph, double persistence);

}  // namespace raquette::analysis
