#include "gis/store/store.h"
#include "tests/gis/store/sql.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

namespace raquette::store {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The tiny world with something in every table of functions and links.
StudyState withFiliere() {
    StudyState state = test::tinyWorld();
    analysis::Filiere& filiere = state.analysis.filiere;
    filiere.territories = {{}, {model::Level::Departement, "01"}};
    filiere.surveyed = {model::SurveyState::Partly, model::SurveyState::Yes};
    filiere.functions = {"diffusion", "festival"};
    filiere.presences = {{0, 0, 3, 1, 1, 2, {}, {}, {}}, {1, 1, 0, 0, 0, 0, model::kilometres(12.5), "fil", test::hostileName}};
    filiere.baskets = {{{}, {1500}, {false}, {700}, {800}, 0, 1}};  // in the order of the indicators: the study first
    filiere.types = {{{true}, {0, 0, 1, 0, 0, 0}, {1000}}};
    analysis::Cooperation& found = state.analysis.cooperation;
    found.territories = filiere.territories;
    found.links = {{1, {1, 2, 3, 4}, 5, 3, 2, 6, 7, 8, {{{model::Level::Departement, "02"}, 3}}}};
    found.isolation = {{"fil", "Le Fil", "01001", true, model::Metres{1500}, "limace", "LIMACE", {}, "", "", 2, 1, 0, 1}};
    found.groups = {{"fil", 1, {"fil", "limace"}, {"Le Fil", "LIMACE"}, {0, 0, 0, 1}, 1, 0, 1}};
    found.bridges = {{true, "l1", "LIMACE | Le Fil", 1, 2, 1}};
    found.complementarities = {{{"fil", "limace"}, {"Le Fil", "LIMACE"}, {"diffusion", "festival"}, {"01001", ""}, {1500}, {50}, true}};
    return state;
}

TEST(FiliereTables, SayWhatWasFound) {
    const TemporaryFolder folder;
    const auto lines = [&](const std::string& layer) {
        exportLayers(withFiliere(), "csv", folder / (layer + ".csv"), {layer});
        return bytesOf(folder / (layer + ".csv"));
    };
    EXPECT_THAT(lines("functions"), HasSubstr("study,study,diffusion,3,1,1,1,2,,,,partly"));
    EXPECT_THAT(lines("functions"), HasSubstr("dep:01,departement,festival,0,0,0,0,0,12.5,fil,"));
    EXPECT_THAT(lines("baskets"), HasSubstr("study,study,1500,0,,lieux,lieux 0.467,700,800,1,1"));
    EXPECT_THAT(lines("basket_types"), HasSubstr("1,tous\u00a0: Lieu de musiques actuelles,all: Music venue,lieux,,0,0,1,0,0,1000"));
    EXPECT_THAT(lines("cooperation"), HasSubstr("dep:01,departement,10,5,3,2,2,3,4,1,6,7,8,dep:02 (3)"));
    EXPECT_THAT(lines("isolation"), HasSubstr("fil,Le Fil,venue,01001,1.5,limace,LIMACE,,,,2,1,0,1"));
    EXPECT_THAT(lines("cooperation_groups"), HasSubstr("1,fil,2,fil | limace,Le Fil | LIMACE,1,0,0,1,0,1,0,1"));
    EXPECT_THAT(lines("bridges"), HasSubstr("link,l1,LIMACE | Le Fil,1,2,1"));
    EXPECT_THAT(lines("complementarities"), HasSubstr("fil,Le Fil,01001,diffusion,limace,LIMACE,,festival,1.5,50,1"));
}

TEST(FiliereTables, AreReadBackForCardsAndPages) {
    const TemporaryFolder folder;
    StudyState before = withFiliere();
    before.analysis.funding.contracts = {
        {"c1", "Contrat", "filière", model::InForce::Surely, model::Inhabitants{1500}, model::Euros{3000}, 2025, 2.0, true},
        {"c2", "Sans montant", "", model::InForce::Ended, {}, {}, {}, {}, false}};
    before.analysis.funding.territories = {{{model::Level::Departement, "01"}, "", {1000}, 2, 1, {900}, 1, model::Euros{2000}, 2.0, 3}};
    analysis::Timeline& timeline = before.analysis.services.front().timeline;
    timeline.days = {{*model::parseDay("2025-01-01"), 3, 1, 0}};
    timeline.rows = {{*model::parseDay("2025-01-01"), {model::Level::Departement, "01"}, {1000}, {600}}};
    writeStore(before, folder / "petit.gpkg");
    const analysis::Analysis after = readStore(folder / "petit.gpkg").analysis;
    EXPECT_EQ(after.cooperation.complementarities, before.analysis.cooperation.complementarities);
    EXPECT_EQ(after.funding.contracts, before.analysis.funding.contracts);
    EXPECT_EQ(after.funding.territories, before.analysis.funding.territories);
    EXPECT_EQ(after.services.front().timeline.rows, timeline.rows);
    EXPECT_EQ(after.services.front().timeline.days, timeline.days);
    EXPECT_EQ(after.filiere.territories, before.analysis.filiere.territories);
    EXPECT_EQ(after.filiere.surveyed, before.analysis.filiere.surveyed);
    EXPECT_EQ(after.filiere.baskets, before.analysis.filiere.baskets);
    ASSERT_EQ(after.filiere.presences.size(), before.analysis.filiere.presences.size());
    for (std::size_t i = 0; i < after.filiere.presences.size(); ++i) {
        const analysis::FunctionPresence& is = after.filiere.presences[i];
        const analysis::FunctionPresence& was = before.analysis.filiere.presences[i];
        EXPECT_EQ(after.filiere.functions[is.function], before.analysis.filiere.functions[was.function]);
        EXPECT_EQ(is.structures, was.structures);
        EXPECT_EQ(is.members, was.members);
        EXPECT_EQ(is.nearest, was.nearest);
        EXPECT_EQ(is.nearestName, was.nearestName);
    }
}

TEST(FiliereTables, AreInTheStoreWithNothingPrivate) {
    const TemporaryFolder folder;
    writeStore(withFiliere(), folder / "petit.gpkg");
    for (const char* table :
         {"functions", "baskets", "basket_types", "cooperation", "isolation", "cooperation_groups", "bridges", "complementarities"}) {
        EXPECT_NE(test::query(folder / "petit.gpkg", std::string("SELECT count(*) FROM ") + table), std::vector<std::string>{"0"}) << table;
    }
    exportLayers(withFiliere(), "csv", folder / "csv", {});
    for (const char* name : {"functions", "isolation", "cooperation_groups", "bridges", "complementarities", "cooperation"}) {
        EXPECT_THAT(bytesOf(folder / "csv" / (std::string(name) + ".csv")), Not(HasSubstr(test::privateContact))) << name;
    }
}

}  // namespace
}  // namespace raquette::store
