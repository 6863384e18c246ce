#include "tests/cli/tiny_study.h"
#include "tests/support/database.h"

#include <thread>

namespace raquette::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The tiny study on a schema of the database of the tests.
class SharedStudy : public ::testing::Test {
protected:
    void SetUp() override {
        if (!testDatabase()) GTEST_SKIP() << "no database: ./dev test starts one";
        address_ = "postgresql:" + *testDatabase() + " schema=" + freshSchema();
        std::string text = study_.folder().read("study.toml");
        const std::string file = "out/petit.gpkg";
        text.replace(text.find(file), file.size(), address_);
        study_.folder().write("study.toml", text + "\n[review]\nvotes = 2\nmoderator = \"Pôle\"\nadopt = [\"Pôle\"]\n");
        study_.folder().write("lieux.csv", "id;nom;latitude;longitude;contact\nv1;La Grange;45.30;4.10;Camille Martin\n");
    }
    Result run(const std::string& verb, const std::vector<std::string>& more = {}) const { return study_.run(verb, more); }
    std::string propose(const std::string& organisation, const std::string& change, const std::string& file) const {
        const Result result = run("contribute", {"--organisation", organisation, "--set", change, "--to", file, "--json"});
        EXPECT_EQ(result.code, 0) << result.err;
        const std::size_t at = result.out.find("\"contribution\": \"") + 17;
        return result.out.substr(at, result.out.find('"', at) - at);
    }

    TinyStudy study_;
    std::string address_;
};

TEST_F(SharedStudy, isFilledReadAndSettledTogether) {
    const Result filled = run("run");
    ASSERT_EQ(filled.code, 0) << filled.err;
    EXPECT_THAT(filled.out, HasSubstr(address_));
    EXPECT_THAT(filled.out, HasSubstr("base partagée"));
    EXPECT_FALSE(std::filesystem::exists(study_.folder() / "petit.gpkg")) << "no file stands for it";
    const std::string larger = propose("La salle", "v1:capacity=1500", "a.contribution");
    const std::string smaller = propose("Un voisin", "v1:capacity=800", "b.contribution");
    EXPECT_EQ(run("merge", {"a.contribution", "b.contribution"}).code, 0);
    EXPECT_EQ(run("merge", {"--vote", larger + "=yes", "--organisation", "A"}).code, 0);
    EXPECT_THAT(run("merge", {"--vote", larger + "=yes", "--organisation", "B"}).out, HasSubstr("accept"));
    EXPECT_THAT(run("merge", {"--accept", smaller, "--organisation", "Pôle"}).err, HasSubstr("--resolve"));
    EXPECT_EQ(run("merge", {"--accept", smaller, "--resolve", smaller + ":v1:capacity=1000", "--organisation", "Pôle"}).code, 0);
    EXPECT_THAT(run("log").out, HasSubstr(larger));
    const Result debated = run("merge", {"--debate", "--organisation", "Pôle"});
    EXPECT_EQ(debated.code, 0) << debated.err;
    EXPECT_EQ(run("merge", {"--adopt", "--organisation", "Pôle"}).code, 0);
    const Result map = runRaquette(study_.folder().path(), {"report", address_, "--to", "page.html"});
    EXPECT_EQ(map.code, 0) << map.err;
    EXPECT_THAT(study_.folder().read("page.html"), HasSubstr("La Grange"));
    EXPECT_THAT(study_.folder().read("page.html"), Not(HasSubstr("Camille")));
}

TEST_F(SharedStudy, ofTwoWhoMergeAtOnceNoneIsLost) {
    ASSERT_EQ(run("ingest").code, 0);
    const std::vector<std::string> ids{propose("A", "v1:capacity=1500", "a.contribution"), propose("B", "v1:type=SMAC", "b.contribution"),
                                       propose("C", "v1:website=https://exemple.fr", "c.contribution")};
    std::vector<std::thread> hands;
    for (const char* file : {"a.contribution", "b.contribution", "c.contribution"})
        hands.emplace_back([this, file] { EXPECT_EQ(run("merge", {file}).code, 0) << file; });
    for (std::thread& hand : hands) hand.join();
    const std::string log = run("log").out;
    for (const std::string& id : ids) EXPECT_THAT(log, HasSubstr(id));
}

TEST_F(SharedStudy, aPasswordInItIsRefusedWithoutBeingTold) {
    std::string text = study_.folder().read("study.toml");
    text.replace(text.find(" schema="), 8, " password=tresor schema=");
    study_.folder().write("study.toml", text);
    const Result result = run("check");
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, HasSubstr("~/.pgpass"));
    EXPECT_THAT(result.err, Not(HasSubstr("tresor")));
}

}  // namespace
}  // namespace raquette::cli::testing
