#include "gis/analysis/portrait/served_by.h"

#include "gis/analysis/analysis.h"
#include "tests/gis/drawn_world.h"

namespace raquette::analysis {
namespace {

using model::Level;
using raquette::testing::DrawnWorld;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Four communes in a row, 10 km wide, all of EPCI 200000001; a venue in A1, one in A4.
struct Row : DrawnWorld {
    Row() : DrawnWorld({"1234"}) {
        addVenue("Le Fil", 0.5, 0.5);
        addVenue("La Régie", 3.5, 0.5);
    }
    /// Who serves, by name.
    std::vector<std::string> of(const model::TerritoryId& territory) {
        const Analysis done = analyse(study, reference, dataset);
        std::vector<std::string> names;
        for (const ServedBy& served : servedBy(reference, done.services.front(), territory))
            names.push_back(done.services.front().providers[served.provider].name);
        return names;
    }
};

TEST(ServedBy, ThoseWithinReachOfAPlaceOfItsPeopleNearestFirst) {
    Row row;
    row.addService("lieux", 15);
    const std::string first = row.reference.communes[0].code;
    const std::string second = row.reference.communes[1].code;
    EXPECT_THAT(row.of({Level::Commune, first}), ElementsAre("Le Fil"));
    EXPECT_THAT(row.of({Level::Commune, second}), ElementsAre("Le Fil")) << "in the commune beside it";
    EXPECT_THAT(row.of({Level::Epci, "200000001"}), ElementsAre("La Régie", "Le Fil")) << "A4 has the most people";
    EXPECT_THAT(row.of({Level::Region, "75"}), ElementsAre("La Régie", "Le Fil"));
}

TEST(ServedBy, NobodyWhereTheReachEndsBefore) {
    Row row;
    row.addService("lieux", 5);
    EXPECT_THAT(row.of({Level::Commune, row.reference.communes[1].code}), IsEmpty());
}

TEST(ServedBy, WhereTheReachIsATerritoryThoseThatServeItOrOneItLiesIn) {
    Row row;
    row.addService("lieux", 5);
    row.study.services.front().reach = Level::Epci;
    for (model::Venue& venue : row.dataset.venues) venue.place.commune = row.reference.communes[0].code;
    EXPECT_THAT(row.of({Level::Commune, row.reference.communes[1].code}), ElementsAre("Le Fil", "La Régie"));
}

}  // namespace
}  // namespace raquette::analysis
