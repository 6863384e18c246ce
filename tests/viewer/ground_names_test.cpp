#include "viewer/map/ground_names.h"

#include "tests/viewer/world.h"
#include "viewer/map/picture.h"

#include <random>

namespace raquette::viewer {
namespace {

using Kind = GroundName::Kind;

/// A thousand towns over 400 km, a few large and many small, most populous first.
std::vector<GroundName> manyTowns() {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anywhere(-200000, 200000);
    std::vector<GroundName> names;
    for (int i = 1; i <= 1000; ++i)
        names.push_back({{anywhere(random), anywhere(random)}, Kind::Town, "Saint-Martin-" + std::to_string(i), 2000000 / i});
    return names;
}

std::vector<PlacedGroundName> placed(const std::vector<GroundName>& names, const MapView& view, const QRectF& keepClear = {}) {
    Room room(view.target);
    room.take(keepClear);
    return placeGroundNames(names, view, room, {}, 1);
}

QRectF boxOf(const PlacedGroundName& name) {
    const QFontMetricsF metrics(name.font);
    return {name.baseline - QPointF(0, metrics.capHeight()), QSizeF(Lettering().width(name.text, name.font), metrics.capHeight())};
}

TEST(GroundNames, NeverCoverOneAnotherTheEdgeOrWhatIsKeptClear) {
    const MapView view{{0, 0}, 500, QRectF(0, 0, 800, 600)};
    const QRectF bar(300, 200, 200, 200);
    const std::vector<PlacedGroundName> names = placed(manyTowns(), view, bar);
    ASSERT_GT(names.size(), 10U);
    for (std::size_t i = 0; i < names.size(); ++i) {
        EXPECT_TRUE(view.target.contains(boxOf(names[i])));
        EXPECT_FALSE(bar.intersects(boxOf(names[i]))) << names[i].text.toStdString();
        for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(boxOf(names[i]).intersects(boxOf(names[j])));
    }
}

TEST(GroundNames, TheMostPopulousComeFirstAndMoreOfThemFromNearer) {
    const std::vector<GroundName> towns = manyTowns();
    const auto smallest = [&](double metresPerUnit) {
        std::int64_t least = 1 << 30;
        for (const PlacedGroundName& name : placed(towns, {{0, 0}, metresPerUnit, QRectF(0, 0, 800, 600)})) {
            const int number = name.text.section(QLatin1Char('-'), 2).toInt();
            least = std::min<std::int64_t>(least, 2000000 / number);
        }
        return least;
    };
    EXPECT_LT(smallest(100), smallest(500));
    const std::vector<PlacedGroundName> far = placed(towns, {{0, 0}, 500, QRectF(0, 0, 800, 600)});
    EXPECT_EQ(far.front().text, QStringLiteral("Saint-Martin-1"));
}

TEST(GroundNames, RegionsAreNamedFromFarAndDepartementsFromNearer) {
    const std::vector<GroundName> names{{{0, 0}, Kind::Region, "Bretagne", 1}, {{0, 0}, Kind::Departement, "Finistère", 1}};
    const auto shown = [&](double metresPerUnit) {
        const auto all = placed(names, {{0, 0}, metresPerUnit, QRectF(0, 0, 800, 600)});
        return all.empty() ? QString() : all.front().text;
    };
    EXPECT_EQ(shown(1000), QStringLiteral("Bretagne"));
    EXPECT_EQ(shown(300), QStringLiteral("Finistère"));
    EXPECT_EQ(shown(20), QString());
}

TEST(GroundNames, AReferenceOfCommunesAloneStillHasDepartementsAndRegions) {
    store::StudyState state = test::twoSquares();
    // Each square cut in two communes, the outlines of départements and régions forgotten.
    for (const double west : {3.0, 3.5, 2.0, 2.5}) state.reference.communeShapes.push_back(test::square(west, 46, west + 0.5, 47));
    const model::Commune loire = state.reference.communes[0];
    const model::Commune puyDeDome = state.reference.communes[1];
    state.reference.communes = {loire, loire, puyDeDome, puyDeDome};
    for (model::Unit& unit : state.reference.departements) unit.shape = {};
    state.reference.regions[0].shape = {};
    const MapScene scene = makeScene(state, parseLayer("gaps:lieux", state.study));
    const LandScene& land = scene.lands.front();
    ASSERT_EQ(land.departements.size(), 2U);
    ASSERT_EQ(land.regions.size(), 1U);
    EXPECT_EQ(land.regions[0].shape.ringCount(), 1U) << "no border inside";
    const std::vector<std::string> names{land.names[0].name, land.names[1].name, land.names[2].name};
    EXPECT_EQ(names, (std::vector<std::string>{"Auvergne-Rhône-Alpes", "Loire", "Puy-de-Dôme"}));
    for (const GroundName& name : land.names) EXPECT_TRUE(land.extent.contains(name.at)) << name.name;
}

TEST(GroundNames, RoomFindsWhatALookAtEveryBoxFinds) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> at(-20, 800);
    std::uniform_real_distribution<double> size(1, 150);
    const auto box = [&] { return QRectF(at(random), at(random), size(random), size(random)); };
    const QRectF target(0, 0, 800, 800);
    Room room(target);
    std::vector<QRectF> taken;
    int free = 0;
    for (int i = 0; i < 3000; ++i) {
        const QRectF asked = box();
        const bool expected =
            target.contains(asked) && std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(asked); });
        ASSERT_EQ(room.isFree(asked), expected);
        free += expected ? 1 : 0;
        if (i % 50 == 0) {
            taken.push_back(box());
            room.take(taken.back());
        }
    }
    EXPECT_GT(free, 20);
}

TEST(GroundNames, AreDrawnOnlyWhenAskedFor) {
    const store::StudyState state = test::twoSquares();
    const MapScene scene = makeScene(state, parseLayer("territories:departement", state.study));
    const MapView view = fitted(scene.lands.front().extent.grown(20000), QRectF(0, 0, 500, 400));
    const auto ink = [&](bool places, bool paths) {
        MapOptions options;
        options.places = places;
        options.lettering.asPaths = paths;
        const QImage signs = signsOf(scene, Land::Mainland, view, options);
        int dark = 0;
        for (int y = 0; y < signs.height(); ++y) {
            for (int x = 0; x < signs.width(); ++x)
                dark += signs.pixelColor(x, y).alpha() > 0 && signs.pixelColor(x, y).lightness() < 140 ? 1 : 0;
        }
        return dark;
    };
    EXPECT_EQ(ink(false, false), 0);
    EXPECT_GT(ink(true, false), 200);
    EXPECT_NEAR(ink(true, false), ink(true, true), 0.35 * ink(true, true)) << "letters as pixels look like letters as outlines";
}

}  // namespace
}  // namespace raquette::viewer
