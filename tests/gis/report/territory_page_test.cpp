#include "gis/report/territory_page.h"

#include "gis/model/error.h"
#include "tests/gis/report/page_parts.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

#include <nlohmann/json.hpp>

namespace raquette::report {
namespace {

using model::Language;
using model::Level;
using model::TerritoryId;
using testing::HasSubstr;
using testing::Not;

const TerritoryId ain{Level::Departement, "01"};

store::StudyState world() {
    store::StudyState state = store::test::tinyWorld();
    state.analysis.services[0].gaps[0].departements = {"02"};
    state.analysis.services[0].gaps[1].departements = {"01"};
    return state;
}

TEST(TerritoryPage, SaysWhatIsThereAndWhatIsMissingInBothLanguages) {
    const std::string french = htmlTerritoryPage(world(), ain, 0, Language::French);
    EXPECT_THAT(french, HasSubstr("<html lang=\"fr\">"));
    EXPECT_THAT(french, HasSubstr("<h1>Ain\u00a0: ce qui est là et ce qui manque, d’après la liste «\u00a0Pôle\u00a0»</h1>"));
    EXPECT_THAT(french, HasSubstr("<strong>300</strong> habitants non couverts"));
    for (const char* heading : {"Ce qui est là", "Ce qui manque", "Contrats", "Qui appeler", "Qui dessert ce territoire", "À côté",
                                "Les zones non couvertes", "Jusqu’où nos listes sont complètes", "Méthode et sources"})
        EXPECT_THAT(french, HasSubstr(std::string("<h2>") + heading)) << heading;
    EXPECT_THAT(htmlTerritoryPage(world(), ain, 0, Language::English), HasSubstr("<h1>Ain: what is there and what is missing"));
}

TEST(TerritoryPage, TellsOfItsOwnHolesOnly) {
    const std::string page = htmlTerritoryPage(world(), ain, 0, Language::French);
    EXPECT_THAT(page, HasSubstr("id=\"hole-lieux-2\""));
    EXPECT_THAT(page, Not(HasSubstr("id=\"hole-lieux-1\"")));
}

TEST(TerritoryPage, ComparesItWithItsNeighbours) {
    const std::string page = htmlTerritoryPage(world(), ain, 0, Language::French);
    EXPECT_THAT(page, HasSubstr("<tr role=\"row\" class=\"own-row\"><th role=\"rowheader\" scope=\"row\">Ain</th>"));
    EXPECT_THAT(page, HasSubstr("<th role=\"rowheader\" scope=\"row\">L’Autre</th>"));
}

TEST(TerritoryPage, SaysWhoServesIt) {
    const std::string page = htmlTerritoryPage(world(), ain, 0, Language::French);
    EXPECT_THAT(page, HasSubstr("data-service=\"0\" data-provider=\"fil\"><th role=\"rowheader\" scope=\"row\">Le Fil</th>"));
    EXPECT_THAT(htmlTerritoryPage(world(), {Level::Departement, "02"}, 0, Language::French),
                HasSubstr("Aucun lieu de notre liste ne dessert ce territoire."));
}

TEST(TerritoryPage, EscapesNamesAndKeepsWhatIsPrivate) {
    store::StudyState state = world();
    const std::string evil = store::test::hostileName;
    state.reference.departements[0].name = state.reference.departements[1].name = evil;
    state.dataset.contracts[0].title = state.dataset.sources[0].contributor = evil;
    const std::string page = htmlTerritoryPage(state, ain, 0, Language::French);
    EXPECT_EQ(page.find("<script>alert"), std::string::npos);
    EXPECT_THAT(test::markup(page), Not(HasSubstr("&\"'")));
    EXPECT_TRUE(nlohmann::json::accept(test::island(page, "map-data")) || test::island(page, "map-data").empty());
    for (const std::string& secret : {store::test::privateMail, store::test::privatePhone, store::test::privateContact})
        EXPECT_THAT(page, Not(HasSubstr(secret)));
}

TEST(TerritoryPage, StandsForEveryLevelAndWithoutAService) {
    for (const TerritoryId& territory :
         {TerritoryId{Level::Commune, "01001"}, TerritoryId{Level::Epci, "200000001"}, ain, TerritoryId{Level::Region, "84"}})
        EXPECT_THAT(htmlTerritoryPage(world(), territory, 0, Language::French), HasSubstr("<div class=\"maps\"")) << territory.text();
    store::StudyState nothing = world();
    nothing.analysis.services.clear();
    EXPECT_THAT(htmlTerritoryPage(nothing, ain, std::nullopt, Language::French), Not(HasSubstr("<div class=\"maps\"")));
}

TEST(TerritoryPage, RefusesATerritoryThatTheReferenceDoesNotKnow) {
    const TemporaryFolder folder;
    EXPECT_THROW(writeHtmlTerritoryPage(world(), {Level::Departement, "99"}, 0, Language::French, folder / "page.html"), model::Error);
    EXPECT_TRUE(folder.names().empty());
}

}  // namespace
}  // namespace raquette::report
