#include "tests/cli/command.h"

#include <sstream>

namespace raquette::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Help : public ::testing::TestWithParam<const char*> {};

TEST_P(Help, isOnStdoutAndEndsZero) {
    std::vector<std::string> words;
    std::istringstream line(GetParam());
    for (std::string word; line >> word;) words.push_back(word);
    const std::string name = words.empty() ? "help.txt" : "help-" + words.back() + ".txt";
    words.emplace_back("--help");
    const Result result = runRaquette(".", words);
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, golden(name, result.out));
    EXPECT_THAT(result.err, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(EveryCommand, Help,
                         ::testing::Values("", "run", "check", "ingest", "analyse", "export", "map", "report", "explain", "simulate",
                                           "compare", "site", "view", "contribute", "merge", "revert", "log", "reference",
                                           "reference build", "reference info"));

TEST(Version, isOneLine) {
    const Result result = runRaquette(".", {"--version"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "raquette " RAQUETTE_VERSION "\n");
    EXPECT_THAT(result.err, IsEmpty());
}

struct Misuse {
    std::vector<std::string> words;
    const char* said;

    friend void PrintTo(const Misuse& misuse, std::ostream* out) { *out << misuse.said; }
};

class MisusedCommand : public ::testing::TestWithParam<Misuse> {};

TEST_P(MisusedCommand, endsTwoAndSaysWhatIsWrong) {
    const Result result = runRaquette(".", GetParam().words);
    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(
    EachWay, MisusedCommand,
    ::testing::Values(Misuse{{}, "--help"}, Misuse{{"rnu", "study.toml"}, "no command “rnu”"}, Misuse{{"run"}, "STUDY is required"},
                      Misuse{{"run", "a.toml", "b.toml"}, "not expected: b.toml"},
                      Misuse{{"run", "a.toml", "--date", "2026-02-30"}, "“2026-02-30” is no day"},
                      Misuse{{"run", "a.toml", "--threads", "many"}, "--threads"},
                      Misuse{{"export", "a.toml", "--format", "dwg", "--to", "x"}, "dwg not in"},
                      Misuse{{"map", "a.toml", "--layer", "venues"}, "--to is required"},
                      Misuse{{"map", "a.toml", "--layer", "venues", "--to", "m.pdf", "--paper", "a3-portait"}, "a3-portrait is nearest"},
                      Misuse{{"map", "a.toml", "--layer", "venues", "--to", "m.pdf", "--paper", "letter"}, "a4, a4-portrait, a3, a3"},
                      Misuse{{"map", "a.toml", "--layer", "venues", "--to", "m.svg", "--paper", "a3", "--size", "9x9"}, "excludes"},
                      Misuse{{"reference"}, "raquette reference --help"},
                      Misuse{{"reference", "build", "--communes", "c", "--to", "r", "--column", "dep=D"}, "communes.population"}));

}  // namespace
}  // namespace raquette::cli::testing
