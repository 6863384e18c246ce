#include "gis/analysis/filiere/filiere.h"

#include "gis/analysis/analysis.h"
#include "gis/analysis/filiere/structures.h"
#include "gis/geometry/geodesic.h"
#include "tests/gis/drawn_world.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <tuple>

namespace raquette::analysis {
namespace {

using model::Level;
using raquette::testing::DrawnWorld;
using ::testing::ElementsAre;

/// Puts an actor in the middle of the commune of a cell, by its code.
model::Actor& addActor(DrawnWorld& world, const std::string& name, int commune, const std::vector<std::string>& functions) {
    model::Actor actor;
    actor.id = actor.name = name;
    actor.origin = {"acteurs", static_cast<long>(world.dataset.actors.size()) + 2};
    actor.functions = model::shared(functions);
    const model::Commune& where = world.reference.communes.at(static_cast<std::size_t>(commune));
    actor.place = {where.point, model::Precision::Exact, {}, "coordinates", where.code, "23"};
    world.dataset.actors.push_back(actor);
    return world.dataset.actors.back();
}

Filiere filiereOf(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset).filiere;
}

const FunctionPresence* rowOf(const Filiere& filiere, const model::TerritoryId& territory, const std::string& function) {
    const auto found = std::ranges::find_if(filiere.presences, [&](const FunctionPresence& row) {
        return filiere.territories[row.territory] == territory && filiere.functions[row.function] == function;
    });
    return found == filiere.presences.end() ? nullptr : &*found;
}

const model::TerritoryId theStudy{};
const model::TerritoryId a1{Level::Commune, "23001"};
const model::TerritoryId a2{Level::Commune, "23002"};
const model::TerritoryId departement{Level::Departement, "23"};

TEST(Filiere, CountsEveryMembershipApartAndDropsNobody) {
    DrawnWorld world({"12"});
    addActor(world, "adhérente", 0, {"diffusion"}).member = model::Membership::Member;
    addActor(world, "dehors", 0, {"diffusion"}).member = model::Membership::NotMember;
    addActor(world, "inconnue", 1, {"Diffusion", "cirque"});
    const Filiere filiere = filiereOf(world);
    const FunctionPresence* row = rowOf(filiere, theStudy, "diffusion");
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(std::tuple(row->structures, row->members, row->notMembers), std::tuple(3, 1, 1));
    for (const model::TerritoryId& id :
         {departement, model::TerritoryId{Level::Region, "75"}, model::TerritoryId{Level::Epci, "200000001"}}) {
        ASSERT_NE(rowOf(filiere, id, "diffusion"), nullptr) << id.text();
        EXPECT_EQ(rowOf(filiere, id, "diffusion")->structures, 3) << id.text();
    }
    EXPECT_EQ(rowOf(filiere, a2, "cirque")->structures, 1) << "the lists' own words are functions too";
    EXPECT_EQ(rowOf(filiere, a1, "cirque"), nullptr) << "but only the filière's can be missing";
}

TEST(Filiere, ClosedPlannedAndOutsideAreNotThere) {
    DrawnWorld world({"123"});
    addActor(world, "fermée", 0, {"diffusion"}).closed = model::PartialDate::parse("2024");
    addActor(world, "en projet", 0, {"diffusion"}).opened = model::PartialDate::parse("2027");
    addActor(world, "hors étude", 2, {"diffusion"});
    world.study.area = {a1, a2};
    const Filiere filiere = filiereOf(world);
    EXPECT_EQ(filiere.structures, 0);
    const FunctionPresence* row = rowOf(filiere, theStudy, "diffusion");
    ASSERT_NE(row, nullptr) << "a list speaks of it, so it is missing";
    EXPECT_EQ(row->structures, 0);
    EXPECT_EQ(row->nearestName, "hors étude");
    EXPECT_EQ(row->nearest, geodesicDistance(world.at(1.5, 0.5), world.at(2.5, 0.5))) << "from A2, the most populous of the study";
}

TEST(Filiere, AVenueAndTheActorThatRunsItAreOne) {
    DrawnWorld world({"1"});
    addActor(world, "LIMACE", 0, {"diffusion", "ressource/réseau"}).member = model::Membership::NotMember;
    addActor(world, "Le  FIL", 0, {"diffusion"});
    world.addVenue("Le Fil", 0.5, 0.5);
    world.dataset.venues.back().place.commune = "23001";
    world.dataset.venues.back().functions = model::shared({"diffusion"});
    EXPECT_EQ(rowOf(filiereOf(world), a1, "diffusion")->structures, 2) << "the same name in one commune is one";
    world.dataset.venues.back().actors = {"LIMACE"};
    world.dataset.venues.back().actorIds = {"LIMACE"};
    const Filiere one = filiereOf(world);
    EXPECT_EQ(rowOf(one, a1, "diffusion")->structures, 1);
    EXPECT_EQ(rowOf(one, a1, "diffusion")->notMembers, 1);
    EXPECT_EQ(rowOf(one, a1, "diffusion")->poolable, 0) << "nobody pools with itself";
    EXPECT_EQ(one.structures, 1);
}

TEST(Filiere, PoolingTakesTwoWithinTenKilometresWhateverTheBorder) {
    DrawnWorld world({"1111"});
    addActor(world, "a", 0, {"répétition"});
    addActor(world, "b", 1, {"répétition"}).place.position = world.at(1.45, 0.5);  // 9.5 km
    addActor(world, "c", 3, {"répétition"});
    addActor(world, "d", 0, {"création"});
    const Filiere filiere = filiereOf(world);
    EXPECT_EQ(rowOf(filiere, a1, "répétition")->poolable, 1);
    EXPECT_EQ(rowOf(filiere, theStudy, "répétition")->poolable, 2);
    EXPECT_EQ(rowOf(filiere, theStudy, "création")->poolable, 0) << "another function is nothing to pool";
}

TEST(Filiere, TenKilometresThemselvesAreNear) {
    DrawnWorld world({"11"});
    addActor(world, "a", 0, {"répétition"});
    for (const double column : {0.9, 1.3, 1.7}) {
        addActor(world, "b", 0, {"répétition"}).place.position = world.at(column, 0.3);
        const StudyArea area = studyArea(world.study, world.reference);
        const Structures structures = structuresOf(world.study, world.reference, area, world.dataset);
        const StructureMap map(structures, {0, 1});
        const model::Metres apart = geodesicDistance(*structures.all[0].at, *structures.all[1].at);
        EXPECT_TRUE(map.anotherWithin(structures.all[0], apart));
        EXPECT_FALSE(map.anotherWithin(structures.all[0], {std::nextafter(apart.value, 0)}));
        world.dataset.actors.pop_back();
    }
}

TEST(Filiere, WhatNoListSpeaksOfIsUnheardNotMissing) {
    DrawnWorld world({"1"});
    addActor(world, "a", 0, {"création"});
    world.addService("disques", 10);
    world.study.services.back().match.functions = {"Disquaire"};
    const Filiere filiere = filiereOf(world);
    EXPECT_EQ(rowOf(filiere, theStudy, "festival"), nullptr);
    const FunctionPresence* asked = rowOf(filiere, theStudy, "disquaire");
    ASSERT_NE(asked, nullptr) << "a service asks for it";
    EXPECT_FALSE(asked->nearest.has_value()) << "nobody has it";
    EXPECT_EQ(filiere.unheard.size(), filiere.ofFiliere - 2);
}

TEST(Filiere, EmptyCommunesAreNotCrossedWithEveryFunction) {
    DrawnWorld world({"1111111111"});
    addActor(world, "a", 0, {"création"});
    addActor(world, "b", 0, {"diffusion"});
    addActor(world, "c", 3, {"diffusion"});
    const Filiere filiere = filiereOf(world);
    EXPECT_NE(rowOf(filiere, {Level::Commune, "23004"}, "création"), nullptr);
    EXPECT_EQ(rowOf(filiere, a2, "création"), nullptr);
}

TEST(Filiere, SaysWhereTheListsLooked) {
    DrawnWorld world({"11"});
    EXPECT_EQ(filiereOf(world).surveyed.front(), model::SurveyState::NotStated);
    model::SourceDeclaration source;
    source.kind = model::SourceKind::Actors;
    source.surveyed = {a1};
    world.study.sources = {source};
    const Filiere filiere = filiereOf(world);
    const auto stateOf = [&](const model::TerritoryId& id) {
        return filiere.surveyed[static_cast<std::size_t>(std::ranges::find(filiere.territories, id) - filiere.territories.begin())];
    };
    EXPECT_EQ(stateOf(theStudy), model::SurveyState::Partly);
    EXPECT_EQ(stateOf(a1), model::SurveyState::Yes);
    EXPECT_EQ(stateOf(a2), model::SurveyState::No);
}

/// A country with actors at random in it; every commune is in the one département.
DrawnWorld randomWorld(std::mt19937& random, int actors) {
    DrawnWorld world({"12345", "23456", "34567"});
    const std::vector<std::string> functions{"création", "répétition", "diffusion", "festival", "cirque"};
    for (int i = 0; i < actors; ++i) {
        std::vector<std::string> some;
        for (const std::string& function : functions) {
            if (random() % 3 == 0) some.push_back(function);
        }
        model::Actor& actor = addActor(world, "n" + std::to_string(i), static_cast<int>(random() % 15), some);
        actor.member = static_cast<model::Membership>(random() % 3);
        const double column = static_cast<double>(random() % 500) / 100;
        const double row = static_cast<double>(random() % 300) / 100;
        actor.place.position = world.at(column, row);
        actor.place.commune = world.reference.communes[static_cast<std::size_t>(row) * 5 + static_cast<std::size_t>(column)].code;
    }
    return world;
}

TEST(Filiere, CommunesAddUpToTheirDepartement) {
    std::mt19937 random(3);
    for (int i = 0; i < 10; ++i) {
        const Filiere filiere = filiereOf(randomWorld(random, 40));
        std::map<std::uint32_t, std::array<int, 4>> sums;
        for (const FunctionPresence& row : filiere.presences) {
            const Level level = filiere.territories[row.territory].level;
            if (level != Level::Commune && level != Level::Departement) continue;
            const int sign = level == Level::Commune ? 1 : -1;
            std::array<int, 4>& sum = sums[row.function];
            sum[0] += sign * row.structures;
            sum[1] += sign * row.members;
            sum[2] += sign * row.notMembers;
            sum[3] += sign * row.poolable;
        }
        EXPECT_EQ(sums.size(), 5U);
        for (const auto& [function, sum] : sums) EXPECT_THAT(sum, ElementsAre(0, 0, 0, 0)) << filiere.functions[function];
    }
}

using Rows = std::vector<std::tuple<std::string, std::string, int, int, int, std::string>>;

Rows rowsOf(const Filiere& filiere) {
    Rows rows;
    for (const FunctionPresence& row : filiere.presences) {
        rows.emplace_back(filiere.territories[row.territory].text(), filiere.functions[row.function], row.structures, row.members,
                          row.poolable, row.nearestId);
    }
    return rows;
}

TEST(Filiere, TheOrderOfRowsDoesNotMatter) {
    std::mt19937 random(5);
    DrawnWorld world = randomWorld(random, 30);
    const Rows rows = rowsOf(filiereOf(world));
    for (int i = 0; i < 4; ++i) {
        std::ranges::shuffle(world.dataset.actors, random);
        EXPECT_EQ(rowsOf(filiereOf(world)), rows);
    }
    EXPECT_EQ(rowsOf(analyse(world.study, world.reference, world.dataset, {.threads = 1}).filiere), rows) << "nor do threads";
}

TEST(Filiere, AFunctionAddedNeverLengthensAMissingListNorTakesTheNearestAway) {
    std::mt19937 random(9);
    for (int i = 0; i < 10; ++i) {
        DrawnWorld world = randomWorld(random, 8);
        addActor(world, "partout", 0, {"création", "répétition", "diffusion", "festival"});  // all are spoken of from the start
        const Filiere before = filiereOf(world);
        world.dataset.actors[random() % 8].functions.emplace_back("festival");
        const Filiere after = filiereOf(world);
        for (const FunctionPresence& row : after.presences) {
            if (row.structures > 0) continue;
            const FunctionPresence* was = rowOf(before, after.territories[row.territory], after.functions[row.function]);
            ASSERT_NE(was, nullptr);
            ASSERT_EQ(was->structures, 0);
            ASSERT_LE(row.nearest->value, was->nearest->value);
        }
    }
}

TEST(Filiere, PoolingAndTheNearestAreWhatTheGeodesicSaysOneByOne) {
    std::mt19937 random(13);
    for (int i = 0; i < 10; ++i) {
        const DrawnWorld world = randomWorld(random, 30);
        const Filiere filiere = filiereOf(world);
        const auto& actors = world.dataset.actors;
        const geometry::LonLat main = *world.reference.communes.back().point;  // C5, 7,000 people
        for (const std::string function : {"création", "festival", "cirque"}) {
            const auto holds = [&](const model::Actor& actor) {
                return std::ranges::find(actor.functions, model::SharedText(function)) != actor.functions.end();
            };
            int poolable = 0;
            double nearest = 1e9;
            for (const model::Actor& one : actors) {
                if (!holds(one)) continue;
                nearest = std::min(nearest, geodesicDistance(main, *one.place.position).value);
                poolable += std::ranges::any_of(actors, [&](const model::Actor& other) {
                    return &other != &one && holds(other) && geodesicDistance(*one.place.position, *other.place.position).value <= 10000;
                });
            }
            EXPECT_EQ(rowOf(filiere, theStudy, function)->poolable, poolable);
            const FunctionPresence* last = rowOf(filiere, {Level::Commune, "23015"}, function);
            if (last != nullptr && last->structures == 0) {
                EXPECT_DOUBLE_EQ(last->nearest->value, nearest);
            }
        }
    }
}

}  // namespace
}  // namespace raquette::analysis
