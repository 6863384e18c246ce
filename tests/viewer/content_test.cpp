#include "viewer/sheets/content.h"

#include "gis/model/error.h"
#include "tests/viewer/world.h"
#include "viewer/sheets/extent.h"

#include <map>
#include <optional>

namespace raquette::viewer {
namespace {

using model::Language;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Eq;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Optional;
using testing::Pair;
using testing::StartsWith;

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

TEST(SheetContent, AMapOfMinutesSaysHowOneGoesAndWhereNoRoadLeads) {
    const std::string layer = "indicators:lieux:nearest_min:departement";
    const SheetContent french = contentFor(test::timed(), layer, Language::French);
    EXPECT_EQ(french.title, "Temps de trajet moyen en voiture au plus proche\u00a0: lieu de musiques actuelles de notre liste");
    EXPECT_THAT(french.subtitle, StartsWith("6\u202f000 personnes à 30\u00a0min au plus, 67\u202f% de la population étudiée."));
    EXPECT_EQ(french.legend.front().text, "Temps de trajet moyen des habitants au plus proche (min)");
    EXPECT_THAT(french.legend.front().classes, ElementsAre("<\u00a05", "5–15", "15–30", "30–45", "45–60", "≥\u00a060"));
    EXPECT_EQ(french.legend.at(1).sign, Sign::NoData);
    ASSERT_EQ(french.rows.size(), 1U) << "the west has no time";
    EXPECT_EQ(french.rows[0].name + ", " + french.rows[0].figure, "Loire, 12\u00a0min");
    EXPECT_THAT(footText(french),
                AllOf(HasSubstr("moyenne des habitants dont le temps est connu ou estimé"), Not(HasSubstr("surtout estimés"))));
    EXPECT_EQ(contentFor(test::timed(), layer, Language::English).title, "Mean travel time by car to the nearest music venue on our list");
}

TEST(SheetContent, TheLongestTimesComeFirst) {
    store::StudyState state = test::timed();
    state.analysis.services[0].indicators[2].nearestTime = model::Minutes{75};
    const SheetContent content = contentFor(state, "indicators:lieux:nearest_min:departement", Language::English);
    ASSERT_EQ(content.rows.size(), 2U);
    EXPECT_EQ(content.rows[0].name + ", " + content.rows[0].figure, "Puy-de-Dôme, 1\u00a0h\u00a015");
}

TEST(SheetContent, TerritoriesWhoseTimesAreMostlyEstimatedAreNamedAtTheFoot) {
    store::StudyState state = test::timed();
    std::vector<analysis::Indicator>& indicators = state.analysis.services[0].indicators;
    for (analysis::Indicator& indicator : indicators) indicator.estimatedShare = model::Share{0.6};
    const std::string layer = "indicators:lieux:nearest_min:departement";
    EXPECT_THAT(footText(contentFor(state, layer, Language::French)), HasSubstr("temps surtout estimés à vol d’oiseau\u00a0: Loire"))
        << "not the west: it has no time at all";
    indicators[2].nearestTime = model::Minutes{75};
    EXPECT_THAT(footText(contentFor(state, layer, Language::English)),
                HasSubstr("mostly estimated from the straight line: Loire, Puy-de-Dôme;"));
    for (int i = 0; i < 5; ++i) indicators.push_back(indicators[2]);
    EXPECT_THAT(footText(contentFor(state, layer, Language::English)), HasSubstr("and one more;"));
    EXPECT_THAT(footText(contentFor(state, "gaps:lieux", Language::English)), Not(HasSubstr("mostly estimated")));
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

TEST(SheetContent, UnservedPeopleAreInTheLegendOnlyWhereThereAreSome) {
    const auto words = [](const store::StudyState& state, const DrawnSizes& sizes) {
        const MapScene scene = makeScene(state, parseLayer("gaps:lieux", state.study));
        std::vector<std::string> ramps;
        for (const LegendEntry& entry : legendOf(state, scene, sizes, Language::English)) {
            if (entry.sign == Sign::Ramp) ramps.push_back(entry.text);
        }
        return ramps;
    };
    EXPECT_THAT(words(test::twoSquares(), {4000, 1}), ElementsAre("Uncovered people per km² (cells of 4\u00a0km)"));
    EXPECT_THAT(words(test::twoSquares(), {}), ElementsAre("Uncovered people per km²")) << "none where the map looks";
    EXPECT_THAT(words(test::allCovered(), {}), IsEmpty());
}

TEST(MapScene, TerritoriesWithoutATimeHaveNoFigureAndNoClass) {
    const store::StudyState state = test::timed();
    const MapScene scene = makeScene(state, parseLayer("indicators:lieux:nearest_min:departement", state.study));
    std::map<std::string, std::optional<double>> figures;
    for (const AreaPiece& area : scene.lands.front().areas) {
        figures[area.name] = area.figure;
        EXPECT_EQ(area.figure.has_value(), area.colourClass.has_value()) << area.name;
    }
    EXPECT_THAT(figures, ElementsAre(Pair("Loire", Optional(12.0)), Pair("Puy-de-Dôme", Eq(std::nullopt))));
    EXPECT_EQ(scene.classes.of(12), 1U);
    EXPECT_GT(scene.classes.of(70), scene.classes.of(12)) << "longer is darker";
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
