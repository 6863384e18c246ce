#include "gis/analysis/travel/junctions.h"

#include "gis/geometry/locator.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>
#include <algorithm>
#include <span>

namespace raquette::analysis {

namespace {

/// Tells which places the land of a study area holds.
class Ground {
public:
    explicit Ground(const StudyArea& area) {
        for (const Land& land : area.lands) grounds_.push_back({land.frame, land.box(), geometry::Locator(std::span(&land.outline, 1))});
    }

    bool holds(geometry::LonLat place) const {
        const geometry::Frame frame = geometry::frameAt(place);
        const auto here = std::ranges::find(grounds_, frame, &One::frame);
        if (here == grounds_.end()) return false;
        const geometry::PlanePoint at = toPlane(frame, place);
        return here->box.contains(at.x, at.y) && here->locator.at(at).has_value();
    }

private:
    struct One {
        geometry::Frame frame;
        geometry::Box box;
        geometry::Locator locator;
    };
    std::vector<One> grounds_;
};

}  // namespace

Junctions junctionsOn(const StudyArea& area, const roads::RoadGraph& graph, roads::Millis reach,
                      const std::function<roads::Millis(std::uint32_t junction)>& timeAt) {
    const Ground ground(area);
    const roads::RoadGraph::Arrays& arrays = graph.arrays();
    const auto count = [&](const tbb::blocked_range<std::uint32_t>& range, Junctions sum) {
        for (std::uint32_t node = range.begin(); node != range.end(); ++node) {
            if (arrays.stands[node] != 0 || !ground.holds(toLonLat(arrays.nodes[node]))) continue;
            const roads::Millis time = timeAt(node);
            ++sum.all;
            if (time > reach) ++sum.beyondReach;
            if (time == roads::unreached) ++sum.cutOff;
        }
        return sum;
    };
    const auto add = [](const Junctions& a, const Junctions& b) {
        return Junctions{a.all + b.all, a.beyondReach + b.beyondReach, a.cutOff + b.cutOff};
    };
    const tbb::blocked_range<std::uint32_t> nodes(0, static_cast<std::uint32_t>(graph.nodeCount()), 4096);
    return tbb::parallel_reduce(nodes, Junctions{}, count, add);
}

}  // namespace raquette::analysis
