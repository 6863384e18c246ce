#include "tests/ingest/records/real_lists.h"

#include <map>

namespace raquette::ingest {
namespace {

/// The contracts and zonings of the ANCT, 2019: a table of all, and a GeoPackage with a layer for each scheme.
class RealContracts : public RealLists {
protected:
    IngestResult layer(const std::string& name, const std::string& columns = "", const std::string& kind = "contracts") const {
        const std::string more = "sheet = \"" + name + "\"\n" + (columns.empty() ? "" : "columns = { " + columns + " }");
        return read(source(name, kind, "contracts/anct_contrats_zonages_2019.gpkg", more));
    }
    static long with(const IngestResult& result, model::Level level) {
        return std::ranges::count_if(result.dataset.contracts, [level](const model::Contract& contract) {
            return contract.scope.size() == 1 && contract.scope.front().level == level;
        });
    }
};

TEST_F(RealContracts, ContratsDeVille) {
    const IngestResult result =
        read(source("villes", "contracts", "contracts/zonages.csv",
                    "filter = \"layer = 'cv zonage'\"\ncolumns = { id = \"id\", title = \"lib\", scope = \"info1\" }"));
    EXPECT_EQ(result.dataset.sources.front().rows, 431);
    expectCount("contrats de ville, kept", result.dataset.sources.front().kept, 431);
    const auto joined = std::ranges::count_if(result.dataset.contracts, [](const model::Contract& contract) {
        return contract.scope.size() == 1 && contract.scope.front().level == model::Level::Epci;
    });
    expectCount("joined by the SIREN of 2015", joined, 223);
    EXPECT_EQ(count(result, "no longer exists (merged or redrawn): the contract is listed without a territory"), 1) << "told once";
    EXPECT_EQ(count(result, "(171 rows, this is the first)"), 1);
    EXPECT_EQ(count(result, "it is not said: the contract is listed without a territory (37 rows"), 1) << "« Siren EPCI 2015 : NA »";
    EXPECT_EQ(count(result, "could not be read"), 0) << "nothing of it is the reader's error";
}

TEST_F(RealContracts, SchemesAndTheirDates) {
    const IngestResult result =
        read(source("schemes", "contracts", "contracts/descriptions.csv") +
             source("ruralite", "contracts", "contracts/zonages.csv",
                    "filter = \"layer = 'cr zonage'\"\ncolumns = { title = \"lib\", scope = \"lib\", start = \"info1\" }"));
    EXPECT_EQ(result.dataset.sources[0].kept, 13);
    const model::SourceSummary& rural = result.dataset.sources[1];
    EXPECT_EQ(rural.rows, 490);
    EXPECT_EQ(rural.kept + rural.merged, 490);
    long dated = 0;
    for (const model::Contract& contract : result.dataset.contracts) {
        if (contract.origin.source == "ruralite" && contract.period.start) ++dated;
    }
    EXPECT_GT(dated, 400) << "« Date de signature : 09 décembre 2016 »";
}

TEST_F(RealContracts, ContratsDeVilleOfTheGeoPackageJoinedBySiren) {
    const IngestResult result = layer("cv", "scope = \"info2\"");
    EXPECT_EQ(result.dataset.sources.front().rows, 431);
    EXPECT_EQ(result.dataset.sources.front().kept, 431);
    EXPECT_EQ(with(result, model::Level::Epci), 223) << "as in the table";
    EXPECT_EQ(count(result, "could not be read"), 0);
    std::vector<std::string> overseas;
    for (const model::Contract& contract : result.dataset.contracts) {
        if (!contract.scope.empty() && contract.scope.front().code.starts_with("2497")) overseas.push_back(contract.title);
    }
    EXPECT_GT(overseas.size(), 5U) << "by their SIREN, wherever the map draws them";
}

struct Layer {
    const char* name;
    long rows;
    long named;  ///< with a territory that their titles name
};

class RealLayers : public RealContracts, public ::testing::WithParamInterface<Layer> {};

TEST_P(RealLayers, AreReadAsTheyAre) {
    const auto [name, rows, named] = GetParam();
    const IngestResult result = layer(name);
    const model::SourceSummary& summary = result.dataset.sources.front();
    EXPECT_EQ(summary.rows, rows);
    EXPECT_EQ(summary.kept + summary.merged, rows);
    EXPECT_EQ(std::ranges::count_if(result.dataset.contracts, [](const model::Contract& contract) { return contract.scope.size() == 1; }),
              named);
}

// How many are named was measured against the layer's own shapes: all within 20 km of theirs but those overseas, drawn in insets.
INSTANTIATE_TEST_SUITE_P(Anct, RealLayers,
                         ::testing::Values(Layer{"acv", 232, 194}, Layer{"amicb", 53, 48}, Layer{"ber", 2, 0}, Layer{"bud", 1, 0},
                                           Layer{"cdt", 11, 3}, Layer{"cpier", 13, 0}, Layer{"cr", 490, 242}, Layer{"cte", 80, 19},
                                           Layer{"cv", 431, 193}, Layer{"zfu", 145, 124}, Layer{"zrd", 309, 245}, Layer{"zrr", 1, 0}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_F(RealContracts, OverseasInsetsAreNotBelieved) {
    // As places: the town each is named after, and the point of its shape.
    const IngestResult result = layer("acv", "name = \"lib\", city = \"lib\"", "venues");
    std::map<std::string, model::Place> places;
    for (const model::Venue& venue : result.dataset.venues) places[venue.name] = venue.place;
    for (const char* town : {"Basse-Terre", "Cayenne", "Fort-de-France", "Le Lamentin", "Saint-Laurent-du-Maroni", "Dembeni", "Mamoudzou",
                             "Le Port", "Saint-André", "Saint-Joseph", "Saint-Pierre"}) {
        EXPECT_FALSE(places.contains(town)) << "its name says overseas, its shape lies beside the mainland: a person decides";
    }
    EXPECT_EQ(places.at("Abbeville").commune, "80001");
    EXPECT_TRUE(places.at("Abbeville").position);
    EXPECT_EQ(count(result, "the position is left out"), 12) << "11 insets, and Évry, which is Évry-Courcouronnes since";
    EXPECT_EQ(count(result, "it lies outside"), 4) << "insets of two communes each: Les Abymes - Pointe-à-Pitre, Dzaoudzi - Pamandzi";
}

TEST_F(RealContracts, TheWholeTableIsReadAndCounted) {
    const IngestResult result = read("zonages", "contracts", "contracts/zonages.csv");
    const model::SourceSummary& summary = result.dataset.sources.front();
    EXPECT_EQ(summary.rows, 24535);
    EXPECT_EQ(summary.kept + summary.merged + summary.rejected, 24535);
    EXPECT_EQ(summary.rejected, 0);
    EXPECT_LT(result.dataset.issues.size(), 1000U);
}

TEST_F(RealContracts, TheFolderIsReadAsOneList) {
    const IngestResult result = read(source("anct", "contracts", "contracts"));
    const model::SourceSummary& summary = result.dataset.sources.front();
    EXPECT_EQ(summary.rows, 490 + 13 + 24535);
    EXPECT_EQ(summary.kept + summary.merged + summary.rejected, summary.rows);
}

}  // namespace
}  // namespace raquette::ingest
