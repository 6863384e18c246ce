#include "viewer/map/layer.h"

#include "gis/model/error.h"
#include "tests/viewer/world.h"

namespace raquette::viewer {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Layer, NamesReadAndWriteTheSame) {
    const model::Study study = test::twoSquares().study;
    for (const char* name :
         {"gaps:lieux", "coverage:lieux", "venues", "actors", "records", "contracts", "links", "territories:region",
          "indicators:lieux:covered_share:departement", "indicators:lieux:nearest_km:commune", "indicators:lieux:accessibility:epci",
          "indicators:lieux:opportunities:region", "counts:lieux:uncovered_population:epci", "counts:lieux:providers:departement"}) {
        EXPECT_EQ(text(parseLayer(name, study)), name);
    }
}

TEST(Layer, UnknownNamesAreRefusedWithThoseThereAre) {
    const model::Study study = test::twoSquares().study;
    const auto parsing = [&](const char* name) { return [&study, name] { parseLayer(name, study); }; };
    EXPECT_THAT(parsing("trous"), ThrowsMessage<model::Error>(HasSubstr("gaps:SERVICE")));
    EXPECT_THAT(parsing("gaps:lieu"), ThrowsMessage<model::Error>(HasSubstr("It has: lieux")));
    EXPECT_THAT(parsing("gaps"), ThrowsMessage<model::Error>(HasSubstr("gaps:SERVICE")));
    EXPECT_THAT(parsing("territories:canton"), ThrowsMessage<model::Error>(HasSubstr("commune, epci, departement")));
    EXPECT_THAT(parsing("indicators:lieux:covered_share"), ThrowsMessage<model::Error>(HasSubstr("indicators:SERVICE:COLUMN:LEVEL")));
    EXPECT_THAT(parsing(""), ThrowsMessage<model::Error>(HasSubstr("There are")));
}

TEST(Layer, ABasketIsOfSeveralServices) {
    model::Study study = test::twoSquares().study;
    EXPECT_THAT([&] { parseLayer("baskets:epci", study); }, ThrowsMessage<model::Error>(HasSubstr("the study has one")));
    study.services.push_back(study.services.front());
    EXPECT_EQ(text(parseLayer("baskets:epci", study)), "baskets:epci");
    EXPECT_THAT([&] { parseLayer("baskets:study", study); }, ThrowsMessage<model::Error>(HasSubstr("no level to draw")));
}

TEST(Layer, RecordsLinksAndContractsLieOverAnyOther) {
    const model::Study study = test::twoSquares().study;
    EXPECT_EQ(text(parseLayer("gaps:lieux + contracts+links", study)), "gaps:lieux+contracts+links");
    EXPECT_EQ(text(parseLayer("links+links+records", study)), "links+records") << "nothing lies over itself";
    EXPECT_THAT([&] { parseLayer("venues+gaps:lieux", study); }, ThrowsMessage<model::Error>(HasSubstr("cannot lie over another")));
    EXPECT_THAT([&] { parseLayer("gaps:lieux+", study); }, ThrowsMessage<model::Error>(HasSubstr("There are")));
}

TEST(Layer, MinutesAreOfServicesThatReachByTime) {
    const model::Study timed = test::timed().study;
    EXPECT_EQ(text(parseLayer("indicators:lieux:nearest_min:departement", timed)), "indicators:lieux:nearest_min:departement");
    EXPECT_EQ(text(parseLayer("indicators:lieux:nearest_km:departement", timed)), "indicators:lieux:nearest_km:departement");
    const model::Study byDistance = test::twoSquares().study;
    EXPECT_THAT([&] { parseLayer("indicators:lieux:nearest_min:departement", byDistance); },
                ThrowsMessage<model::Error>(AllOf(HasSubstr("is 30 km"), HasSubstr("Draw nearest_km"), HasSubstr("reach = \"30 min\""))));
    EXPECT_THAT([&] { parseLayer("counts:lieux:nearest_min:departement", timed); },
                ThrowsMessage<model::Error>(HasSubstr("no number to draw as circles")));
}

TEST(Layer, ACountNeverColoursAnArea) {
    const model::Study study = test::twoSquares().study;
    for (const char* column : {"population", "covered_population", "providers"}) {
        const std::string name = std::string("indicators:lieux:") + column + ":departement";
        EXPECT_THAT([&] { parseLayer(name, study); }, ThrowsMessage<model::Error>(HasSubstr("a count never colours an area"))) << column;
    }
}

}  // namespace raquette::viewer
