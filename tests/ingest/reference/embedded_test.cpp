#include "ingest/reference/embedded.h"

#include "gis/data_folder.h"
#include "gis/geometry/measure.h"
#include "gis/geometry/overlay.h"
#include "ingest/reference/reference.h"
#include "tests/ingest/reference/reference_world.h"
#include "tests/support/files.h"

#include <filesystem>
#include <map>
#include <set>

namespace raquette::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path folder = sourceFolder() / "data/reference";

const model::Reference& embedded() {
    static const model::Reference reference = [] {
        model::Issues issues;
        model::Reference read = readReference(model::Study(), issues);
        EXPECT_TRUE(issues.empty());
        return read;
    }();
    return reference;
}

const model::Commune& commune(const char* code) {
    return embedded().communes.at(static_cast<std::size_t>(model::indexOf(embedded().communes, code)));
}

TEST(EmbeddedReference, HoldsTheFranceOf2026) {
    EXPECT_EQ(embedded().communes.size(), 34'875U);
    EXPECT_EQ(embedded().epcis.size(), 1'255U);
    EXPECT_EQ(embedded().departements.size(), 101U);
    EXPECT_EQ(embedded().regions.size(), 18U);
    EXPECT_FALSE(embedded().hasCommunePolygons());
    EXPECT_TRUE(std::ranges::is_sorted(embedded().communes, {}, &model::Commune::code));
    EXPECT_TRUE(std::ranges::is_sorted(embedded().departements, {}, &model::Unit::code));
}

TEST(EmbeddedReference, CountsEveryPersonOnceAtEveryLevel) {
    std::int64_t communes = 0;
    std::vector<std::int64_t> byDepartement(embedded().departements.size(), 0);
    for (const model::Commune& one : embedded().communes) communes += one.population.value;
    std::int64_t points = 0;
    for (const model::PopulationPoint& point : embedded().people) {
        points += point.people;
        byDepartement.at(static_cast<std::size_t>(point.departement)) += point.people;
    }
    EXPECT_EQ(communes, 68'350'798);
    EXPECT_EQ(points, communes);
    std::vector<std::int64_t> byRegion(embedded().regions.size(), 0);
    for (std::size_t i = 0; i < byDepartement.size(); ++i) {
        const model::Unit& departement = embedded().departements[i];
        EXPECT_EQ(byDepartement[i], departement.population.value) << departement.name;
        byRegion.at(static_cast<std::size_t>(departement.parent)) += byDepartement[i];
    }
    for (std::size_t i = 0; i < byRegion.size(); ++i) EXPECT_EQ(byRegion[i], embedded().regions[i].population.value);
}

TEST(EmbeddedReference, DrawsEveryDepartementAndRegion) {
    for (const model::Unit& unit : embedded().departements) EXPECT_EQ(geometry::invalidity(unit.shape), std::nullopt) << unit.name;
    for (const model::Unit& unit : embedded().departements) EXPECT_FALSE(unit.shape.empty()) << unit.name;
    for (const model::Unit& unit : embedded().regions) EXPECT_FALSE(unit.shape.empty()) << unit.name;
    const model::Unit& hautRhin = embedded().departements.at(static_cast<std::size_t>(model::indexOf(embedded().departements, "68")));
    EXPECT_EQ(hautRhin.name, "Haut-Rhin");
    EXPECT_TRUE(geometry::contains(hautRhin.shape, {7.36, 48.08}));  // Colmar
}

TEST(EmbeddedReference, PlacesThreePeopleInFourAtTheirCommune) {
    std::size_t placed = 0;
    std::int64_t people = 0;
    for (const model::Commune& one : embedded().communes) {
        const bool overseas = one.code.starts_with("97");
        EXPECT_TRUE(overseas ? one.uncertainty > model::kilometres(5) : one.uncertainty == model::kilometres(5)) << one.code;
        if (!one.point) continue;
        ++placed;
        people += one.population.value;
        const model::Unit& departement = embedded().departements[static_cast<std::size_t>(one.departement)];
        const geometry::Box box = geometry::boxOf(departement.shape);
        EXPECT_TRUE(box.minX - 0.1 < one.point->lon && one.point->lon < box.maxX + 0.1 && box.minY - 0.1 < one.point->lat &&
                    one.point->lat < box.maxY + 0.1)
            << one.code << ' ' << one.name;
    }
    EXPECT_GT(placed, 8'500U);
    EXPECT_GT(people, 51'000'000);
}

TEST(EmbeddedReference, KnowsWhereTheDemonstrationsTakePlace) {
    // The communes GeoNames has no place or a wrong place for, and the largest of each kind.
    for (const char* code : {"75056", "39073", "09257", "42218", "97407", "69123", "13055", "40271"})
        EXPECT_TRUE(commune(code).point) << code;
}

TEST(EmbeddedReference, CarriesCodesThatPeopleStillWrite) {
    EXPECT_THAT(commune("75056").formerCodes, Contains("75118"));
    EXPECT_THAT(commune("75056").postcodes, Contains("75018"));
    EXPECT_THAT(commune("49126").formerCodes, Contains("49069"));  // Orée d'Anjou changed its seat
    EXPECT_THAT(commune("55386").formerCodes, Contains("55273"));  // a commune associée of today wins over a past one
    std::set<std::string> seen;
    for (const FormerCode& code : embeddedFormerCodes(folder)) {
        EXPECT_TRUE(seen.insert(code.former).second) << code.former << " is carried twice";
        EXPECT_EQ(model::indexOf(embedded().communes, code.former), model::nowhere) << code.former << " still exists";
    }
}

TEST(EmbeddedReference, GivesAnEpciTheRegionOfMostOfItsPeople) {
    const auto parent = [](const char* code) {
        const model::Unit& epci = embedded().epcis.at(static_cast<std::size_t>(model::indexOf(embedded().epcis, code)));
        return embedded().regions.at(static_cast<std::size_t>(epci.parent)).name;
    };
    EXPECT_EQ(parent("244200770"), "Auvergne-Rhône-Alpes");
    EXPECT_EQ(commune("29155").epci, model::nowhere);  // Ouessant has none
}

TEST(EmbeddedReference, TakesNoMoreThanFourMegabytes) {
    std::uintmax_t size = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) size += entry.file_size();
    EXPECT_LE(size, 4'000'000U);
}

TEST(EmbeddedReference, NamesWhoMadeIt) {
    EXPECT_THAT(embedded().attributions, ElementsAre(HasSubstr("Etalab"), HasSubstr("CC BY 4.0"), HasSubstr("Natural Earth")));
}

TEST(CodesIn, SplitsAtSpacesCommasAndBars) {
    EXPECT_THAT(codesIn("42130, 42131|42132 42133"), ElementsAre("42130", "42131", "42132", "42133"));
    EXPECT_TRUE(codesIn(" ").empty());
}

}  // namespace
}  // namespace raquette::ingest
