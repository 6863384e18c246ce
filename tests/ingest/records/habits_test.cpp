#include "tests/ingest/expectations.h"

namespace raquette::ingest {
namespace {

// Small files made to the description of those that networks and institutions really have, with their defects: what must come out of each.

std::string habit(const std::string& name) {
    return bytesOf(sourceFolder() / "tests/ingest/records/habits" / (name + ".csv"));
}

IngestResult read(const std::string& name, const std::string& kind) {
    return TinyIngest().source(name, kind, habit(name)).run();
}

/// What the columns of a file were read as, by name.
std::string keyOf(const IngestResult& result, const std::string& column) {
    for (const RecognisedColumn& one : result.columns) {
        if (one.column == column) return one.key;
    }
    return "no such column";
}

/// Columns about which something is said, each once, in order.
std::vector<std::string> toldOf(const IngestResult& result) {
    std::vector<std::string> columns;
    for (const model::Issue& issue : result.dataset.issues) {
        if (std::ranges::find(columns, issue.column) == columns.end()) columns.push_back(issue.column);
    }
    std::ranges::sort(columns);
    return columns;
}

void expectNowhere(const IngestResult& result, const std::vector<const char*>& words) {
    const auto holds = [&](const model::Actor& actor) {
        std::string all;
        for (const std::string& text : {actor.name, actor.address, actor.notes, actor.website, actor.type}) all += text;
        for (const std::string& text : actor.functions) all += text;
        for (const char* word : words) EXPECT_THAT(all, Not(HasSubstr(word)));
    };
    for (const model::Actor& actor : result.dataset.actors) holds(actor);
    for (const model::Venue& venue : result.dataset.venues) holds(venue);
    for (const model::Issue& issue : result.dataset.issues) {
        for (const char* word : words) EXPECT_THAT(issue.value + issue.rule + issue.action, Not(HasSubstr(word)));
    }
}

TEST(Habits, TheMinistrysPlaces) {
    const IngestResult result = read("basilic", "venues");
    expectCounts(result, 6, 6, 0, 0);
    EXPECT_EQ(keyOf(result, "libelle_geographique"), "city");
    EXPECT_EQ(keyOf(result, "Label et appellation"), "labels");
    const auto& venues = result.dataset.venues;
    EXPECT_EQ(venues[1].type, "Théâtre");
    EXPECT_THAT(venues[1].labels, ElementsAre("Scène nationale", "Centre dramatique national"));
    EXPECT_EQ(venues[1].capacity, 812);
    EXPECT_EQ(venues[1].place.commune, "69123") << "the code of an arrondissement";
    EXPECT_EQ(venues[0].place.precision, model::Precision::Exact);
    EXPECT_EQ(venues[5].place.precision, model::Precision::Commune) << "without coordinates";
    EXPECT_EQ(venues[3].place.commune, "01004");
}

TEST(Habits, FestivalsWithTheirPositionInOneCell) {
    const IngestResult result = read("festivals", "actors");
    expectCounts(result, 5, 5, 0, 0);
    EXPECT_EQ(keyOf(result, "Géocodage xy"), "coordinates");
    EXPECT_EQ(keyOf(result, "Numéro de voie"), "address");
    EXPECT_EQ(keyOf(result, "Année de création du festival"), "opened");
    const auto& festivals = result.dataset.actors;
    EXPECT_EQ(festivals[0].address, "12 rue des Mineurs");
    EXPECT_NEAR(festivals[0].place.position->lat, 45.4391, 1e-9);
    EXPECT_EQ(festivals[0].privateFields.at("email"), "bonjour@puits.example");
    EXPECT_EQ(festivals[3].place.precision, model::Precision::Commune);
    EXPECT_EQ(festivals[4].place.precision, model::Precision::Commune) << "a point in Paris for a commune of the Loire";
    EXPECT_THAT(toldOf(result), Contains("Géocodage xy"));
}

TEST(Habits, EntertainmentLicencesHoldNaturalPersons) {
    const IngestResult result = read("licences", "actors");
    expectCounts(result, 5, 5, 0, 0);
    EXPECT_EQ(keyOf(result, "siren_personne_physique_siret_personne_morale"), "siret");
    EXPECT_EQ(keyOf(result, "geoloc_cp"), "unread") << "the centre of a postal code is no position";
    const auto& actors = result.dataset.actors;
    EXPECT_EQ(actors[0].name, "Association La Grange");
    EXPECT_EQ(actors[1].name, "Natural person (732829320)");
    EXPECT_EQ(actors[1].privateFields.at("name"), "DURAND Amélie");
    EXPECT_EQ(actors[2].name, "SARL Éclair Sonore") << "Latin-1";
    EXPECT_EQ(actors[3].name, "Café de la Gare") << "the name of the place is not the person’s";
    EXPECT_EQ(actors[4].siret, "12345678900011") << "wrong, and kept as typed";
    for (const model::Actor& actor : actors) EXPECT_EQ(actor.place.precision, model::Precision::Commune);
    expectNowhere(result, {"DURAND", "Amélie", "MARTIN", "Zoé"});
    EXPECT_THAT(toldOf(result), Contains("siren_personne_physique_siret_personne_morale"));

    const IngestResult venues = read("licences", "venues");
    EXPECT_EQ(venues.dataset.venues.at(0).name, "La Grange aux Notes");
    EXPECT_THAT(venues.dataset.venues[0].actors, ElementsAre("Association La Grange"));
    expectNowhere(venues, {"DURAND", "MARTIN"});
    for (const model::Venue& venue : venues.dataset.venues) EXPECT_THAT(venue.actors, Not(Contains(HasSubstr("MARTIN"))));
}

TEST(Habits, GrantsInTheNationalOpenFormatFindTheirActors) {
    const IngestResult result =
        TinyIngest().source("structures", "actors", habit("structures")).source("subventions", "grants", habit("subventions-scdl")).run();
    expectCounts(result, 7, 7, 0, 0);
    EXPECT_EQ(keyOf(result, "dateConvention"), "year");
    EXPECT_EQ(keyOf(result, "idBeneficiaire"), "siret");
    const auto& grants = result.dataset.grants;
    ASSERT_THAT(grants, SizeIs(7));
    EXPECT_EQ(grants[0].actorId, "A1") << "SIRET, though the name differs";
    EXPECT_EQ(grants[0].year, 2023);
    EXPECT_EQ(grants[0].granted->value, 12000);
    EXPECT_EQ(grants[0].scheme, "Aide au fonctionnement");
    EXPECT_EQ(grants[1].actorId, "A2") << "RNA number in the column of ids";
    EXPECT_EQ(grants[1].granted->value, 1500.5);
    EXPECT_EQ(grants[2].actorId, "A1") << "SIREN of one establishment";
    EXPECT_EQ(grants[3].actorId, "") << "SIREN of two";
    EXPECT_EQ(grants[4].actorId, "") << "a mistyped SIRET joins nothing, and two structures have the name";
    EXPECT_EQ(grants[5].actorId, "");
    EXPECT_FALSE(grants[6].granted);
}

TEST(Habits, SireneIsReadAndItsRefusalsOfPublicationHonoured) {
    const IngestResult result = read("sirene", "actors");
    expectCounts(result, 6, 6, 0, 0);
    const auto& actors = result.dataset.actors;
    EXPECT_EQ(actors[0].address, "12 RUE DES TILLEULS");
    EXPECT_EQ(actors[0].legalForm, "association");
    EXPECT_EQ(actors[0].status, "open");
    EXPECT_EQ(actors[0].opened->text(), "2002-05-01");
    // P: a sole trader who refuses. Neither name, nor address, nor a position finer than the commune.
    EXPECT_EQ(actors[1].name, "Natural person (50123456100014)");
    EXPECT_EQ(actors[1].address, "");
    EXPECT_EQ(actors[1].place.precision, model::Precision::Commune);
    EXPECT_EQ(actors[1].privateFields.at("address"), "3 QUAI PERDU");
    // N: an association's name is public, its address is not.
    EXPECT_EQ(actors[3].name, "ATELIER SANS ADRESSE");
    EXPECT_EQ(actors[3].address, "");
    EXPECT_EQ(actors[3].place.precision, model::Precision::Commune);
    EXPECT_EQ(actors[3].status, "closed");
    EXPECT_EQ(actors[4].name, "LE CAFE ZOE") << "a sole trader's sign";
    EXPECT_EQ(actors[5].name, "Natural person (81234567600017)");
    EXPECT_EQ(actors[5].address, "") << "[ND] says nothing";
    expectNowhere(result, {"DURAND", "AMELIE", "MARTIN", "PETIT", "QUAI PERDU", "SECRETE"});
    EXPECT_THAT(result.dataset.issues, Contains(Field(&model::Issue::column, "statutDiffusionEtablissement")));
}

TEST(Habits, OfTheRegisterOfAssociationsTheSeatIsReadAndTheDeclarantNever) {
    const IngestResult result = read("rna", "actors");
    expectCounts(result, 4, 4, 0, 0);
    EXPECT_EQ(keyOf(result, "position"), "status");
    EXPECT_EQ(keyOf(result, "adrg_libvoie"), "unread");
    const auto& actors = result.dataset.actors;
    EXPECT_EQ(actors[0].id, "W422001234");
    EXPECT_EQ(actors[0].rna, "W422001234");
    EXPECT_EQ(actors[0].siret, "44229377500015");
    EXPECT_EQ(actors[1].address, "4 B PL DU PONT");
    EXPECT_EQ(actors[1].place.commune, "42186") << "the seat, not the declarant's commune";
    EXPECT_EQ(actors[2].status, "closed");
    EXPECT_EQ(actors[2].closed->text(), "2015-06-30");
    EXPECT_THAT(toldOf(result), ElementsAre("id")) << "a number of the wrong form";
    expectNowhere(result, {"DURAND", "IMPASSE", "CACHEE", "LOUIS"});
    for (const model::Actor& actor : actors) {
        for (const auto& [key, value] : actor.privateFields) EXPECT_THAT(key, Not(HasSubstr("adrg"))) << "not even as private";
    }
}

TEST(Habits, TheNationalAddressBaseNamesNobodyAndIsSentWhereItServes) {
    const IngestResult result = read("adresses-ban", "venues");
    expectCounts(result, 3, 0, 0, 3);
    EXPECT_EQ(keyOf(result, "nom_voie"), "address");
    EXPECT_EQ(keyOf(result, "lon"), "longitude");
    EXPECT_THAT(result.dataset.issues, ElementsAre(Field(&model::Issue::action, HasSubstr("give it under [reference], addresses = …"))));
    EXPECT_THAT(result.rejects.back().rows, SizeIs(3));
}

TEST(Habits, ARegionsShapefileHasPostalCodesAsDecimals) {
    const IngestResult result = read("region", "venues");
    expectCounts(result, 3, 3, 0, 0);
    EXPECT_EQ(keyOf(result, "NOM_COMPLE"), "name");
    const auto& venues = result.dataset.venues;
    EXPECT_EQ(venues[0].place.commune, "42218");
    EXPECT_EQ(venues[1].place.commune, "01004") << "1500.0 is 01500";
    EXPECT_THAT(result.dataset.issues,
                Contains(AllOf(Field(&model::Issue::column, "CP"), Field(&model::Issue::action, HasSubstr("3 rows")))));
}

TEST(Habits, AMembershipExportHasARowPerPerson) {
    const IngestResult result = read("adhesions", "actors");
    expectCounts(result, 7, 4, 2, 1);
    EXPECT_EQ(keyOf(result, "Structure"), "name");
    EXPECT_EQ(keyOf(result, "Nom"), "") << "a person’s, private";
    const auto& actors = result.dataset.actors;
    EXPECT_EQ(actors[0].name, "La Grange aux Notes");
    EXPECT_EQ(actors[0].privateFields.at("Prénom"), "Amélie | Louis");
    EXPECT_THAT(actors[0].memberships, ElementsAre(model::NetworkMembership{"FEDELIMA", model::Membership::Member}));
    EXPECT_EQ(actors[1].name, "Studio Écho");
    EXPECT_EQ(actors[1].member, model::Membership::NotMember);
    EXPECT_EQ(actors[2].place.commune, "69123") << "the same name in another commune is another structure";
    EXPECT_THAT(result.dataset.grants, IsEmpty()) << "a subscription is no grant";
    EXPECT_EQ(actors[0].privateFields.at("Montant"), "40 €");
    expectNowhere(result, {"DURAND", "Amélie", "amelie@", "PETIT", "06 12", "NOIR", "SEUL"});
}

TEST(Habits, AnOnlineFormHasQuestionsAsHeaders) {
    const IngestResult result = read("formulaire", "actors");
    expectCounts(result, 4, 4, 0, 0);
    EXPECT_EQ(keyOf(result, "Quel est le nom de votre structure ?"), "name");
    EXPECT_EQ(keyOf(result, "Dans quelle commune êtes-vous implanté·e ?"), "city");
    EXPECT_EQ(keyOf(result, "Quelles sont vos activités ? (plusieurs choix possibles)"), "functions");
    EXPECT_EQ(keyOf(result, "Combien de salariés (ETP) en 2023 ?"), "fte 2023");
    const auto& actors = result.dataset.actors;
    EXPECT_THAT(actors[0].functions, ElementsAre("diffusion", "résidence", "accompagnement")) << "a comma in brackets parts nothing";
    EXPECT_EQ(actors[0].legalForm, "association");
    EXPECT_TRUE(actors[2].itinerant);
    EXPECT_THAT(actors[2].functions, ElementsAre("création", "diffusion"));
    ASSERT_THAT(result.dataset.activities, SizeIs(2));
    EXPECT_EQ(result.dataset.activities[0].fte, 3.5);
    EXPECT_EQ(result.dataset.activities[0].actorId, actors[0].id);
    expectNowhere(result, {"@exemple"});
    EXPECT_THAT(result.dataset.issues, Contains(Field(&model::Issue::action, HasSubstr("“restauration” (row 5)"))));
}

TEST(Habits, ASurveyHasARowPerStructureAndYearAndHundredsOfColumns) {
    const IngestResult result = read("enquete", "actors");
    expectCounts(result, 6, 3, 3, 0);
    ASSERT_THAT(result.dataset.activities, SizeIs(6));
    const model::Activity& second = result.dataset.activities[1];
    EXPECT_EQ(second.year, 2022);
    EXPECT_EQ(second.fte, 3.5);
    EXPECT_EQ(second.staff, 5);
    EXPECT_EQ(second.budget->value, 235500);
    EXPECT_EQ(second.events, 62);
    EXPECT_EQ(second.admissions, 12400);
    EXPECT_EQ(second.members, 131);
    EXPECT_FALSE(result.dataset.activities[2].admissions) << "NC";
    const auto about = std::ranges::count_if(
        result.dataset.issues, [](const model::Issue& issue) { return issue.action.find("153 columns") != std::string::npos; });
    EXPECT_EQ(about, 1) << "the questions that were left out are told together";
    EXPECT_THAT(result.dataset.issues, SizeIs(2)) << "and the rows brought together";
}

}  // namespace
}  // namespace raquette::ingest
