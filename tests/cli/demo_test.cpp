#include "tests/cli/command.h"
#include "tests/support/files.h"

#include <filesystem>

namespace raquette::cli::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

namespace fs = std::filesystem;

/// The demonstration studies as a newcomer has them, in a folder of the test's own.
class Demonstration : public ::testing::Test {
protected:
    Demonstration() {
        fs::copy(sourceFolder() / "data/demo", folder_.path() / "demo", fs::copy_options::recursive);
        fs::remove_all(folder_.path() / "demo/out");
    }

    TemporaryFolder folder_;
};

TEST_F(Demonstration, FranceShowsItsHoles) {
    const Result result = runRaquette(folder_.path(), {"run", "demo/france.toml", "--json"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(HasSubstr("Nice, Antibes, Cannes"), HasSubstr("\"kept\": 119")));
    std::vector<std::string> expected{"france.gpkg", "etat-des-lieux.html", "shapefile/gaps.shp"};
#ifdef RAQUETTE_HAS_VIEWER
    expected.insert(expected.end(), {"trous.pdf", "trous.png"});
#endif
    for (const std::string& made : expected) EXPECT_TRUE(fs::exists(folder_.path() / "demo/out" / made)) << made;
}

TEST_F(Demonstration, SaintEtienneSaysWhereItDidNotLook) {
    const Result result = runRaquette(folder_.path(), {"run", "demo/saint-etienne.toml", "--json"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(HasSubstr("Roanne"), HasSubstr("not-surveyed"), HasSubstr("\"kept\": 16")));
    for (const char* table : {"functions.csv", "isolation.csv", "bridges.csv", "complementarities.csv"}) {
        EXPECT_TRUE(fs::exists(folder_.path() / "demo/out/saint-etienne-csv" / table)) << table;
    }
    const Result check = runRaquette(folder_.path(), {"check", "demo/saint-etienne.toml", "--json"});
    EXPECT_THAT(check.out, HasSubstr("\"row\": 2"));  // an unquoted separator in the last cell: kept, and told
}

}  // namespace
}  // namespace raquette::cli::testing
