#include "viewer/sheets/content.h"

#include "gis/model/error.h"
#include "tests/viewer/world.h"
#include "viewer/sheets/extent.h"

namespace raquette::viewer {
namespace {

using model::Language;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

SheetContent contentFor(const store::StudyState& state, const std::string& layer, Language language, const std::string& where = "") {
    const MapScene scene = makeScene(state, parseLayer(layer, state.study));
    return contentOf(state, scene, extentOf(state, scene, where), {4000, 1}, language);
}

std::string footText(const SheetContent& content) {
    std::string all;
    for (const std::string& paragraph : content.foot) all += paragraph + "\n";
    return all;
}

TEST(SheetContent, TheTitleIsTheFindingAndSaysWhoseListItIs) {
    const SheetContent french = contentFor(test::twoSquares(), "gaps:lieux", Language::French);
    EXPECT_EQ(french.title, "À plus de 30\u00a0km d’un lieu de musiques actuelles de notre liste");
    EXPECT_EQ(french.subtitle,
              "3\u202f000 personnes, 33\u202f% de la population étudiée. À 25\u00a0km\u00a0: 40\u202f%, à 35\u00a0km\u00a0: 30\u202f%.");
    EXPECT_EQ(french.listTitle, "La zone non couverte");
    ASSERT_EQ(french.rows.size(), 1U);
    EXPECT_EQ(french.rows[0].name, "Ouestville");
    const SheetContent english = contentFor(test::twoSquares(), "gaps:lieux", Language::English);
    EXPECT_EQ(english.title, "More than 30\u00a0km from a music venue on our list");
    EXPECT_EQ(contentFor(test::twoSquares(), "coverage:lieux", Language::French).title,
              "À moins de 30\u00a0km d’un lieu de musiques actuelles de notre liste");
}

TEST(SheetContent, ALabelThatNamesAListOrHasNoKnownGenderStillReads) {
    store::StudyState state = test::twoSquares();
    state.analysis.services[0].service.label = {"Lieu de la liste du réseau", "Venue of the network’s list"};
    EXPECT_EQ(contentFor(state, "gaps:lieux", Language::French).title, "À plus de 30\u00a0km d’un lieu de la liste du réseau");
    state.analysis.services[0].service.label = {"SMAC", "SMAC"};
    EXPECT_EQ(contentFor(state, "gaps:lieux", Language::French).title, "Sans SMAC de notre liste à moins de 30\u00a0km");
    state.analysis.services[0].service.reach = model::Level::Departement;
    EXPECT_EQ(contentFor(state, "gaps:lieux", Language::French).title, "Sans SMAC de notre liste dans le même département");
}

TEST(SheetContent, NobodyLeftOutAndNobodyThereAreSaidOtherwise) {
    const SheetContent covered = contentFor(test::allCovered(), "gaps:lieux", Language::French);
    EXPECT_EQ(covered.title, "Tout le monde est à moins de 30\u00a0km d’un lieu de musiques actuelles de notre liste");
    EXPECT_EQ(covered.listTitle, "Aucune zone non couverte");
    EXPECT_TRUE(covered.rows.empty());
    const SheetContent none = contentFor(test::withoutProvider(), "gaps:lieux", Language::French);
    EXPECT_THAT(none.title, HasSubstr("Notre liste ne compte encore aucun"));
    EXPECT_THAT(none.subtitle, HasSubstr("100\u202f%"));
}

TEST(SheetContent, TheListStopsAtTwelveAndSaysSo) {
    const SheetContent content = contentFor(test::crowded(100), "gaps:lieux", Language::French);
    EXPECT_EQ(content.rows.size(), 12U);
    EXPECT_EQ(content.listTitle, "Les douze plus grandes zones non couvertes");
    EXPECT_EQ(contentFor(test::crowded(12), "gaps:lieux", Language::French).listTitle, "Les douze zones non couvertes");
}

TEST(SheetContent, TheFootAlwaysSaysSourcesMethodCompletenessDateAndProjection) {
    for (const char* layer : {"gaps:lieux", "coverage:lieux", "venues", "actors", "records", "links", "contracts",
                              "territories:departement", "indicators:lieux:covered_share:departement"}) {
        const std::string foot = footText(contentFor(test::twoSquares(), layer, Language::French));
        EXPECT_THAT(
            foot, AllOf(HasSubstr("Agence culturelle (2026-04-15, Licence Ouverte 2.0)"), HasSubstr("Essai (domaine public)"),
                        HasSubstr("Méthode"), HasSubstr("Complétude non précisée"), HasSubstr("1er janvier 2026"), HasSubstr("Lambert-93")))
            << layer;
    }
}

TEST(SheetContent, AccessibilitySaysWhatIsSharedAndSmallFiguresKeepTheirDecimals) {
    store::StudyState state = test::twoSquares();
    const auto ramp = [&] { return contentFor(state, "indicators:lieux:accessibility:departement", Language::French).legend.front(); };
    EXPECT_THAT(ramp().text, HasSubstr("Lieux et acteurs"));
    EXPECT_THAT(ramp().classes, Contains("0,1–0,3"));
    state.analysis.services[0].service.access.supply = model::Supply::Capacity;
    EXPECT_THAT(ramp().text, HasSubstr("Places"));
    EXPECT_THAT(ramp().classes, Contains("100–300"));
}

TEST(SheetContent, TheFootIsNeverEmptyEvenWithoutSources) {
    store::StudyState state = test::twoSquares();
    state.dataset.sources.clear();
    state.reference.attributions.clear();
    const SheetContent content = contentFor(state, "gaps:lieux", Language::English);
    EXPECT_THAT(footText(content), AllOf(HasSubstr("Sources: not stated"), HasSubstr("Completeness not stated")));
}

TEST(SheetContent, AnswersAndStatedCompletenessAreToldAtTheFoot) {
    store::StudyState state = test::twoSquares();
    state.analysis.completenessStated = true;
    state.dataset.sources[0].statesSurveyed = true;
    state.dataset.sources[0].asked = 141;
    state.dataset.sources[0].answered = 112;
    const std::string foot = footText(contentFor(state, "gaps:lieux", Language::French));
    EXPECT_THAT(foot, HasSubstr("112 réponses sur 141"));
    EXPECT_THAT(foot, Not(HasSubstr("non précisée")));
}

TEST(SheetContent, ManySourcesAreCountedNotDropped) {
    store::StudyState state = test::twoSquares();
    for (int i = 0; i < 30; ++i) {
        model::SourceSummary source;
        source.contributor = "Réseau " + std::to_string(i);
        state.dataset.sources.push_back(source);
    }
    EXPECT_THAT(footText(contentFor(state, "gaps:lieux", Language::French)), HasSubstr("et 25 autres listes"));
}

TEST(SheetContent, ATerritoryHasItsOwnFigures) {
    const SheetContent content = contentFor(test::twoSquares(), "gaps:lieux", Language::French, "dep:63");
    EXPECT_EQ(content.subtitle, "Puy-de-Dôme\u00a0: 3\u202f000 personnes, 100\u202f% de la population étudiée.");
    EXPECT_THAT(contentFor(test::twoSquares(), "gaps:lieux", Language::French, "reg:84").subtitle, HasSubstr("33\u202f%"))
        << "no indicator: counted";
}

TEST(SheetContent, PrivateFieldsAreNeverSaid) {
    for (const char* layer : {"gaps:lieux", "venues"}) {
        const SheetContent content = contentFor(test::twoSquares(), layer, Language::French);
        std::string all = footText(content) + content.title + content.subtitle;
        for (const ListRow& row : content.rows) all += row.name + row.figure;
        EXPECT_THAT(all, Not(HasSubstr("secret@"))) << layer;
    }
}

TEST(SheetContent, NotSurveyedAndPossibleAreInTheLegendOnlyWhereThereIsSome) {
    const auto has = [](const SheetContent& content, Sign sign) {
        return std::any_of(content.legend.begin(), content.legend.end(), [&](const LegendEntry& entry) { return entry.sign == sign; });
    };
    store::StudyState state = test::twoSquares();
    EXPECT_FALSE(has(contentFor(state, "gaps:lieux", Language::French), Sign::NotSurveyed));
    EXPECT_FALSE(has(contentFor(state, "gaps:lieux", Language::French), Sign::Possible));
    state.analysis.services[0].gaps[0].cause = analysis::Cause::NotSurveyed;
    state.analysis.services[0].coverages[2].shape = test::square(2.8, 46, 4, 47);
    EXPECT_TRUE(has(contentFor(state, "gaps:lieux", Language::French), Sign::NotSurveyed));
    EXPECT_TRUE(has(contentFor(state, "gaps:lieux", Language::French), Sign::Possible));
}

TEST(SheetExtent, WrongExtentsAreRefusedWithTheRule) {
    const store::StudyState state = test::twoSquares();
    const MapScene scene = makeScene(state, parseLayer("gaps:lieux", state.study));
    const auto taking = [&](const char* where) { return [&, where] { extentOf(state, scene, where); }; };
    EXPECT_THAT(taking("dep:99"), testing::ThrowsMessage<model::Error>(HasSubstr("dep:99")));
    EXPECT_THAT(taking("Loire"), testing::ThrowsMessage<model::Error>(HasSubstr("west,south,east,north")));
    EXPECT_THAT(taking("4,46,2,47"), testing::ThrowsMessage<model::Error>(HasSubstr("west below east")));
    EXPECT_THAT(taking("100,46,101,47"), testing::ThrowsMessage<model::Error>(HasSubstr("far from")));
    EXPECT_NO_THROW(extentOf(state, scene, "2.5,46.2,3.5,46.8"));
    EXPECT_NO_THROW(extentOf(state, scene, "commune:63001")) << "without outline: what is around its point";
}

TEST(MapScene, LevelsWithoutOutlinesAreRefused) {
    const store::StudyState state = test::twoSquares();
    EXPECT_THAT([&] { makeScene(state, parseLayer("territories:commune", state.study)); },
                testing::ThrowsMessage<model::Error>(HasSubstr("no outline of any commune")));
}

TEST(MapScene, OverseasLandsAreKeptApartOnTheirOwnPlanes) {
    store::StudyState state = test::twoSquares();
    state.analysis.studyArea.append(test::square(55.2, -21.4, 55.8, -20.9));
    state.analysis.studyArea.append(test::square(-61.7, 15.9, -61.4, 16.3));
    state.analysis.studyArea.append(test::square(-61.1, 14.4, -60.8, 14.8));
    const MapScene scene = makeScene(state, parseLayer("gaps:lieux", state.study));
    std::vector<Land> lands;
    for (const LandScene& land : scene.lands) lands.push_back(land.land);
    EXPECT_THAT(lands, testing::ElementsAre(Land::Mainland, Land::Guadeloupe, Land::Martinique, Land::Reunion));
    EXPECT_EQ(insetsOf(scene, extentOf(state, scene, "")).size(), 3U);
    EXPECT_TRUE(insetsOf(scene, extentOf(state, scene, "dep:42")).empty());
}

}  // namespace
}  // namespace raquette::viewer
