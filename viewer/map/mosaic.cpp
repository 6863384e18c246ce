#include "viewer/map/mosaic.h"

#include "viewer/map/junctions.h"
#include "viewer/map/simplification.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace raquette::viewer {

namespace {

/// Metres. A picture takes the coarsest that is finer than its eye: twice as coarse from one to the next wastes less than half.
constexpr std::array<double, 10> tolerances{0, 6, 12, 25, 50, 100, 200, 400, 800, 1600};

/// Borders by the first step of each of their two directions.
class BorderList {
public:
    /// A stretch of an area's outline from one junction to the next, the area on its left.
    void add(std::span<const std::uint32_t> stretch, std::int32_t area) {
        const std::uint64_t key = keyOf(stretch[0], stretch[1]);
        const auto known = backwards_.find(key);
        if (known != backwards_.end() && borders[known->second].right == noArea && sizeOf(known->second) == stretch.size()) {
            borders[known->second].right = area;
            return;
        }
        backwards_.try_emplace(keyOf(stretch.back(), stretch[stretch.size() - 2]), static_cast<std::uint32_t>(borders.size()));
        borders.push_back({area, noArea, stretch.front(), stretch.back(), {}});
        places.insert(places.end(), stretch.begin(), stretch.end());
        ends.push_back(static_cast<std::uint32_t>(places.size()));
    }
    std::span<const std::uint32_t> placesOf(std::size_t border) const {
        return std::span<const std::uint32_t>(places).subspan(ends[border] - sizeOf(border), sizeOf(border));
    }

    std::vector<Border> borders;
    std::vector<std::uint32_t> places;
    std::vector<std::uint32_t> ends;

private:
    static std::uint64_t keyOf(std::uint32_t from, std::uint32_t to) { return (std::uint64_t{from} << 32U) | to; }
    std::size_t sizeOf(std::size_t border) const { return ends[border] - (border == 0 ? 0 : ends[border - 1]); }

    std::unordered_map<std::uint64_t, std::uint32_t> backwards_;
};

/// A ring without junction is an island or an enclave: it starts at its smallest place, so that both sides start alike.
BorderList bordersOf(const Junctions& junctions) {
    BorderList list;
    std::vector<std::uint32_t> ring;
    for (std::size_t i = 0; i < junctions.rings().size(); ++i) {
        const auto places = junctions.placesOf(i);
        ring.assign(places.begin(), places.end());
        auto start = std::ranges::find_if(ring, [&](std::uint32_t place) { return junctions.isJunction(place); });
        if (start == ring.end()) start = std::ranges::min_element(ring);
        std::ranges::rotate(ring, start);
        ring.push_back(ring.front());
        std::size_t from = 0;
        for (std::size_t to = 1; to < ring.size(); ++to) {
            if (to + 1 < ring.size() && !junctions.isJunction(ring[to])) continue;
            list.add(std::span<const std::uint32_t>(ring).subspan(from, to + 1 - from), junctions.rings()[i].area);
            from = to;
        }
    }
    return list;
}

void addDetails(Mosaic& mosaic, const std::vector<geometry::PlanePoint>& points, const std::vector<std::uint32_t>& ends) {
    std::vector<float> ranks(points.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, mosaic.borders.size(), 256), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            const std::size_t begin = i == 0 ? 0 : ends[i - 1];
            const auto line = std::span<const geometry::PlanePoint>(points).subspan(begin, ends[i] - begin);
            mosaic.borders[i].box = boxOf(line);
            rankPoints(line, std::span<float>(ranks).subspan(begin, ends[i] - begin));
        }
    });
    mosaic.details.resize(tolerances.size());
    tbb::parallel_for(std::size_t{0}, tolerances.size(), [&](std::size_t level) {
        Mosaic::Detail& detail = mosaic.details[level];
        detail.tolerance = tolerances[level];
        detail.ends.reserve(ends.size());
        std::size_t at = 0;
        for (const std::uint32_t end : ends) {
            for (; at < end; ++at) {
                if (level > 0 && static_cast<double>(ranks[at]) <= detail.tolerance) continue;
                detail.points.push_back(mosaic.near(points[at]));
            }
            detail.ends.push_back(static_cast<std::uint32_t>(detail.points.size()));
        }
        detail.points.shrink_to_fit();
    });
}

/// Sides by the junction they start from.
class Starts {
public:
    explicit Starts(const Mosaic& mosaic, std::vector<Patch::Side> sides) : sides_(std::move(sides)), used_(sides_.size(), false) {
        for (std::uint32_t i = 0; i < sides_.size(); ++i) starts_.emplace_back(startOf(mosaic, sides_[i]), i);
        std::ranges::sort(starts_);
    }
    static std::uint32_t startOf(const Mosaic& mosaic, Patch::Side side) {
        const Border& border = mosaic.borders[side.border];
        return side.forward ? border.from : border.to;
    }
    static std::uint32_t endOf(const Mosaic& mosaic, Patch::Side side) { return startOf(mosaic, {side.border, !side.forward}); }

    std::size_t count() const { return sides_.size(); }
    bool isUsed(std::size_t side) const { return used_[side]; }
    Patch::Side at(std::size_t side) const { return sides_[side]; }
    Patch::Side take(std::size_t side) {
        used_[side] = true;
        return sides_[side];
    }
    /// A side not taken yet that starts there; count() when there is none.
    std::size_t from(std::uint32_t junction) const {
        for (auto at = std::ranges::lower_bound(starts_, std::pair(junction, std::uint32_t{0}));
             at != starts_.end() && at->first == junction; ++at) {
            if (!used_[at->second]) return at->second;
        }
        return count();
    }

private:
    std::vector<Patch::Side> sides_;
    std::vector<bool> used_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> starts_;
};

}  // namespace

const Mosaic::Detail& Mosaic::within(double metres) const {
    std::size_t chosen = 0;
    while (chosen + 1 < details.size() && details[chosen + 1].tolerance <= metres) ++chosen;
    return details[chosen];
}

Mosaic mosaicOf(std::span<const geometry::PlaneShape* const> areas) {
    const Junctions junctions(areas);
    BorderList list = bordersOf(junctions);
    Mosaic mosaic;
    mosaic.areaCount = areas.size();
    mosaic.borders = std::move(list.borders);
    std::vector<geometry::PlanePoint> points(list.places.size());
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = junctions.at(list.places[i]);
    if (!points.empty()) mosaic.origin = boxOf(points).centre();
    addDetails(mosaic, points, list.ends);
    return mosaic;
}

Patch patchOf(const Mosaic& mosaic, const std::vector<bool>& in) {
    const auto inside = [&](std::int32_t area) { return area != noArea && in[static_cast<std::size_t>(area)]; };
    std::vector<Patch::Side> sides;
    for (std::uint32_t i = 0; i < mosaic.borders.size(); ++i) {
        const bool left = inside(mosaic.borders[i].left);
        if (left != inside(mosaic.borders[i].right)) sides.push_back({i, left});
    }
    Starts starts(mosaic, std::move(sides));
    Patch patch;
    patch.sides.reserve(starts.count());
    for (std::size_t first = 0; first < starts.count(); ++first) {
        if (starts.isUsed(first)) continue;
        Patch::Ring& ring = patch.rings.emplace_back();
        std::size_t next = first;
        const std::uint32_t home = Starts::startOf(mosaic, starts.at(first));
        // Around the areas every junction is left as often as it is reached: the way home never ends early.
        while (next < starts.count()) {
            const Patch::Side side = starts.take(next);
            if (patch.sides.size() % Patch::blockSize == 0) patch.blocks.emplace_back();
            patch.sides.push_back(side);
            patch.blocks.back().add(mosaic.borders[side.border].box);
            ring.box.add(mosaic.borders[side.border].box);
            const std::uint32_t here = Starts::endOf(mosaic, side);
            next = here == home ? starts.count() : starts.from(here);
        }
        ring.end = static_cast<std::uint32_t>(patch.sides.size());
    }
    return patch;
}

Patch patchOf(const Mosaic& mosaic) {
    return patchOf(mosaic, std::vector<bool>(mosaic.areaCount, true));
}

}  // namespace raquette::viewer
