#include "gis/analysis/siting/siting.h"
#include "gis/model/error.h"
#include "tests/gis/analysis/siting/random_cover.h"
#include "tests/gis/analysis/travel/road_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace raquette::analysis {
namespace {

using raquette::testing::RoadWorld;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

constexpr double never = std::numeric_limits<double>::infinity();

Provider providerAt(const RoadWorld& world, double column, double row) {
    return {"p", "p", "", world.at(column, row), {}};
}

std::vector<std::string> names(const SitingAnswer& answer) {
    std::vector<std::string> names;
    for (const SitedPlace& place : answer.places) names.push_back(place.candidate.name);
    return names;
}

SitingQuestion question(const RoadWorld& world, SitingModel model, std::uint32_t count, double minutes) {
    SitingQuestion asked;
    asked.model = model;
    asked.count = count;
    asked.time = model::Minutes{minutes};
    asked.candidates = communeCandidates(world.study, world.reference);
    return asked;
}

/// Ten minutes from one commune to the next but over a pass between the second and the third: forty.
RoadWorld pass() {
    RoadWorld world({"5119"});
    world.road({{0.5, 0.5}, {1.5, 0.5}});
    world.road({{1.5, 0.5}, {2.5, 0.5}}, 15);
    world.road({{2.5, 0.5}, {3.5, 0.5}});
    world.lay();
    return world;
}

TEST(SitingByTime, APassIsFurtherThanItsKilometres) {
    const RoadWorld world = pass();
    const std::vector<Provider> there{providerAt(world, 1.5, 0.5)};
    const SitingAnswer mean = site(world.study, world.reference, there, question(world, SitingModel::MeanDistance, 1, 15));
    EXPECT_THAT(names(mean), ElementsAre("A4"));
    EXPECT_NEAR(*mean.before, (5 * 10 + 1 * 40 + 9 * 50) / 16.0, 0.05) << "minutes";
    EXPECT_NEAR(mean.value, (5 * 10 + 1 * 10) / 16.0, 0.05);
    EXPECT_TRUE(mean.proven());
    EXPECT_TRUE(mean.verified);
    const SitingAnswer farthest = site(world.study, world.reference, there, question(world, SitingModel::Farthest, 1, 15));
    EXPECT_NEAR(*farthest.before, 50, 0.1);
    EXPECT_NEAR(farthest.value, 10, 0.1);
    EXPECT_TRUE(farthest.verified);
}

TEST(SitingByTime, WhomNoRoadJoinsToAPlaceIsLeftAsideAndSaid) {
    RoadWorld world({"51 9"});
    world.road({{0.5, 0.5}, {1.5, 0.5}});
    world.road({{3.45, 0.5}, {3.55, 0.5}});  // an island
    world.lay();
    SitingQuestion asked = question(world, SitingModel::MeanDistance, 1, 15);
    const SitingAnswer apart = site(world.study, world.reference, {}, asked);
    EXPECT_EQ(apart.leftAside.value, 0) << "their own commune could have a place";
    EXPECT_GT(apart.unjoined.value, 0) << "one place is either there or here";
    EXPECT_TRUE(apart.verified);
    asked.model = SitingModel::Farthest;
    EXPECT_THAT([&] { site(world.study, world.reference, {}, asked); }, ThrowsMessage<model::Error>(HasSubstr("larger --count")));
    std::erase_if(asked.candidates, [](const Candidate& one) { return one.name == "A4"; });
    const SitingAnswer without = site(world.study, world.reference, {}, asked);
    EXPECT_EQ(without.leftAside.value, 9000);
    EXPECT_NEAR(without.value, 10, 0.1);
}

/// Times between the middles of the cells of a random country, by Floyd and Warshall; each commune has a bit of road, not all are joined.
struct RandomCountry {
    static constexpr std::size_t columns = 4;
    static constexpr std::size_t cells = 12;
    RoadWorld world;
    std::vector<std::vector<double>> seconds = std::vector(cells, std::vector<double>(cells, never));

    explicit RandomCountry(std::mt19937& random) : world(drawn(random)) {
        for (std::size_t i = 0; i < cells; ++i) {
            seconds[i][i] = 0;
            const auto [column, row] = middle(i);
            world.road({{column, row}, {column + 0.03, row + 0.03}});
            if (i % columns + 1 < columns) join(i, i + 1, random);
            if (i + columns < cells) join(i, i + columns, random);
        }
        for (std::size_t k = 0; k < cells; ++k) {
            for (std::size_t i = 0; i < cells; ++i) {
                for (std::size_t j = 0; j < cells; ++j) seconds[i][j] = std::min(seconds[i][j], seconds[i][k] + seconds[k][j]);
            }
        }
        world.lay();
    }

    static RoadWorld::Place middle(std::size_t cell) {
        const std::size_t row = cell / columns;
        return {static_cast<double>(cell % columns) + 0.5, static_cast<double>(row) + 0.5};
    }

private:
    static RoadWorld drawn(std::mt19937& random) {
        std::vector<std::string> rows(cells / columns, std::string(columns, ' '));
        for (std::string& row : rows) {
            for (char& cell : row) cell = static_cast<char>('1' + random() % 9);
        }
        return RoadWorld(rows);
    }
    void join(std::size_t a, std::size_t b, std::mt19937& random) {
        if (random() % 3 == 0) return;
        const auto kmh = static_cast<float>(20 + random() % 80);
        world.road({middle(a), middle(b)}, kmh);
        const auto at = [&](std::size_t cell) { return roads::toPosition(world.at(middle(cell).first, middle(cell).second)); };
        seconds[a][b] = seconds[b][a] = roads::shortDistance(at(a), at(b)) / static_cast<double>(kmh) * 3.6;
    }
};

/// What a choice of cells is worth by each model.
struct Worth {
    const RandomCountry& country;
    const SitingQuestion& asked;
    const std::vector<std::size_t>& providers;
    const std::vector<std::size_t>& candidates;

    double nearest(std::size_t i, const std::vector<std::size_t>& places) const {
        double least = never;
        for (const std::size_t place : places) least = std::min(least, country.seconds[i][place]);
        return least;
    }

    double longestWay() const {
        double longest = 0;
        for (std::size_t i = 0; i < RandomCountry::cells; ++i) {
            for (const std::size_t c : candidates) {
                if (country.seconds[i][c] < nearest(i, providers)) longest = std::max(longest, country.seconds[i][c]);
            }
        }
        return longest;
    }

    double of(const std::vector<std::uint32_t>& chosen) const {
        double reached = 0;
        double twice = 0;
        double sum = 0;
        double all = 0;
        double farthest = 0;
        for (std::size_t i = 0; i < RandomCountry::cells; ++i) {
            const double people = country.world.reference.people[i].people;
            const double now = nearest(i, providers);
            const auto within = [&](std::size_t place) { return country.seconds[i][place] <= asked.time->value * 60 ? 1 : 0; };
            int before = 0;
            int after = 0;
            for (const std::size_t place : providers) before += within(place);
            double least = now;
            for (const std::uint32_t c : chosen) {
                after += within(candidates[c]);
                least = std::min(least, country.seconds[i][candidates[c]]);
            }
            if (before == 0 && after > 0) reached += people;
            if (before < 2 && before + after > 1) twice += people;
            if (std::isinf(now) && std::isinf(nearest(i, candidates))) continue;  // nobody brings them nearer
            farthest = std::max(farthest, least);
            sum += people * std::round(std::isinf(least) ? longestWay() : least);
            all += people;
        }
        switch (asked.model) {
            case SitingModel::MeanDistance:
                return sum / all / 60;
            case SitingModel::Farthest:
                return farthest / 60;
            case SitingModel::Backup:
                return reached + twice;
            case SitingModel::MostPeople:
            case SitingModel::FewestPlaces:
                return reached;
        }
        return 0;
    }
};

class EachModelByTime : public ::testing::TestWithParam<SitingModel> {};

TEST_P(EachModelByTime, IsWhatTryingEveryChoiceFindsAndVerified) {
    std::mt19937 random(static_cast<unsigned>(GetParam()) + 11);
    const bool less = GetParam() == SitingModel::MeanDistance || GetParam() == SitingModel::Farthest;
    int answered = 0;
    for (int round = 0; round < 25; ++round) {
        const RandomCountry country(random);
        SitingQuestion asked = question(country.world, GetParam(), 1 + static_cast<std::uint32_t>(random() % 3), 15);
        std::vector<std::size_t> candidates;
        std::vector<Candidate> kept;
        for (std::size_t cell = 0; cell < RandomCountry::cells; ++cell) {
            if (random() % 3 == 0) continue;
            const auto [column, row] = RandomCountry::middle(cell);
            kept.push_back({std::to_string(100 + cell), "", "", country.world.at(column, row)});
            candidates.push_back(cell);
        }
        asked.candidates = kept;
        std::vector<std::size_t> there;
        std::vector<Provider> providers;
        for (int p = 0; p < round % 3; ++p) {
            there.push_back(random() % RandomCountry::cells);
            const auto [column, row] = RandomCountry::middle(there.back());
            providers.push_back(providerAt(country.world, column, row));
        }
        const Worth worth{country, asked, there, candidates};
        double best = less ? never : -1;
        testing::eachChoice(static_cast<std::uint32_t>(candidates.size()), asked.count, [&](const std::vector<std::uint32_t>& chosen) {
            best = less ? std::min(best, worth.of(chosen)) : std::max(best, worth.of(chosen));
        });
        const auto ask = [&] { return site(country.world.study, country.world.reference, providers, asked); };
        if (std::isinf(best) || (!less && best == 0)) {
            EXPECT_THROW(ask(), model::Error) << round;
            continue;
        }
        const SitingAnswer answer = ask();
        ++answered;
        EXPECT_TRUE(answer.verified) << round;
        EXPECT_TRUE(answer.proven()) << round;
        EXPECT_NEAR(answer.value, best, GetParam() == SitingModel::MeanDistance ? 0.02 : 0.001) << round;
    }
    EXPECT_GT(answered, 8);
}

INSTANTIATE_TEST_SUITE_P(All, EachModelByTime,
                         ::testing::Values(SitingModel::MostPeople, SitingModel::MeanDistance, SitingModel::Farthest, SitingModel::Backup),
                         [](const auto& of) {
                             std::string word(name(of.param));
                             std::erase(word, '-');
                             return word;
                         });

}  // namespace
}  // namespace raquette::analysis
