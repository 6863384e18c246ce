#include "gis/analysis/siting/siting.h"

#include "gis/geometry/geodesic.h"
#include "gis/model/error.h"
#include "tests/gis/analysis/siting/random_cover.h"
#include "tests/gis/drawn_world.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;

SitingQuestion question(const DrawnWorld& world, SitingModel model, std::uint32_t count, double kilometres) {
    SitingQuestion asked;
    asked.model = model;
    asked.count = count;
    asked.reach = model::kilometres(kilometres);
    asked.candidates = communeCandidates(world.study, world.reference);
    return asked;
}

Provider providerAt(const DrawnWorld& world, double column, double row, const std::string& commune = "") {
    return {"p", "p", commune, world.at(column, row), {}};
}

std::vector<std::string> names(const SitingAnswer& answer) {
    std::vector<std::string> names;
    for (const SitedPlace& place : answer.places) names.push_back(place.candidate.name);
    return names;
}

TEST(Siting, ChoosesWhereMostPeopleHaveNothing) {
    const DrawnWorld world({"9..15"});  // 10 km apart
    const SitingAnswer answer =
        site(world.study, world.reference, {providerAt(world, 0.5, 0.5)}, question(world, SitingModel::MostPeople, 1, 12));
    EXPECT_THAT(names(answer), ElementsAre("A5")) << "the most populous of those that reach both";
    EXPECT_EQ(answer.served.value, 9000);
    EXPECT_EQ(answer.more.value, 6000);
    EXPECT_TRUE(answer.proven());
    EXPECT_TRUE(answer.verified);
}

TEST(Siting, PlacesComeWithWhatEachAdds) {
    const DrawnWorld world({"1.....7", ".......", "3......"});
    const SitingAnswer answer = site(world.study, world.reference, {}, question(world, SitingModel::MostPeople, 2, 12));
    ASSERT_THAT(answer.places, SizeIs(2));
    EXPECT_EQ(answer.places[0].more.value, 7000);
    EXPECT_EQ(answer.places[1].more.value, 3000 + (answer.more.value - 10000)) << "A1 or C1, whichever serves both";
    EXPECT_EQ(answer.places[1].sum, answer.more);
}

TEST(Siting, AtLeastOneInEachTerritoryCountsThoseThere) {
    DrawnWorld world({"19"});
    const std::vector<Provider> there{providerAt(world, 1.5, 0.5, "23002")};
    SitingQuestion asked = question(world, SitingModel::MostPeople, 1, 5);
    asked.atLeast = {model::Level::Commune, 1};
    EXPECT_THAT(names(site(world.study, world.reference, there, asked)), ElementsAre("A1"));
    EXPECT_THAT([&] { site(world.study, world.reference, {}, asked); }, ThrowsMessage<model::Error>(HasSubstr("--count 2")));
}

TEST(Siting, RefusesWhatCannotBeAnswered) {
    const DrawnWorld world({"12"});
    const auto refused = [&](const SitingQuestion& asked, const std::string& why) {
        EXPECT_THAT([&] { site(world.study, world.reference, {providerAt(world, 1, 0.5)}, asked); },
                    ThrowsMessage<model::Error>(HasSubstr(why)));
    };
    refused(question(world, SitingModel::MostPeople, 3, 2), "from 1 to 2");
    refused(question(world, SitingModel::MostPeople, 0, 2), "from 1 to 2");
    refused(question(world, SitingModel::MostPeople, 1, 30), "nobody left to reach");
    SitingQuestion nowhere = question(world, SitingModel::MostPeople, 1, 2);
    nowhere.candidates = {{"sea", "sea", "", world.at(50, 50)}};
    refused(nowhere, "No candidate reaches anybody");
    nowhere.candidates.clear();
    refused(nowhere, "no candidate");
}

/// What a choice is worth by each model, by geodesics alone; smaller is better for places and metres.
double worthOf(const DrawnWorld& world, const std::vector<Provider>& providers, const SitingQuestion& asked,
               const std::vector<std::uint32_t>& chosen) {
    double reached = 0;
    double twice = 0;
    double metres = 0;
    double people = 0;
    double farthest = 0;
    for (const model::PopulationPoint& point : world.reference.people) {
        if (point.people == 0) continue;
        int before = 0;
        int after = 0;
        double nearest = std::numeric_limits<double>::infinity();
        const auto meet = [&](geometry::LonLat at) {
            const double distance = geometry::geodesicDistance(point.at, at).value;
            nearest = std::min(nearest, distance);
            return distance <= asked.reach.value ? 1 : 0;
        };
        for (const Provider& provider : providers) before += meet(provider.at);
        for (const std::uint32_t c : chosen) after += meet(asked.candidates[c].at);
        if (before == 0 && after > 0) reached += point.people;
        if (before < 2 && before + after > 1) twice += point.people;
        metres += point.people * static_cast<double>(std::llround(nearest));
        people += point.people;
        farthest = std::max(farthest, nearest);
    }
    if (asked.model == SitingModel::MostPeople || asked.model == SitingModel::FewestPlaces) return reached;
    if (asked.model == SitingModel::Backup) return reached + twice;
    return asked.model == SitingModel::MeanDistance ? metres / people : farthest;
}

double bestByTryingAll(const DrawnWorld& world, const std::vector<Provider>& providers, const SitingQuestion& asked) {
    const bool lessIsBetter = asked.model == SitingModel::MeanDistance || asked.model == SitingModel::Farthest;
    const auto of = static_cast<std::uint32_t>(asked.candidates.size());
    const auto best = [&](std::uint32_t count) {
        double found = lessIsBetter ? std::numeric_limits<double>::infinity() : -1;
        testing::eachChoice(of, count, [&](const std::vector<std::uint32_t>& chosen) {
            const double worth = worthOf(world, providers, asked, chosen);
            found = lessIsBetter ? std::min(found, worth) : std::max(found, worth);
        });
        return found;
    };
    if (asked.model != SitingModel::FewestPlaces) return best(asked.count);
    std::uint32_t count = 0;
    while (best(count) < best(of)) ++count;
    return count;
}

class EachModel : public ::testing::TestWithParam<SitingModel> {};

TEST_P(EachModel, IsWhatTryingEveryChoiceFindsAndVerified) {
    std::mt19937 random(static_cast<unsigned>(GetParam()) + 1);
    for (int i = 0; i < 15; ++i) {
        std::vector<std::string> rows(3, std::string(4, ' '));
        for (std::string& row : rows) {
            for (char& cell : row) cell = random() % 8 == 0 ? ' ' : static_cast<char>('1' + random() % 9);
        }
        rows[0][0] = '5';
        rows[2][3] = '4';
        const DrawnWorld world(rows);
        std::uniform_real_distribution<double> column(0, 4);
        std::uniform_real_distribution<double> row(0, 3);
        std::vector<Provider> providers;
        for (int p = 0; p < i % 3; ++p) providers.push_back(providerAt(world, column(random), row(random)));
        SitingQuestion asked =
            question(world, GetParam(), 1 + static_cast<std::uint32_t>(random() % 3), 8 + static_cast<double>(random() % 5));
        const SitingAnswer answer = site(world.study, world.reference, providers, asked);
        EXPECT_TRUE(answer.verified) << "world " << i;
        EXPECT_TRUE(answer.proven()) << "world " << i;
        EXPECT_NEAR(answer.value, bestByTryingAll(world, providers, asked), 1e-6) << "world " << i;
        std::ranges::reverse(asked.candidates);
        DrawnWorld turned = world;
        std::ranges::reverse(turned.reference.people);
        asked.threads = 1;
        EXPECT_EQ(names(site(turned.study, turned.reference, providers, asked)), names(answer)) << "order and threads, world " << i;
    }
}

INSTANTIATE_TEST_SUITE_P(All, EachModel,
                         ::testing::Values(SitingModel::MostPeople, SitingModel::FewestPlaces, SitingModel::MeanDistance,
                                           SitingModel::Farthest, SitingModel::Backup),
                         [](const auto& of) {
                             std::string word(name(of.param));
                             std::erase(word, '-');
                             return word;
                         });

TEST(Siting, TheCurveNeverFallsAndEndsAtTheAnswer) {
    const DrawnWorld world({"1234", "5678", "9123"});
    SitingQuestion asked = question(world, SitingModel::MostPeople, 5, 8);
    asked.curve = true;
    const SitingAnswer answer = site(world.study, world.reference, {}, asked);
    ASSERT_THAT(answer.curve, SizeIs(5));
    EXPECT_TRUE(std::ranges::is_sorted(answer.curve, {}, &SitingStep::people));
    EXPECT_EQ(answer.curve.back().people, answer.more);
}

}  // namespace
}  // namespace raquette::analysis
