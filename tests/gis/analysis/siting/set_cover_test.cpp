#include "gis/analysis/siting/set_cover.h"

#include "gis/analysis/siting/programme.h"
#include "tests/gis/analysis/siting/random_cover.h"

#include <algorithm>
#include <limits>

namespace raquette::analysis {
namespace {

std::uint32_t reachedBy(const Cover& reached, const std::vector<std::uint32_t>& chosen) {
    std::vector<std::uint8_t> points(reached.width, 0);
    for (const std::uint32_t c : chosen) {
        for (const std::uint32_t point : reached[c]) points[point] = 1;
    }
    return static_cast<std::uint32_t>(std::ranges::count(points, 1));
}

std::uint32_t reachable(const Cover& reached) {
    std::vector<std::uint32_t> all(reached.size());
    for (std::uint32_t c = 0; c < reached.size(); ++c) all[c] = c;
    return reachedBy(reached, all);
}

std::uint32_t fewestByTryingAll(const CoverQuestion& world) {
    for (std::uint32_t count = 0; count <= world.reached.size(); ++count) {
        bool found = false;
        testing::eachChoice(world.reached.size(), count, [&](const std::vector<std::uint32_t>& chosen) {
            found = found || (testing::keepsMinimums(world, chosen) && reachedBy(world.reached, chosen) == reachable(world.reached));
        });
        if (found) return count;
    }
    return world.reached.size() + 1;
}

TEST(SetCover, IsWhatTryingEveryChoiceFinds) {
    std::mt19937 random(1);
    for (int i = 0; i < 200; ++i) {
        testing::RandomCover drawn;
        drawn.candidates = 2 + static_cast<std::uint32_t>(random() % 9);
        drawn.points = 1 + static_cast<std::uint32_t>(random() % 30);
        drawn.reach = 0.1 + 0.3 * static_cast<double>(random() % 100) / 100;
        drawn.territories = i % 3 == 0 ? 3 : 0;
        const CoverQuestion world = testing::randomCover(random, drawn.candidates, drawn);
        const SetCoverAnswer answer = solveSetCover({world.reached, world.territory, world.atLeast}, 60);
        EXPECT_EQ(reachedBy(world.reached, answer.chosen), reachable(world.reached));
        EXPECT_TRUE(testing::keepsMinimums(world, answer.chosen));
        ASSERT_TRUE(answer.proven()) << "world " << i;
        ASSERT_EQ(answer.chosen.size(), fewestByTryingAll(world)) << "world " << i;
    }
}

/// The programme as Toregas and ReVelle write it, nothing reduced.
double fewestByCbc(const Cover& reached) {
    Programme programme;
    for (std::uint32_t c = 0; c < reached.size(); ++c) programme.addVariable(-1, true);
    const Cover reaching = transposed(reached);
    for (std::uint32_t point = 0; point < reaching.size(); ++point) {
        std::vector<Programme::Term> terms;
        for (const std::uint32_t c : reaching[point]) terms.push_back({c, 1});
        if (!terms.empty()) programme.addRow(terms, 1, std::numeric_limits<double>::max());
    }
    const ProgrammeAnswer answer = solveByCbc(programme, 60);
    EXPECT_TRUE(answer.proven);
    return -answer.value;
}

TEST(SetCover, IsCbcsOptimumOfTheWholeProgramme) {
    std::mt19937 random(4);
    for (int i = 0; i < 10; ++i) {
        const CoverQuestion world = testing::randomCover(random, 1, {150, 400, 0.09 + 0.01 * (i % 4), false, 0});
        const SetCoverAnswer answer = solveSetCover({world.reached, {}, {}}, 60);
        EXPECT_TRUE(answer.proven());
        EXPECT_EQ(reachedBy(world.reached, answer.chosen), reachable(world.reached));
        EXPECT_NEAR(static_cast<double>(answer.chosen.size()), fewestByCbc(world.reached), 1e-6) << "world " << i;
    }
}

TEST(SetCover, WithoutTimeItDoesNotClaimAProof) {
    std::mt19937 random(5);
    const CoverQuestion world = testing::randomCover(random, 1, {700, 3000, 0.07, false, 0});
    const SetCoverAnswer soon = solveSetCover({world.reached, {}, {}}, 0.01);
    EXPECT_EQ(reachedBy(world.reached, soon.chosen), reachable(world.reached));
    EXPECT_FALSE(soon.proven());
    EXPECT_GT(soon.bound, 0U);
    EXPECT_LT(soon.bound, soon.chosen.size());
}

TEST(SetCover, FewerCandidatesNeverNeedFewerPlaces) {
    std::mt19937 random(2);
    const CoverQuestion world = testing::randomCover(random, 1, {60, 200, 0.15, false, 0});
    const SetCoverAnswer whole = solveSetCover({world.reached, {}, {}}, 60);
    ASSERT_TRUE(whole.proven());
    for (std::uint32_t left = 0; left < world.reached.size(); left += 7) {
        Cover fewer{world.reached.width, {}, {}};
        for (std::uint32_t c = 0; c < world.reached.size(); ++c) {
            if (c != left) fewer.members.insert(fewer.members.end(), world.reached[c].begin(), world.reached[c].end());
            fewer.close();
        }
        if (reachable(fewer) < reachable(world.reached)) continue;
        EXPECT_GE(solveSetCover({fewer, {}, {}}, 60).bound, whole.bound);
    }
}

TEST(SetCover, StopsOnceItKnowsEnough) {
    std::mt19937 random(3);
    const CoverQuestion world = testing::randomCover(random, 1, {40, 150, 0.2, false, 0});
    const SetCoverAnswer whole = solveSetCover({world.reached, {}, {}}, 60);
    const auto fewest = static_cast<std::uint32_t>(whole.chosen.size());
    EXPECT_LE(solveSetCover({world.reached, {}, {}}, 60, fewest).chosen.size(), fewest);
    EXPECT_GT(solveSetCover({world.reached, {}, {}}, 60, fewest - 1).bound, fewest - 1);
}

}  // namespace
}  // namespace raquette::analysis
