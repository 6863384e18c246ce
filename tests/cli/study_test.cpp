#include "tests/cli/tiny_study.h"

namespace raquette::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

bool exists(const TinyStudy& study, const std::string& name) {
    return std::filesystem::exists(study.folder().path() / name);
}

TEST(Run, printsTheHolesAndWritesEverything) {
    const TinyStudy study;
    const Result result = study.run("run");
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, golden("run.txt", result.out));
    EXPECT_THAT(result.err, IsEmpty());
    for (const char* output : {"out/petit.gpkg", "out/geojson/gaps.geojson", "out/geojson/venues.geojson", "out/page.html"}) {
        EXPECT_TRUE(exists(study, output)) << output;
    }
}

TEST(Run, givesTheSameFiguresTwice) {
    const TinyStudy study;
    const Result first = study.run("run", {"--json"});
    const std::string gaps = study.folder().read("out/geojson/gaps.geojson");
    const Result second = study.run("run", {"--json", "--threads", "1"});
    EXPECT_EQ(first.out, golden("run.json", first.out));
    EXPECT_EQ(second.out, first.out);
    EXPECT_EQ(study.folder().read("out/geojson/gaps.geojson"), gaps);
}

TEST(Run, keepsPersonsToTheStore) {
    const TinyStudy study;
    const Result result = study.run("run");
    for (const std::string& text : {result.out, study.folder().read("out/geojson/venues.geojson"), study.folder().read("out/page.html")}) {
        EXPECT_THAT(text, Not(HasSubstr("Camille")));
    }
}

TEST(Quiet, saysNothing) {
    const TinyStudy study;
    const Result result = study.run("run", {"--quiet"});
    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, IsEmpty());
}

/// Without Qt too.
TEST(Report, writesTheHtmlPageOfATerritory) {
    const TinyStudy study;
    const Result one = study.run("report", {"--territory", "commune:42001", "--to", "pages/une.html"});
    EXPECT_EQ(one.code, 0) << one.err;
    EXPECT_THAT(one.out, HasSubstr("pages/une.html"));
    const std::string page = study.folder().read("pages/une.html");
    EXPECT_THAT(page, ::testing::StartsWith("<!DOCTYPE html>"));
    EXPECT_THAT(page, HasSubstr("Qui dessert ce territoire"));
    EXPECT_EQ(study.run("report", {"--territory", "commune:42001", "--to", "a.html", "--service", "bars"}).code, 1);
    EXPECT_EQ(study.run("report", {"--atlas", "commune", "--to", "a.html"}).code, 1);
    EXPECT_FALSE(exists(study, "a.html"));
}

TEST(Report, drawsThePageOfATerritoryAndAnAtlas) {
    const TinyStudy study;
    const Result one = study.run("report", {"--territory", "commune:42001", "--to", "pages/une.pdf"});
    if (one.err.find("preset headless") != std::string::npos) GTEST_SKIP() << "a build without Qt";
    EXPECT_EQ(one.code, 0) << one.err;
    EXPECT_THAT(one.out, HasSubstr("pages/une.pdf"));
    const Result all = study.run("report", {"--atlas", "commune", "--to", "pages/toutes.pdf", "--service", "lieux", "--language", "en"});
    EXPECT_EQ(all.code, 0) << all.err;
    EXPECT_THAT(all.err, IsEmpty());
    for (const char* page : {"pages/une.pdf", "pages/toutes.pdf"}) {
        EXPECT_THAT(study.folder().read(page), ::testing::StartsWith("%PDF-")) << page;
    }
    for (const auto& refused : std::vector<std::vector<std::string>>{{"--territory", "42001", "--to", "a.pdf"},
                                                                     {"--territory", "commune:99999", "--to", "a.pdf"},
                                                                     {"--territory", "commune:99999", "--to", "a.html"},
                                                                     {"--atlas", "commune", "--to", "a.pdf", "--service", "bars"},
                                                                     {"--service", "lieux", "--to", "a.html"}}) {
        EXPECT_EQ(study.run("report", refused).code, 1);
    }
    EXPECT_EQ(study.run("report", {"--atlas", "canton", "--to", "a.pdf"}).code, 2);
    EXPECT_EQ(study.run("report", {"--atlas", "epci", "--territory", "dep:42", "--to", "a.pdf"}).code, 2);
    EXPECT_FALSE(exists(study, "a.pdf"));
}

TEST(Check, printsWhatWasRecognisedAndWritesNothing) {
    const TinyStudy study;
    const Result result = study.run("check");
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, golden("check.txt", result.out));
    EXPECT_THAT(result.err, IsEmpty());
    EXPECT_FALSE(exists(study, "out"));
}

TEST(Strict, makesRejectedRowsTheExitCode) {
    const TinyStudy study;
    study.folder().write("lieux.csv", "nom;code_insee;latitude;longitude\nLa Grange;42001;;\n;42002;;\n");
    EXPECT_EQ(study.run("run").code, 0);
    const Result strict = study.run("run", {"--strict"});
    EXPECT_EQ(strict.code, 3);
    EXPECT_TRUE(exists(study, "out/petit.gpkg"));
    EXPECT_TRUE(exists(study, "out/petit-rejects/lieux-rejects.csv"));
    study.folder().write("lieux.csv", tinyVenues());
    EXPECT_EQ(study.run("run", {"--strict"}).code, 0);
    EXPECT_FALSE(exists(study, "out/petit-rejects/lieux-rejects.csv")) << "the rows were mended";
}

TEST(Date, closesWhatHasNotOpenedYet) {
    const TinyStudy study;
    study.folder().write("lieux.csv", "nom;latitude;longitude;ouverture\nLa Grange;45.30;4.10;2025-06-01\n");
    EXPECT_THAT(study.run("run", {"--json"}).out, HasSubstr("\"providers\": 1"));
    EXPECT_THAT(study.run("run", {"--json", "--date", "2024-01-01"}).out, HasSubstr("\"providers\": 0"));
}

TEST(Report, readsAStoreBack) {
    const TinyStudy study;
    ASSERT_EQ(study.run("run").code, 0);
    const Result result = runRaquette(study.folder().path(), {"report", "out/petit.gpkg", "--to", "seul/page.html"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(study.folder().read("seul/page.html"), HasSubstr("Petit monde"));
}

TEST(Map, drawsWhereTheBuildCan) {
    const TinyStudy study;
    const Result result = study.run("map", {"--layer", "gaps:lieux", "--to", "carte/trous.png"});
    if (result.err.find("preset headless") != std::string::npos) {
        EXPECT_EQ(result.code, 1);
    } else {
        EXPECT_EQ(result.code, 0) << result.err;
        EXPECT_THAT(study.folder().read("carte/trous.png"), ::testing::StartsWith("\x89PNG"));
    }
}

TEST(Map, takesEveryPaper) {
    const TinyStudy study;
    for (const char* paper : {"a4", "a4-portrait", "a3", "a3-portrait"}) {
        const Result result = study.run("map", {"--layer", "gaps:lieux", "--to", "carte/trous.pdf", "--paper", paper});
        if (result.err.find("preset headless") != std::string::npos) return;
        EXPECT_EQ(result.code, 0) << paper << ": " << result.err;
        EXPECT_THAT(study.folder().read("carte/trous.pdf"), ::testing::StartsWith("%PDF")) << paper;
    }
}

}  // namespace
}  // namespace raquette::cli::testing
