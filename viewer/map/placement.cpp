#include "viewer/map/placement.h"

#include <QFontMetricsF>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace raquette::viewer {

namespace {

constexpr double gap = 2;  // units kept free between circles

struct Room {
    QRectF target;
    QRectF keepClear;
};

bool isFree(const PlacedNumber& candidate, const std::vector<PlacedNumber>& placed, const Room& room) {
    const double r = candidate.radius + gap;
    if (room.keepClear.adjusted(-r, -r, r, r).contains(candidate.centre)) return false;
    if (!room.target.adjusted(r, r, -r, -r).contains(candidate.centre)) return false;
    return std::none_of(placed.begin(), placed.end(), [&](const PlacedNumber& other) {
        return QLineF(other.centre, candidate.centre).length() < other.radius + candidate.radius + gap;
    });
}

/// The anchor itself, else the nearest free spot on rings around it.
std::optional<PlacedNumber> settled(PlacedNumber number, const std::vector<PlacedNumber>& placed, const Room& room) {
    constexpr int directions = 24;
    constexpr int rings = 12;
    if (isFree(number, placed, room)) return number;
    for (int ring = 1; ring <= rings; ++ring) {
        for (int i = 0; i < directions; ++i) {
            const double angle = 2 * std::numbers::pi * i / directions;
            const double distance = number.radius * 0.7 * ring;
            PlacedNumber moved = number;
            moved.centre = number.anchor + QPointF(std::cos(angle), -std::sin(angle)) * distance;
            if (isFree(moved, placed, room)) return moved;
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<PlacedNumber> placeNumbers(const std::vector<NumberMark>& marks, const MapView& view, const std::set<int>& ranks,
                                       std::int64_t mostPeople, double scale, const QRectF& keepClear) {
    constexpr double smallest = 13;
    constexpr double largest = 23;
    std::vector<NumberMark> sorted;
    for (const NumberMark& mark : marks) {
        if (ranks.contains(mark.rank) && view.target.contains(view.toTarget(mark.at))) sorted.push_back(mark);
    }
    std::sort(sorted.begin(), sorted.end(), [](const NumberMark& a, const NumberMark& b) { return a.rank < b.rank; });
    std::vector<PlacedNumber> placed;
    for (const NumberMark& mark : sorted) {
        const double part = static_cast<double>(mark.people) / static_cast<double>(std::max<std::int64_t>(mostPeople, 1));
        const QPointF anchor = view.toTarget(mark.at);
        const double radius = std::sqrt(smallest * smallest + part * (largest * largest - smallest * smallest)) * scale;
        if (const auto number = settled({mark.rank, anchor, anchor, radius}, placed, {view.target, keepClear})) placed.push_back(*number);
    }
    return placed;
}

std::vector<PlacedName> placeNames(const std::vector<Dot>& dots, const MapView& view, const std::vector<PlacedNumber>& numbers,
                                   const Lettering& lettering, const QFont& font, double dotRadius, const QRectF& keepClear) {
    std::vector<QRectF> taken{keepClear};
    for (const PlacedNumber& number : numbers) {
        const QPointF corner(number.radius + gap, number.radius + gap);
        taken.emplace_back(number.centre - corner, number.centre + corner);
    }
    for (const Dot& dot : dots) {
        const QPointF corner(dotRadius, dotRadius);
        taken.emplace_back(view.toTarget(dot.at) - corner, view.toTarget(dot.at) + corner);
    }
    const QFontMetricsF metrics(font);
    const double height = metrics.capHeight() + metrics.descent();
    std::vector<PlacedName> names;
    for (const Dot& dot : dots) {
        const QPointF at = view.toTarget(dot.at);
        const QString text = lettering.elided(qt(dot.name), font, view.target.width() * 0.3);
        const double width = lettering.width(text, font);
        const double away = dotRadius + 3;
        const double middle = metrics.capHeight() / 2;
        const std::array<QPointF, 4> baselines{at + QPointF(away, middle), at + QPointF(-away - width, middle),
                                               at + QPointF(-width / 2, -away - metrics.descent()),
                                               at + QPointF(-width / 2, away + metrics.capHeight())};
        for (const QPointF& baseline : baselines) {
            const QRectF box(baseline - QPointF(0, metrics.capHeight()), QSizeF(width, height));
            const auto meets = [&](const QRectF& other) { return other.intersects(box); };
            if (!view.target.contains(box) || std::any_of(taken.begin(), taken.end(), meets)) continue;
            names.push_back({baseline, text});
            taken.push_back(box);
            break;
        }
    }
    return names;
}

}  // namespace raquette::viewer
