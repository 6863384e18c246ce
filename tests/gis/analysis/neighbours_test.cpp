#include "gis/analysis/cooperation/complementarity.h"
#include "gis/geometry/geodesic.h"
#include "tests/gis/analysis/country.h"

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

namespace raquette::analysis {
namespace {

using raquette::testing::Country;
using raquette::testing::isolationOf;
using raquette::testing::randomCountry;
using raquette::testing::threeAndOne;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

bool holds(const model::Actor& actor, const model::SharedText& function) {
    return std::ranges::find(actor.functions, function) != actor.functions.end();
}

/// Another actor has a function that this one lacks; of the filière only, or any.
bool brings(const model::Actor& other, const model::Actor& one, bool ofFiliere) {
    return std::ranges::any_of(other.functions,
                               [&](const auto& function) { return !holds(one, function) && !(ofFiliere && function == "cirque"); });
}

constexpr double nowhereNear = 1e9;

double apart(const model::Actor& a, const model::Actor& b) {
    return geodesicDistance(*a.place.position, *b.place.position).value;
}

TEST(Isolation, IsTheDistanceToTheNearestOfTheSameFunctionAndOfAnother) {
    Country country = threeAndOne();
    const Cooperation found = country.cooperation();
    const auto apart = [&](double x1, double y1, double x2, double y2) { return geodesicDistance(country.at(x1, y1), country.at(x2, y2)); };
    EXPECT_EQ(isolationOf(found, "a").nearestSameId, "d");
    EXPECT_EQ(isolationOf(found, "a").nearestSame, apart(0.5, 0.5, 2.5, 1.5));
    EXPECT_EQ(isolationOf(found, "c").nearestOtherId, "a");
    EXPECT_EQ(isolationOf(found, "c").nearestOther, apart(0.5, 1.5, 0.5, 0.5));
    EXPECT_EQ(isolationOf(found, "b").nearestSameId, "c");
    EXPECT_THAT(found.complementarities, IsEmpty()) << "no list has links: nothing says who works with whom";
}

TEST(Isolation, OneWithoutFunctionOrPlaceHasNoNeighbourButIsListed) {
    Country country = threeAndOne();
    country.add("sans fonction", 0.5, 0.5, {});
    country.add("sans place", 0.5, 0.5, {"création"});
    country.dataset.actors.back().place.position.reset();
    const Cooperation found = country.cooperation();
    for (const char* id : {"sans fonction", "sans place"}) {
        EXPECT_FALSE(isolationOf(found, id).nearestSame) << id;
        EXPECT_FALSE(isolationOf(found, id).nearestOther) << id;
    }
}

TEST(Isolation, IsNotSpokenOfWhereNoListSaysFunctionsOrLinks) {
    Country country;
    country.add("a", 0.5, 0.5, {});
    EXPECT_THAT(country.cooperation().isolation, IsEmpty());
    country.link({"a", "La Ville"});
    EXPECT_EQ(country.cooperation().isolation.size(), 1U);
}

TEST(Isolation, IsWhatLookingAtEveryOtherFinds) {
    std::mt19937 random(41);
    for (int round = 0; round < 20; ++round) {
        const Country country = randomCountry(random, 25, 10);
        const Cooperation found = country.cooperation();
        for (const model::Actor& one : country.dataset.actors) {
            double same = nowhereNear;
            double other = same;
            for (const model::Actor& second : country.dataset.actors) {
                if (second.id == one.id) continue;
                const bool shares = std::ranges::any_of(one.functions, [&](const auto& function) { return holds(second, function); });
                if (shares) same = std::min(same, apart(one, second));
                if (!one.functions.empty() && brings(second, one, false)) other = std::min(other, apart(one, second));
            }
            const Isolation& row = isolationOf(found, one.id);
            EXPECT_NEAR(row.nearestSame ? row.nearestSame->value : nowhereNear, same, 0.01) << one.id;
            EXPECT_NEAR(row.nearestOther ? row.nearestOther->value : nowhereNear, other, 0.01) << one.id;
        }
    }
}

TEST(Complementarity, IsBetweenNearStructuresOfDifferentFunctionsWithoutALink) {
    Country country;
    country.add("a", 0.5, 0.5, {"création"});
    country.add("b", 1.0, 0.5, {"diffusion"});                // 5 km from a
    country.add("c", 0.6, 0.5, {"création"});                 // nothing to bring to a
    country.add("d", 0.55, 0.5, {"création", "répétition"});  // has all that a has
    country.add("e", 2.5, 1.5, {"festival"});                 // too far
    country.add("f", 0.5, 0.6, {"café-lecture"});             // no function of the filière
    country.link({"c", "b"});
    const auto pairs = [](const Cooperation& found) {
        std::vector<std::tuple<std::string, std::string, std::string, std::string>> rows;
        for (const Complementarity& one : found.complementarities) rows.emplace_back(one.ids[0], one.brings[0], one.ids[1], one.brings[1]);
        return rows;
    };
    EXPECT_THAT(pairs(country.cooperation()),
                ElementsAre(std::tuple("b", "diffusion", "d", "création | répétition"), std::tuple("a", "création", "b", "diffusion")))
        << "nearest first";
    country.link({"a", "b"}).period.end = model::PartialDate::parse("2020");
    EXPECT_TRUE(country.cooperation().complementarities.back().hadLink);
    country.link({"a", "b"});
    EXPECT_THAT(pairs(country.cooperation()), ElementsAre(std::tuple("b", "diffusion", "d", "création | répétition")));
}

TEST(Complementarity, TakesAsManyFunctionsAsTheStudyNames) {
    Country country;
    for (int i = 10; i < 90; ++i) country.study.vocabulary["functions"]["mot" + std::to_string(i)] = "mot" + std::to_string(i);
    country.add("a", 0.5, 0.5, {"création", "mot88"});
    country.add("b", 0.6, 0.5, {"création", "mot89"});
    country.add("c", 0.7, 0.5, {"création"});
    country.link({"a", "La Ville"});
    const Cooperation found = country.cooperation();
    ASSERT_EQ(found.complementarities.size(), 1U);
    EXPECT_THAT(found.complementarities.front().brings, ElementsAre("mot88", "mot89"));
}

TEST(Complementarity, IsWhatLookingAtEveryPairFinds) {
    std::mt19937 random(31);
    std::size_t some = 0;
    for (int round = 0; round < 20; ++round) {
        const Country country = randomCountry(random, 25, 10);
        const auto& actors = country.dataset.actors;
        std::set<std::set<std::string>> expected;
        for (const model::Actor& a : actors) {
            for (const model::Actor& b : actors) {
                const bool linked = std::ranges::any_of(country.dataset.links, [&](const model::Link& link) {
                    return std::ranges::find(link.partyIds, a.id.str()) != link.partyIds.end() &&
                           std::ranges::find(link.partyIds, b.id.str()) != link.partyIds.end();
                });
                if (a.id != b.id && !linked && apart(a, b) <= 10000 && brings(a, b, true) && brings(b, a, true))
                    expected.insert({a.id, b.id});
            }
        }
        const Cooperation found = country.cooperation();
        std::set<std::set<std::string>> pairs;
        double last = 0;
        for (const Complementarity& one : found.complementarities) {
            pairs.insert({one.ids[0], one.ids[1]});
            EXPECT_GE(one.distance.value, last - 1e-6);
            last = one.distance.value;
        }
        EXPECT_EQ(pairs, expected);
        EXPECT_EQ(found.complementaritiesLeftOut, 0);
        some += pairs.size();
    }
    EXPECT_GT(some, 200U);
}

TEST(Complementarity, WhatIsNotListedIsCounted) {
    std::mt19937 random(37);
    const Country country = randomCountry(random, 40, 5);
    const StudyArea area = studyArea(country.study, country.reference);
    const Structures structures = structuresOf(country.study, country.reference, area, country.dataset);
    const auto partners = partnersOf(structures, foundLinks(country.dataset, structures, country.study.date));
    Cooperation all;
    addComplementarities(structures, partners, all);
    for (const std::size_t most : {0UL, 1UL, 7UL, 100000UL}) {
        Cooperation some;
        addComplementarities(structures, partners, some, most);
        const std::size_t listed = std::min(most, all.complementarities.size());
        ASSERT_EQ(some.complementarities.size(), listed);
        EXPECT_EQ(listed + static_cast<std::size_t>(some.complementaritiesLeftOut), all.complementarities.size());
        for (std::size_t i = 0; i < listed; ++i) EXPECT_EQ(some.complementarities[i].ids, all.complementarities[i].ids);
    }
}

}  // namespace
}  // namespace raquette::analysis
