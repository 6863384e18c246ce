#include "viewer/map/palette.h"

#include <cmath>
#include <string>
#include <utility>

namespace raquette::viewer {
namespace {

using Linear = std::array<double, 3>;

double toLinear(float channel) {
    const auto c = static_cast<double>(channel);
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Linear linear(const QColor& colour) {
    return {toLinear(colour.redF()), toLinear(colour.greenF()), toLinear(colour.blueF())};
}

/// How people see who lack one kind of cones (Machado, Oliveira and Fernandes 2009, severity 1), or a page printed without colour.
const std::vector<std::pair<std::string, std::array<Linear, 3>>> eyes{
    {"normal", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
    {"greyscale", {{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}}}};

/// CIE L*a*b*, in which distances are about what eyes tell apart (2 is a trained eye's limit).
Linear lab(const QColor& colour, const std::array<Linear, 3>& eye) {
    const Linear in = linear(colour);
    Linear seen{};
    for (std::size_t i = 0; i < 3; ++i) seen[i] = std::max(0.0, eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2]);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
    const double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
    const double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double apart(const QColor& a, const QColor& b, const std::array<Linear, 3>& eye) {
    const Linear p = lab(a, eye);
    const Linear q = lab(b, eye);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

class SeenBy : public testing::TestWithParam<std::size_t> {
protected:
    const std::array<Linear, 3>& eye() const { return eyes[GetParam()].second; }
};

TEST_P(SeenBy, ClassesOfDensityAreToldApartFromEachOtherAndFromTheGround) {
    const Palette& colours = palette(Theme::Light);
    std::vector<QColor> all = colours.unserved;
    for (const QColor& ground : {colours.hole, colours.covered}) all.push_back(ground);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_GE(apart(all[i], all[j], eye()), 4) << all[i].name().toStdString() << " " << all[j].name().toStdString();
    }
}

TEST_P(SeenBy, StepsOfTheRampAreToldApartAndNoDataFromAll) {
    for (const Ramp ramp : {Ramp::Usual, Ramp::Blue, Ramp::Warm}) {
        for (const std::size_t count : {3U, 4U, 5U, 6U, 7U}) {
            const std::vector<QColor> steps = rampSteps(palette(Theme::Light), count, ramp);
            for (std::size_t i = 1; i < steps.size(); ++i) EXPECT_GE(apart(steps[i - 1], steps[i], eye()), 6) << count << " steps, " << i;
        }
    }
}

TEST_P(SeenBy, EdgesHatchesAndSignsStandOutFromWhatTheyLieOn) {
    const Palette& colours = palette(Theme::Light);
    for (const QColor& ground : {colours.sea, colours.land, colours.covered, colours.hole}) {
        EXPECT_GE(apart(colours.holeEdge, ground, eye()), 25) << ground.name().toStdString();
        EXPECT_GE(apart(colours.holeHatch, ground, eye()), 25);
        EXPECT_GE(apart(colours.provider, ground, eye()), 40);
        EXPECT_GE(apart(colours.number, ground, eye()), 40);
        EXPECT_GE(apart(colours.link, ground, eye()), 30);
        EXPECT_GE(apart(colours.contract, ground, eye()), 30);
        EXPECT_GE(apart(colours.regionLine, ground, eye()), 30);
    }
    EXPECT_GE(apart(colours.coveredEdge, colours.covered, eye()), 12);
    EXPECT_GE(apart(colours.notSurveyedDots, colours.notSurveyed, eye()), 25);
}

TEST_P(SeenBy, LettersAreReadable) {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const Palette& colours = palette(theme);
        for (const QColor& letters : {colours.textStrong, colours.text, colours.textMuted})
            EXPECT_GE(apart(letters, colours.page, eye()), 45);
    }
}

INSTANTIATE_TEST_SUITE_P(Palette, SeenBy, testing::Range<std::size_t>(0, 5),
                         [](const testing::TestParamInfo<std::size_t>& parameter) { return eyes[parameter.param].first; });

TEST(Palette, RampsDarkenStepByStep) {
    const auto& plain = eyes.front().second;
    const Palette& colours = palette(Theme::Light);
    for (const std::vector<QColor>& ramp : {colours.unserved, colours.ramps[0], colours.ramps[1], colours.ramps[2]}) {
        for (std::size_t i = 1; i < ramp.size(); ++i) EXPECT_LT(lab(ramp[i], plain)[0], lab(ramp[i - 1], plain)[0] - 6);
    }
    EXPECT_EQ(palette(Theme::Light).unserved.size(), palette(Theme::Light).unservedBounds.size() + 1);
}

}  // namespace
}  // namespace raquette::viewer
