#include "tests/cli/tiny_study.h"

namespace raquette::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The tiny study with a folder for contributions.
class Shared {
public:
    explicit Shared(const std::string& review = "") {
        std::string text = study_.folder().read("study.toml");
        text.replace(text.find("[study]"), 7, "[study]\ncontributions = \"contributions\"");
        study_.folder().write("study.toml", text + "\n" + review);
        study_.folder().write("lieux.csv", "id;nom;latitude;longitude;contact\nv1;La Grange;45.30;4.10;Camille Martin\n");
    }

    Result run(const std::string& verb, const std::vector<std::string>& more = {}, const Circumstances& circumstances = {}) const {
        return study_.run(verb, more, circumstances);
    }
    std::string propose(const std::string& organisation, const std::string& change, const std::string& file) const {
        const Result result =
            run("contribute", {"--organisation", organisation, "--author", "Camille", "--set", change, "--to", file, "--json"});
        EXPECT_EQ(result.code, 0) << result.err;
        const std::size_t at = result.out.find("\"contribution\": \"") + 17;
        return result.out.substr(at, result.out.find('"', at) - at);
    }
    const TemporaryFolder& folder() const { return study_.folder(); }

private:
    TinyStudy study_;
};

TEST(Cooperation, goesFromAProposalThroughAConflictAndVotesToTheStoreAndBack) {
    const Shared study("[review]\nvotes = 2\nmoderator = \"Pôle\"\n");
    ASSERT_EQ(study.run("run").code, 0);
    const std::string store = study.folder().read("out/petit.gpkg");
    const std::string larger = study.propose("La salle", "v1:capacity=1500", "a.contribution");
    const std::string smaller = study.propose("Un voisin", "v1:capacity=800", "b.contribution");
    EXPECT_EQ(study.run("merge", {"a.contribution", "b.contribution"}).code, 0);
    EXPECT_EQ(study.run("merge", {"--vote", larger + "=yes", "--organisation", "A"}).code, 0);
    EXPECT_THAT(study.run("merge", {"--vote", larger + "=yes", "--organisation", "B"}).out, HasSubstr("accept"));
    EXPECT_NE(study.folder().read("out/petit.gpkg"), store) << "the store says what the study says";
    const Result met = study.run("merge", {"--accept", smaller, "--organisation", "Pôle"});
    EXPECT_EQ(met.code, 1);
    EXPECT_THAT(met.err, HasSubstr("--resolve " + smaller + ":v1:capacity=VALUE"));
    EXPECT_EQ(study.run("merge", {"--accept", smaller, "--resolve", smaller + ":v1:capacity=1000", "--organisation", "Pôle"}).code, 0);
    const Result log = study.run("log");
    EXPECT_THAT(log.out, HasSubstr(larger));
    EXPECT_THAT(log.out, Not(HasSubstr("Camille"))) << "a person stays private";
    EXPECT_EQ(study.run("revert", {smaller.substr(0, 8), "--organisation", "Pôle", "--reason", "erreur"}).code, 0);
    EXPECT_THAT(study.run("log", {"--json"}).out, HasSubstr("\"status\": \"reverted\""));
    EXPECT_THAT(study.run("log", {"--date", "2020-01-01"}).out, Not(HasSubstr(larger))) << "as it was then";
}

TEST(Cooperation, aFormIsWrittenAndWhatIsNoContributionIsRefused) {
    const Shared study;
    EXPECT_EQ(study.run("contribute", {"--form", "--record", "v1", "--to", "fiche.xlsx"}).code, 0);
    EXPECT_TRUE(std::filesystem::exists(study.folder() / "fiche.xlsx"));
    EXPECT_THAT(study.run("contribute", {"--form", "--to", "f.xlsx"}).err, HasSubstr("--record"));
    EXPECT_THAT(study.run("contribute", {"--set", "v1:capacity=1", "--to", "a.contribution"}).err, HasSubstr("--organisation"));
    EXPECT_THAT(study.run("contribute", {"--organisation", "X", "--set", "v9:capacity=1", "--to", "a.contribution"}).err,
                HasSubstr("“v9”"));
    EXPECT_THAT(study.run("merge", {"lieux.csv"}).err, HasSubstr("no contribution of Raquette"));
    EXPECT_FALSE(std::filesystem::exists(study.folder() / "contributions" / "history.jsonl"));
}

TEST(Cooperation, aDiagnosisIsContestedAnsweredAdoptedAndShown) {
    const Shared study("[review]\nmoderator = \"Pôle\"\nadopt = [\"Pôle\", \"Réseau Nord\"]\n");
    ASSERT_EQ(study.run("run").code, 0);
    const auto contest = [&](const std::string& about) {
        return study.run("contribute", {"--organisation", "La salle", "--contest", about, "--to", "doute.contribution", "--json"});
    };
    EXPECT_THAT(contest("gap:ailleurs=Faux").err, HasSubstr("No hole of the study has the id"));
    EXPECT_THAT(contest("lieux:dep:99=Faux").err, HasSubstr("no territory"));
    EXPECT_THAT(contest("lieux:dep:42=").err, HasSubstr("say what"));
    const Result written = contest("lieux:dep:42=Une salle manque");
    ASSERT_EQ(written.code, 0) << written.err;
    const std::size_t at = written.out.find("\"contribution\": \"") + 17;
    const std::string doubt = written.out.substr(at, written.out.find('"', at) - at);
    EXPECT_EQ(study.run("merge", {"doute.contribution", "--debate", "--organisation", "Pôle"}).code, 2) << "no file is left aside unsaid";
    EXPECT_EQ(study.run("merge", {"doute.contribution"}).code, 0);
    EXPECT_THAT(study.run("explain", {"lieux:dep:42"}).out, HasSubstr("Une salle manque"));
    EXPECT_EQ(study.run("merge", {"--debate", "--organisation", "Pôle"}).code, 0);
    EXPECT_THAT(study.run("merge", {"--adopt", "--organisation", "Pôle"}).err, HasSubstr(doubt));
    EXPECT_EQ(study.run("merge", {"--refuse", doubt, "--reason", "Elle est fermée", "--organisation", "Pôle"}).code, 0);
    EXPECT_EQ(study.run("merge", {"--adopt", "--organisation", "Pôle"}).code, 0);
    const Result adopted = study.run("merge", {"--adopt", "--organisation", "Réseau Nord"});
    EXPECT_EQ(adopted.code, 0) << adopted.err;
    EXPECT_THAT(study.run("log", {"--json"}).out, HasSubstr("\"adopted_by\""));
    EXPECT_THAT(study.run("log").out, HasSubstr("Réseau Nord"));
    EXPECT_EQ(study.run("report", {"--to", "page.html"}).code, 0);
    EXPECT_THAT(study.folder().read("page.html"), HasSubstr("Elle est fermée"));
    EXPECT_EQ(study.run("run").code, 0);
    EXPECT_THAT(study.folder().read("out/petit.gpkg"), HasSubstr("Réseau Nord")) << "computed anew, it is as adopted as before";
}

TEST(Cooperation, withoutAFolderForThemItIsSaidWhereToWriteIt) {
    const TinyStudy study;
    const Result result = study.run("merge");
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, HasSubstr("contributions = \"contributions/\" under [study]"));
}

TEST(Cooperation, aMergeKilledAnywhereLeavesBeforeOrAfter) {
    const Shared study;
    ASSERT_EQ(study.run("run").code, 0);
    study.propose("La salle", "v1:capacity=1500", "a.contribution");
    for (const unsigned milliseconds : {5U, 20U, 60U, 120U, 200U, 350U}) {
        study.run("merge", {"a.contribution"}, {.killedAfterMs = milliseconds});
        const Result log = study.run("log");
        EXPECT_EQ(log.code, 0) << milliseconds << " ms: " << log.err;
        EXPECT_EQ(study.run("check", {"--quiet"}).code, 0) << milliseconds;
    }
    EXPECT_EQ(study.run("merge", {"a.contribution"}).code, 0);
    EXPECT_THAT(study.run("log", {"--json"}).out, HasSubstr("\"status\": \"accepted\""));
}

}  // namespace
}  // namespace raquette::cli::testing
