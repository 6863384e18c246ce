#include "tests/ingest/records/real_lists.h"

#include <set>

namespace raquette::ingest {
namespace {

TEST_F(RealLists, Festivals) {
    const IngestResult result = read("festivals", "actors", "venues/festivals.csv");
    const model::SourceSummary& summary = result.dataset.sources.front();
    expectCount("festivals, rows", summary.rows, 7283);
    EXPECT_EQ(summary.kept + summary.rejected + summary.merged, 7283);
    expectCount("the same festival entered twice (each looked at), merged", summary.merged, 27);
    expectCount("placeholder codes, taken as empty", count(result, "a placeholder, taken as empty"), 24);
    expectCount("old codes, carried to the commune of today", count(result, "an old code, carried to"), 11);
    expectCount("rows in an overseas collectivity (13 by code, 1 by an old one, 4 by postal code)", count(result, "overseas collectivity"),
                18);
    expectCount("festivals that share 2 ids, kept apart", count(result, "under another id"), 15);
    expectCount("nothing but a name, put aside", summary.rejected, 16);
    std::set<std::string> ids;
    for (const model::Actor& actor : result.dataset.actors) ids.insert(actor.id);
    EXPECT_EQ(ids.size(), result.dataset.actors.size());
    // 5,152 placed rows share their point with a row of the same code. Not downgraded here: those of COM, outside the reference, and those
    // whose commune won; downgraded too: points two codes of one commune share, and points on the commune's own.
    expectCount("at their commune: 5,151 shared points, 21 by their code, less 27 merged",
                at(result.dataset.actors, model::Precision::Commune), 5151 + 21 - 27);
    // The 19 of Lyon that uncertainty_test lists, where the whole reference says why they are not 22. Not Cayenne’s six, 20.3 km beyond its
    // outline: without outlines a commune of Guyane is a disc of 87 km, in which Saint-Laurent's four and Mana's one lie as they should.
    expectCount("positions that contradict their commune", count(result, "the commune was used;"), 19);
    // A code and a name of two communes: 38186 for Grenoble (38185), 74012 to 74015 for Annecy (74010)… a cell dragged down counts up.
    expectCount("a code and a name of two communes", count(result, "the code is that of"), 72);
}

TEST_F(RealLists, Cinemas) {
    const IngestResult result = read("cinemas", "venues", "venues/cinemas.csv");
    expectCount("cinemas, kept", result.dataset.sources.front().kept, 2061);
    expectCount("2 old communes and 77 arrondissements of Paris", count(result, "an old code, carried to"), 79);
    // Namesakes; the embedded reference has no point for the seventh's commune.
    expectCount("cinemas that contradict their commune", count(result, "the commune was used;"), 6);
}

TEST_F(RealLists, MusicVenues) {
    const IngestResult result = read("lieux", "venues", "venues/lieux-musiques-actuelles.csv");
    EXPECT_EQ(result.dataset.sources.front().kept, 119);
    for (const model::Venue& venue : result.dataset.venues) EXPECT_TRUE(venue.place.position) << venue.name;
    EXPECT_TRUE(result.dataset.issues.empty());
}

TEST_F(RealLists, SaintEtienne) {
    const IngestResult result =
        read("[study]\narea = [\"dep:42\"]\n" + source("acteurs", "actors", "saint-etienne/acteurs.csv") +
             source("contrats", "contracts", "saint-etienne/contrats.csv") + source("liens", "links", "saint-etienne/liens.csv"));
    for (const model::SourceSummary& summary : result.dataset.sources) EXPECT_EQ(summary.kept, summary.rows) << summary.id;
    EXPECT_THAT(result.dataset.actors, SizeIs(16));
    for (const model::Actor& actor : result.dataset.actors) EXPECT_EQ(actor.place.commune, "42218") << actor.name;
    ASSERT_THAT(result.dataset.activities, SizeIs(2)) << "the two that give their full-time equivalents";
    EXPECT_EQ(result.dataset.activities[0].fte, 15);
    EXPECT_EQ(result.dataset.activities[1].fte, 2.5);
    const auto& contracts = result.dataset.contracts;
    ASSERT_THAT(contracts, SizeIs(8));
    EXPECT_EQ(contracts[0].period.end->text(), "2012-01") << "five years from February 2007";
    EXPECT_THAT(contracts[1].scope, IsEmpty()) << "« sud du département de la Loire » is asked back";
    EXPECT_EQ(contracts[2].scope.at(0).text(), "reg:84");
    ASSERT_THAT(result.dataset.amounts, SizeIs(1));
    EXPECT_EQ(result.dataset.amounts[0].year, 2024);
    EXPECT_EQ(contracts[7].amountPerYear->value, 150000);
    for (const model::Link& link : result.dataset.links) EXPECT_THAT(link.partyIds, Not(Contains(""))) << link.id;
    EXPECT_EQ(count(result, "its last cell"), 5) << "rows with a separator in their last cell";
    EXPECT_EQ(count(result, "could not be read"), 1);
    EXPECT_LE(result.dataset.issues.size(), 14U) << "short enough to be read";
}

}  // namespace
}  // namespace raquette::ingest
