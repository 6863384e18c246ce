#include "viewer/map/drawing.h"

#include "tests/viewer/world.h"

#include <QImage>
#include <cmath>

namespace raquette::viewer {
namespace {

/// A picture of the mainland of a world, and where degrees stand on it.
class Picture {
public:
    Picture(const store::StudyState& state, const std::string& layer, const MapOptions& options = {}) {
        const MapScene scene = makeScene(state, parseLayer(layer, state.study));
        const LandScene* land = scene.find(Land::Mainland);
        view_ = fitted(land->extent.grown(20000), QRectF(0, 0, 800, 600));
        image_.fill(Qt::magenta);
        QPainter painter(&image_);
        drawMap(painter, scene, *land, view_, options);
    }

    QPoint at(double lon, double lat) const { return view_.toTarget(geometry::toPlane(geometry::lambert93, {lon, lat})).toPoint(); }
    QColor colour(double lon, double lat) const { return image_.pixelColor(at(lon, lat)); }

    /// Part of the pixels around a place that are of a colour, within a tolerance.
    double part(double lon, double lat, const QColor& wanted, int half = 12, int tolerance = 6) const {
        int found = 0;
        int all = 0;
        for (int y = -half; y <= half; ++y) {
            for (int x = -half; x <= half; ++x) {
                const QColor seen = image_.pixelColor(at(lon, lat) + QPoint(x, y));
                const bool same = std::abs(seen.red() - wanted.red()) <= tolerance &&
                                  std::abs(seen.green() - wanted.green()) <= tolerance &&
                                  std::abs(seen.blue() - wanted.blue()) <= tolerance;
                found += same ? 1 : 0;
                ++all;
            }
        }
        return static_cast<double>(found) / all;
    }

private:
    QImage image_{800, 600, QImage::Format_RGB32};
    MapView view_;
};

MapOptions numbering(std::set<int> ranks) {
    MapOptions options;
    options.ranks = std::move(ranks);
    options.mostPeople = 3000;
    return options;
}

TEST(Drawing, HolesCarryTheColourAndTheHatchAndCoveredLandIsCalm) {
    const Palette& colours = palette(Theme::Light);
    const Picture picture(test::twoSquares(), "gaps:lieux");
    const double plain = picture.part(2.2, 46.2, colours.hole);
    EXPECT_GT(plain, 0.6);
    EXPECT_LT(plain, 0.98) << "no hatch";
    EXPECT_DOUBLE_EQ(picture.part(3.8, 46.8, colours.covered), 1) << "covered land has one colour and no hatch";
    EXPECT_DOUBLE_EQ(picture.part(3.0, 47.1, colours.sea, 4), 1);
}

TEST(Drawing, PeopleAreShownWhereTheyLiveByDensity) {
    // 3,000 people in a cell of 4 km: 187 per km², the third class; nothing elsewhere in the hole, nothing where people are served.
    const Palette& colours = palette(Theme::Light);
    const Picture picture(test::twoSquares(), "gaps:lieux");
    EXPECT_GT(picture.part(2.5, 46.5, colours.unserved[2], 20, 12), 0.05);
    EXPECT_EQ(picture.part(2.2, 46.2, colours.unserved[2]), 0);
    EXPECT_EQ(picture.part(3.5, 46.5, colours.unserved[2], 20), 0);
    MapOptions without;
    without.look.show(MapPart::People, false);
    EXPECT_EQ(Picture(test::twoSquares(), "gaps:lieux", without).part(2.5, 46.5, colours.unserved[2], 20, 12), 0);
}

TEST(Drawing, NumbersStandOnTheMostPopulousUnservedPlace) {
    const Palette& colours = palette(Theme::Light);
    EXPECT_GT(Picture(test::twoSquares(), "gaps:lieux", numbering({1})).part(2.5, 46.5, colours.page, 10), 0.4);
    EXPECT_LT(Picture(test::twoSquares(), "gaps:lieux", numbering({2})).part(2.5, 46.5, colours.page, 10), 0.05) << "only the list's";
}

TEST(Drawing, ProvidersAreDotsWithAHalo) {
    const Palette& colours = palette(Theme::Light);
    const Picture picture(test::twoSquares(), "coverage:lieux");
    EXPECT_EQ(picture.colour(3.5, 46.5), colours.provider);
    EXPECT_GT(picture.part(3.5, 46.5, colours.providerHalo, 6, 25), 0.02);
    MapOptions without;
    without.look.show(MapPart::Dots, false);
    EXPECT_EQ(Picture(test::twoSquares(), "coverage:lieux", without).colour(3.5, 46.5), colours.covered);
}

TEST(Drawing, WhereNobodyLookedHasDotsAndNoHatch) {
    store::StudyState state = test::twoSquares();
    state.analysis.services[0].gaps[0].cause = analysis::Cause::NotSurveyed;
    const Palette& colours = palette(Theme::Light);
    const Picture picture(state, "gaps:lieux");
    EXPECT_GT(picture.part(2.2, 46.2, colours.notSurveyed), 0.5);
    EXPECT_LT(picture.part(2.2, 46.2, colours.notSurveyed), 0.99) << "no dots";
    EXPECT_EQ(picture.part(2.2, 46.2, colours.hole), 0);
}

TEST(Drawing, AHoleIsHatchedToItsBorderAndNotBeyond) {
    // A hole in the hole: what is inside it is covered.
    store::StudyState state = test::twoSquares();
    geometry::GeoShape ring = test::square(2, 46, 3, 47);
    const geometry::GeoShape inner = test::square(2.3, 46.6, 2.5, 46.8);
    ring.points.insert(ring.points.end(), inner.points.begin(), inner.points.end());
    ring.ringEnds = {5, 10};
    ring.polygonEnds = {2};
    state.analysis.services[0].gaps[0].shape = ring;
    state.analysis.services[0].coverages[1].shape.append(inner);
    EXPECT_DOUBLE_EQ(Picture(state, "gaps:lieux").part(2.4, 46.7, palette(Theme::Light).covered), 1);
}

TEST(Drawing, NoDataIsNotZero) {
    store::StudyState state = test::twoSquares();
    state.analysis.services[0].indicators[1].coveredShare.reset();
    const Palette& colours = palette(Theme::Light);
    const Picture picture(state, "indicators:lieux:covered_share:departement");
    EXPECT_EQ(picture.colour(2.3, 46.3), rampSteps(colours, 5).front()) << "0 % is the lightest step";
    EXPECT_GT(picture.part(3.3, 46.3, colours.noData), 0.5);
    EXPECT_LT(picture.part(3.3, 46.3, colours.noData), 0.99) << "no dots";
}

TEST(Drawing, ABasketHasTheColourOfHowManyServicesItHolds) {
    store::StudyState state = test::twoSquares();
    state.study.services.push_back(state.study.services.front());
    state.analysis.services.push_back(state.analysis.services.front());
    state.analysis.filiere.baskets = {{{model::Level::Departement, "42"}, {6000}, {true, true}, {}, {}, 0, 0},
                                      {{model::Level::Departement, "63"}, {3000}, {false, true}, {}, {}, 1, 0}};
    const Palette& colours = palette(Theme::Light);
    const Picture picture(state, "baskets:departement");
    EXPECT_EQ(picture.colour(2.3, 46.3), rampSteps(colours, 2).front());
    EXPECT_EQ(picture.colour(3.3, 46.3), rampSteps(colours, 2).back());
}

TEST(Drawing, ContractsLieOverHolesAndAreToldInTheLegend) {
    store::StudyState state = test::twoSquares();
    model::Contract contract;
    contract.id = "cpo";
    contract.title = "CPO";
    contract.scope = {{model::Level::Departement, "63"}};
    state.dataset.contracts = {contract};
    const MapScene scene = makeScene(state, parseLayer("gaps:lieux+contracts+venues", state.study));
    ASSERT_EQ(scene.lands[0].contracts.size(), 1U);
    EXPECT_EQ(scene.lands[0].dots.size(), 2U) << "the venue as one that serves, and as one of all";
    const Picture alone(state, "gaps:lieux");
    const Picture over(state, "gaps:lieux+contracts");
    EXPECT_NE(over.colour(2.3, 46.3), alone.colour(2.3, 46.3));
    EXPECT_EQ(over.colour(3.3, 46.3), alone.colour(3.3, 46.3)) << "not in its perimeter";
}

TEST(Drawing, LandOutsideTheStudyIsLeftPlain) {
    store::StudyState state = test::twoSquares();
    state.study.area = {{model::Level::Departement, "63"}};
    state.analysis.studyArea = test::square(2, 46, 3, 47);
    const MapScene scene = makeScene(state, parseLayer("gaps:lieux", state.study));
    const LandScene* land = scene.find(Land::Mainland);
    const MapView view = fitted(land->extent.grown(60000), QRectF(0, 0, 800, 600));
    QImage image(800, 600, QImage::Format_RGB32);
    {
        QPainter painter(&image);
        MapOptions options;
        options.look.show(MapPart::Covered, false);
        drawMap(painter, scene, *land, view, options);
    }
    EXPECT_EQ(image.pixelColor(view.toTarget(geometry::toPlane(geometry::lambert93, {3.2, 46.4})).toPoint()), palette(Theme::Light).land);
}

}  // namespace
}  // namespace raquette::viewer
