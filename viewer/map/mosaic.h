#pragma once

#include "viewer/map/box.h"

#include <cstdint>
#include <span>
#include <vector>

namespace raquette::viewer {

/// Metres from a mosaic's origin: within 6 cm over the whole mainland.
struct NearPoint {
    float x = 0;
    float y = 0;
    bool operator==(const NearPoint&) const = default;
};

inline constexpr std::int32_t noArea = -1;

/// A line between two junctions, with one area (or none) all along each side.
struct Border {
    std::int32_t left = noArea, right = noArea;
    std::uint32_t from = 0, to = 0;  ///< junctions; the same where it comes back to its start
    Box box;
};

/// Areas side by side, kept as the borders between them: what two neighbours share is there once, so that simplified they still meet, and
/// areas filled alike become one. Areas whose borders do not match, or that overlap, keep each their own.
struct Mosaic {
    /// Every border with no point farther than `tolerance` metres from where it really runs.
    struct Detail {
        double tolerance = 0;
        std::vector<NearPoint> points;
        std::vector<std::uint32_t> ends;  ///< of each border among the points

        std::span<const NearPoint> of(std::size_t border) const {
            const std::size_t begin = border == 0 ? 0 : ends[border - 1];
            return std::span<const NearPoint>(points).subspan(begin, ends[border] - begin);
        }
    };

    geometry::PlanePoint origin;
    std::size_t areaCount = 0;
    std::vector<Border> borders;
    std::vector<Detail> details;  ///< from the whole truth to the coarsest

    bool empty() const { return borders.empty(); }
    /// The coarsest that departs by at most so many metres.
    const Detail& within(double metres) const;
    NearPoint near(geometry::PlanePoint point) const {
        return {static_cast<float>(point.x - origin.x), static_cast<float>(point.y - origin.y)};
    }
};

Mosaic mosaicOf(std::span<const geometry::PlaneShape* const> areas);

/// Some areas of a mosaic taken as one: the borders around them as closed rings, the inside on the left.
struct Patch {
    struct Side {
        std::uint32_t border = 0;
        bool forward = true;
    };
    struct Ring {
        std::uint32_t end = 0;  ///< among the sides
        Box box;
    };
    /// So many sides at a time are passed over by one look at the box around them.
    static constexpr std::size_t blockSize = 64;

    std::vector<Side> sides;
    std::vector<Ring> rings;
    std::vector<Box> blocks;  ///< around the sides 0 to 63, 64 to 127…

    bool empty() const { return rings.empty(); }
};

/// `in`: of each area, whether it belongs.
Patch patchOf(const Mosaic& mosaic, const std::vector<bool>& in);
/// All of them.
Patch patchOf(const Mosaic& mosaic);

}  // namespace raquette::viewer
