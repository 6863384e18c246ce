#include "gis/roads/strong_parts.h"

#include <gtest/gtest.h>
#include <random>

namespace raquette::roads {
namespace {

struct Arrows {
    std::vector<std::uint32_t> ends;
    std::vector<Arc> arcs;
};

Arrows randomArrows(std::mt19937& random, std::uint32_t nodes, std::uint32_t most) {
    Arrows arrows;
    for (std::uint32_t node = 0; node < nodes; ++node) {
        for (auto i = random() % (most + 1); i > 0; --i) arrows.arcs.push_back({static_cast<std::uint32_t>(random() % nodes), 1});
        arrows.ends.push_back(static_cast<std::uint32_t>(arrows.arcs.size()));
    }
    return arrows;
}

std::vector<std::vector<bool>> whoReachesWhom(const Arrows& arrows) {
    const std::size_t nodes = arrows.ends.size();
    std::vector<std::vector<bool>> reaches(nodes, std::vector<bool>(nodes, false));
    for (std::size_t from = 0; from < nodes; ++from) {
        reaches[from][from] = true;
        for (std::size_t i = from == 0 ? 0 : arrows.ends[from - 1]; i < arrows.ends[from]; ++i) reaches[from][arrows.arcs[i].node] = true;
    }
    for (std::size_t by = 0; by < nodes; ++by) {
        for (std::size_t from = 0; from < nodes; ++from) {
            for (std::size_t to = 0; to < nodes; ++to) {
                if (reaches[from][by] && reaches[by][to]) reaches[from][to] = true;
            }
        }
    }
    return reaches;
}

TEST(StrongParts, AreThoseWhoReachEachOther) {
    std::mt19937 random(1);
    for (std::uint32_t i = 0; i < 300; ++i) {
        const Arrows arrows = randomArrows(random, 1 + static_cast<std::uint32_t>(random() % 20), 1 + i % 3);
        const auto parts = strongParts(arrows.ends, arrows.arcs);
        const auto reaches = whoReachesWhom(arrows);
        for (std::size_t a = 0; a < parts.size(); ++a) {
            for (std::size_t b = 0; b < parts.size(); ++b) {
                ASSERT_EQ(parts[a] == parts[b], reaches[a][b] && reaches[b][a]) << "world " << i;
            }
        }
    }
}

TEST(StrongParts, OfNothingAreNone) {
    EXPECT_TRUE(strongParts({}, {}).empty());
}

/// No recursion, which would end the program here.
TEST(StrongParts, FollowAChainOfAMillionJunctions) {
    constexpr std::uint32_t count = 1'000'000;
    Arrows arrows;
    for (std::uint32_t node = 0; node < count; ++node) {
        arrows.arcs.push_back({(node + 1) % count, 1});
        arrows.ends.push_back(node + 1);
    }
    const auto parts = strongParts(arrows.ends, arrows.arcs);
    EXPECT_EQ(std::vector<std::uint32_t>(count, parts[0]), parts);
}

}  // namespace
}  // namespace raquette::roads
