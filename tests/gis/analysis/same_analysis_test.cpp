#include "gis/analysis/land.h"
#include "gis/analysis/scenario/scenario.h"
#include "gis/analysis/siting/siting.h"
#include "gis/geometry/geodesic.h"
#include "tests/gis/analysis/full_world.h"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <algorithm>
#include <numeric>

// The whole analysis, whatever the order of rows and however many threads.

namespace raquette::analysis {
namespace {

using raquette::testing::FullWorld;

/// Which part differs is said, for there is much in an analysis.
void expectSame(const Analysis& a, const Analysis& b, const std::string& where) {
    ASSERT_EQ(a.services.size(), b.services.size());
    for (std::size_t s = 0; s < a.services.size(); ++s) {
        const ServiceResult& one = a.services[s];
        const ServiceResult& other = b.services[s];
        const std::string what = one.service.id + ", " + where;
        EXPECT_TRUE(one.providers == other.providers) << what;
        EXPECT_TRUE(one.gathering == other.gathering) << what;
        EXPECT_TRUE(one.reach == other.reach) << what;
        EXPECT_TRUE(one.coverages == other.coverages) << what;
        EXPECT_TRUE(one.gaps == other.gaps) << what;
        EXPECT_TRUE(one.slivers == other.slivers && one.fewPeople == other.fewPeople) << what;
        EXPECT_TRUE(one.indicators == other.indicators) << what;
        EXPECT_TRUE(one.onlyReached == other.onlyReached) << what;
        EXPECT_TRUE(one.onlyCovered == other.onlyCovered) << what;
        EXPECT_TRUE(one.timeline == other.timeline) << what;
        EXPECT_TRUE(one.endings == other.endings) << what;
        EXPECT_TRUE(one.access == other.access) << what;
        EXPECT_TRUE(one == other) << what;
    }
    EXPECT_TRUE(a.filiere == b.filiere) << where;
    EXPECT_TRUE(a.cooperation.groups == b.cooperation.groups) << where;
    EXPECT_TRUE(a.cooperation.isolation == b.cooperation.isolation) << where;
    EXPECT_TRUE(a.cooperation.bridges == b.cooperation.bridges) << where;
    EXPECT_TRUE(a.cooperation.complementarities == b.cooperation.complementarities) << where;
    EXPECT_TRUE(a.cooperation == b.cooperation) << where;
    EXPECT_TRUE(a.funding.contracts == b.funding.contracts) << where;
    EXPECT_TRUE(a.funding.years == b.funding.years) << where;
    EXPECT_TRUE(a.funding.territories == b.funding.territories) << where;
    EXPECT_TRUE(a.funding.grants == b.funding.grants) << where;
    EXPECT_TRUE(a.equity.means == b.equity.means) << where;
    EXPECT_TRUE(a.equity == b.equity) << where;
    EXPECT_TRUE(a == b) << where;
}

template <class T>
std::vector<T> taken(const std::vector<T>& from, const std::vector<std::size_t>& order) {
    std::vector<T> ordered;
    for (const std::size_t i : order) {
        if (i < from.size()) ordered.push_back(from[i]);
    }
    return ordered;
}

/// Providers, contracts and amounts are listed in the order of the lists, and what speaks of a provider does so by its place in that list:
/// here by their id.
void sortById(Analysis& analysis) {
    for (ServiceResult& result : analysis.services) {
        std::vector<std::size_t> order(result.providers.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t i) { return result.providers[i].id; });
        std::vector<std::uint32_t> placeOf(order.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) placeOf[order[i]] = i;
        for (Ending& ending : result.endings) {
            for (std::uint32_t& provider : ending.ended) provider = placeOf[provider];
            std::ranges::sort(ending.ended);
        }
        result.onlyReached = taken(result.onlyReached, order);
        result.onlyCovered = taken(result.onlyCovered, order);
        result.providers = taken(result.providers, order);
    }
    std::ranges::sort(analysis.funding.contracts, {}, &ContractFunding::contract);
    const auto before = [](const FundedYear& a, const FundedYear& b) {
        return std::tie(a.contract, a.funder, a.year) < std::tie(b.contract, b.funder, b.year);
    };
    std::ranges::sort(analysis.funding.years, before);
}

void shuffle(model::Dataset& dataset, std::mt19937& random) {
    std::ranges::shuffle(dataset.actors, random);
    std::ranges::shuffle(dataset.venues, random);
    std::ranges::shuffle(dataset.contracts, random);
    std::ranges::shuffle(dataset.amounts, random);
    std::ranges::shuffle(dataset.grants, random);
    std::ranges::shuffle(dataset.activities, random);
    std::ranges::shuffle(dataset.links, random);
}

TEST(WholeAnalysis, TheOrderOfRowsOfAnySourceNeverMatters) {
    std::mt19937 random(31);
    for (int i = 0; i < 12; ++i) {
        FullWorld world(random);
        Analysis first = world.analysed();
        sortById(first);
        for (int again = 0; again < 2; ++again) {
            shuffle(world.dataset, random);
            Analysis second = world.analysed();
            sortById(second);
            expectSame(first, second, "world " + std::to_string(i));
        }
    }
}

TEST(WholeAnalysis, OneThreadIsManyBitForBit) {
    std::mt19937 random(32);
    tbb::task_arena four(4);  // more than the processor may have
    for (int i = 0; i < 10; ++i) {
        const FullWorld world(random);
        const Analysis one = world.analysed(1);
        EXPECT_FALSE(one.funding.contracts.empty() || one.cooperation.isolation.empty() || one.equity.equity.empty());
        EXPECT_FALSE(one.filiere.presences.empty() || one.services.front().timeline.rows.empty());
        four.execute([&] { expectSame(one, world.analysed(), "world " + std::to_string(i)); });
    }
}

/// What a scenario and a siting answer on so many threads.
struct Answers {
    ScenarioAnswer scenario;
    std::vector<SitingAnswer> sitings;
};

Answers answersOf(const FullWorld& world, const Analysis& analysis, int threads) {
    const tbb::global_control most(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    const StudyArea area = studyArea(world.study, world.reference);
    const ServiceResult& service = analysis.services.front();
    Answers answers;
    ScenarioChange change{{}, {world.at(3.1, 2.2), world.at(7.4, 0.9)}};
    if (!service.providers.empty()) change.closed.push_back(service.providers.front().id);
    answers.scenario = Scenario(world.study, world.reference, area, service).answer(change);
    for (const SitingModel model :
         {SitingModel::MostPeople, SitingModel::FewestPlaces, SitingModel::MeanDistance, SitingModel::Farthest, SitingModel::Backup}) {
        SitingQuestion question;
        question.model = model;
        question.reach = model::kilometres(9);
        question.count = 3;
        question.candidates = communeCandidates(world.study, world.reference);
        question.threads = threads;
        answers.sitings.push_back(site(world.study, world.reference, service.providers, question));
    }
    return answers;
}

TEST(WholeAnalysis, ScenariosAndSitingsAreTheSameOnOneThreadAndOnMany) {
    std::mt19937 random(33);
    tbb::task_arena four(4);
    for (int i = 0; i < 5; ++i) {
        const FullWorld world(random);
        const Analysis analysis = world.analysed();
        const Answers one = answersOf(world, analysis, 1);
        const Answers many = four.execute([&] { return answersOf(world, analysis, 4); });
        EXPECT_TRUE(one.scenario == many.scenario);
        for (std::size_t m = 0; m < one.sitings.size(); ++m) {
            const SitingAnswer& a = one.sitings[m];
            const SitingAnswer& b = many.sitings[m];
            EXPECT_EQ(a.value, b.value) << m;
            EXPECT_EQ(a.bound, b.bound) << m;
            EXPECT_TRUE(std::ranges::equal(
                a.places, b.places, {}, [](const SitedPlace& p) { return p.candidate.id; },
                [](const SitedPlace& p) { return p.candidate.id; }))
                << m;
            EXPECT_TRUE(a.verified && b.verified) << m;
        }
    }
}

}  // namespace
}  // namespace raquette::analysis
