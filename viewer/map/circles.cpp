#include "viewer/map/circles.h"

#include "viewer/map/pens.h"

#include <algorithm>
#include <cmath>

namespace raquette::viewer {

namespace {

constexpr double fillStrength = 0.5;
constexpr double lineSpacing = 1.25;  // of labels, in letters
constexpr std::size_t mostRound = 3;

void drawCircle(QPainter& painter, QPointF centre, double radius, const QColor& colour, const MapOptions& options) {
    painter.setBrush(withAlpha(colour, fillStrength));
    painter.setPen(line(palette(options.theme).providerHalo, std::min(1.0, radius / 3) * options.scale));
    painter.drawEllipse(centre, radius, radius);
}

double radiusOfShare(double share, double scale) {
    return largestCircle * std::sqrt(share) * scale;
}

}  // namespace

double circleRadius(std::int64_t count, std::int64_t most, double scale) {
    if (count <= 0 || most <= 0) return 0;
    return radiusOfShare(static_cast<double>(count) / static_cast<double>(most), scale);
}

double circleGrowth(const Box& whole, const MapView& view) {
    constexpr double most = 3;
    if (whole.empty() || view.target.isEmpty()) return 1;
    const double zoom = fitted(whole, view.target).metresPerUnit / view.metresPerUnit;
    return std::clamp(std::sqrt(std::max(0.0, zoom)), 1.0, most);
}

std::vector<std::int64_t> roundCounts(std::int64_t most) {
    constexpr std::int64_t apart = 4;  // times: half the radius
    std::vector<std::int64_t> all;
    for (std::int64_t ten = 1; ten <= most; ten *= 10) {
        for (const std::int64_t digit : {1, 2, 5}) {
            if (digit * ten <= most) all.push_back(digit * ten);
        }
        if (ten > most / 10) break;
    }
    std::vector<std::int64_t> out;
    for (auto one = all.rbegin(); one != all.rend() && out.size() < mostRound; ++one) {
        if (out.empty() || *one * apart <= out.back()) out.push_back(*one);
    }
    return out;
}

void drawCircles(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options) {
    constexpr double leastSeen = 0.15;  // units: less than that inks nothing
    const QColor colour = circleColour(scene.layer, options.theme);
    for (const CountMark& mark : land.counts) {
        const double radius = circleRadius(mark.count, scene.mostCounted, options.scale * options.circleGrowth);
        if (radius < leastSeen) break;
        const QPointF at = view.toTarget(mark.at);
        if (view.target.adjusted(-radius, -radius, radius, radius).contains(at)) drawCircle(painter, at, radius, colour, options);
    }
}

double circlesHeight(const std::vector<double>& shares, double letter, double scale) {
    if (shares.empty()) return 0;
    return std::max(2 * radiusOfShare(shares.front(), scale) + 2, static_cast<double>(shares.size()) * letter * lineSpacing) + letter;
}

void drawNestedCircles(QPainter& painter, QPointF topLeft, const std::vector<double>& shares, const std::vector<std::string>& labels,
                       const QColor& fill, const QFont& font, const MapOptions& options) {
    if (shares.empty()) return;
    const Palette& colours = palette(options.theme);
    const double letter = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF();
    const double largest = radiusOfShare(shares.front(), options.scale);
    const double bottom = topLeft.y() + circlesHeight(shares, letter, options.scale) - letter * 0.7;
    const double middle = topLeft.x() + largest + 1;
    const double labelLeft = middle + largest + letter;
    double lowest = -1e9;
    for (std::size_t i = 0; i < std::min(shares.size(), labels.size()); ++i) {
        const double radius = radiusOfShare(shares[i], options.scale);
        drawCircle(painter, {middle, bottom - radius}, radius, fill, options);
        const double top = bottom - 2 * radius;
        const double row = std::max(top, lowest + letter * lineSpacing);
        lowest = row;
        painter.setPen(line(colours.textMuted, 0.8 * options.scale));
        painter.drawLine(QPointF(middle, top), QPointF(labelLeft - letter * 0.8, row));
        painter.drawLine(QPointF(labelLeft - letter * 0.8, row), QPointF(labelLeft - letter * 0.3, row));
        options.lettering.draw(painter, {labelLeft, row + letter * 0.35}, qt(labels[i]), font, colours.text);
    }
}

QColor circleColour(const Layer& layer, Theme theme) {
    const Palette& colours = palette(theme);
    return layer.column == "uncovered_population" ? colours.holeEdge : colours.provider;
}

}  // namespace raquette::viewer
