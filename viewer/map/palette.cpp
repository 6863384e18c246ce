#include "viewer/map/palette.h"

#include "gis/model/error.h"
#include "gis/text/palette.h"

#include <QPalette>
#include <cmath>
#include <string>

namespace raquette::viewer {

namespace {

QColor toQt(const std::string& written) {
    const QColor read(QString::fromStdString(written));
    if (!read.isValid()) throw model::Error("data/palette.json: “" + written + "” is no colour.");
    return read;
}

std::vector<QColor> toQt(const std::vector<std::string>& written) {
    std::vector<QColor> out;
    for (const std::string& one : written) out.push_back(toQt(one));
    return out;
}

Palette paletteOf(Theme theme) {
    const auto role = [theme](const char* key) { return toQt(text::colour(key, theme)); };
    Palette out;
    out.textStrong = role("text-strong");
    out.text = role("text");
    out.textMuted = role("text-muted");
    out.sea = role("sea");
    out.page = role("page");
    out.land = role("land");
    out.covered = role("covered");
    out.coveredEdge = role("covered-edge");
    out.hole = role("hole");
    out.holeEdge = role("hole-edge");
    out.holeHatch = role("hole-hatch");
    out.notSurveyed = role("not-surveyed");
    out.notSurveyedDots = role("not-surveyed-dots");
    out.provider = role("provider");
    out.providerHalo = role("provider-halo");
    out.link = role("link");
    out.contract = role("contract");
    out.departementLine = role("departement-line");
    out.regionLine = role("region-line");
    out.noData = role("no-data");
    out.number = role("number");
    out.unservedBounds = text::unservedPerKm2(theme).upperBounds;
    out.unserved = toQt(text::unservedPerKm2(theme).colours);
    for (std::size_t i = 0; i < rampNames.size(); ++i) out.ramps[i] = toQt(text::ramp(rampNames[i], theme));
    return out;
}

}  // namespace

const Palette& palette(Theme theme) {
    static const std::array<Palette, 2> palettes{paletteOf(Theme::Light), paletteOf(Theme::Dark)};
    return palettes[theme == Theme::Light ? 0 : 1];
}

Theme themeOf(const QPalette& palette) {
    constexpr int middle = 128;
    return palette.color(QPalette::Window).lightness() < middle ? Theme::Dark : Theme::Light;
}

std::vector<QColor> rampSteps(const Palette& palette, std::size_t count, Ramp ramp) {
    std::vector<QColor> out;
    const std::vector<QColor>& all = palette.ramps.at(static_cast<std::size_t>(ramp));
    const auto last = static_cast<double>(all.size() - 1);
    for (std::size_t i = 0; i < count; ++i) {
        const double at = count < 2 ? last / 2 : last * static_cast<double>(i) / static_cast<double>(count - 1);
        out.push_back(all[static_cast<std::size_t>(std::lround(at))]);
    }
    return out;
}

}  // namespace raquette::viewer
