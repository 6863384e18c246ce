#include "cli/output.h"
#include "tests/cli/tiny_study.h"

#include <csignal>

namespace raquette::cli::testing {
namespace {

using ::testing::HasSubstr;

TEST(Progress, WatchedWorkHearsThatSomebodyWantsToStop) {
    const Progress progress(false);
    const model::Watch watch = progress.watch("Reading");
    EXPECT_NO_THROW(watch({"read", "lieux", 1, 2}));
    std::raise(SIGINT);
    EXPECT_THROW(watch({"read", "lieux", 2, 2}), model::Cancelled);
    EXPECT_THROW(progress.stage("Writing"), model::Cancelled);
}

TEST(Progress, ANewCommandForgetsThatTheLastWasStopped) {
    {
        const Progress stopped(false);
        std::raise(SIGINT);
    }
    const Progress progress(false);
    EXPECT_NO_THROW(progress.stage("Reading"));
}

TEST(Stopped, ARunLeavesTheStoreAsItWas) {
    const TinyStudy study;
    ASSERT_EQ(study.run("run").code, 0);
    const std::string store = study.folder().read("out/petit.gpkg");
    std::string venues = "id;nom;longitude;latitude\n";
    for (int i = 0; i < 200'000; ++i) venues += std::to_string(i) + ";Lieu " + std::to_string(i) + ";4.1;45.3\n";
    study.folder().write("lieux.csv", venues);
    const Result result = study.run("run", {}, {.stopped = true});
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, HasSubstr("Stopped, as asked"));
    EXPECT_EQ(study.folder().read("out/petit.gpkg"), store);
}

}  // namespace
}  // namespace raquette::cli::testing
