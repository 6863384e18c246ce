#include "tests/ingest/expectations.h"

namespace raquette::ingest {
namespace {

using model::Membership;

TEST(Rows, OnePerStructureAndYearIsOneActorWithItsYears) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors",
                                            "nom;commune;cp;année;ETP;budget;statut\n"
                                            "Le Fil;Saint-Étienne;42000;2022;10;500000;ouvert\n"
                                            "Le Fil;ST ETIENNE;42000;2023;12,5;NC;fermé\n"
                                            "La Fabrique;Saint-Étienne;42000;2023;;20 000 €;\n")
                                    .run();
    expectCounts(result, 3, 2, 1, 0);
    ASSERT_THAT(result.dataset.actors, SizeIs(2));
    EXPECT_EQ(result.dataset.actors[0].status, "closed") << "the latest year says what it is now";
    const auto& years = result.dataset.activities;
    ASSERT_THAT(years, SizeIs(3));
    EXPECT_EQ(years[0].year, 2022);
    EXPECT_EQ(years[0].budget->value, 500000);
    EXPECT_EQ(years[1].year, 2023);
    EXPECT_EQ(years[1].fte, 12.5);
    EXPECT_FALSE(years[1].budget);
    EXPECT_EQ(years[1].origin.row, 3) << "each year keeps the row it was typed in";
    EXPECT_EQ(years[1].actorId, result.dataset.actors[0].id);
    EXPECT_EQ(years[2].actorId, result.dataset.actors[1].id);
}

TEST(Rows, OnePerPersonIsOneStructureWhosePeopleStayPrivate) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors",
                                            "structure;insee;nom;prénom;email\n"
                                            "Le Fil;42218;DURAND;Amélie;a@exemple.org\n"
                                            "Le Fil;42218;PETIT;Louis;l@exemple.org\n")
                                    .run();
    expectCounts(result, 2, 1, 1, 0);
    const model::Actor& fil = result.dataset.actors.front();
    EXPECT_EQ(fil.name, "Le Fil") << "the column of names beside first names is a person’s";
    EXPECT_EQ(fil.privateFields.at("nom"), "DURAND | PETIT");
    EXPECT_EQ(fil.privateFields.at("email"), "a@exemple.org | l@exemple.org");
    for (const model::Issue& issue : result.dataset.issues) EXPECT_THAT(issue.value + issue.action, Not(HasSubstr("DURAND")));
}

TEST(Rows, OnesThatDifferInTheStructureStayApart) {
    const IngestResult result =
        TinyIngest().source("a", "actors", "nom;insee;jauge;email\nLe Fil;42218;1200;a@x.fr\nLe Fil;42218;350;b@x.fr\n").run();
    expectCounts(result, 2, 2, 0, 0);
    EXPECT_THAT(result.dataset.issues, says("row 3 has the same name and place"));
}

TEST(Rows, NamesakesInTwoCommunesOrWithTwoSiretsAreTwoStructures) {
    const IngestResult result =
        TinyIngest()
            .source("a", "actors",
                    "nom;insee;siret;email\n"
                    "Le Fil;42218;;a@x.fr\nLe Fil;69123;;b@x.fr\n"
                    "Écho;69123;51987654400015;c@x.fr\nÉcho;69123;52345678800018;d@x.fr\nÉcho;42218;51987654400015;e@x.fr\n")
            .run();
    expectCounts(result, 5, 5, 0, 0);
}

TEST(Rows, TheStudySaysWhatARowIs) {
    const char* text = "nom;insee;jauge;email\nLe Fil;42218;1200;a@x.fr\nLe Fil;42218;350;b@x.fr\n";
    expectCounts(TinyIngest().source("a", "actors", text, "rows = \"person\"").run(), 2, 1, 1, 0);
    const char* people = "nom;insee;email\nLe Fil;42218;a@x.fr\nLe Fil;42218;b@x.fr\n";
    expectCounts(TinyIngest().source("a", "actors", people).run(), 2, 1, 1, 0);
    expectCounts(TinyIngest().source("a", "actors", people, "rows = \"structure\"").run(), 2, 2, 0, 0);
}

TEST(Rows, ARejectedStructureRejectsAllItsRows) {
    const IngestResult result =
        TinyIngest().source("a", "actors", "nom;commune;email\nPerdu;Nulle Part;a@x.fr\nPerdu;Nulle Part;b@x.fr\n").run();
    expectCounts(result, 2, 0, 0, 2);
    ASSERT_THAT(result.rejects.front().rows, SizeIs(2));
    EXPECT_EQ(result.rejects.front().rows[1][2], "b@x.fr") << "as they were typed";
}

TEST(Rows, FiguresInColumnsOfTheirYearBecomeActivity) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors",
                                            "nom;insee;Budget 2022;Budget 2023;Effectif (2023);Subvention Région 2023;Saison 2022-2023\n"
                                            "Le Fil;42218;100 k€;120000;12;30 000 €;7\n")
                                    .run();
    const auto& years = result.dataset.activities;
    ASSERT_THAT(years, SizeIs(2));
    EXPECT_EQ(years[0].year, 2022);
    EXPECT_EQ(years[0].budget->value, 100000);
    EXPECT_EQ(years[1].budget->value, 120000);
    EXPECT_EQ(years[1].staff, 12);
    ASSERT_THAT(result.dataset.grants, SizeIs(1));
    EXPECT_EQ(result.dataset.grants[0].granted->value, 30000);
    EXPECT_EQ(result.dataset.grants[0].scheme, "Subvention Région");
    EXPECT_EQ(result.dataset.grants[0].actorId, result.dataset.actors[0].id);
    EXPECT_THAT(result.dataset.issues, ElementsAre(Field(&model::Issue::column, "Saison 2022-2023"))) << "two years are neither";
}

TEST(Rows, AColumnNamedAsAFigureThatHoldsNoneIsNotOne) {
    const IngestResult result = TinyIngest().source("a", "actors", "nom;insee;dates\nLe Fil;42218;du 3 au 5 mai\n").run();
    EXPECT_THAT(result.dataset.activities, IsEmpty());
    EXPECT_THAT(result.dataset.issues, ElementsAre(Field(&model::Issue::column, "dates")));
}

TEST(Membership, EachNetworkHasItsColumn) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors",
                                            "nom;insee;Adhérent FEDELIMA;Membre du Grand Bureau;SMA\n"
                                            "Le Fil;42218;oui;non;x\nLa Fabrique;42218;non;non;\nLe Mixeur;42218;;;\n")
                                    .run();
    const auto& actors = result.dataset.actors;
    EXPECT_THAT(actors[0].memberships, ElementsAre(model::NetworkMembership{"FEDELIMA", Membership::Member},
                                                   model::NetworkMembership{"Grand Bureau", Membership::NotMember},
                                                   model::NetworkMembership{"SMA", Membership::Member}));
    EXPECT_EQ(actors[0].network, "FEDELIMA | SMA");
    EXPECT_EQ(actors[0].member, Membership::Member);
    EXPECT_EQ(actors[1].member, Membership::NotMember);
    EXPECT_EQ(actors[2].member, Membership::Unknown) << "not answered is not refused";
}

TEST(Membership, ACellMayNameSeveralNetworks) {
    const IngestResult result = TinyIngest().source("a", "actors", "nom;insee;réseaux;adhérent\nLe Fil;42218;FEDELIMA, SMA;oui\n").run();
    EXPECT_EQ(result.dataset.actors[0].network, "FEDELIMA | SMA");
    EXPECT_THAT(result.dataset.actors[0].memberships, SizeIs(2));
}

TEST(Itinerants, AreKeptAndListedWithoutAPlace) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors",
                                            "nom;commune;type\nLa Roulotte;itinérante;\nLe Camion;;compagnie itinérante\n"
                                            "Le Chapiteau;Lyon (69);cirque itinérant\nNulle part;;\n")
                                    .run();
    expectCounts(result, 4, 3, 0, 1);
    const auto& actors = result.dataset.actors;
    EXPECT_TRUE(actors[0].itinerant);
    EXPECT_FALSE(actors[0].place.position);
    EXPECT_EQ(actors[0].place.method, "itinerant");
    EXPECT_TRUE(actors[1].itinerant);
    EXPECT_FALSE(actors[2].itinerant) << "it has a seat";
    EXPECT_EQ(actors[2].place.commune, "69123");
    EXPECT_THAT(result.dataset.issues, says("kept and listed, provides nothing by distance"));
}

TEST(Vocabularies, AreExtendedByTheStudy) {
    const IngestResult result =
        TinyIngest()
            .source("a", "actors",
                    "nom;insee;fonctions;forme juridique\n"
                    "Le Fil;42218;gig room + tiers-lieu et création (danse, cirque);COOP\nLa Fabrique;42218;hackerspace;\n")
            .toml(
                "[vocabulary.functions]\n\"gig room\" = \"diffusion\"\n\"tiers-lieu\" = \"tiers-lieu\"\n"
                "hackerspace = \"tiers-lieu\"\n[vocabulary.legal_forms]\ncoop = \"SCIC\"")
            .run();
    EXPECT_THAT(result.dataset.actors[0].functions, ElementsAre("diffusion", "tiers-lieu", "création"));
    EXPECT_EQ(result.dataset.actors[0].legalForm, "SCIC");
    EXPECT_THAT(result.dataset.actors[1].functions, ElementsAre("tiers-lieu"));
    EXPECT_THAT(result.dataset.issues, IsEmpty());
}

TEST(Vocabularies, WordsTheyLackAreKeptAndToldOnceWithTheirRows) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors",
                                            "nom;insee;fonctions\nA;42218;cirque\nB;42218;diffusion, cirque\nC;42218;cirque / poterie\n"
                                            "D;42218;cirque\n")
                                    .run();
    EXPECT_THAT(result.dataset.actors[2].functions, ElementsAre("cirque", "poterie"));
    EXPECT_THAT(result.dataset.issues,
                ElementsAre(AllOf(Field(&model::Issue::column, "fonctions"),
                                  Field(&model::Issue::action, HasSubstr("“cirque” (rows 2, 3, 4…), “poterie” (row 4)")))));
}

}  // namespace
}  // namespace raquette::ingest
