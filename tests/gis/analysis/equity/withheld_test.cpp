#include "gis/analysis/equity/withheld.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace raquette::analysis {
namespace {

using Sum = std::vector<std::uint32_t>;
using Sums = std::vector<Sum>;
using testing::ElementsAre;

TEST(Withheld, IsASumOfTooFew) {
    EXPECT_THAT(withheld(Sums{{0, 1, 2, 3, 4, 5}, {0, 1, 2}, {3, 4}, {5}}, 6, 3), ElementsAre(false, false, true, true));
    EXPECT_THAT(withheld(Sums{{0, 1}, {0}}, 2, 3), ElementsAre(true, true));
}

TEST(Withheld, IsASumThatTakenFromAnotherWouldTell) {
    EXPECT_THAT(withheld(Sums{{0, 1, 2, 3, 4, 5, 6}, {0, 1, 2}, {3, 4, 5}, {6}}, 7, 3), ElementsAre(false, false, true, true))
        << "the whole less both would be the one that is left";
    EXPECT_THAT(withheld(Sums{{0, 1, 2, 3, 4, 5}, {0, 1, 2, 3}, {2, 3, 4, 5}}, 6, 3), ElementsAre(false, true, true))
        << "what is left of the whole has two";
}

TEST(Withheld, IsNothingWhereAllHaveEnoughOrNobodyGivesAFigure) {
    EXPECT_THAT(withheld(Sums{{0, 1, 2, 3, 4, 5}, {0, 1, 2}, {3, 4, 5}, {}, {3, 4, 5}}, 6, 3),
                ElementsAre(false, false, false, false, false));
    EXPECT_THAT(withheld(Sums{{0, 1}, {0}, {1}}, 2, 1), ElementsAre(false, false, false));
    EXPECT_THAT(withheld(Sums{{0, 1, 2, 3}}, 5, 3), ElementsAre(false)) << "of the one that is in no sum nothing is told";
}

/// Gauss, modulo a prime: what can be worked out by adding told sums, taking them from one another and multiplying them.
class WorkedOut {
public:
    explicit WorkedOut(std::size_t structures) : structures_(structures) {}

    void learn(const Sum& sum) {
        std::vector<std::int64_t> row = reduced(sum);
        const auto lead = std::ranges::find_if(row, [](std::int64_t x) { return x != 0; });
        if (lead == row.end()) return;
        const std::int64_t one = inverse(*lead);
        for (std::int64_t& x : row) x = x * one % prime;
        rows_.emplace_back(static_cast<std::size_t>(lead - row.begin()), row);
    }
    bool tells(const Sum& sum) const {
        return std::ranges::all_of(reduced(sum), [](std::int64_t x) { return x == 0; });
    }

private:
    static constexpr std::int64_t prime = 1'000'003;

    static std::int64_t inverse(std::int64_t x) {
        std::int64_t power = 1;
        for (std::int64_t left = prime - 2; left > 0; left /= 2, x = x * x % prime) {
            if (left % 2 == 1) power = power * x % prime;
        }
        return power;
    }
    std::vector<std::int64_t> reduced(const Sum& sum) const {
        std::vector<std::int64_t> row(structures_, 0);
        for (const std::uint32_t structure : sum) row[structure] = 1;
        for (const auto& [lead, known] : rows_) {
            const std::int64_t times = row[lead];
            for (std::size_t i = 0; i < row.size(); ++i) row[i] = (row[i] + (prime - times) * known[i]) % prime;
        }
        return row;
    }

    std::size_t structures_;
    std::vector<std::pair<std::size_t, std::vector<std::int64_t>>> rows_;
};

/// The first group of fewer than `smallest` that the told sums give away.
Sum givenAway(const Sums& told, std::size_t structures, std::size_t smallest) {
    WorkedOut all(structures);
    for (const Sum& sum : told) all.learn(sum);
    for (std::uint32_t mask = 1; mask < 1U << structures; ++mask) {
        Sum group;
        for (std::uint32_t i = 0; i < structures; ++i) {
            if ((mask >> i & 1U) != 0) group.push_back(i);
        }
        if (group.size() < smallest && all.tells(group)) return group;
    }
    return {};
}

/// Structures in communes; communes in départements and, across them, in EPCI; a named area of any; biggest first within a level.
struct World {
    static constexpr std::size_t structures = 11;
    Sums sums;

    explicit World(unsigned seed) {
        std::mt19937 random(seed);
        const auto any = [&](std::uint32_t below) { return static_cast<std::uint32_t>(random() % below); };
        std::vector<std::uint32_t> commune(structures);
        std::vector<std::uint32_t> departement(6);
        std::vector<std::uint32_t> epci(6);
        std::vector<std::uint32_t> area(6);
        for (auto& at : commune) at = any(6);
        for (auto& at : departement) at = any(3);
        for (auto& at : epci) at = any(3);
        for (auto& at : area) at = any(2);
        Sum everyone(structures);
        std::iota(everyone.begin(), everyone.end(), 0U);
        sums.push_back(everyone);
        addLevel(departement, commune);
        addLevel(area, commune);
        addLevel(epci, commune);
        std::vector<std::uint32_t> itself(6);
        std::iota(itself.begin(), itself.end(), 0U);
        addLevel(itself, commune);
    }

private:
    void addLevel(const std::vector<std::uint32_t>& territoryOf, const std::vector<std::uint32_t>& commune) {
        Sums level(6);
        for (std::uint32_t i = 0; i < structures; ++i) level[territoryOf[commune[i]]].push_back(i);
        std::ranges::stable_sort(level, std::ranges::greater(), &Sum::size);
        sums.insert(sums.end(), level.begin(), level.end());
    }
};

TEST(Withheld, LeavesNothingToWorkOutOfFewer) {
    int given = 0;
    int told = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const World world(seed);
        for (const std::size_t smallest : {2U, 3U, 4U}) {
            const std::vector<bool> held = withheld(world.sums, World::structures, smallest);
            Sums left;
            Sums largeEnough;
            for (std::size_t i = 0; i < world.sums.size(); ++i) {
                if (!held[i]) left.push_back(world.sums[i]);
                if (world.sums[i].size() >= smallest) largeEnough.push_back(world.sums[i]);
            }
            EXPECT_THAT(givenAway(left, World::structures, smallest), ElementsAre()) << "seed " << seed << ", " << smallest;
            given += static_cast<int>(!givenAway(largeEnough, World::structures, smallest).empty());
            told += static_cast<int>(std::ranges::count_if(left, [](const Sum& sum) { return !sum.empty(); }));
        }
    }
    EXPECT_GT(given, 300) << "to withhold small sums alone would not do, and this check sees it";
    EXPECT_GT(told, 1200) << "the whole and more";
}

}  // namespace
}  // namespace raquette::analysis
