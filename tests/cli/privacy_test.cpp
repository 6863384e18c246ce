#include "gis/store/exports/zip_entry.h"
#include "tests/cli/tiny_study.h"

#include <gmock/gmock.h>
#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace raquette::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// What is planted in every private corner of a study: nobody else's output may hold a word of it.
constexpr std::array<const char*, 5> secrets{"Secretan", "secret@exemple.fr", "0677889900", "06 77 88 99 00", "Cachottier"};

/// All that a file says, packed ones opened.
std::string contentOf(const std::filesystem::path& file) {
    const std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    std::string all = bytes.str();
    constexpr std::size_t most = std::size_t{1} << 24;
    if (file.extension() == ".xlsx") {
        for (const char* entry : {"xl/sharedStrings.xml", "docProps/core.xml", "docProps/app.xml"})
            all += store::endOfZipEntry(file, entry, most);
        EXPECT_THAT(all, HasSubstr("<t")) << file << " was not opened";
    }
    return all;
}

void expectNoSecret(const std::string& text, const std::string& where) {
    for (const char* secret : secrets) EXPECT_THAT(text, Not(HasSubstr(secret))) << where << " tells a private field";
}

class Privacy : public ::testing::Test {
protected:
    Privacy() {
        std::string text = folder().read("study.toml");
        text.replace(text.find("[study]"), 7, "[study]\ncontributions = \"contributions\"");
        folder().write("study.toml", text + "\n[review]\nmoderator = \"Pôle\"\n\n[privacy]\npartner = [\"email\"]\n");
        folder().write("lieux.csv",
                       "id;nom;latitude;longitude;contact;email;telephone;notes\n"
                       "v1;La Grange;45.30;4.10;Aude Secretan;secret@exemple.fr;06 77 88 99 00;Demandez au 0677889900\n"
                       "v2;La Cave;45.31;4.11;;;;\n");
    }
    const TemporaryFolder& folder() const { return study_.folder(); }
    Result run(const std::string& verb, const std::vector<std::string>& more = {}) const { return study_.run(verb, more); }

    TinyStudy study_;
};

TEST_F(Privacy, NoOutputTellsAPrivateField) {
    ASSERT_EQ(run("run").code, 0);
    ASSERT_EQ(run("contribute", {"--organisation", "La Grange", "--author", "Aude Secretan", "--set", "v1:contact=Jean Cachottier", "--set",
                                 "v1:capacity=300", "--comment", "v1=Appelez le 06 77 88 99 00", "--reason", "Demandez au 0677889900",
                                 "--to", "a.contribution"})
                  .code,
              0);
    ASSERT_EQ(run("merge", {"a.contribution"}).code, 0);
    const auto ask = [&](const std::string& verb, const std::vector<std::string>& more = {}) {
        const Result result = run(verb, more);
        EXPECT_EQ(result.code, 0) << verb << ": " << result.err;
        expectNoSecret(result.out + result.err, verb);
    };
    const std::string log = run("log", {"--json"}).out;
    const std::size_t at = log.find("\"contribution\": \"") + 17;
    ask("merge", {"--accept", log.substr(at, log.find('"', at) - at), "--organisation", "Pôle"});
    ask("merge", {"--debate", "--organisation", "Pôle", "--author", "Aude Secretan"});
    ask("merge", {"--adopt", "--organisation", "Pôle", "--author", "Aude Secretan"});
    for (const char* verb : {"check", "log", "run"}) ask(verb);
    ask("log", {"--json"});
    ask("check", {"--json"});
    ask("explain", {"v1"});
    for (const char* format : {"shapefile", "gpkg", "geojson", "flatgeobuf", "kml", "csv", "xlsx"}) {
        const std::string to = std::string("sorties/") + format;
        const bool oneFile = format == std::string("gpkg") || format == std::string("xlsx");
        ask("export", {"--format", format, "--to", oneFile ? to + "." + format : to});
    }
    ask("map", {"--layer", "venues", "--to", "sorties/carte.svg"});
    ask("report", {"--to", "sorties/page.html"});
    ask("report", {"--to", "sorties/page-42.pdf", "--territory", "dep:42"});
    ask("report", {"--to", "sorties/page-42.html", "--territory", "dep:42"});
    ask("contribute", {"--form", "--record", "v1", "--to", "sorties/fiche.xlsx"});
    for (const char* place : {"sorties", "out"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder() / place)) {
            const bool isStore = entry.path() == folder() / "out" / "petit.gpkg" || entry.path().extension() == ".readings";
            if (entry.is_regular_file() && !isStore) expectNoSecret(contentOf(entry.path()), entry.path().filename().string());
        }
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder() / "contributions")) {
        if (entry.path().extension() == ".gpkg") expectNoSecret(contentOf(entry.path()), "the diagnosis");
    }
    EXPECT_THAT(folder().read("out/petit.gpkg"), HasSubstr("Cachottier")) << "the store holds it: the test would find it elsewhere";
}

TEST_F(Privacy, FiguresOfTooFewLeaveNowhere) {
    constexpr std::array<const char*, 3> figures{"777123", "777 123", "un bon 777"};
    const auto toldIn = [&](const std::string& text) {
        return std::ranges::any_of(figures, [&](const char* figure) { return text.find(figure) != std::string::npos; });
    };
    const std::string study = folder().read("study.toml") + "\n[[source]]\nid = \"chiffres\"\nkind = \"actors\"\npath = \"acteurs.csv\"\n";
    folder().write("study.toml", study);
    folder().write("acteurs.csv",
                   "nom;latitude;longitude;budget;etp\nA;45.30;4.10;777123;1\nB;45.31;4.11;200000;2\nC;45.31;4.41;300000;2\n"
                   "D;45.32;4.42;un bon 777;1\n");
    EXPECT_TRUE(toldIn(run("check").out)) << "not asked for, they are told: this test sees them";
    run("export", {"--format", "csv", "--to", "avant"});
    EXPECT_TRUE(toldIn(folder().read("avant/activity.csv")));

    folder().write("study.toml", std::string(study).replace(study.find("[privacy]"), 9, "[privacy]\nsmallest = 3"));
    const auto ask = [&](const std::string& verb, const std::vector<std::string>& more = {}) {
        const Result result = run(verb, more);
        EXPECT_EQ(result.code, 0) << verb << ": " << result.err;
        EXPECT_FALSE(toldIn(result.out + result.err)) << verb << result.out;
    };
    for (const char* verb : {"check", "run"}) ask(verb);
    ask("check", {"--json"});
    ask("explain", {"A"});
    for (const char* format : {"shapefile", "gpkg", "geojson", "csv", "xlsx"}) {
        const std::string to = std::string("sorties/") + format;
        ask("export",
            {"--format", format, "--to", format == std::string("gpkg") || format == std::string("xlsx") ? to + "." + format : to});
    }
    ask("report", {"--to", "sorties/page.html"});
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder() / "sorties")) {
        if (!entry.is_regular_file()) continue;
        EXPECT_FALSE(toldIn(contentOf(entry.path()))) << entry.path().filename();
    }
    const std::string means = folder().read("sorties/csv/means.csv");
    EXPECT_THAT(means, HasSubstr("budget,1277123")) << "of three";
    EXPECT_THAT(means, Not(HasSubstr("977123"))) << "of the two of one commune";
    EXPECT_THAT(means, HasSubstr("study,study,,fte,6,")) << "of all four, and the venues that have none";
}

TEST_F(Privacy, PartnersHaveTheFieldsTheStudyNamesAndNoOther) {
    ASSERT_EQ(run("export", {"--format", "csv", "--layer", "venues", "--to", "p.csv", "--partners"}).code, 0);
    const std::string table = folder().read("p.csv");
    EXPECT_THAT(table, HasSubstr("secret@exemple.fr"));
    EXPECT_THAT(table, Not(HasSubstr("Secretan")));
    ASSERT_EQ(run("export", {"--format", "shapefile", "--layer", "venues", "--to", "p", "--partners"}).code, 0);
    EXPECT_THAT(folder().read("p/dictionary.csv"), HasSubstr("Champ personnel"));
    const std::string text = folder().read("study.toml");
    folder().write("study.toml", text.substr(0, text.find("[privacy]")));
    EXPECT_THAT(run("export", {"--format", "csv", "--to", "q", "--partners"}).err, HasSubstr("[privacy] partner"));
}

TEST_F(Privacy, APersonIsToldWhatIsHeldAndErased) {
    ASSERT_EQ(run("run").code, 0);
    ASSERT_EQ(run("contribute", {"--organisation", "La Grange", "--author", "Aude Secretan", "--set", "v2:contact=Aude Secretan", "--to",
                                 "a.contribution"})
                  .code,
              0);
    ASSERT_EQ(run("merge", {"a.contribution"}).code, 0);
    const Result held = run("log", {"--person", "aude secretan"});
    EXPECT_THAT(held.out, HasSubstr("author"));
    EXPECT_THAT(held.out, HasSubstr("lieux"));
    EXPECT_EQ(run("revert").code, 2);
    EXPECT_EQ(run("revert", {"--person", "Aude Secretan", "--reason", "Aude Secretan le demande"}).code, 2) << "the reason is kept";
    const Result erased = run("revert", {"--person", "Aude Secretan", "--reason", "à sa demande"});
    EXPECT_EQ(erased.code, 0) << erased.err;
    EXPECT_THAT(erased.out, HasSubstr("lieux")) << "the list says it still";
    expectNoSecret(run("log").out, "log");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder() / "contributions")) {
        if (!entry.is_regular_file()) continue;
        EXPECT_THAT(contentOf(entry.path()), Not(HasSubstr("Secretan"))) << entry.path();
    }
    EXPECT_THAT(folder().read("out/petit.gpkg"), Not(HasSubstr("Secretan")));
    EXPECT_EQ(run("run").code, 0);
    EXPECT_THAT(folder().read("out/petit.gpkg"), Not(HasSubstr("Secretan"))) << "computed anew, she is not taken in again";
}

}  // namespace
}  // namespace raquette::cli::testing
