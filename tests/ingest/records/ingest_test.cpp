#include "gis/model/error.h"
#include "ingest/table/csv.h"
#include "ingest/table/text_file.h"
#include "tests/ingest/expectations.h"

#include <set>

namespace raquette::ingest {
namespace {

using ::testing::StartsWith;

TEST(Ingest, AnActorIsReadWhole) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors",
                                            "id;nom;fonctions;forme juridique;cp;commune;réseau;adhérent;création;jauge;précisions\n"
                                            "7;Le Fil;diffusion, répétition;asso;42000;St-Etienne;RIM;oui;01/2008;1 200;SMAC ; studios\n")
                                    .run();
    ASSERT_THAT(result.dataset.actors, SizeIs(1));
    const model::Actor& fil = result.dataset.actors.front();
    EXPECT_EQ(fil.id, "7");
    EXPECT_EQ(fil.origin, (model::Origin{"a", 2}));
    EXPECT_THAT(fil.functions, ElementsAre("diffusion", "répétition"));
    EXPECT_EQ(fil.legalForm, "association");
    EXPECT_EQ(fil.member, model::Membership::Member);
    EXPECT_EQ(fil.opened->text(), "2008-01");
    EXPECT_EQ(fil.capacity, 1200);
    EXPECT_EQ(fil.notes, "SMAC ; studios");
}

TEST(Ingest, ValuesOfTheStudyReplaceTheSourcesWords) {
    const IngestResult result =
        TinyIngest()
            .source("a", "actors", "nom;fonctions;adhérent;insee\nLe Fil;Concerts du soir, création;à voir;42218\n",
                    "values = { functions = { \"concerts du soir\" = \"diffusion\" }, member = { \"à voir\" = \"oui\" } }")
            .run();
    EXPECT_THAT(result.dataset.actors.front().functions, ElementsAre("diffusion", "création"));
    EXPECT_EQ(result.dataset.actors.front().member, model::Membership::Member);
}

TEST(Ingest, PersonalFieldsArePrivateAndNeverInAnIssue) {
    const IngestResult result =
        TinyIngest()
            .source("a", "actors",
                    "nom;insee;contact;email;directrice;notes;jauge\n"
                    "Le Fil;42218;Marie Durand;marie@exemple.org;Marie D.;appeler le 06 12 34 56 78;marie@exemple.org\n"
                    "Sans lieu;;Jean;jean@exemple.org;;;\n")
            .run();
    const model::Actor& fil = result.dataset.actors.front();
    EXPECT_EQ(fil.privateFields.at("contact"), "Marie Durand");
    EXPECT_EQ(fil.privateFields.at("email"), "marie@exemple.org");
    EXPECT_EQ(fil.privateFields.at("directrice"), "Marie D.");
    EXPECT_EQ(fil.privateFields.count("notes"), 1U) << "a phone number in a free text makes it private";
    EXPECT_THAT(fil.notes, IsEmpty());
    for (const model::Issue& issue : result.dataset.issues) {
        for (const char* personal : {"Marie", "marie", "jean", "06 12"}) EXPECT_THAT(issue.value + issue.action, Not(HasSubstr(personal)));
    }
}

TEST(Ingest, AFieldTheStudyNamesPublicLeavesThePrivateOnes) {
    const IngestResult result =
        TinyIngest().source("a", "actors", "nom;insee;email\nLe Fil;42218;accueil@lefil.example\n", "public = [\"email\"]").run();
    EXPECT_THAT(result.dataset.actors.front().privateFields, IsEmpty());
    EXPECT_THAT(result.dataset.actors.front().notes, HasSubstr("accueil@lefil.example"));
}

TEST(Ingest, IdsAreTheSourcesOwnElseLastFromOneRunToTheNext) {
    const auto idsOf = [](std::string_view text) {
        std::vector<std::string> ids;
        for (const model::Actor& actor : TinyIngest().source("a", "actors", text).run().dataset.actors) ids.push_back(actor.id);
        return ids;
    };
    const auto ids = idsOf("id;nom;insee\nX1;Le Fil;42218\n;Le Mixeur;42218\n");
    EXPECT_EQ(ids[0], "X1");
    EXPECT_THAT(ids[1], StartsWith("a-"));
    EXPECT_EQ(idsOf("id;nom;insee\n;LE MIXEUR;42218\n")[0], ids[1]) << "another row, another case: the same record";
    EXPECT_NE(idsOf("id;nom;insee\n;Le Mixeur;69123\n")[0], ids[1]);
}

TEST(Ingest, AnIdSharedByDifferentRowsIsWrongAndTheRowsAreKept) {
    const IngestResult result =
        TinyIngest().source("a", "actors", "id;nom;insee\nX;Le Fil;42218\nX;Le Mixeur;69123\nY;Le Club;69123\n").run();
    ASSERT_THAT(result.dataset.actors, SizeIs(3));
    std::set<std::string> ids;
    for (const model::Actor& actor : result.dataset.actors) ids.insert(actor.id);
    EXPECT_THAT(ids, SizeIs(3));
    EXPECT_THAT(ids, Not(Contains("X")));
    EXPECT_THAT(ids, Contains("Y"));
    EXPECT_THAT(result.dataset.issues,
                Contains(AllOf(Field(&model::Issue::row, 3), Field(&model::Issue::action, HasSubstr("row 2 has it too")))));
}

TEST(Ingest, IdsAreToldApartAcrossSources) {
    const IngestResult result =
        TinyIngest().source("a", "actors", "id;nom;insee\n1;Le Fil;42218\n").source("v", "venues", "id;nom;insee\n1;Le Club;69123\n").run();
    EXPECT_EQ(result.dataset.actors[0].id, "1");
    EXPECT_THAT(result.dataset.venues[0].id, StartsWith("v-"));
}

TEST(Ingest, RowsReadAreKeptRejectedOrMerged) {
    const IngestResult result =
        TinyIngest().source("a", "actors", "nom;insee\nLe Fil;42218\nLe Fil;42218\n;42218\nNulle part;\n\nLe Mixeur;42218\n").run();
    const model::SourceSummary& summary = result.dataset.sources.front();
    EXPECT_EQ(summary.rows, 5);
    EXPECT_EQ(summary.kept, 2);
    EXPECT_EQ(summary.merged, 1);
    EXPECT_EQ(summary.rejected, 2);
    EXPECT_THAT(result.dataset.issues, says("the same as row 2"));
}

TEST(Ingest, RejectedRowsAreWrittenToBeCorrectedAndReadAgain) {
    const IngestResult result = TinyIngest().source("a", "actors", "nom;commune\n\"Le \"\"Club\"\"; bar\";Nulle Part\nLe Fil;\n").run();
    const TemporaryFolder folder;
    writeRejects(result.rejects, folder.path());
    const std::string text = readBytes(folder.path() / "a-rejects.csv");
    const Csv csv = parseCsv(text.substr(3));
    ASSERT_THAT(csv.rows, SizeIs(3));
    EXPECT_THAT(csv.rows[0].cells, ElementsAre("nom", "commune", "raquette_rejet"));
    EXPECT_EQ(csv.rows[1].cells[0], "Le \"Club\"; bar");
    EXPECT_THAT(csv.rows[1].cells[2], HasSubstr("no commune has this name"));

    // Corrected, then read again: the column of reasons is no news.
    std::string corrected = text;
    corrected.replace(corrected.find("Nulle Part"), 10, "42218");
    const IngestResult again = TinyIngest().source("a", "actors", corrected).run();
    EXPECT_EQ(again.dataset.sources.front().kept, 1);
    EXPECT_THAT(again.rejects.front().header, ElementsAre("nom", "commune", "raquette_rejet"));

    // Nothing left to correct: the file goes.
    writeRejects({{"a", {"nom"}, {}}}, folder.path());
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "a-rejects.csv"));
}

TEST(Ingest, RejectsThatCannotBeWrittenAreAnErrorAndLeaveNothing) {
    const TemporaryFolder folder;
    const auto file = folder.write("not-a-folder", "x");
    EXPECT_THROW(writeRejects({{"a", {"nom"}, {{"x"}}}}, file), model::Error);
}

constexpr const char* contractHeader = "intitulé;type;signataires;territoire;début;fin;montant annuel\n";

IngestResult contract(const std::string& row) {
    return TinyIngest()
        .source("c", "contracts", contractHeader + row + "\n")
        .toml("[[area]]\nid = \"sud-loire\"\nlabel = \"Sud du département de la Loire\"\nterritories = [\"commune:42218\"]")
        .run();
}

TEST(Contracts, ScopesAreReadAsNetworksWriteThem) {
    struct Row {
        const char* typed;
        const char* scope;
    };
    for (const Row& row : {Row{"commune:42218", "commune:42218"},
                           {"commune:69152", "commune:69149"},
                           {"région:84", "reg:84"},
                           {"reg:75", "reg:75"},
                           {"région:82", "reg:84"},
                           {"Rhône-Alpes", "reg:84"},
                           {"département:42", "dep:42"},
                           {"Loire", "dep:42"},
                           {"département de la Loire", "dep:42"},
                           {"epci:244200770", "epci:244200770"},
                           {"saint-etienne metropole", "epci:244200770"},
                           {"sud du département de la Loire", "area:sud-loire"},
                           {"area:sud-loire", "area:sud-loire"}}) {
        const IngestResult result = contract(std::string("T;DSP;A | B;") + row.typed + ";2011;2013;");
        ASSERT_THAT(result.dataset.contracts.front().scope, SizeIs(1)) << row.typed;
        EXPECT_EQ(result.dataset.contracts.front().scope.front().text(), row.scope);
    }
}

TEST(Contracts, AnOldRegionIsCarriedToTodaysAndSaid) {
    EXPECT_THAT(contract("T;DSP;A;région:82;2011;2013;").dataset.issues, says("Rhône-Alpes (82) is now part of Auvergne-Rhône-Alpes (84)"));
}

TEST(Contracts, WordsThatAreNoTerritoryLeaveTheContractListedWithoutThem) {
    for (const char* typed : {"le nord", "région:99", "canton:4", "Saint-Denis"}) {
        const IngestResult result = contract(std::string("T;DSP;A;") + typed + ";2011;2013;");
        ASSERT_THAT(result.dataset.contracts, SizeIs(1)) << typed;
        EXPECT_THAT(result.dataset.contracts.front().scope, IsEmpty()) << typed;
        EXPECT_THAT(result.dataset.issues, says("could not be read")) << typed;
    }
}

TEST(Contracts, PeriodsPartiesAndAmounts) {
    const IngestResult result =
        contract("DSP du Fil;DSP (affermage);Ville de Saint-Étienne | LIMACE;commune:42218;02/2007;5 ans;240000 (2024)");
    const model::Contract& dsp = result.dataset.contracts.front();
    EXPECT_EQ(dsp.type, "DSP");
    EXPECT_THAT(dsp.parties, ElementsAre("Ville de Saint-Étienne", "LIMACE"));
    EXPECT_EQ(dsp.period.start->text(), "2007-02");
    EXPECT_EQ(dsp.period.end->text(), "2012-01");
    EXPECT_EQ(dsp.amountPerYear->value, 240000);
    ASSERT_THAT(result.dataset.amounts, SizeIs(1));
    EXPECT_EQ(result.dataset.amounts.front().year, 2024);
    EXPECT_THAT(contract("T;CPO;A;reg:84;;;").dataset.issues, says("never surely"));
    EXPECT_THAT(contract("T;CPO;A;reg:84;2013;2011;").dataset.issues, says("check both dates"));
}

TEST(Links, PartiesAreFoundByNameOrIdWhateverTheOrderOfTheSources) {
    const IngestResult result = TinyIngest()
                                    .source("l", "links",
                                            "de;vers;intensité;depuis\n"
                                            "LIMACE;le fil;triple;02/2007\n"
                                            "X7;Personne;forte;\n"
                                            "LIMACE;;simple;\n"
                                            "Double;LIMACE;molle;\n")
                                    .source("a", "actors", "id;nom;insee\nX7;Le Fil;42218\n;LIMACE;42218\n;Double;42218\n;Double;69123\n")
                                    .run();
    const auto& links = result.dataset.links;
    ASSERT_THAT(links, SizeIs(3));
    EXPECT_EQ(links[0].intensity, model::Intensity::Triple);
    EXPECT_EQ(links[0].partyIds[1], "X7");
    EXPECT_EQ(links[0].period.start->text(), "2007-02");
    EXPECT_THAT(links[1].partyIds, ElementsAre("X7", ""));
    EXPECT_EQ(links[1].intensity, model::Intensity::Triple);
    EXPECT_EQ(links[2].partyIds[0], "") << "two actors have this name";
    EXPECT_EQ(links[2].intensity, model::Intensity::Unknown);
    EXPECT_THAT(result.dataset.issues, Contains(AllOf(Field(&model::Issue::row, 3), Field(&model::Issue::column, "vers"))));
    EXPECT_EQ(result.dataset.sources[0].rejected, 1) << "a link with one party";
    EXPECT_EQ(result.dataset.sources[0].id, "l") << "summaries keep the study's order";
}

TEST(Figures, AmountsGrantsAndActivityAreRead) {
    const IngestResult result =
        TinyIngest()
            .source("a", "actors", "nom;insee\nLe Fil;42218\n")
            .source("m", "amounts", "contrat;financeur;année;montant\nFilière;DRAC;2024;12 k€\nFilière;DRAC;2024;beaucoup\n")
            .source("g", "grants", "acteur;dispositif;année;montant demandé;montant attribué\nLe Fil;AAP;2023;1000;\nAutre;AAP;2023;;5\n")
            .source("y", "activity", "structure;année;ETP;salariés;concerts\nLe Fil;2023;2,5;4;80\n;2023;;;\n")
            .run();
    ASSERT_THAT(result.dataset.amounts, SizeIs(1));
    EXPECT_EQ(result.dataset.amounts[0].amount.value, 12000);
    ASSERT_THAT(result.dataset.grants, SizeIs(2));
    EXPECT_EQ(result.dataset.grants[0].asked->value, 1000);
    EXPECT_FALSE(result.dataset.grants[0].granted);
    ASSERT_THAT(result.dataset.activities, SizeIs(1));
    EXPECT_EQ(result.dataset.activities[0].fte, 2.5);
    EXPECT_THAT(result.dataset.issues,
                Contains(AllOf(Field(&model::Issue::source, "g"), Field(&model::Issue::row, 3), Field(&model::Issue::value, "Autre"))));
}

TEST(Ingest, AColumnNobodyUnderstandsIsSaidOnce) {
    const IngestResult result = TinyIngest().source("a", "actors", "nom;insee;couleur\nLe Fil;42218;bleu\nLIMACE;42218;vert\n").run();
    EXPECT_THAT(result.dataset.issues,
                ElementsAre(AllOf(Field(&model::Issue::column, "couleur"), Field(&model::Issue::action, HasSubstr("2 values")))));
}

TEST(Ingest, ACodeTheReferenceLacksIsAnErrorOfTheStudyFile) {
    try {
        TinyIngest().toml("[study]\narea = [\"dep:42\",\n  \"dep:43\"]").run();
        FAIL() << "accepted";
    } catch (const model::Error& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("study.toml:3:"), HasSubstr("dep:43"), HasSubstr("Nearest: 42 (Loire)")));
    }
}

TEST(Demonstrations, AreReadAsTheirFilesSay) {
    const std::filesystem::path demo = sourceFolder() / "data/demo";
    const model::Study france = readStudyFile(demo / "france.toml", model::Day{});
    EXPECT_EQ(model::isoText(france.date), "2026-01-01");
    EXPECT_EQ(france.gaps.split, model::Split::Basin);

    const model::Study cluster = readStudyFile(demo / "saint-etienne.toml", model::Day{});
    const IngestResult result = ingest(cluster, tinyReference());
    EXPECT_THAT(result.dataset.actors, SizeIs(16));
    EXPECT_THAT(result.dataset.contracts, SizeIs(8));
    EXPECT_THAT(result.dataset.links, SizeIs(16));
    const auto ragged = std::ranges::count_if(result.dataset.issues,
                                              [](const model::Issue& issue) { return issue.action.find("dernière") != std::string::npos; });
    EXPECT_EQ(ragged, 5) << "rows with a separator in their last cell";
    EXPECT_EQ(result.dataset.actors[0].notes, "cluster ; locaux partagés 120 m²");
    for (const model::Actor& actor : result.dataset.actors) EXPECT_EQ(actor.place.commune, "42218") << actor.name;
    for (const model::Link& link : result.dataset.links) EXPECT_THAT(link.partyIds, Not(Contains(""))) << link.parties[0];
}

}  // namespace
}  // namespace raquette::ingest
