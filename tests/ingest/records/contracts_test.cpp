#include "tests/ingest/expectations.h"

#include <chrono>

namespace raquette::ingest {
namespace {

IngestResult contract(const std::string& header, const std::string& row) {
    TinyIngest study;
    study.source("c", "contracts", header + "\n" + row + "\n");
    study.toml("[[area]]\nid = \"zone\"\npath = \"perimetres/zone.geojson\"");
    return study.run();
}

std::vector<std::string> scopeOf(const std::string& cell, const std::string& header = "territoire") {
    std::vector<std::string> scope;
    const IngestResult result = contract("intitulé;" + header + ";début;fin", "T;" + cell + ";2011;2013");
    for (const model::TerritoryId& id : result.dataset.contracts.front().scope) scope.push_back(id.text());
    return scope;
}

TEST(Scopes, ACellNamesSeveralTerritories) {
    EXPECT_THAT(scopeOf("Loire et Rhône"), ElementsAre("dep:42", "dep:69"));
    EXPECT_THAT(scopeOf("départements : 42, 69"), ElementsAre("dep:42", "dep:69"));
    EXPECT_THAT(scopeOf("Loire | commune:69123"), ElementsAre("dep:42", "commune:69123"));
    EXPECT_THAT(scopeOf("Loire (42)"), ElementsAre("dep:42"));
    EXPECT_THAT(scopeOf("Saint-Denis (93)"), ElementsAre("commune:93066"));
    EXPECT_THAT(scopeOf("Loire et ailleurs"), IsEmpty()) << "half a perimeter is a wrong one";
}

TEST(Scopes, ALevelIsThatOfWhatFollows) {
    EXPECT_THAT(scopeOf("communes : 42218, 42186 et 69123"), ElementsAre("commune:42218", "commune:42186", "commune:69123"));
    EXPECT_THAT(scopeOf("départements 42 & 69, région 84, 75"), ElementsAre("dep:42", "dep:69", "reg:84", "reg:75"));
    EXPECT_THAT(scopeOf("départements 42 et 69"), ElementsAre("dep:42", "dep:69")) << "not the first alone";
    EXPECT_THAT(scopeOf("Loire, Rhône, "), ElementsAre("dep:42", "dep:69")) << "a comma too many";
    EXPECT_THAT(scopeOf(","), IsEmpty());
}

TEST(Scopes, AHugeCellIsReadOrAskedBackInNoTime) {
    std::string sound;
    for (int i = 0; i < 30'000; ++i) sound += "Loire, Rhône et ";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_THAT(scopeOf(sound + "Loire"), ElementsAre("dep:42", "dep:69"));
    const IngestResult garbage =
        contract("intitulé;territoire;début;fin", "T;" + std::string(300'000, 'x') + ",é" + std::string(300'000, '+') + ";2011;2013");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << "under one; room for sanitizers";
    EXPECT_THAT(garbage.dataset.issues, says("could not be read"));
    EXPECT_LT(garbage.dataset.issues.back().action.size(), 1000U);
}

TEST(Scopes, TheColumnMaySayWhatItsCodesAre) {
    EXPECT_THAT(scopeOf("84", "territoire"), IsEmpty());
    const IngestResult result =
        TinyIngest()
            .source("c", "contracts", "intitulé;Code région;début;fin\nT;84;2011;2013\n", "columns = { scope = \"Code région\" }")
            .run();
    EXPECT_EQ(result.dataset.contracts[0].scope.at(0).text(), "reg:84");
}

TEST(Scopes, OldRegionsThatMakeUpOneOfTodayAreIt) {
    for (const char* cell : {"régions 82 + 83", "région:82, 83", "Rhône-Alpes, Auvergne", "Auvergne et Rhône-Alpes"}) {
        EXPECT_THAT(scopeOf(cell), ElementsAre("reg:84")) << cell;
    }
    const auto issuesOf = [](const char* cell) {
        return contract("intitulé;territoire;début;fin", std::string("T;") + cell + ";2011;2013").dataset.issues;
    };
    EXPECT_THAT(issuesOf("Rhône-Alpes, Auvergne"),
                ElementsAre(Field(&model::Issue::action, HasSubstr("are now Auvergne-Rhône-Alpes (84)"))));
    EXPECT_THAT(issuesOf("Auvergne"), ElementsAre(Field(&model::Issue::action, HasSubstr("it is larger"))));
}

TEST(Scopes, ATwoDigitCodeThatIsTwoThingsIsAskedBack) {
    const IngestResult result = contract("intitulé;territoire;début;fin", "T;42;2011;2013");
    EXPECT_THAT(result.dataset.contracts[0].scope, IsEmpty());
    EXPECT_THAT(result.dataset.issues, says("dep:42 or reg:42"));
}

TEST(Scopes, AnEpciIsKnownByItsSirenOrItsName) {
    EXPECT_THAT(scopeOf("Siren EPCI 2015 : 244 200 770"), ElementsAre("epci:244200770"));
    EXPECT_THAT(scopeOf("CA de Saint-Étienne Métropole"), ElementsAre("epci:244200770"));
    const IngestResult gone = contract("intitulé;territoire;début;fin", "T;240100628;2011;2013\nU;SIREN : NA;2011;2013");
    EXPECT_THAT(gone.dataset.contracts, SizeIs(2));
    EXPECT_THAT(gone.dataset.issues, says("this EPCI no longer exists"));
    EXPECT_THAT(gone.dataset.issues, says("it is not said"));
    EXPECT_THAT(gone.dataset.issues, Not(says("could not be read")));
}

TEST(Scopes, ALevelAloneIsTheTerritoryThatTheTitleNames) {
    const IngestResult result = TinyIngest()
                                    .source("c", "contracts",
                                            "lib;perimetre;lon;lat\n"
                                            "Rive-de-Gier;Commune;4.61;45.53\n"
                                            "CA de Saint-Étienne Métropole;EPCI;;\n"
                                            "Loire;département;;\n"
                                            "Ajaccio;Commune;2.4;48.9\n"  // its shape is near Paris: a namesake
                                            "Saint-Denis;Commune;;\n"     // one of two
                                            "Loire;EPCI;;\n"              // no EPCI
                                            "Plan Littoral 21;Département;;\n"
                                            "Plan Littoral 42 Méditerranée;Département;;\n")
                                    .run();
    std::vector<std::string> scopes;
    for (const model::Contract& contract : result.dataset.contracts)
        scopes.push_back(contract.scope.empty() ? "" : contract.scope[0].text());
    EXPECT_THAT(scopes, ElementsAre("commune:42186", "epci:244200770", "dep:42", "", "", "", "", ""));
    EXPECT_THAT(result.dataset.issues, says("that level which the title names was used (3 rows"));
    EXPECT_THAT(result.dataset.issues, says("name the column that says which (scope) under `columns` (5 rows"));
    EXPECT_THAT(result.dataset.issues, Not(says("could not be read"))) << "not asked row by row";
}

TEST(Scopes, AnOverseasTitleIsBelievedBeforeItsInset) {
    model::Reference reference = tinyReference();
    reference.communes.back().name = "Cilaos";
    // Maps draw La Réunion beside Brittany.
    const IngestResult result = TinyIngest().source("c", "contracts", "lib;perimetre;lon;lat\nCilaos;Commune;-4.05;46.4\n").run(reference);
    ASSERT_THAT(result.dataset.contracts[0].scope, SizeIs(1));
    EXPECT_EQ(result.dataset.contracts[0].scope[0].text(), "commune:97411");
}

TEST(Contracts, WithoutAColumnOfTitlesAreRefusedInOneWord) {
    const IngestResult result = contract("périmètre;début", "Loire;2011\nRhône;2012");
    EXPECT_THAT(result.dataset.contracts, IsEmpty());
    EXPECT_EQ(result.dataset.sources.front().rejected, 2);
    EXPECT_THAT(result.dataset.issues,
                ElementsAre(Field(&model::Issue::action, HasSubstr("name it (title) under `columns` in the study (2 rows"))));
    const IngestResult one = contract("intitulé;territoire;début;fin", ";Loire;2011;2013\nT;Loire;2011;2013");
    EXPECT_THAT(one.dataset.contracts, SizeIs(1));
    EXPECT_THAT(one.dataset.issues, ElementsAre(Field(&model::Issue::row, 2)));
}

TEST(Scopes, AFileIsAnAreaOfTheStudyOrIsAskedFor) {
    EXPECT_THAT(scopeOf("zone.geojson"), ElementsAre("area:zone"));
    const IngestResult result = contract("intitulé;territoire;début;fin", "T;perimetres/sud.geojson;2011;2013");
    EXPECT_THAT(result.dataset.issues, says("[[area]] id = \"sud\", path = \"perimetres/sud.geojson\""));
}

model::Period periodOf(const std::string& header, const std::string& row) {
    return contract("intitulé;territoire;" + header, "T;Loire;" + row).dataset.contracts.front().period;
}

TEST(Periods, ADurationStandsForAnEnd) {
    EXPECT_EQ(periodOf("début;fin", "02/2007;5 ans").end->text(), "2012-01");
    EXPECT_EQ(periodOf("début;fin", "02/2007;60 mois").end->text(), "2012-01");
    EXPECT_EQ(periodOf("début;fin", "2011;3 ans renouvelables").end->text(), "2013");
    EXPECT_EQ(periodOf("début;durée", "2011;3 ans (renouvelable une fois)").end->text(), "2013");
    EXPECT_EQ(periodOf("début;durée (mois)", "2011;24").end->text(), "2012");
    EXPECT_EQ(periodOf("début;fin", "Date de signature : 09 décembre 2016;2019").start->text(), "2016-12-09");
}

TEST(Periods, NoEndIsNotAnUnknownOne) {
    const model::Period open = periodOf("début;fin", "2011;durée indéterminée");
    EXPECT_TRUE(open.open);
    EXPECT_FALSE(open.end);
    const IngestResult stated = contract("intitulé;territoire;début;fin", "T;Loire;2011;tacite reconduction");
    EXPECT_THAT(stated.dataset.issues, IsEmpty());
    const IngestResult ongoing = contract("intitulé;territoire;début;fin", "T;Loire;2011;en cours");
    EXPECT_FALSE(ongoing.dataset.contracts[0].period.open);
    EXPECT_THAT(ongoing.dataset.issues, ElementsAre(Field(&model::Issue::action, HasSubstr("in force when the list was made"))));
    EXPECT_THAT(contract("intitulé;territoire;début;fin", "T;Loire;2011;").dataset.issues, says("never surely"));
}

TEST(Contracts, AmountsByFunderAndYearAreInOneCellOrInColumns) {
    const IngestResult cell =
        contract("intitulé;territoire;début;fin;montant", "T;Loire;2011;2013;DRAC : 50 000 € (2023), Région : 80 000 € (2023)");
    ASSERT_THAT(cell.dataset.amounts, SizeIs(2));
    EXPECT_EQ(cell.dataset.amounts[1].funder, "Région");
    EXPECT_EQ(cell.dataset.contracts[0].amountPerYear->value, 130000);
    const IngestResult columns =
        contract("intitulé;territoire;début;fin;DRAC 2023;Région 2023;Région 2024", "T;Loire;2011;2013;50000;80000;110 000 €");
    ASSERT_THAT(columns.dataset.amounts, SizeIs(3));
    EXPECT_EQ(columns.dataset.amounts[2].year, 2024);
    EXPECT_EQ(columns.dataset.contracts[0].amountPerYear->value, 120000) << "240,000 over two years";
}

}  // namespace
}  // namespace raquette::ingest
