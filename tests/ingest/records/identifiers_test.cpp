#include "ingest/records/identifiers.h"

#include "ingest/records/amounts.h"

#include <gtest/gtest.h>

namespace raquette::ingest {
namespace {

TEST(Identifiers, SirenAndSiretPassLuhnsCheck) {
    EXPECT_TRUE(isSiren("732829320"));
    EXPECT_FALSE(isSiren("732829321"));
    EXPECT_FALSE(isSiren("000000000"));
    EXPECT_TRUE(isSiret("44229377500015"));
    EXPECT_FALSE(isSiret("44229377500016"));
    EXPECT_FALSE(isSiret("4422937750001"));
}

TEST(Identifiers, LaPosteHasItsOwnCheck) {
    EXPECT_TRUE(isSiret("35600000000048")) << "its head office, by Luhn";
    EXPECT_TRUE(isSiret("35600000049837")) << "a post office: the digits add up to a multiple of five";
    EXPECT_FALSE(isSiret("35600000049838"));
}

TEST(Identifiers, ANumberIsReadAsPeopleTypeIt) {
    IdentifierProblem problem = IdentifierProblem::None;
    EXPECT_EQ(readBusinessNumber("442 293 775 00015", problem).siret, "44229377500015");
    EXPECT_EQ(readBusinessNumber("442.293.775", problem).siren, "442293775");
    EXPECT_EQ(readBusinessNumber("44229377500015", problem).siren, "442293775") << "a SIRET holds its SIREN";
    EXPECT_EQ(readBusinessNumber("w422001234", problem).rna, "W422001234");
    EXPECT_EQ(problem, IdentifierProblem::None);
    EXPECT_TRUE(readBusinessNumber("44229377500016", problem).empty());
    EXPECT_EQ(problem, IdentifierProblem::Check);
    EXPECT_TRUE(readBusinessNumber("4,42294E+13", problem).empty());
    EXPECT_EQ(problem, IdentifierProblem::Form) << "what a spreadsheet makes of it";
}

TEST(Identifiers, AnRnaNumberIsAWAndNineSigns) {
    IdentifierProblem problem = IdentifierProblem::None;
    EXPECT_EQ(readRna("W2A1000321", problem).rna, "W2A1000321") << "Corsica";
    EXPECT_EQ(readRna("W9M4001234", problem).rna, "W9M4001234") << "Mayotte";
    EXPECT_EQ(problem, IdentifierProblem::None);
    EXPECT_TRUE(readRna("0421234567", problem).empty());
    EXPECT_EQ(problem, IdentifierProblem::Form);
}

TEST(Identifiers, TwoListsMayShareANumberTypedWrong) {
    EXPECT_EQ(sharedNumber("483 012 345 00019").siret, "48301234500019") << "it fails its check";
    EXPECT_EQ(sharedNumber("483 012 345 00019").siren, "483012345");
    EXPECT_EQ(sharedNumber("w423-001.234").rna, "W423001234");
    EXPECT_TRUE(sharedNumber("11111111111111").empty()) << "typed to fill the cell";
    EXPECT_TRUE(sharedNumber("W000000000").empty());
    EXPECT_TRUE(sharedNumber("en cours").empty());
    EXPECT_TRUE(sharedNumber("").empty());
}

TEST(Identifiers, ATextIsANumberOnlyWhereItIsNothingElse) {
    EXPECT_EQ(identifiersIn("442 293 775 00015").siret, "44229377500015");
    EXPECT_TRUE(identifiersIn("Collectif 732829320").empty());
    EXPECT_TRUE(identifiersIn("Le Fil").empty());
}

struct Cell {
    const char* typed;
    std::vector<FundedAmount> read;
};

void expectRead(const Cell& cell) {
    const auto read = readAmountsCell(cell.typed);
    ASSERT_TRUE(read) << cell.typed;
    ASSERT_EQ(read->size(), cell.read.size()) << cell.typed;
    for (std::size_t i = 0; i < cell.read.size(); ++i) {
        EXPECT_EQ((*read)[i].funder, cell.read[i].funder) << cell.typed;
        EXPECT_EQ((*read)[i].year, cell.read[i].year) << cell.typed;
        EXPECT_EQ((*read)[i].amount, cell.read[i].amount) << cell.typed;
    }
}

TEST(Amounts, ACellHoldsThemByFunderAndYear) {
    expectRead({"150 000 €", {{"", {}, {150000}}}});
    expectRead({"240000 (2024)", {{"", 2024, {240000}}}});
    expectRead({"1 200,50", {{"", {}, {1200.5}}}});
    expectRead({"DRAC : 50 000 € ; Région : 80 k€", {{"DRAC", {}, {50000}}, {"Région", {}, {80000}}}});
    expectRead({"Région 120 000 € (2023), DRAC 80 000 € (2024)", {{"Région", 2023, {120000}}, {"DRAC", 2024, {80000}}}});
    expectRead({"2023 : 12 000 | 2024 : 15 000", {{"", 2023, {12000}}, {"", 2024, {15000}}}});
    expectRead({"DRAC 2024 : 50000", {{"DRAC", 2024, {50000}}}});
    expectRead({"50 000 € en 2024", {{"", 2024, {50000}}}});
    expectRead({"80 000 € DRAC + 40 000 € CNM", {{"DRAC", {}, {80000}}, {"CNM", {}, {40000}}}});
}

TEST(Amounts, ACellWithAPartThatIsNoneIsNotRead) {
    EXPECT_FALSE(readAmountsCell("beaucoup"));
    EXPECT_FALSE(readAmountsCell("DRAC : 50 000 € ; Région : à voir"));
    EXPECT_FALSE(readAmountsCell(" ; "));
}

TEST(Amounts, AYearsAmountIsTheSumOverTheYearsNamed) {
    EXPECT_EQ(amountPerYear({{"DRAC", {}, {50000}}, {"Région", {}, {80000}}}).value, 130000);
    EXPECT_EQ(amountPerYear({{"DRAC", 2023, {50000}}, {"Région", 2023, {80000}}, {"DRAC", 2024, {50000}}}).value, 90000);
}

}  // namespace
}  // namespace raquette::ingest
