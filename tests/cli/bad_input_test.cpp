#include "tests/cli/tiny_study.h"

namespace raquette::cli::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// Every case of design §8 that ends the command: exit 1, one message, nothing written.
void expectFailure(const TinyStudy& study, const ::testing::Matcher<const std::string&>& message) {
    const Result result = study.run("run");
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, message);
    EXPECT_FALSE(std::filesystem::exists(study.folder().path() / "out/petit.gpkg"));
}

TEST(BadStudy, thatIsMissing) {
    const Result result = runRaquette(".", {"run", "nowhere/study.toml"});
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, HasSubstr("nowhere/study.toml"));
}

TEST(BadStudy, withAnUnknownKeyNamesLineAndNearestKey) {
    const TinyStudy study;
    study.folder().write("study.toml", replaced(tinyStudyFile(), "title", "titel"));
    expectFailure(study, AllOf(HasSubstr("study.toml:2"), HasSubstr("titel"), HasSubstr("title")));
}

TEST(BadStudy, withAnUnknownTerritory) {
    const TinyStudy study;
    study.folder().write("study.toml", replaced(tinyStudyFile(), "date =", "area = [\"dep:99\"]\ndate ="));
    expectFailure(study, HasSubstr("dep:99"));
}

TEST(BadSource, thatIsMissing) {
    const TinyStudy study;
    std::filesystem::remove(study.folder().path() / "lieux.csv");
    expectFailure(study, HasSubstr("lieux.csv"));
}

TEST(BadSource, thatIsEmpty) {
    const TinyStudy study;
    study.folder().write("lieux.csv", "");
    expectFailure(study, HasSubstr("lieux.csv"));
}

TEST(BadReference, thatIsMissing) {
    const TinyStudy study;
    std::filesystem::remove(study.folder().path() / "reference.gpkg");
    expectFailure(study, HasSubstr("reference.gpkg"));
}

TEST(BadReference, thatIsTruncated) {
    const TinyStudy study;
    study.folder().write("reference.gpkg", study.folder().read("reference.gpkg").substr(0, 5000));
    expectFailure(study, HasSubstr("reference.gpkg"));
}

TEST(BadReference, withAPolygonThatCrossesItselfIsRepaired) {
    const TinyStudy study;
    study.folder().write("communes.geojson", replaced(tinyCommunes(), "[4.3,45.2],[4.3,45.5]", "[4.3,45.5],[4.3,45.2]"));
    const Result made =
        runRaquette(study.folder().path(), {"reference", "build", "--communes", "communes.geojson", "--to", "reference.gpkg"});
    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_THAT(made.out, HasSubstr("42001"));
    EXPECT_EQ(study.run("run").code, 0);
}

struct Row {
    const char* what;
    const char* csv;
    const char* said;  ///< in the issues
    const char* kept;  ///< in the summary of the source

    friend void PrintTo(const Row& row, std::ostream* out) { *out << row.what; }
};

class OddRow : public ::testing::TestWithParam<Row> {};

TEST_P(OddRow, isToldAndNothingIsLost) {
    const TinyStudy study;
    study.folder().write("lieux.csv", GetParam().csv);
    const Result result = study.run("check", {"--json"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(HasSubstr(GetParam().said), HasSubstr(GetParam().kept), HasSubstr("\"rows\": 1"))) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    EachKind, OddRow,
    ::testing::Values(
        Row{"swapped coordinates", "nom;latitude;longitude\nLa Grange;4.10;45.30\n", "elles étaient inversées", "\"kept\": 1"},
        Row{"decimal comma", "nom;latitude;longitude\nLa Grange;45,30;4,10\n", "la virgule a été lue comme un point", "\"kept\": 1"},
        Row{"unknown code", "nom;code_insee\nLa Grange;99999\n", "\"value\": \"99999\"", "\"rejected\": 1"},
        Row{"Latin-1", "nom;latitude;longitude\nLa Gr\xE2nge;45.30;4.10\n", "lu comme du windows-1252", "\"kept\": 1"},
        Row{"no name", "nom;latitude;longitude\n;45.30;4.10\n", "une fiche a un nom", "\"rejected\": 1"},
        Row{"missing column", "latitude;longitude\n45.30;4.10\n", "nommez sa colonne", "\"rejected\": 1"}));

/// What an earlier run left, to be found whole after a run that could not end.
std::string gapsOf(const TinyStudy& study) {
    const Result again = runRaquette(study.folder().path(), {"report", "out/petit.gpkg", "--to", "witness.html", "--quiet"});
    return again.code == 0 ? study.folder().read("witness.html") : "the store cannot be read: " + again.err;
}

TEST(FullDisk, leavesThePreviousStoreIntact) {
    const TinyStudy study;
    ASSERT_EQ(study.run("run").code, 0);
    const std::string store = study.folder().read("out/petit.gpkg");
    for (const unsigned long bytes : {4096UL, 40960UL, 90000UL}) {
        const Result result = study.run("run", {}, {.largestFile = bytes, .killedAfterMs = {}});
        EXPECT_EQ(result.code, 1) << bytes;
        EXPECT_THAT(result.err, HasSubstr("out/petit.gpkg")) << bytes;
        EXPECT_EQ(study.folder().read("out/petit.gpkg"), store) << bytes;
    }
}

TEST(KilledRun, leavesEveryOutputWhole) {
    const TinyStudy study;
    ASSERT_EQ(study.run("run").code, 0);
    const std::string page = study.folder().read("out/page.html");
    const std::string gaps = study.folder().read("out/geojson/gaps.geojson");
    const std::string figures = gapsOf(study);
    for (unsigned milliseconds = 5; milliseconds <= 200; milliseconds += 15) {
        study.run("run", {}, {.largestFile = {}, .killedAfterMs = milliseconds});
        EXPECT_EQ(study.folder().read("out/page.html"), page) << milliseconds;
        EXPECT_EQ(study.folder().read("out/geojson/gaps.geojson"), gaps) << milliseconds;
        EXPECT_EQ(gapsOf(study), figures) << milliseconds;
    }
    EXPECT_EQ(study.run("run").code, 0) << "what a killed run left does not hinder the next";
}

TEST(FullOutput, isAnErrorEvenWhenNothingCanBeSaid) {
    const TinyStudy study;
    const Result result = study.run("check", {}, {.largestFile = 10, .killedAfterMs = {}});
    EXPECT_EQ(result.code, 1);
}

}  // namespace
}  // namespace raquette::cli::testing
