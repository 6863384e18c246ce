#include "gis/analysis/analysis.h"
#include "gis/analysis/filiere/basket_kinds.h"
#include "gis/analysis/filiere/words.h"
#include "gis/geometry/geodesic.h"
#include "tests/gis/drawn_world.h"

#include <algorithm>
#include <random>

namespace raquette::analysis {
namespace {

using model::Level;
using raquette::testing::DrawnWorld;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Filiere filiereOf(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset).filiere;
}

const model::TerritoryId theStudy{};
const model::TerritoryId a1{Level::Commune, "23001"};
const model::TerritoryId a2{Level::Commune, "23002"};

/// Two services in a row of communes: one from the left, one from the right.
DrawnWorld twoServices() {
    DrawnWorld world({"1234"});
    world.addVenue("à gauche", 0.5, 0.5);
    world.dataset.venues.back().functions = model::shared({"diffusion"});
    world.addVenue("à droite", 3.5, 0.5);
    world.dataset.venues.back().functions = model::shared({"répétition"});
    world.addService("diffusion", 25);  // A1 to A3
    world.study.services.back().match.functions = {"diffusion"};
    world.addService("répétition", 15);  // A3, A4
    world.study.services.back().match.functions = {"répétition"};
    return world;
}

const Basket& basketOf(const Filiere& filiere, const model::TerritoryId& id) {
    return *std::ranges::find(filiere.baskets, id, &Basket::territory);
}

TEST(Basket, IsWhatReachesHalfOfThePeople) {
    DrawnWorld world = twoServices();
    const Filiere filiere = filiereOf(world);
    EXPECT_THAT(basketOf(filiere, a1).reached, ElementsAre(true, false));
    EXPECT_THAT(basketOf(filiere, {Level::Commune, "23003"}).reached, ElementsAre(true, true));
    EXPECT_THAT(basketOf(filiere, {Level::Commune, "23004"}).reached, ElementsAre(false, true));
    const Basket& study = basketOf(filiere, theStudy);
    EXPECT_THAT(study.reached, ElementsAre(true, true)) << "6,000 and 7,000 of 10,000";
    EXPECT_EQ(study.withAll.value, 3000);
    EXPECT_EQ(study.withNone.value, 0);
    world.study.services[1].reach = model::kilometres(5);  // A4 alone: 4,000
    EXPECT_THAT(basketOf(filiereOf(world), theStudy).reached, ElementsAre(true, false));
}

TEST(Basket, OfALandWithoutPeopleIsWhatCoversHalfOfIt) {
    DrawnWorld world = twoServices();
    world.reference.people[0].people = 0;
    const Filiere filiere = filiereOf(world);
    EXPECT_EQ(basketOf(filiere, a1).population.value, 0);
    EXPECT_THAT(basketOf(filiere, a1).reached, ElementsAre(true, false));
}

TEST(Basket, TerritoriesOfOneBasketAreOfOneTypeNamedByWhatTheyHaveAndLack) {
    const DrawnWorld world = twoServices();
    const Analysis analysis = analyse(world.study, world.reference, world.dataset);
    const Filiere& filiere = analysis.filiere;
    ASSERT_EQ(filiere.types.size(), 3U);
    EXPECT_EQ(basketWords(analysis, filiere.types[0].reached, model::Language::French), "tous\u00a0: diffusion + répétition");
    EXPECT_EQ(basketWords(analysis, filiere.types[1].reached, model::Language::French), "diffusion, sans répétition");
    EXPECT_EQ(filiere.types[1].territories[static_cast<std::size_t>(Level::Commune)], 2);
    EXPECT_EQ(filiere.types[1].population.value, 1000 + 2000);
    EXPECT_EQ(basketOf(filiere, a1).type, basketOf(filiere, a2).type);
    for (const Basket& basket : filiere.baskets) EXPECT_EQ(basket.differs, 0);
}

TEST(Basket, NeedsSeveralServices) {
    DrawnWorld world = twoServices();
    world.study.services.pop_back();
    EXPECT_THAT(filiereOf(world).baskets, IsEmpty());
    EXPECT_THAT(filiereOf(world).types, IsEmpty());
}

TEST(Basket, RareOnesJoinTheTypeTheyDepartFromLeast) {
    // Five venues along a road of 32 communes, each for one service: many baskets, more than twelve.
    std::mt19937 random(21);
    DrawnWorld world({std::string(32, '5'), std::string(32, '5')});
    for (int s = 0; s < 7; ++s) {
        const std::string name = "s" + std::to_string(s);
        for (int v = 0; v < 4; ++v) {
            world.addVenue(name + std::to_string(v), static_cast<double>(random() % 320) / 10, 0.5 + static_cast<double>(random() % 2));
            world.dataset.venues.back().functions = model::shared({name});
        }
        world.addService(name, 20 + 10.0 * (s % 3));
        world.study.services.back().match.functions = {name};
    }
    const Filiere filiere = filiereOf(world);
    ASSERT_EQ(filiere.types.size(), 12U);
    int departing = 0;
    for (const Basket& basket : filiere.baskets) {
        const auto difference = [&](const BasketType& type) {
            int differs = 0;
            for (std::size_t s = 0; s < type.reached.size(); ++s) differs += type.reached[s] != basket.reached[s] ? 1 : 0;
            return differs;
        };
        ASSERT_EQ(basket.differs, difference(filiere.types[basket.type]));
        for (const BasketType& type : filiere.types) ASSERT_LE(basket.differs, difference(type));
        departing += basket.differs > 0 ? 1 : 0;
    }
    EXPECT_GT(departing, 0);
    int communes = 0;
    for (const BasketType& type : filiere.types) communes += type.territories[static_cast<std::size_t>(Level::Commune)];
    EXPECT_EQ(communes, 64);
}

TEST(BasketKinds, OfALevelAreFewFromTheEmptiestToTheFullest) {
    const Filiere filiere = filiereOf(twoServices());
    const BasketKinds all = basketKinds(filiere, Level::Commune, 7);
    ASSERT_EQ(all.kinds.size(), 3U);
    EXPECT_THAT(all.kinds.back().reached, ElementsAre(true, true));
    EXPECT_THAT(all.kinds.front().reached, ElementsAre(true, false)) << "two communes have it, of the other one has";
    EXPECT_EQ(all.kinds.front().territories, 2);
    EXPECT_EQ(all.of.at(a1), 0U);
    const BasketKinds one = basketKinds(filiere, Level::Commune, 1);
    ASSERT_EQ(one.kinds.size(), 1U);
    EXPECT_EQ(one.kinds[0].territories, 4);
    EXPECT_EQ(one.kinds[0].differing, 2) << "put with the commonest though theirs is another";
    EXPECT_TRUE(basketKinds(filiere, Level::Area, 7).kinds.empty());
}

TEST(TwiceCovered, IsWhatCountingProviderByProviderGives) {
    std::mt19937 random(17);
    std::int64_t some = 0;
    for (int i = 0; i < 20; ++i) {
        DrawnWorld world({"123456", "345678", ".9 987"});
        for (int v = 0; v < 1 + static_cast<int>(random() % 12); ++v) {
            world.addVenue("v" + std::to_string(v), static_cast<double>(random() % 60) / 10, static_cast<double>(random() % 30) / 10);
        }
        const double reach = 8 + static_cast<double>(random() % 20);
        world.addService("lieux", reach);
        const ServiceResult result = analyse(world.study, world.reference, world.dataset).services.front();
        std::int64_t twice = 0;
        for (const model::PopulationPoint& point : world.reference.people) {
            const auto reaches = [&](const model::Venue& venue) {
                return geodesicDistance(point.at, *venue.place.position).value <= reach * 1000;
            };
            if (std::ranges::count_if(world.dataset.venues, reaches) >= 2) twice += point.people;
        }
        EXPECT_EQ(result.indicators.front().twiceCovered.value, twice);
        std::int64_t ofCommunes = 0;
        for (const Indicator& indicator : result.indicators) {
            EXPECT_LE(indicator.twiceCovered, indicator.coveredPopulation);
            if (indicator.territory.level == Level::Commune) ofCommunes += indicator.twiceCovered.value;
        }
        EXPECT_EQ(ofCommunes, twice);
        some += twice;
    }
    EXPECT_GT(some, 10000);
}

}  // namespace
}  // namespace raquette::analysis
