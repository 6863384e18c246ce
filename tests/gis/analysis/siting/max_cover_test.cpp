#include "gis/analysis/siting/max_cover.h"

#include "gis/analysis/siting/programme.h"
#include "gis/model/error.h"
#include "tests/gis/analysis/siting/random_cover.h"

#include <tbb/global_control.h>
#include <algorithm>
#include <limits>
#include <numeric>

namespace raquette::analysis {
namespace {

using testing::keepsMinimums;
using testing::RandomCover;
using testing::randomCover;

std::int64_t bestByTryingAll(const CoverQuestion& question) {
    std::int64_t best = -1;
    testing::eachChoice(question.reached.size(), question.count, [&](const std::vector<std::uint32_t>& chosen) {
        if (keepsMinimums(question, chosen)) best = std::max(best, valueOf(question, chosen));
    });
    return best;
}

void expectRight(const CoverQuestion& question, const CoverAnswer& answer) {
    EXPECT_EQ(answer.chosen.size(), question.count);
    EXPECT_TRUE(std::ranges::is_sorted(answer.chosen));
    EXPECT_EQ(std::ranges::adjacent_find(answer.chosen), answer.chosen.end());
    EXPECT_TRUE(keepsMinimums(question, answer.chosen));
    EXPECT_EQ(valueOf(question, answer.chosen), answer.value);
    EXPECT_GE(answer.bound, answer.value);
}

TEST(MaxCover, IsWhatTryingEveryChoiceFinds) {
    std::mt19937 random(1);
    for (int i = 0; i < 400; ++i) {
        RandomCover world;
        world.candidates = 3 + static_cast<std::uint32_t>(random() % 10);
        world.points = 1 + static_cast<std::uint32_t>(random() % 40);
        world.reach = 0.05 + 0.4 * static_cast<double>(random() % 100) / 100;
        world.backup = i % 3 == 1;
        world.territories = i % 2 == 0 ? 0 : 1 + static_cast<std::uint32_t>(random() % 4);
        const auto count = 1 + static_cast<std::uint32_t>(random() % world.candidates);
        const CoverQuestion question = randomCover(random, count, world);
        const CoverAnswer answer = solveMaxCover(question);
        expectRight(question, answer);
        ASSERT_TRUE(answer.proven()) << "world " << i;
        ASSERT_EQ(answer.value, bestByTryingAll(question)) << "world " << i;
    }
}

/// The programme as Church and ReVelle write it, nothing reduced.
double bestByCbc(const CoverQuestion& question) {
    constexpr double any = std::numeric_limits<double>::max();
    Programme programme;
    std::vector<Programme::Term> all;
    for (std::uint32_t c = 0; c < question.reached.size(); ++c) all.push_back({programme.addVariable(0, true), 1});
    programme.addRow(all, question.count, question.count);
    const Cover reaching = transposed(question.reached);
    for (std::uint32_t point = 0; point < reaching.size(); ++point) {
        std::vector<Programme::Term> terms{{programme.addVariable(static_cast<double>(question.worth[point].first), false), -1},
                                           {programme.addVariable(static_cast<double>(question.worth[point].second), false), -1}};
        for (const std::uint32_t c : reaching[point]) terms.push_back({c, 1});
        programme.addRow(terms, 0, any);
    }
    for (std::uint32_t t = 0; t < question.atLeast.size(); ++t) {
        std::vector<Programme::Term> terms;
        for (std::uint32_t c = 0; c < question.reached.size(); ++c) {
            if (question.territory[c] == t) terms.push_back({c, 1});
        }
        programme.addRow(terms, question.atLeast[t], any);
    }
    const ProgrammeAnswer answer = solveByCbc(programme, 60);
    EXPECT_TRUE(answer.proven);
    return answer.value;
}

TEST(MaxCover, IsCbcsOptimumOfTheWholeProgramme) {
    std::mt19937 random(2);
    for (int i = 0; i < 12; ++i) {
        const RandomCover world{120, 400, 0.06 + 0.01 * (i % 4), i % 3 == 2, i % 2 == 0 ? 0U : 5U};
        const CoverQuestion question = randomCover(random, 4 + static_cast<std::uint32_t>(i), world);
        const CoverAnswer answer = solveMaxCover(question);
        expectRight(question, answer);
        EXPECT_TRUE(answer.proven());
        EXPECT_NEAR(static_cast<double>(answer.value), bestByCbc(question), 0.1) << "world " << i;
    }
}

TEST(MaxCover, BranchesToCbcsOptimumWherePricesDecideLittle) {
    std::mt19937 random(8);
    std::int64_t nodes = 0;
    for (int i = 0; i < 24; ++i) {
        const RandomCover world{32, 50, 0.1, i % 4 == 3, i % 2 == 0 ? 0U : 4U};
        CoverQuestion question = randomCover(random, 4 + static_cast<std::uint32_t>(i % 5), world);
        question.reached = {question.reached.width, {}, {}};  // no neighbours: anybody may reach anybody
        for (std::uint32_t c = 0; c < world.candidates; ++c) {
            for (std::uint32_t point = 0; point < world.points; ++point) {
                if (random() % 7 == 0) question.reached.members.push_back(point);
            }
            question.reached.close();
        }
        SolveStory story;
        const CoverAnswer answer = solveMaxCover(question, {}, &story);
        nodes += story.nodes;
        expectRight(question, answer);
        EXPECT_TRUE(answer.proven());
        EXPECT_NEAR(static_cast<double>(answer.value), bestByCbc(question), 0.1) << "world " << i;
    }
    EXPECT_GT(nodes, 100) << "the worlds drawn must need branching";
}

TEST(MaxCover, IsTheSameWhenCbcFinishesWhatReductionLeaves) {
    std::mt19937 random(3);
    for (int i = 0; i < 6; ++i) {
        const CoverQuestion question = randomCover(random, 12, {200, 800, 0.08, i % 2 == 1, 0});
        const CoverAnswer own = solveMaxCover(question);
        const CoverAnswer theirs = solveMaxCover(question, {.byCbc = true});
        EXPECT_TRUE(own.proven() && theirs.proven());
        EXPECT_EQ(own.value, theirs.value);
    }
}

TEST(MaxCover, MorePlacesNeverServeLess) {
    std::mt19937 random(4);
    const CoverQuestion question = randomCover(random, 1, {60, 300, 0.1, false, 0});
    std::int64_t before = 0;
    std::int64_t gainBefore = std::numeric_limits<std::int64_t>::max();
    for (std::uint32_t count = 1; count <= 20; ++count) {
        CoverQuestion more = question;
        more.count = count;
        const CoverAnswer answer = solveMaxCover(more);
        EXPECT_GE(answer.value, before);
        if (count == 1) gainBefore = answer.value;
        EXPECT_LE(answer.value, gainBefore * count) << "no more than so many times the best one";
        before = answer.value;
    }
}

/// The same question with candidates and points in another order.
CoverQuestion shuffled(const CoverQuestion& question, std::mt19937& random) {
    std::vector<std::uint32_t> candidates(question.reached.size());
    std::vector<std::uint32_t> points(question.worth.size());
    std::iota(candidates.begin(), candidates.end(), 0U);
    std::iota(points.begin(), points.end(), 0U);
    std::ranges::shuffle(candidates, random);
    std::ranges::shuffle(points, random);
    CoverQuestion other = question;
    for (std::size_t i = 0; i < points.size(); ++i) other.worth[points[i]] = question.worth[i];
    other.reached = {question.reached.width, {}, {}};
    for (const std::uint32_t c : candidates) {
        std::vector<std::uint32_t> list;
        for (const std::uint32_t point : question.reached[c]) list.push_back(points[point]);
        std::ranges::sort(list);
        other.reached.members.insert(other.reached.members.end(), list.begin(), list.end());
        other.reached.close();
    }
    return other;
}

TEST(MaxCover, TheOrderOfCandidatesAndPointsDoesNotMatter) {
    std::mt19937 random(5);
    for (int i = 0; i < 10; ++i) {
        const CoverQuestion question = randomCover(random, 8, {80, 300, 0.1, i % 2 == 1, 0});
        EXPECT_EQ(solveMaxCover(question).value, solveMaxCover(shuffled(question, random)).value);
    }
}

TEST(MaxCover, OneThreadAnswersAsMany) {
    std::mt19937 random(6);
    const CoverQuestion question = randomCover(random, 15, {600, 9000, 0.08, false, 0});
    SolveStory many;
    SolveStory alone;
    const CoverAnswer byMany = solveMaxCover(question, {}, &many);
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    const CoverAnswer byOne = solveMaxCover(question, {}, &alone);
    EXPECT_EQ(byOne.chosen, byMany.chosen);
    EXPECT_EQ(byOne.bound, byMany.bound);
    EXPECT_EQ(alone.nodes, many.nodes);
    EXPECT_EQ(alone.rootBound, many.rootBound);
}

TEST(MaxCover, WithoutTimeItDoesNotClaimAProof) {
    std::mt19937 random(7);
    const CoverQuestion question = randomCover(random, 40, {600, 6000, 0.05, false, 0});
    const CoverAnswer soon = solveMaxCover(question, {.seconds = 0});
    expectRight(question, soon);
    EXPECT_FALSE(soon.proven());
    const auto all = std::accumulate(question.worth.begin(), question.worth.end(), std::int64_t{0},
                                     [](std::int64_t sum, Worth one) { return sum + one.first; });
    EXPECT_LE(soon.bound, all);
    const CoverAnswer near = solveMaxCover(question, {.enough = 0.02});
    EXPECT_LE(static_cast<double>(near.bound - near.value), 0.02 * static_cast<double>(near.value));
    EXPECT_GE(soon.bound, near.value);
    EXPECT_GE(near.bound, soon.value);
}

TEST(MaxCover, CandidatesThatReachNobodyFillTheNumber) {
    CoverQuestion question;
    question.reached = {2, {1, 1, 1, 2}, {0, 1}};
    question.worth = {{10, 0}, {5, 0}};
    question.count = 4;
    EXPECT_EQ(solveMaxCover(question).value, 15);
    question.count = 3;
    const CoverAnswer answer = solveMaxCover(question);
    EXPECT_EQ(answer.chosen, (std::vector<std::uint32_t>{0, 1, 3}));
}

TEST(MaxCover, RefusesMinimumsThatCannotBeKept) {
    CoverQuestion question;
    question.reached = {1, {1, 1}, {0}};
    question.worth = {{10, 0}};
    question.count = 1;
    question.territory = {0, 1};
    question.atLeast = {1, 1};
    EXPECT_THROW(solveMaxCover(question), model::Error) << "two wanted, one to choose";
    question.atLeast = {0, 1};
    EXPECT_EQ(solveMaxCover(question).chosen, std::vector<std::uint32_t>{1}) << "though it reaches nobody";
}

}  // namespace
}  // namespace raquette::analysis
