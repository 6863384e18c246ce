#include "tests/ingest/tiny_world.h"

#include <tbb/global_control.h>

#include <random>

namespace raquette::ingest {
namespace {

/// A list long enough to be read by several threads, with every kind of row: good, far, unknown, double, of an unknown word.
std::string longList(int rows) {
    std::mt19937 random(7);
    std::string list = "id;nom;fonctions;commune;code postal;longitude;latitude;jauge\n";
    for (int i = 0; i < rows; ++i) {
        const auto draw = random() % 8;
        const std::string name = "Lieu " + std::to_string(random() % 2000);
        if (draw == 0) {
            list += "x;" + name + ";;Nulle-Part;;;;\n";
        } else if (draw == 1) {
            list += ";" + name + ";café-lecture;Lyon;69001;2.35;48.85;beaucoup\n";
        } else {
            list += std::to_string(i) + ";" + name + ";diffusion;Saint-Étienne;42000;4.39;45.43;" + std::to_string(i) + "\n";
        }
    }
    return list;
}

class Reading : public ::testing::Test {
protected:
    model::Study study() const {
        folder_.write("lieux.csv", longList(6000));
        folder_.write("study.toml", "[[source]]\nid = \"lieux\"\nkind = \"venues\"\npath = \"lieux.csv\"\n");
        return readStudyFile(folder_ / "study.toml", model::Day{});
    }
    TemporaryFolder folder_;
};

TEST_F(Reading, TellsHowFarItIsInEachSourceToItsLastRow) {
    std::vector<std::string> steps;
    long last = 0;
    ingest(study(), tinyReference(), [&](const model::Progress& progress) {
        if (steps.empty() || steps.back() != progress.step) steps.push_back(progress.step);
        if (progress.step != "read") return;
        EXPECT_EQ(progress.subject, "lieux");
        EXPECT_GT(progress.done, last);
        EXPECT_LE(progress.done, progress.of);
        last = progress.done;
    });
    EXPECT_EQ(steps.front(), "open");
    EXPECT_EQ(steps[1], "read");
    EXPECT_EQ(steps.back(), "quality");
    EXPECT_GT(last, 5000);
}

TEST_F(Reading, StopsWhenAsked) {
    long told = 0;
    const auto stop = [&](const model::Progress& progress) {
        if (progress.step == "read" && ++told == 2) throw model::Cancelled("enough");
    };
    EXPECT_THROW(ingest(study(), tinyReference(), stop), model::Cancelled);
    EXPECT_EQ(told, 2) << "no more is read once somebody asked to stop";
}

TEST_F(Reading, GivesTheSameOnOneThreadAsOnSeveral) {
    const IngestResult several = ingest(study(), tinyReference());
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    const IngestResult alone = ingest(study(), tinyReference());
    EXPECT_EQ(several.dataset.issues, alone.dataset.issues);
    EXPECT_GT(several.dataset.issues.size(), 500U);
    ASSERT_EQ(several.dataset.venues.size(), alone.dataset.venues.size());
    for (std::size_t i = 0; i < alone.dataset.venues.size(); ++i) {
        EXPECT_EQ(several.dataset.venues[i].id, alone.dataset.venues[i].id);
        EXPECT_EQ(several.dataset.venues[i].origin, alone.dataset.venues[i].origin);
    }
    EXPECT_EQ(several.rejects.front().rows, alone.rejects.front().rows);
    const model::SourceSummary& summary = several.dataset.sources.front();
    EXPECT_EQ(summary.rows, 6000);
    EXPECT_EQ(summary.rows, summary.kept + summary.merged + summary.rejected);
}

}  // namespace
}  // namespace raquette::ingest
