#include "tests/ingest/expectations.h"

namespace raquette::ingest {
namespace {

constexpr const char* actors =
    "id;nom;siret;rna;insee\n"
    "fil;Le Fil;44229377500015;;42218\n"
    "fanfare;Fanfare;;W422005678;42186\n"
    "echo-lyon;Écho;51987654400015;;69123\n"
    "echo-villeurbanne;Écho;52345678800018;;69266\n"
    "deux-1;Deux Rives;53456789600012;;42218\n"
    "deux-2;Deux Rives;53456789600020;;69123\n";

IngestResult grants(const std::string& rows) {
    return TinyIngest()
        .source("a", "actors", actors)
        .source("g", "grants", "acteur;siret;rna;commune;cp;année;montant attribué\n" + rows)
        .run();
}

std::string joined(const std::string& row) {
    const IngestResult result = grants(row + "\n");
    return result.dataset.grants.empty() ? "rejected" : result.dataset.grants.front().actorId;
}

TEST(Joins, TheSurestThingARowSaysDecides) {
    EXPECT_EQ(joined("Un autre nom;442 293 775 00015;;;;2023;1"), "fil") << "SIRET before the name";
    EXPECT_EQ(joined("Harmonie;;W422005678;;;2023;1"), "fanfare") << "RNA";
    EXPECT_EQ(joined("Harmonie;W422005678;;;;2023;1"), "fanfare") << "an RNA number in the column of SIRETs";
    EXPECT_EQ(joined("echo-lyon;;;;;2023;1"), "echo-lyon") << "id";
    EXPECT_EQ(joined("ECHO;;;Villeurbanne;69100;2023;1"), "echo-villeurbanne") << "name within the commune";
    EXPECT_EQ(joined("Écho (Lyon);;;;;2023;1"), "echo-lyon");
    EXPECT_EQ(joined("le fil;;;;;2023;1"), "fil") << "name alone, when one has it";
    EXPECT_EQ(joined(";44229377500015;;;;2023;1"), "fil") << "no name at all";
}

TEST(Joins, ASirenJoinsItsOnlySiret) {
    EXPECT_EQ(joined("X;442293775;;;;2023;1"), "fil");
    EXPECT_EQ(joined("X;534567896;;;;2023;1"), "") << "two establishments have it";
    EXPECT_EQ(joined("Deux Rives;534567896;;Lyon;69001;2023;1"), "deux-2") << "the commune tells them apart";
}

TEST(Joins, AColumnOfSirensIsRecognisedAndJoins) {
    for (const char* column : {"SIREN", "N° SIREN", "numéro siren"}) {
        const IngestResult result = TinyIngest()
                                        .source("a", "actors", "id;nom;" + std::string(column) + ";insee\nfil;Le Fil;442 293 775;42218\n")
                                        .source("g", "grants", "siret;année;montant attribué\n44229377500015;2023;1\n")
                                        .source("h", "grants", std::string(column) + ";année;montant attribué\n442293775;2024;1\n")
                                        .run();
        ASSERT_THAT(result.dataset.grants, SizeIs(2)) << column;
        EXPECT_EQ(result.dataset.actors[0].siret, "442293775") << column;
        EXPECT_EQ(result.dataset.grants[0].actorId, "fil") << column;
        EXPECT_EQ(result.dataset.grants[1].actorId, "fil") << column;
    }
}

TEST(Joins, ASirenBesideTheSiretSaysWhatThatLacks) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors",
                                            "id;siren;nic;siret;nom;insee\n"
                                            "a;442293775;15;;Le Fil;42218\n"           // the NIC has lost its zeros
                                            "b;732829320;;;Fanfare;42218\n"            // no NIC
                                            "c;442293775;99999;;Écho;42186\n"          // that makes no SIRET
                                            "d;;;53456789600012;Deux Rives;42218\n"    // no SIREN
                                            "e;;;53456789600013;Trois Rives;42186\n")  // a wrong number stays, to be mended
                                    .source("g", "grants", "acteur;siret;année;montant attribué\nX;732829320;2023;1\n")
                                    .run();
    std::vector<std::string> numbers;
    for (const model::Actor& actor : result.dataset.actors) numbers.push_back(actor.siret);
    EXPECT_THAT(numbers, ElementsAre("44229377500015", "732829320", "442293775", "53456789600012", "53456789600013"));
    EXPECT_EQ(result.dataset.grants[0].actorId, "b");
    EXPECT_THAT(result.dataset.issues, ElementsAre(Field(&model::Issue::action, HasSubstr("do not go together"))))
        << "neither column is told as unused";
}

TEST(Joins, WhatIsNotFoundIsKeptApartAndSaid) {
    EXPECT_EQ(joined("Les Perdus;;;;;2023;1"), "");
    EXPECT_THAT(grants("Écho;;;;;2023;1\n").dataset.issues,
                Contains(Field(&model::Issue::action, HasSubstr("echo-lyon, echo-villeurbanne"))));
}

TEST(Joins, AWrongNumberIsReportedAndTheRowKept) {
    const IngestResult result = grants("Le Fil;44229377500016;;;;2023;1\nLe Fil;442293;;;;2024;1\n");
    ASSERT_THAT(result.dataset.grants, SizeIs(2));
    EXPECT_EQ(result.dataset.grants[0].actorId, "fil") << "by its name";
    EXPECT_THAT(result.dataset.issues, Contains(AllOf(Field(&model::Issue::column, "siret"), Field(&model::Issue::row, 2))));
    EXPECT_THAT(result.dataset.issues, Contains(AllOf(Field(&model::Issue::column, "siret"), Field(&model::Issue::row, 3))));
}

TEST(Joins, AVenueHasSeveralActorsAndAnActorSeveralVenues) {
    const IngestResult result = TinyIngest()
                                    .source("v", "venues",
                                            "lieu;structure gestionnaire;insee\nGrande salle;Le Fil | Fanfare;42218\n"
                                            "Club;44229377500015;42218\nStudio;Écho;69266\nPerdu;Personne;69266\n")
                                    .source("a", "actors", actors)
                                    .run();
    const auto& venues = result.dataset.venues;
    ASSERT_THAT(venues, SizeIs(4));
    EXPECT_EQ(venues[0].name, "Grande salle");
    EXPECT_THAT(venues[0].actorIds, ElementsAre("fil", "fanfare"));
    EXPECT_THAT(venues[1].actorIds, ElementsAre("fil"));
    EXPECT_THAT(venues[2].actorIds, ElementsAre("echo-villeurbanne")) << "of two namesakes the one of the venue’s commune";
    EXPECT_THAT(venues[3].actorIds, ElementsAre(""));
    EXPECT_THAT(venues[3].actors, ElementsAre("Personne"));
    EXPECT_THAT(result.dataset.issues,
                Contains(AllOf(Field(&model::Issue::column, "structure gestionnaire"), Field(&model::Issue::row, 5))));
}

TEST(Joins, AVenueListThatOnlyNamesStructuresNamesItsVenuesSo) {
    const IngestResult result = TinyIngest().source("v", "venues", "structure;insee\nLe Fil;42218\n").run();
    EXPECT_EQ(result.dataset.venues.at(0).name, "Le Fil");
    EXPECT_THAT(result.dataset.venues[0].actors, IsEmpty());
}

TEST(Joins, LinksAndFiguresAreFoundByNumberToo) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors", actors)
                                    .source("l", "links", "de;vers\n44229377500015;W422005678\nÉcho (Villeurbanne);Le Fil\n")
                                    .source("y", "activity", "id;année;Budget 2022;ETP\nfil;2023;100000;3\n")
                                    .run();
    EXPECT_THAT(result.dataset.links[0].partyIds, ElementsAre("fil", "fanfare"));
    EXPECT_THAT(result.dataset.links[1].partyIds, ElementsAre("echo-villeurbanne", "fil"));
    ASSERT_THAT(result.dataset.activities, SizeIs(2));
    EXPECT_EQ(result.dataset.activities[0].year, 2022);
    EXPECT_EQ(result.dataset.activities[1].fte, 3);
    EXPECT_EQ(result.dataset.activities[1].actorId, "fil");
}

TEST(Joins, AmountsFindTheirContractByFunderAndYear) {
    const IngestResult result =
        TinyIngest()
            .source("c", "contracts", "id;intitulé;territoire;début;fin\nF1;Filière;reg:84;2022;2024\n")
            .source("m", "amounts", "contrat;Région 2023;Région 2024;DRAC (2024)\nfilière;10 000 €;;20000\nAutre;1;;\n")
            .run();
    const auto& amounts = result.dataset.amounts;
    ASSERT_THAT(amounts, SizeIs(3));
    EXPECT_EQ(amounts[0].funder, "Région");
    EXPECT_EQ(amounts[0].year, 2023);
    EXPECT_EQ(amounts[1].funder, "DRAC");
    EXPECT_EQ(amounts[1].amount.value, 20000);
    EXPECT_EQ(amounts[1].contractId, "F1");
    EXPECT_EQ(amounts[2].contractId, "");
}

}  // namespace
}  // namespace raquette::ingest
