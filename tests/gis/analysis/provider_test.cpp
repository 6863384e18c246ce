#include "gis/analysis/provider.h"

namespace raquette::analysis {
namespace {

using model::Membership;

model::Day day(const char* iso) {
    return *model::parseDay(iso);
}

model::Place saintEtienne() {
    model::Place place;
    place.position = geometry::LonLat{4.39, 45.43};
    place.precision = model::Precision::Commune;
    place.commune = "42218";
    return place;
}

model::Venue venue(const std::string& name) {
    model::Venue venue;
    venue.id = venue.name = name;
    venue.place = saintEtienne();
    return venue;
}

model::Actor actor(const std::string& name) {
    model::Actor actor;
    actor.id = actor.name = name;
    actor.place = saintEtienne();
    return actor;
}

std::vector<std::string> namesOf(const Selection& selection) {
    std::vector<std::string> names;
    for (const Provider& provider : selection.providers) names.push_back(provider.name);
    return names;
}

TEST(Select, WithoutMatchTakesEveryPlacedVenueAndActor) {
    model::Dataset dataset;
    dataset.venues = {venue("Le Fil")};
    dataset.actors = {actor("La Fabrique"), actor("Ailleurs")};
    dataset.actors[1].place.position.reset();
    const Selection selection = select({}, dataset, day("2026-01-01"));
    EXPECT_THAT(namesOf(selection), ::testing::ElementsAre("Le Fil", "La Fabrique"));
    EXPECT_EQ(selection.notPlaced, 1);
}

TEST(Select, AnActorOfTheSameNameAndCommuneIsTheVenue) {
    model::Dataset dataset;
    dataset.venues = {venue("L’Épicerie moderne")};
    dataset.actors = {actor("l'epicerie Moderne"), actor("Autre")};
    dataset.actors[1].name = "L’Épicerie moderne";
    dataset.actors[1].place.commune = "69276";
    EXPECT_EQ(select({}, dataset, day("2026-01-01")).providers.size(), 2u);
}

TEST(Select, AnActorThatRunsAVenueIsCountedAtTheVenue) {
    model::Dataset dataset;
    dataset.venues = {venue("Le Fil")};
    dataset.venues[0].actorIds = {"LIMACE", ""};
    dataset.actors = {actor("LIMACE"), actor("Autre")};
    EXPECT_THAT(namesOf(select({}, dataset, day("2026-01-01"))), ::testing::ElementsAre("Le Fil", "Autre"));
}

TEST(Select, MembershipIsLookedAtNetworkByNetwork) {
    model::Dataset dataset;
    dataset.actors = {actor("des deux"), actor("parti de l’un"), actor("d’aucun")};
    dataset.actors[0].memberships = {{"RIM", Membership::Member}, {"SMA", Membership::Member}};
    dataset.actors[1].memberships = {{"RIM", Membership::NotMember}, {"SMA", Membership::Member}};
    dataset.actors[1].network = "SMA";
    dataset.actors[1].member = Membership::Member;
    model::Service service;
    service.match.networks = {"rim"};
    EXPECT_THAT(namesOf(select(service, dataset, day("2026-01-01"))), ::testing::ElementsAre("des deux", "parti de l’un"));
    service.match.member = {Membership::Member};
    EXPECT_THAT(namesOf(select(service, dataset, day("2026-01-01"))), ::testing::ElementsAre("des deux"));
}

TEST(Select, AnActorLinkedToAVenueIsCountedAtTheVenue) {
    model::Dataset dataset;
    dataset.venues = {venue("Le Fil")};
    dataset.actors = {actor("LIMACE"), actor("Raiso")};
    model::Link link;
    link.partyIds = {"LIMACE", "Le Fil"};
    dataset.links = {link};
    EXPECT_THAT(namesOf(select({}, dataset, day("2026-01-01"))), ::testing::ElementsAre("Le Fil", "Raiso"));
}

TEST(Select, OpenOnTheDay) {
    struct Row {
        const char* opened;
        const char* closed;
        const char* status;
        bool open;
    };
    for (const Row& row : {Row{"", "", "", true}, Row{"2008-01", "", "", true}, Row{"2026-02", "", "", false}, Row{"2025", "", "", true},
                           Row{"", "2025-12-31", "", false}, Row{"", "2026", "", true}, Row{"", "", "closed", false},
                           Row{"", "", "planned", false}, Row{"", "", "en activité", true}}) {
        model::Dataset dataset;
        dataset.venues = {venue("Le Fil")};
        dataset.venues[0].opened = model::PartialDate::parse(row.opened);
        dataset.venues[0].closed = model::PartialDate::parse(row.closed);
        dataset.venues[0].status = row.status;
        EXPECT_EQ(select({}, dataset, day("2026-01-01")).providers.size(), row.open ? 1u : 0u)
            << row.opened << " to " << row.closed << " " << row.status;
    }
}

TEST(Select, KeysCombineByAndListsByOr) {
    model::Dataset dataset;
    dataset.venues = {venue("a"), venue("b"), venue("c")};
    dataset.venues[0].functions = {"diffusion"};
    dataset.venues[1].functions = {"Répétition"};
    dataset.venues[2].functions = {"diffusion"};
    dataset.venues[0].capacity = 350;
    dataset.venues[1].capacity = 350;
    model::Service service;
    service.match.functions = {"diffusion", "repetition"};
    service.match.minCapacity = 200;
    const Selection selection = select(service, dataset, day("2026-01-01"));
    EXPECT_THAT(namesOf(selection), ::testing::ElementsAre("a", "b"));
    EXPECT_EQ(selection.capacityUnknown, 1);  // a null capacity does not pass, and is counted
}

TEST(Select, NobodyIsLeftOutForNotBeingAMember) {
    model::Dataset dataset;
    dataset.venues = {venue("a"), venue("b"), venue("c")};
    dataset.venues[0].member = Membership::Member;
    dataset.venues[1].member = Membership::NotMember;
    EXPECT_EQ(select({}, dataset, day("2026-01-01")).providers.size(), 3u);
    model::Service members;
    members.match.member = {Membership::NotMember, Membership::Unknown};
    EXPECT_THAT(namesOf(select(members, dataset, day("2026-01-01"))), ::testing::ElementsAre("b", "c"));
}

TEST(Select, KnownOnlyToItsDepartementProvidesNothingByDistance) {
    model::Dataset dataset;
    dataset.venues = {venue("a")};
    dataset.venues[0].place.precision = model::Precision::Departement;
    const Selection selection = select({}, dataset, day("2026-01-01"));
    EXPECT_TRUE(selection.providers.empty());
    EXPECT_EQ(selection.notPlaced, 1);
}

}  // namespace
}  // namespace raquette::analysis
