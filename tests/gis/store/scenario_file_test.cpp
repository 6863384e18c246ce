#include "gis/store/scenario_file.h"
#include "gis/model/error.h"
#include "tests/gis/store/sql.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

namespace raquette::store {
namespace {

using test::query;
using testing::ElementsAre;

ScenarioReport report() {
    ScenarioReport report{"Deux lieux", "lieux", {{"+1", "opened", "", {4.4, 45.4}}, {"fil", "closed", "Le Fil", {4.39, 45.43}}}, {}};
    report.answer.coveredBefore = {6000};
    report.answer.coveredAfter = {9000};
    report.answer.gained = {4000};
    report.answer.lost = {1000};
    analysis::HoleLeft closed;
    closed.id = "lieux:42001";
    closed.name = "Ouestville";
    closed.rank = 1;
    closed.before = {3000};
    closed.parts = 0;
    analysis::HoleLeft smaller = closed;
    smaller.id = "lieux:42002";
    smaller.after = {500};
    smaller.parts = 1;
    report.answer.holes = {closed, smaller};
    analysis::HoleOpened opened;
    opened.name = "Estville";
    opened.population = {1000};
    opened.area = {2e6};
    report.answer.opened = {opened};
    return report;
}

TEST(ScenarioFile, HoldsPlacesHolesAndPeople) {
    const TemporaryFolder folder;
    const auto file = folder / "scenario.gpkg";
    writeScenario(test::tinyWorld(), report(), file);
    EXPECT_THAT(query(file, "SELECT id || ' ' || change || ' ' || ifnull(name, '-') FROM scenario_places"),
                ElementsAre("+1 opened -", "fil closed Le Fil"));
    EXPECT_THAT(query(file, "SELECT name || ' ' || change || ' ' || population_before || ' ' || population_after FROM scenario_holes"),
                ElementsAre("Ouestville closed 3000 0", "Ouestville smaller 3000 500", "Estville opened 0 1000"));
    EXPECT_THAT(query(file, "SELECT covered_before + gained - lost - covered_after FROM scenario_people"), ElementsAre("0"));
}

TEST(ScenarioFile, IsOneGeoPackageOrWorkbookAndNeverReplacesAStore) {
    const TemporaryFolder folder;
    writeScenario(test::tinyWorld(), report(), folder / "scenario.xlsx");
    EXPECT_TRUE(bytesOf(folder / "scenario.xlsx").starts_with("PK"));
    EXPECT_THROW(writeScenario(test::tinyWorld(), report(), folder / "scenario.csv"), model::Error);
    writeStore(test::tinyWorld(), folder / "monde.gpkg");
    EXPECT_THROW(writeScenario(test::tinyWorld(), report(), folder / "monde.gpkg"), model::Error);
}

}  // namespace
}  // namespace raquette::store
