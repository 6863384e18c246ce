#include "gis/analysis/equity/inequality.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace raquette::analysis {
namespace {

/// One person each.
std::vector<Portion> persons(const std::vector<double>& values) {
    std::vector<Portion> portions;
    for (const double value : values) portions.push_back({{1}, value});
    return portions;
}

struct Published {
    std::vector<double> values;
    double gini;
    double within;  ///< half of the last digit given
};

TEST(Inequality, GiniIsThatOfPublishedExamples) {
    const std::vector<Published> examples{// R package ineq, its own example; DescTools gives 0.5134345 = ×10/9 for a sample.
                                          {{541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261}, 0.4620911, 5e-8},
                                          // R package phylotools, after ineq.
                                          {{1, 3, 2, 1, 1, 1, 4}, 0.3076923, 5e-8},
                                          // A class sheet of twenty incomes, in thousands of dollars.
                                          {{1, 3, 4, 5, 6, 8, 8, 9, 11, 12, 14, 17, 19, 21, 23, 27, 29, 32, 33, 38}, 0.38625, 1e-12},
                                          // Wikipedia, "Gini coefficient": two countries of different incomes with the same index.
                                          {{20, 30, 40, 50, 60}, 0.2, 1e-12},
                                          {{9, 40, 48, 48, 55}, 0.2, 1e-12}};
    for (const Published& example : examples) EXPECT_NEAR(gini(persons(example.values))->value, example.gini, example.within);
}

TEST(Inequality, TheilIsThatOfPublishedExamples) {
    // Wikipedia, "Theil index": what 80 : 20 means is 0.832, 74 : 26 about 0.5.
    const std::vector<Portion> eightyTwenty{{{80}, 20.0 / 80}, {{20}, 80.0 / 20}};
    EXPECT_NEAR(theil(eightyTwenty)->total, 0.6 * std::log(4), 1e-15);
    EXPECT_NEAR(theil(eightyTwenty)->total, 0.832, 5e-4);
    EXPECT_NEAR(theil({{{738}, 262.0 / 738}, {{262}, 738.0 / 262}})->total, 0.5, 0.01);
}

// Two régions: 300 people of whom 100 have 1 and 200 have 4, 100 people who have 6. Together 1500, 3.75 each.
const std::vector<Portion> twoRegions{{{100}, 1, 84}, {{200}, 4, 84}, {{100}, 6, 75}};

TEST(Inequality, OnATableDoneByHand) {
    // Pairs of people: 100 × 200 differ by 3, 200 × 100 by 2, 100 × 100 by 5; twice the sum over 2 × 400² × 3.75.
    EXPECT_NEAR(gini(twoRegions)->value, 150000.0 / (400 * 400 * 3.75), 1e-15);
    // The least 160 have 100 × 1 + 60 × 4, the most 40 have 40 × 6.
    EXPECT_NEAR(*palma(twoRegions), 240.0 / 340, 1e-15);
    EXPECT_NEAR(shareOfLeast(twoRegions, {0.5})->value, 500.0 / 1500, 1e-15);
    const Theil parts = *theil(twoRegions);
    // Shares of all there is times the logarithm of the share over the share of people.
    EXPECT_NEAR(parts.between, 0.6 * std::log(0.6 / 0.75) + 0.4 * std::log(0.4 / 0.25), 1e-15);
    EXPECT_NEAR(parts.within, 0.6 * (1.0 / 9 * std::log(1.0 / 3) + 8.0 / 9 * std::log(4.0 / 3)), 1e-15);
    EXPECT_NEAR(parts.total, 1.0 / 15 * std::log(1 / 3.75) + 8.0 / 15 * std::log(4 / 3.75) + 0.4 * std::log(6 / 3.75), 1e-15);
}

TEST(Inequality, WhereAllHaveTheSameThereIsNone) {
    const std::vector<Portion> same{{{3}, 0.1, 1}, {{70000}, 0.1, 1}, {{12}, 0.1, 2}};
    EXPECT_EQ(gini(same)->value, 0);
    EXPECT_NEAR(*palma(same), 0.25, 1e-15);
    EXPECT_NEAR(theil(same)->total, 0, 1e-15);
    EXPECT_NEAR(theil(same)->between, 0, 1e-15);
    EXPECT_NEAR(theil(same)->within, 0, 1e-15);
}

TEST(Inequality, WhereOneHasEverythingItIsTheGreatest) {
    const std::vector<Portion> one{{{999}, 0, 1}, {{1}, 50, 2}};
    EXPECT_NEAR(gini(one)->value, 0.999, 1e-15);
    EXPECT_NEAR(theil(one)->total, std::log(1000), 1e-12);
    EXPECT_NEAR(theil(one)->between, std::log(1000), 1e-12);
    EXPECT_NEAR(theil(one)->within, 0, 1e-15);
    EXPECT_FALSE(palma(one)) << "four tenths have nothing: no ratio";
}

TEST(Inequality, MeansNothingWithoutPeopleWithoutAnythingOrBelowNothing) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::vector<std::vector<Portion>> refused{
        {}, {{{0}, 5}}, {{{10}, 0}, {{20}, 0}}, {{{10}, -1}, {{20}, 5}}, {{{10}, unknown}, {{20}, 5}}};
    for (const auto& portions : refused) {
        EXPECT_FALSE(gini(portions));
        EXPECT_FALSE(palma(portions));
        EXPECT_FALSE(theil(portions));
        EXPECT_FALSE(shareOfLeast(portions, {0.5}));
    }
}

TEST(Inequality, ATerritoryWithoutPeopleDoesNotCountWhateverItHas) {
    std::vector<Portion> withEmpty = twoRegions;
    withEmpty.push_back({{0}, 1e9, 84});
    withEmpty.push_back({{0}, std::numeric_limits<double>::quiet_NaN(), 75});
    EXPECT_EQ(gini(withEmpty), gini(twoRegions));
    EXPECT_EQ(palma(withEmpty), palma(twoRegions));
    EXPECT_EQ(theil(withEmpty)->between, theil(twoRegions)->between);
}

/// Territories as unequal as communes, some with nothing.
std::vector<Portion> randomTerritories(std::mt19937& random) {
    std::lognormal_distribution<double> people(6, 1.5);
    std::lognormal_distribution<double> each(0, 1);
    std::vector<Portion> portions(3 + random() % 200);
    for (Portion& portion : portions) {
        portion.people.value = static_cast<std::int64_t>(people(random));
        portion.each = random() % 5 == 0 ? 0 : each(random);
        portion.group = static_cast<std::int32_t>(random() % 13) - 1;
    }
    portions.front() = {{500}, 2, 3};
    return portions;
}

class OnAnyTerritories : public ::testing::TestWithParam<unsigned> {
protected:
    std::mt19937 random_{GetParam()};
    std::vector<Portion> portions_ = randomTerritories(random_);
};

INSTANTIATE_TEST_SUITE_P(Inequality, OnAnyTerritories, ::testing::Range(0U, 30U));

TEST_P(OnAnyTerritories, TheilIsBetweenPlusWithin) {
    const Theil parts = *theil(portions_);
    EXPECT_NEAR(parts.total, parts.between + parts.within, 1e-12);
    EXPECT_GE(parts.between, 0);
    EXPECT_GE(parts.within, 0);
}

TEST_P(OnAnyTerritories, TheilIsItsDefinitionAndGiniTheMeanDifference) {
    double people = 0;
    double all = 0;
    for (const Portion& portion : portions_) {
        people += static_cast<double>(portion.people.value);
        all += static_cast<double>(portion.people.value) * portion.each;
    }
    double entropy = 0;
    double difference = 0;
    for (const Portion& a : portions_) {
        const auto weight = static_cast<double>(a.people.value);
        const double ratio = a.each * people / all;
        if (ratio > 0) entropy += weight / people * ratio * std::log(ratio);
        for (const Portion& b : portions_) difference += weight * static_cast<double>(b.people.value) * std::abs(a.each - b.each);
    }
    EXPECT_NEAR(theil(portions_)->total, entropy, 1e-12);
    EXPECT_NEAR(gini(portions_)->value, difference / (2 * people * all), 1e-12);
}

TEST_P(OnAnyTerritories, TheOrderNeverMatters) {
    std::vector<Portion> shuffled = portions_;
    std::ranges::shuffle(shuffled, random_);
    EXPECT_EQ(gini(shuffled), gini(portions_));
    EXPECT_EQ(palma(shuffled), palma(portions_));
    EXPECT_EQ(theil(shuffled)->total, theil(portions_)->total);
    EXPECT_EQ(theil(shuffled)->between, theil(portions_)->between);
    EXPECT_EQ(theil(shuffled)->within, theil(portions_)->within);
}

TEST_P(OnAnyTerritories, MorePeopleOfEverybodyOrMoreForEverybodyChangesNothing) {
    std::vector<Portion> more = portions_;
    for (Portion& portion : more) portion.each *= 7;
    const std::vector<Portion> richer = more;
    more.insert(more.end(), richer.begin(), richer.end());
    for (Portion& portion : more) portion.people.value *= 3;
    EXPECT_NEAR(gini(more)->value, gini(portions_)->value, 1e-12);
    EXPECT_NEAR(theil(more)->total, theil(portions_)->total, 1e-12);
    EXPECT_NEAR(theil(more)->within, theil(portions_)->within, 1e-12);
    ASSERT_EQ(palma(more).has_value(), palma(portions_).has_value());
    if (palma(more)) {
        EXPECT_NEAR(*palma(more) / *palma(portions_), 1, 1e-9);
    }
}

TEST_P(OnAnyTerritories, GivingFromWhoHasMostToWhoHasLeastLessensAll) {
    const auto byEach = [](const Portion& a, const Portion& b) { return a.each < b.each; };
    std::vector<Portion> given = portions_;
    std::erase_if(given, [](const Portion& portion) { return portion.people.value == 0; });
    const std::vector<Portion> before = given;
    const auto [least, most] = std::ranges::minmax_element(given, byEach);
    const double gift = 0.01 * (most->each - least->each);
    const auto ratio = static_cast<double>(most->people.value) / static_cast<double>(least->people.value);
    most->each -= gift / std::max(1.0, ratio);
    least->each += gift / std::max(1.0, ratio) * ratio;
    EXPECT_LT(gini(given)->value, gini(before)->value);
    EXPECT_LT(theil(given)->total, theil(before)->total);
}

TEST_P(OnAnyTerritories, TheLorenzCurveSagsFromNothingToAllAndHoldsHalfTheGini) {
    const std::vector<LorenzPoint> curve = lorenz(portions_);
    ASSERT_GE(curve.size(), 2U);
    EXPECT_EQ(curve.front(), LorenzPoint{});
    EXPECT_EQ(curve.back(), (LorenzPoint{{1}, {1}}));
    double under = 0;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        EXPECT_GE(curve[i].people, curve[i - 1].people);
        EXPECT_LE(curve[i].had.value, curve[i].people.value + 1e-12);
        under += (curve[i].people - curve[i - 1].people).value * (curve[i].had + curve[i - 1].had).value / 2;
    }
    EXPECT_NEAR(1 - 2 * under, gini(portions_)->value, 1e-9);
}

TEST(Inequality, TheLorenzCurveTurnsAtEachTerritoryAndIsNoneWhereNobodyHasAnything) {
    const std::vector<LorenzPoint> curve = lorenz(twoRegions);
    ASSERT_EQ(curve.size(), 4U);
    EXPECT_DOUBLE_EQ(curve[1].people.value, 0.25);
    EXPECT_DOUBLE_EQ(curve[1].had.value, 100.0 / 1500);
    EXPECT_TRUE(lorenz({{{3}, 0.0}}).empty());
    EXPECT_TRUE(lorenz({}).empty());
}

TEST_P(OnAnyTerritories, AllAtOnceIsEachOnItsOwn) {
    const Inequality all = inequality(portions_);
    EXPECT_EQ(all.gini, gini(portions_));
    EXPECT_EQ(all.palma, palma(portions_));
    const auto parts = theil(portions_);
    ASSERT_EQ(all.theil.has_value(), parts.has_value());
    EXPECT_EQ(all.theil->between, parts->between);
}

TEST(Inequality, QuantilesAreWhatSoManyPeopleDoNotExceed) {
    // Ten people have 1 to 10 each: a tenth at most 1, a quarter at most 3 (2.5 people), half at most 5, …
    std::vector<Portion> ten;
    for (int i = 10; i >= 1; --i) ten.push_back({{1}, static_cast<double>(i)});
    EXPECT_THAT(inequality(ten).quantiles, ::testing::ElementsAre(1, 3, 5, 8, 9));
    EXPECT_EQ(inequality(ten).all, 55);
    EXPECT_THAT(inequality({{{3}, 0.0}, {{1}, 4.0}}).quantiles, ::testing::ElementsAre(0, 0, 0, 0, 4));
    EXPECT_THAT(inequality({{{3}, 0.0}}).quantiles, ::testing::Each(0));
    EXPECT_THAT(inequality({}).quantiles, ::testing::Each(0));
}

}  // namespace
}  // namespace raquette::analysis
