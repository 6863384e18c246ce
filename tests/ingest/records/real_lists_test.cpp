#include "ingest/reference/reference.h"
#include "tests/ingest/tiny_world.h"
#include "tests/support/files.h"

#include <cstdlib>
#include <set>

namespace raquette::ingest {
namespace {

// Lists as institutions publish them, with the defects listed in the data's README, on the embedded reference.

class RealLists : public ::testing::Test {
protected:
    void SetUp() override {
        const char* data = std::getenv("RAQUETTE_TEST_DATA");
        if (!data) GTEST_SKIP() << "needs RAQUETTE_TEST_DATA";
        data_ = data;
    }

    IngestResult read(const std::string& id, const std::string& kind, const std::string& file) const {
        const TemporaryFolder folder;
        const auto path = folder.write(
            "s.toml", "[[source]]\nid = \"" + id + "\"\nkind = \"" + kind + "\"\npath = \"" + (data_ / file).string() + "\"\n");
        model::Study study = readStudyFile(path, model::Day{});
        study.language = model::Language::English;
        model::Issues issues;
        return ingest(study, readReference(study, issues));
    }

    static long count(const IngestResult& result, std::string_view words) {
        return std::ranges::count_if(result.dataset.issues,
                                     [&](const model::Issue& issue) { return issue.action.find(words) != std::string::npos; });
    }

    template <class Record>
    static long at(const std::vector<Record>& records, model::Precision precision) {
        return std::ranges::count_if(records, [&](const Record& record) { return record.place.precision == precision; });
    }

    std::filesystem::path data_;
};

TEST_F(RealLists, Festivals) {
    const IngestResult result = read("festivals", "actors", "venues/festivals.csv");
    const model::SourceSummary& summary = result.dataset.sources.front();
    EXPECT_EQ(summary.rows, 7283);
    EXPECT_EQ(summary.kept + summary.rejected + summary.merged, 7283);
    EXPECT_EQ(summary.merged, 27) << "each looked at: the same festival entered twice";
    EXPECT_EQ(count(result, "a placeholder, taken as empty"), 24);
    EXPECT_EQ(count(result, "an old code, carried to"), 11);
    EXPECT_EQ(count(result, "overseas collectivity"), 18) << "13 with a code of today, 1 with an old one, 4 known by their postal code";
    EXPECT_EQ(count(result, "under another id"), 15) << "2 ids shared by 15 festivals";
    EXPECT_EQ(summary.rejected, 16) << "nothing but a name";
    std::set<std::string> ids;
    for (const model::Actor& actor : result.dataset.actors) ids.insert(actor.id);
    EXPECT_EQ(ids.size(), result.dataset.actors.size());
    // 5,152 placed rows share their point with a row of the same code. Not downgraded here: those of COM, outside the reference, and those
    // whose commune won; downgraded too: points two codes of one commune share, and points on the commune's own.
    EXPECT_EQ(at(result.dataset.actors, model::Precision::Commune), 5147 + 26 - 27)
        << "shared points, then rows placed by their code, less those merged";
    // 22 by the README's measure; 25 with the polygons of the full reference (Cayenne's six are at 20.3 km).
    EXPECT_EQ(count(result, "the commune was used;"), 24) << "a disc of 5 km stands for each commune here";
}

TEST_F(RealLists, Cinemas) {
    const IngestResult result = read("cinemas", "venues", "venues/cinemas.csv");
    EXPECT_EQ(result.dataset.sources.front().kept, 2061);
    EXPECT_EQ(count(result, "an old code, carried to"), 79) << "2 old communes and 77 arrondissements of Paris";
    EXPECT_EQ(count(result, "the commune was used;"), 6) << "namesakes; the embedded reference has no point for the seventh's commune";
}

TEST_F(RealLists, MusicVenues) {
    const IngestResult result = read("lieux", "venues", "venues/lieux-musiques-actuelles.csv");
    EXPECT_EQ(result.dataset.sources.front().kept, 119);
    for (const model::Venue& venue : result.dataset.venues) EXPECT_TRUE(venue.place.position) << venue.name;
    EXPECT_TRUE(result.dataset.issues.empty());
}

}  // namespace
}  // namespace raquette::ingest
