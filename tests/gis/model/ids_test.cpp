#include "gis/model/ids.h"

namespace raquette::model {
namespace {

TEST(TerritoryId, ReadsWhatPeopleWriteAndWritesItBack) {
    for (const char* text : {"commune:42218", "epci:244200770", "dep:2A", "reg:84", "area:sud-loire", "study"}) {
        const auto id = TerritoryId::parse(text);
        ASSERT_TRUE(id) << text;
        EXPECT_EQ(id->text(), text);
    }
}

TEST(TerritoryId, RefusesWhatIsNoTerritory) {
    for (const char* text : {"", "42218", "commune:", "departement:42", "région:82", "Commune:42218"}) {
        EXPECT_FALSE(TerritoryId::parse(text)) << text;
    }
}

TEST(Level, NamesAreThoseOfTheStore) {
    EXPECT_EQ(name(Level::Departement), "departement");
    EXPECT_EQ(levelNamed("epci"), Level::Epci);
    EXPECT_FALSE(levelNamed("dep"));
}

}  // namespace
}  // namespace raquette::model
