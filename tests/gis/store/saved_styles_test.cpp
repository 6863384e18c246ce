#include "gis/store/saved_styles.h"

#include "gis/model/error.h"
#include "tests/gis/store/sql.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

#include <fstream>

namespace raquette::store {
namespace {

using test::query;
using test::tinyWorld;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SavedStylesTest : public testing::Test {
protected:
    SavedStylesTest() { writeStore(tinyWorld(), store_); }

    std::vector<std::string> styles(const std::string& layer) const {
        return query(store_, "SELECT styleName || ' ' || useAsDefault FROM layer_styles WHERE f_table_name = '" + layer + "' ORDER BY id");
    }
    std::string shown(const std::string& layer) const {
        return query(store_, "SELECT styleQML FROM layer_styles WHERE useAsDefault = 1 AND f_table_name = '" + layer + "'").at(0);
    }
    /// As QGIS does when somebody saves a style in the store.
    void saveInQgis(const std::string& layer, const std::string& qml) const {
        const test::OpenDatabase database(store_);
        database.run("UPDATE layer_styles SET useAsDefault = 0 WHERE f_table_name = '" + layer + "'");
        std::string quoted;
        for (const char c : qml) quoted += c == '\'' ? std::string("''") : std::string(1, c);
        database.run(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
            "useAsDefault, description) VALUES ('', '', '" +
            layer + "', 'geom', 'à nous', '" + quoted + "', 1, 'mardi')");
    }

    TemporaryFolder folder_;
    std::filesystem::path store_ = folder_ / "monde.gpkg";
    const FigureStyle distances_{"nearest_km", {7.5, 12}, "warm"};
    const FigureStyle shares_{"covered_share", {1.0 / 3, 2.0 / 3}, "sequential"};
};

bool operator==(const FigureStyle& a, const FigureStyle& b) {
    return a.column == b.column && a.bounds == b.bounds && a.ramp == b.ramp;
}

TEST_F(SavedStylesTest, AStoreHasItsFiguresAsLayersWithOutlines) {
    EXPECT_THAT(query(store_, "SELECT table_name FROM gpkg_geometry_columns WHERE table_name LIKE 'indicators%' ORDER BY 1"),
                testing::Contains("indicators_departement"));
    EXPECT_EQ(query(store_, "SELECT count(*) FROM indicators_departement WHERE geom IS NOT NULL AND name IS NOT NULL"),
              query(store_, "SELECT count(*) FROM indicators WHERE level = 'departement'"));
    EXPECT_THAT(shown("indicators_departement"), HasSubstr("covered_share"));
}

TEST_F(SavedStylesTest, WhatWasChosenComesBackToTheLastDigit) {
    EXPECT_TRUE(savedStyles(store_).empty()) << "the tool's own are no choice";
    saveStyles(store_, {{distances_, shares_}, {}, {{"gaps", 0.4}, {"indicators", 0.7}}});
    const SavedStyles back = savedStyles(store_);
    ASSERT_EQ(back.figures.size(), 2U);
    EXPECT_TRUE(back.figures[0] == distances_);
    EXPECT_TRUE(back.figures[1] == shares_);
    EXPECT_EQ(back.opacity, (std::map<std::string, double>{{"gaps", 0.4}, {"indicators", 0.7}}));
    EXPECT_THAT(styles("indicators_departement"), ElementsAre("Raquette: nearest_km 0", "Raquette: covered_share 1"));
    EXPECT_THAT(shown("gaps"), HasSubstr("<layerOpacity>0.40</layerOpacity>"));
    EXPECT_THAT(shown("coverage"), HasSubstr("<layerOpacity>1</layerOpacity>"));
    saveStyles(store_, {});
    EXPECT_TRUE(savedStyles(store_).empty());
    EXPECT_THAT(styles("indicators_departement"), ElementsAre("Raquette 1"));
    EXPECT_THAT(styles("gaps"), ElementsAre("Raquette 1"));
}

TEST_F(SavedStylesTest, NothingButStylesIsWritten) {
    const auto rest = [&] { return query(store_, "SELECT table_name || last_change FROM gpkg_contents ORDER BY 1"); };
    const auto before = rest();
    saveStyles(store_, {{shares_}, {}, {}});
    EXPECT_EQ(rest(), before);
    EXPECT_NO_THROW(readStore(store_));
    EXPECT_THAT(folder_.names(), ElementsAre("monde.gpkg"));
}

TEST_F(SavedStylesTest, AnotherRunKeepsWhatWasChosenHereAndInQgis) {
    saveInQgis("gaps", "<qgis><layerOpacity>0.5</layerOpacity></qgis>");
    saveStyles(store_, {{shares_}, {}, {{"links", 0.2}}});
    EXPECT_THAT(styles("gaps"), ElementsAre("à nous 1", "Raquette 0")) << "QGIS goes on showing what was saved there";
    writeStore(tinyWorld(), store_);
    const SavedStyles back = savedStyles(store_);
    ASSERT_EQ(back.figures.size(), 1U);
    EXPECT_TRUE(back.figures[0] == shares_);
    EXPECT_EQ(back.opacity, (std::map<std::string, double>{{"gaps", 0.5}, {"links", 0.2}}));
    EXPECT_THAT(styles("indicators_departement"), ElementsAre("Raquette: covered_share 1"));
    EXPECT_THAT(styles("gaps"), testing::UnorderedElementsAre("à nous 1", "Raquette 0"));
    EXPECT_THAT(styles("venues"), ElementsAre("Raquette 1"));
}

TEST_F(SavedStylesTest, ClassesMadeInQgisAreRead) {
    saveInQgis("indicators_departement",
               "<qgis><renderer-v2 type=\"graduatedSymbol\" attr=\"nearest_km\"><ranges>"
               "<range symbol=\"1\" lower=\"10\" upper=\"90\"/><range symbol=\"0\" lower=\"0\" upper=\"10\"/></ranges>"
               "<symbols><symbol name=\"0\"><layer><prop k=\"color\" v=\"1,2,3,255\"/></layer></symbol></symbols></renderer-v2></qgis>");
    const SavedStyles read = savedStyles(store_);
    ASSERT_EQ(read.figures.size(), 1U);
    EXPECT_TRUE((read.figures[0] == FigureStyle{"nearest_km", {10}, "sequential"})) << "colours that are not ours are the usual ones";
    for (const char* none : {"<qgis><renderer-v2 type=\"singleSymbol\"/></qgis>", "no style", "",
                             "<qgis><renderer-v2 type=\"graduatedSymbol\" attr=\"x\"><ranges><range lower=\"1\" upper=\"nan\"/><range "
                             "lower=\"1\" upper=\"nan\"/><range lower=\"1\" upper=\"2\"/></ranges></renderer-v2></qgis>"}) {
        saveInQgis("indicators_departement", none);
        EXPECT_THAT(savedStyles(store_).figures, IsEmpty()) << none;
    }
}

TEST_F(SavedStylesTest, OfSeveralServicesOneShows) {
    StudyState several = tinyWorld();
    several.study.services.push_back(several.study.services.front());
    several.analysis.services.push_back(several.analysis.services.front());
    several.study.services.back().id = several.analysis.services.back().service.id = "studios";
    writeStore(several, store_);
    saveStyles(store_, {{distances_}, "studios", {}});
    EXPECT_THAT(shown("indicators_departement"), HasSubstr("attr=\"if(&quot;service&quot; = 'studios', &quot;nearest_km&quot;, NULL)\""));
    ASSERT_EQ(savedStyles(store_).figures.size(), 1U);
    EXPECT_TRUE(savedStyles(store_).figures[0] == distances_);
}

TEST_F(SavedStylesTest, WhatCannotBeWrittenIsSaidAndTheStoreIsAsItWas) {
    EXPECT_THROW(saveStyles(folder_ / "none.gpkg", {}), model::Error);
    EXPECT_TRUE(savedStyles(folder_ / "none.gpkg").empty());
    std::ofstream(folder_ / "text.gpkg") << "no store";
    EXPECT_THROW(saveStyles(folder_ / "text.gpkg", {}), model::Error);
    EXPECT_TRUE(savedStyles(folder_ / "text.gpkg").empty());
    const test::OpenDatabase other(store_);
    other.run("BEGIN EXCLUSIVE");
    EXPECT_THROW(saveStyles(store_, {{shares_}, {}, {}}), model::Error);
    other.run("COMMIT");
    EXPECT_THAT(styles("indicators_departement"), ElementsAre("Raquette 1"));
    EXPECT_NO_THROW(saveStyles(store_, {{shares_}, {}, {}}));
}

}  // namespace
}  // namespace raquette::store
