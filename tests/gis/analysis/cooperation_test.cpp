#include "gis/analysis/cooperation/cooperation.h"
#include "gis/analysis/cooperation/spans.h"

#include "tests/gis/analysis/country.h"

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

namespace raquette::analysis {
namespace {

using model::Level;
using raquette::testing::Country;
using raquette::testing::isolationOf;
using raquette::testing::randomCountry;
using raquette::testing::threeAndOne;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

const TerritoryLinks* linksOf(const Cooperation& found, const model::TerritoryId& id) {
    const auto row = std::ranges::find_if(found.links, [&](const TerritoryLinks& one) { return found.territories[one.territory] == id; });
    return row == found.links.end() ? nullptr : &*row;
}

const model::TerritoryId creuse{Level::Departement, "23"};
const model::TerritoryId vienne{Level::Departement, "87"};

TEST(Cooperation, ALinkOfManyPartiesIsOneLinkInEachTerritoryItTouches) {
    Country country = threeAndOne();
    country.link({"a", "b", "c"}, model::Intensity::Triple);
    const Cooperation found = country.cooperation();
    EXPECT_THAT(found.byIntensity, ElementsAre(0, 0, 0, 1));
    for (const model::TerritoryId& id : {creuse, vienne}) {
        EXPECT_EQ(linksOf(found, id)->links(), 1) << id.text();
        EXPECT_EQ(linksOf(found, id)->across, 1) << id.text();
    }
    EXPECT_EQ(linksOf(found, {Level::Region, "75"})->inside, 1);
    EXPECT_EQ(linksOf(found, {})->inside, 1);
    EXPECT_EQ(linksOf(found, creuse)->structures, 2);
    EXPECT_THAT(linksOf(found, creuse)->with, ElementsAre(Pair(vienne, 1)));
    EXPECT_EQ(isolationOf(found, "a").partners, 2);
    EXPECT_EQ(isolationOf(found, "a").links, 1);
}

TEST(Cooperation, EveryIntensityIsCountedApartTheUnknownOneToo) {
    Country country = threeAndOne();
    using enum model::Intensity;
    for (const model::Intensity intensity : {Unknown, Simple, Double, Double, Triple}) country.link({"a", "b"}, intensity);
    EXPECT_THAT(country.cooperation().byIntensity, ElementsAre(1, 1, 2, 1));
    EXPECT_THAT(linksOf(country.cooperation(), creuse)->byIntensity, ElementsAre(1, 1, 2, 1));
}

TEST(Cooperation, PartiesThatWereNotFoundCountAsPartnersButJoinNobody) {
    Country country = threeAndOne();
    country.link({"a", "La Ville"});
    country.link({"b", "LA VILLE"});
    const Cooperation found = country.cooperation();
    EXPECT_EQ(found.partiesNotFound, 2);
    EXPECT_THAT(found.groups, IsEmpty());
    EXPECT_EQ(isolationOf(found, "a").partners, 1);
    EXPECT_EQ(isolationOf(found, "a").group, 0);
    EXPECT_EQ(linksOf(found, creuse)->unsure, 2) << "nobody knows whether the town is in it";
    EXPECT_EQ(found.alone, 2) << "c and d have no link at all";
}

TEST(Cooperation, LinksThatEndedOrAreToComeAreKeptApart) {
    Country country = threeAndOne();
    country.link({"a", "b"}).period.end = model::PartialDate::parse("2025");
    country.link({"a", "c"}).period.start = model::PartialDate::parse("2026-02");
    country.link({"b", "d"}).period = {model::PartialDate::parse("2020"), model::PartialDate::parse("2026")};
    country.link({"c", "d"});
    const Cooperation found = country.cooperation();
    EXPECT_EQ(found.inForce(), 2);
    EXPECT_EQ(std::tuple(found.ended, found.toCome, found.undated), std::tuple(1, 1, 1));
    EXPECT_EQ(linksOf(found, creuse)->ended, 1);
    EXPECT_EQ(linksOf(found, creuse)->links(), 1);
    EXPECT_EQ(isolationOf(found, "a").links, 0);
    ASSERT_EQ(found.groups.size(), 1U);
    EXPECT_THAT(found.groups.front().structures, ElementsAre("b", "c", "d"));
}

TEST(Cooperation, PartnersOutsideTheStudyAreNamedByTheirTerritory) {
    Country country = threeAndOne();
    country.study.area = {creuse};
    country.link({"a", "c"});
    country.link({"b", "d"});
    const Cooperation found = country.cooperation();
    EXPECT_EQ(linksOf(found, vienne), nullptr);
    EXPECT_THAT(linksOf(found, creuse)->with, ElementsAre(Pair(vienne, 2)));
    EXPECT_EQ(linksOf(found, {})->across, 2) << "out of the study";
    EXPECT_EQ(linksOf(found, {Level::Region, "75"})->inside, 2) << "the région goes on outside the study";
    EXPECT_EQ(found.isolation.size(), 2U);
}

TEST(Groups, AreNamedRankedAndSplitByTheirBridges) {
    Country country = threeAndOne();
    country.add("e", 1.5, 1.5, {"festival"});
    country.link({"a", "b"});
    country.link({"b", "c", "La Ville"}, model::Intensity::Double);
    country.link({"d", "e"});
    const Cooperation found = country.cooperation();
    ASSERT_EQ(found.groups.size(), 2U);
    EXPECT_THAT(found.groups[0].structures, ElementsAre("a", "b", "c"));
    EXPECT_THAT(found.groups[0].byIntensity, ElementsAre(0, 1, 1, 0));
    EXPECT_EQ(found.groups[0].notFound, 1);
    EXPECT_EQ(found.groups[1].id, "d");
    std::vector<std::tuple<std::string, int, int>> bridges;
    for (const Bridge& bridge : found.bridges) bridges.emplace_back(bridge.id, bridge.group, bridge.cutOff);
    EXPECT_THAT(bridges, ElementsAre(std::tuple("b", 1, 1), std::tuple("l0", 1, 1), std::tuple("l1", 1, 1), std::tuple("l2", 2, 1)));
    EXPECT_EQ(isolationOf(found, "e").group, 2);
}

auto everything(const Cooperation& found) {
    std::vector<std::string> all;
    for (const Isolation& row : found.isolation) {
        all.push_back(row.id + row.nearestSameId + row.nearestOtherId + std::to_string(row.partners) + " " + std::to_string(row.group));
    }
    for (const Bridge& row : found.bridges) all.push_back(row.id + std::to_string(row.parts) + " " + std::to_string(row.cutOff));
    for (const Complementarity& row : found.complementarities) all.push_back(row.ids[0] + " " + row.ids[1]);
    for (const TerritoryLinks& row : found.links) {
        all.push_back(found.territories[row.territory].text() + " " + std::to_string(row.inside) + " " + std::to_string(row.across) + " " +
                      std::to_string(row.unsure) + " " + std::to_string(row.with.size()));
    }
    return all;
}

TEST(Cooperation, TheOrderOfRowsDoesNotMatter) {
    std::mt19937 random(43);
    for (int round = 0; round < 5; ++round) {
        Country country = randomCountry(random, 30, 20);
        const auto before = everything(country.cooperation());
        std::ranges::shuffle(country.dataset.actors, random);
        std::ranges::shuffle(country.dataset.links, random);
        EXPECT_EQ(everything(country.cooperation()), before);
    }
}

TEST(Cooperation, LinksOfATerritoryAreInsideAcrossOrUnsureAndOfSomeIntensity) {
    std::mt19937 random(47);
    for (int round = 0; round < 10; ++round) {
        const Cooperation found = randomCountry(random, 30, 25).cooperation();
        for (const TerritoryLinks& row : found.links) {
            EXPECT_EQ(row.links(), row.byIntensity[0] + row.byIntensity[1] + row.byIntensity[2] + row.byIntensity[3]);
        }
        int linked = 0;
        for (const TerritoryLinks& row : found.links) {
            if (found.territories[row.territory].level == Level::Commune) linked += row.structures;
        }
        EXPECT_EQ(linked, static_cast<int>(found.isolation.size()) - found.alone) << "each stands in one commune";
    }
}

TEST(LinkSpans, IsBetweenTheTwoPartiesFarthestApart) {
    Country country = threeAndOne();
    country.link({"a", "b"});
    country.link({"a", "nobody"});
    country.link({"a", "b", "d"});
    const auto spans = linkSpans(country.dataset);
    ASSERT_EQ(spans.size(), 3U);
    EXPECT_FALSE(spans[1]) << "one place is no distance";
    EXPECT_GT(*spans[2], *spans[0]);
}

}  // namespace
}  // namespace raquette::analysis
