#include "tests/cli/tiny_study.h"

namespace raquette::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// What is asked of a study once it runs: explain, simulate, compare.

TEST(Explain, saysWhyAHoleIsAHole) {
    const TinyStudy study;
    const Result result = study.run("explain", {"gap:1"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, golden("explain-gap.txt", result.out));
    EXPECT_THAT(result.err, IsEmpty());
    EXPECT_EQ(study.run("explain", {"gap:lieux:1"}).out, result.out);
    EXPECT_THAT(study.run("explain", {"gap:1", "--language", "en"}).out, HasSubstr("Why is it a hole?"));
}

TEST(Explain, saysHowATerritorysFigureIsCounted) {
    const TinyStudy study;
    const Result result = study.run("explain", {"lieux:commune:42001"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, golden("explain-territory.txt", result.out));
    EXPECT_THAT(study.run("explain", {"study", "--json"}).out, HasSubstr("\"sections\""));
}

TEST(Explain, keepsPersonsOut) {
    const TinyStudy study;
    const Result result = study.run("explain", {"la grange"});  // by its name
    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("ligne 2"));
    EXPECT_THAT(result.out, Not(HasSubstr("Camille")));
}

TEST(Explain, saysWhatCanBeAsked) {
    const TinyStudy study;
    const Result unknown = study.run("explain", {"dep:99"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.err, HasSubstr("“dep:99”"));
    EXPECT_THAT(unknown.err, HasSubstr("gap:1"));
    EXPECT_THAT(study.run("explain", {"gap:7"}).err, HasSubstr("none of rank 7"));
}

TEST(Simulate, saysWhomANewPlaceServes) {
    const TinyStudy study;
    const Result result = study.run("simulate", {"--open", "lieux@4.75,45.65"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, golden("simulate.txt", result.out));
    EXPECT_THAT(result.err, IsEmpty());
    EXPECT_FALSE(std::filesystem::exists(study.folder().path() / "out"));  // only asked, nothing written
}

TEST(Simulate, closesByNameAndMoves) {
    const TinyStudy study;
    const Result closed = study.run("simulate", {"--close", "La Grange", "--json"});
    EXPECT_EQ(closed.code, 0);
    EXPECT_THAT(closed.out, HasSubstr("\"covered_after\": 0"));
    EXPECT_THAT(study.run("simulate", {"--move", "La Grange@4.75,45.65", "--json"}).out, HasSubstr("\"lost\": 1000"));
    EXPECT_THAT(study.run("simulate", {"--reach", "lieux=100 km"}).out, HasSubstr("1\u202F000 → 21\u202F000"));
}

TEST(Simulate, refusesWhatItCannotFollow) {
    const TinyStudy study;
    EXPECT_EQ(study.run("simulate").code, 2);
    EXPECT_EQ(study.run("simulate", {"--open", "lieux@nord"}).code, 2);
    EXPECT_EQ(study.run("simulate", {"--open", "lieux@4.5,145"}).code, 2);
    EXPECT_EQ(study.run("simulate", {"--reach", "lieux=loin"}).code, 2);
    const Result unknown = study.run("simulate", {"--close", "Le Fil"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.err, HasSubstr("“Le Fil”"));
    EXPECT_THAT(study.run("simulate", {"--open", "lieu@4.5,45"}).err, HasSubstr("Its services: lieux"));
}

TEST(Compare, saysWhoCameAndWhoGains) {
    const TinyStudy study;
    study.run("run", {"--quiet"});
    study.folder().write("lieux.csv", tinyVenues() + "La Forge;45.65;4.75;\n");
    const Result result = runRaquette(study.folder().path(), {"compare", "out/petit.gpkg", "study.toml"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, golden("compare.txt", result.out));
    EXPECT_THAT(result.err, IsEmpty());
    const Result json = runRaquette(study.folder().path(), {"compare", "out/petit.gpkg", "study.toml", "--json"});
    EXPECT_THAT(json.out, HasSubstr("\"name\": \"La Forge\""));
}

TEST(Compare, OfAStudyWithItselfIsNothing) {
    const TinyStudy study;
    const Result result = runRaquette(study.folder().path(), {"compare", "study.toml", "study.toml", "--json"});
    EXPECT_THAT(result.out, HasSubstr("\"arrived\": []"));
    EXPECT_THAT(result.out, HasSubstr("\"territories\": []"));
}

TEST(Service, ThatNothingAnswersSaysSo) {
    const TinyStudy study;
    const Result result = study.run("run", {"--date", "1900-01-01"});
    EXPECT_EQ(result.code, 0);  // the venue has no opening date: it is there
    EXPECT_THAT(result.out, Not(HasSubstr("Rien dans les listes")));
    std::string text = tinyStudyFile();
    text.replace(text.find("reach = "), 0, "match = { functions = [\"répétition\"] }\n");
    study.folder().write("study.toml", text);
    EXPECT_THAT(study.run("run").out, HasSubstr("Rien dans les listes"));
}

}  // namespace
}  // namespace raquette::cli::testing
