#include "viewer/search/place_search.h"
#include "tests/viewer/world.h"
#include "viewer/search/search_box.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>

namespace raquette::viewer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

store::StudyState world() {
    store::StudyState state = test::twoSquares();
    const auto add = [&](const char* code, const char* name, std::int64_t people) {
        state.reference.communes.push_back({code, name, {people}, 0, model::nowhere, {}, {}, geometry::LonLat{3.2, 46.2}, {5000}, {}});
    };
    add("42218", "Saint-Étienne", 171000);
    add("42330", "Saint-Étienne-le-Molard", 900);
    add("42186", "Rive-de-Gier", 15000);
    add("42187", "Roanne", 35000);
    return state;
}

std::vector<std::string> found(const char* typed, std::size_t most = 10) {
    static const PlaceSearch search(world());
    std::vector<std::string> names;
    for (const NamedPlace& place : search.find(typed, most)) names.push_back(place.name);
    return names;
}

TEST(PlaceSearch, ForgivesAccentsCapitalsAndSigns) {
    EXPECT_THAT(found("SAINT ETIENNE", 1), ElementsAre("Saint-Étienne"));
    EXPECT_THAT(found("saint-etienne le mo"), ElementsAre("Saint-Étienne-le-Molard"));
}

TEST(PlaceSearch, FindsByAnyWordBegun) {
    EXPECT_THAT(found("gier"), ElementsAre("Rive-de-Gier"));
    EXPECT_THAT(found("mol eti"), ElementsAre("Saint-Étienne-le-Molard"));
}

TEST(PlaceSearch, OfTwoThatFitAsWellTheLargerComesFirst) {
    EXPECT_THAT(found("saint"), ElementsAre("Saint-Étienne", "Saint-Étienne-le-Molard"));
    EXPECT_THAT(found("saint", 1), ElementsAre("Saint-Étienne"));
}

TEST(PlaceSearch, ForgivesTypingErrorsOnlyWhereNothingFits) {
    EXPECT_THAT(found("roane"), ElementsAre("Roanne"));
    EXPECT_THAT(found("ouestvlile"), ElementsAre("Ouestville"));
    EXPECT_THAT(found("xyzzyx"), IsEmpty());
}

TEST(PlaceSearch, KnowsTerritoriesAndVenues) {
    EXPECT_THAT(found("puy de"), ElementsAre("Puy-de-Dôme"));
    EXPECT_THAT(found("le fil"), ElementsAre("Le Fil"));
}

TEST(PlaceSearch, FindsNothingForNothing) {
    EXPECT_THAT(found(""), IsEmpty());
    EXPECT_THAT(found(" - "), IsEmpty());
}

TEST(SearchBox, ListsWhatFitsTheLastTextTyped) {
    SearchBox box;
    box.setPlaces(std::make_shared<const PlaceSearch>(world()));
    for (const char* typed : {"r", "ri", "roann"}) emit box.textEdited(QString::fromLatin1(typed));
    while (box.isBusy()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    ASSERT_EQ(box.listed().size(), 1);
    EXPECT_TRUE(box.listed().front().startsWith(QStringLiteral("Roanne"))) << box.listed().front().toStdString();
    emit box.textEdited(QString());
    while (box.isBusy()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    EXPECT_TRUE(box.listed().isEmpty());
}

}  // namespace
}  // namespace raquette::viewer
