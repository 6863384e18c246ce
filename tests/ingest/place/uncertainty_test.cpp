#include "ingest/place/uncertainty.h"

#include "gis/geometry/geodesic.h"
#include "gis/geometry/measure.h"
#include "ingest/reference/reference.h"
#include "ingest/reference/table.h"
#include "tests/ingest/expectations.h"

#include <cstdlib>
#include <iostream>
#include <map>

namespace raquette::ingest {
namespace {

// The measurement behind the uncertainties that Raquette states, on the lists and the outlines of the whole of France. What data/README.md
// says of it is printed here.

class Uncertainty : public ::testing::Test {
protected:
    void SetUp() override {
        const char* data = std::getenv("RAQUETTE_TEST_DATA");
        if (!data) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
        data_ = data;
        folder_.write("france.gpkg", readWholeFile("/vsizip/" + (data_ / "france/france.gpkg.zip").string() + "/france.gpkg"));
    }

    model::Study study(const std::string& kind, const std::string& list, bool whole) const {
        const auto path =
            folder_.write(whole ? "whole.toml" : "embedded.toml", std::string(whole ? "[reference]\nterritories = \"france.gpkg\"\n" : "") +
                                                                      "[study]\nlanguage = \"en\"\n" + "[[source]]\nid = \"s\"\nkind = \"" +
                                                                      kind + "\"\npath = \"" + (data_ / list).string() + "\"\n");
        return readStudyFile(path, model::Day{});
    }

    static model::Reference reference(const model::Study& study) {
        model::Issues issues;
        return readReference(study, issues);
    }

    TemporaryFolder folder_;
    std::filesystem::path data_;
};

double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

struct Spread {
    std::vector<double> distances;
    long within = 0;

    double share() const { return static_cast<double>(within) / static_cast<double>(distances.size()); }
    void print(const char* what) const {
        std::cout << what << ": " << distances.size() << " positions, median " << quantile(distances, 0.5) << " m, 90 % under "
                  << quantile(distances, 0.9) << " m, most " << quantile(distances, 1) << " m, within what is stated " << 100 * share()
                  << " %\n";
    }
};

/// How far real positions, inside their commune and shared with no other, are from where the commune rung would have put them.
template <class Record>
void measure(const std::vector<Record>& records, const model::Reference& outlines, const model::Reference& stated, Spread& spread) {
    for (const Record& record : records) {
        const model::Place& place = record.place;
        const std::int32_t index = model::indexOf(outlines.communes, place.commune);
        if (place.precision != model::Precision::Exact || index == model::nowhere) continue;
        if (!geometry::contains(outlines.communeShapes[static_cast<std::size_t>(index)], *place.position)) continue;
        const model::Commune& commune = stated.communes[static_cast<std::size_t>(model::indexOf(stated.communes, place.commune))];
        if (!commune.point) continue;
        const model::Metres off = geometry::geodesicDistance(*place.position, *commune.point);
        spread.distances.push_back(off.value);
        if (off <= commune.uncertainty) ++spread.within;
    }
}

TEST_F(Uncertainty, OfACommuneHoldsForRealPositions) {
    const model::Study festivals = study("actors", "venues/festivals.csv", true);
    const model::Reference outlines = reference(festivals);
    const model::Reference embedded = reference(study("actors", "venues/festivals.csv", false));
    const IngestResult actors = ingest(festivals, outlines);
    const IngestResult venues = ingest(study("venues", "venues/cinemas.csv", true), outlines);
    Spread whole;
    Spread disc;
    measure(actors.dataset.actors, outlines, outlines, whole);
    measure(venues.dataset.venues, outlines, outlines, whole);
    measure(actors.dataset.actors, outlines, embedded, disc);
    measure(venues.dataset.venues, outlines, embedded, disc);
    whole.print("farthest border of each commune");
    disc.print("embedded reference: 5 km, more overseas");
    EXPECT_EQ(whole.share(), 1) << "a bound: a position inside a commune is no farther than its farthest border";
    EXPECT_GT(whole.distances.size(), 3000U);
    EXPECT_GT(disc.share(), 0.95);
}

TEST_F(Uncertainty, WithoutOutlinesIsThatOfMostCommunes) {
    const model::Study whole = study("actors", "venues/festivals.csv", true);
    const model::Reference outlines = reference(whole);
    const model::Reference embedded = reference(study("actors", "venues/festivals.csv", false));
    std::map<std::string, std::pair<long, long>> within;  // mainland or overseas département: of how many communes
    for (std::size_t i = 0; i < outlines.communes.size(); ++i) {
        const std::string code = outlines.departements[static_cast<std::size_t>(outlines.communes[i].departement)].code;
        auto& [held, all] = within[code.starts_with("97") ? code : "mainland"];
        ++all;
        if (outlines.communes[i].uncertainty <= embedded.communes[i].uncertainty) ++held;
    }
    for (const auto& [where, counts] : within) {
        const double share = static_cast<double>(counts.first) / static_cast<double>(counts.second);
        std::cout << where << ": " << 100 * share << " % of " << counts.second
                  << " communes end within what the embedded reference states\n";
        EXPECT_GT(share, 0.75) << where;
    }
}

TEST_F(Uncertainty, PositionsFarFromTheirCommuneAreTheseRowsAndNoOthers) {
    const model::Study whole = study("actors", "venues/festivals.csv", true);
    const IngestResult result = ingest(whole, reference(whole));
    std::vector<long> lyon;
    std::vector<long> cayenne;
    for (const model::Issue& issue : result.dataset.issues) {
        if (issue.action.find("the commune was used;") == std::string::npos) continue;
        if (issue.action.find("Lyon (69123)") != std::string::npos) lyon.push_back(issue.row);
        if (issue.action.find("Cayenne (97302)") != std::string::npos) cayenne.push_back(issue.row);
    }
    // Beaujolais and Forez festivals under the code of Lyon: 20.1 km (6736), 20.9 (5522), 21.5 (5172) to 52.3 km (2528) from its outline.
    // The list's README counts 22 with Cayenne's, by a measure it does not give; without those three nearest to 20 km it would be 16 + 6.
    EXPECT_THAT(lyon,
                ElementsAre(39, 140, 2044, 2049, 2528, 2891, 4067, 4068, 4274, 4339, 5172, 5522, 5872, 5888, 5966, 6075, 6140, 6293, 6736));
    // One point in the forest, 5.0217, -52.5013: 20.3 km from the outline of Cayenne.
    EXPECT_THAT(cayenne, ElementsAre(524, 1240, 3676, 5103, 6899, 6900));
}

}  // namespace
}  // namespace raquette::ingest
