#include "viewer/map/ground_names.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace raquette::viewer {

namespace {

constexpr double cellSide = 64;          // units
constexpr double farAway = 550;          // metres a unit from which régions are named
constexpr double nearEnough = 110;       // and below which départements are not
constexpr double peoplePerMetre = 18;    // a town is named from so many people for each metre of a unit…
constexpr double leastArea = 150 * 110;  // …and as long as each has so many square units
constexpr std::int64_t large = 100000;   // people of a town that is named before all else

bool isShown(const GroundName& name, double metresPerUnit) {
    if (name.kind == GroundName::Kind::Region) return metresPerUnit >= farAway;
    if (name.kind == GroundName::Kind::Departement) return metresPerUnit < farAway && metresPerUnit >= nearEnough;
    return static_cast<double>(name.people) >= peoplePerMetre * metresPerUnit;
}

struct Letters {
    QFont font;
    QFontMetricsF metrics{font};

    double height() const { return metrics.capHeight() + metrics.descent(); }
};

/// Régions, départements, large towns, towns.
class Fonts {
public:
    Fonts(const Lettering& lettering, double scale)
        : letters_{Letters{lettering.font(17 * scale, true)}, Letters{lettering.font(15 * scale, true)},
                   Letters{lettering.font(16 * scale)}, Letters{lettering.font(13.5 * scale)}} {}
    const Letters& of(const GroundName& name) const {
        if (name.kind == GroundName::Kind::Town) return letters_[name.people >= large ? 2 : 3];
        return letters_[name.kind == GroundName::Kind::Region ? 0 : 1];
    }

private:
    std::array<Letters, 4> letters_;
};

/// The middle of a name stands on its place, else beside it; that of a large town or of much land may stand farther off.
std::optional<QPointF> baselineOf(const GroundName& name, QPointF at, QSizeF size, double capHeight, const Room& room) {
    const QPointF middle = at + QPointF(-size.width() / 2, capHeight / 2);
    const double across = size.width() / 2 + 4;
    const double line = size.height();
    constexpr std::array<QPointF, 13> steps{QPointF{0, 0}, {0, -1},  {0, 1}, {1, 0},  {-1, 0}, {0, -2}, {0, 2},
                                            {1, -2},       {-1, -2}, {1, 2}, {-1, 2}, {0, -3}, {0, 3}};
    const std::size_t tried = name.kind == GroundName::Kind::Town && name.people < large ? 5 : steps.size();
    for (const QPointF& step : std::span(steps).first(tried)) {
        const QPointF baseline = middle + QPointF(step.x() * across, step.y() * line);
        if (room.isFree(QRectF(baseline - QPointF(0, capHeight), size).adjusted(-4, -3, 4, 3))) return baseline;
    }
    return std::nullopt;
}

/// One map's names while they are placed.
class Placing {
public:
    Placing(const MapView& view, Room& room, const Lettering& lettering, double scale, double ground)
        : view_(view),
          metresPerUnit_(view.metresPerUnit * ground),
          room_(room),
          lettering_(lettering),
          scale_(scale),
          fonts_(lettering, scale) {}

    void place(const GroundName& name) {
        constexpr double narrowest = 0.36;  // of a letter's size: no name is narrower, most that have no room need no measuring
        const QPointF at = view_.toTarget(name.at);
        if (!view_.target.contains(at) || !isShown(name, metresPerUnit_)) return;
        const Letters& letters = fonts_.of(name);
        const double capHeight = letters.metrics.capHeight();
        const QString text = qt(name.name);
        const double least = narrowest * letters.font.pixelSize() * static_cast<double>(text.size());
        if (!baselineOf(name, at, {least, letters.height()}, capHeight, room_)) return;
        const QSizeF size(lettering_.width(text, letters.font), letters.height());
        const auto baseline = baselineOf(name, at, size, capHeight, room_);
        if (!baseline) return;
        // Some air around: names side by side would read as one.
        const QRectF box(*baseline - QPointF(0, capHeight), size);
        room_.take(box.adjusted(-10 * scale_, -8 * scale_, 10 * scale_, 8 * scale_));
        placed.push_back({*baseline, text, name.kind, letters.font});
    }

    std::vector<PlacedGroundName> placed;

private:
    const MapView& view_;
    double metresPerUnit_;  // on the ground
    Room& room_;
    const Lettering& lettering_;
    double scale_;
    Fonts fonts_;
};

}  // namespace

void Room::take(const QRectF& box) {
    if (box.isEmpty()) return;
    const auto [left, top, right, bottom] = cellsOf(box & target_);
    for (int x = left; x <= right; ++x) {
        for (int y = top; y <= bottom; ++y) cells_[{x, y}].push_back(static_cast<std::uint32_t>(boxes_.size()));
    }
    boxes_.push_back(box);
}

bool Room::isFree(const QRectF& box) const {
    if (!target_.contains(box)) return false;
    const auto [left, top, right, bottom] = cellsOf(box);
    for (int x = left; x <= right; ++x) {
        for (int y = top; y <= bottom; ++y) {
            const auto cell = cells_.find({x, y});
            if (cell == cells_.end()) continue;
            if (std::ranges::any_of(cell->second, [&](std::uint32_t taken) { return boxes_[taken].intersects(box); })) return false;
        }
    }
    return true;
}

std::array<int, 4> Room::cellsOf(const QRectF& box) {
    const auto cell = [](double at) { return static_cast<int>(std::floor(at / cellSide)); };
    return {cell(box.left()), cell(box.top()), cell(box.right()), cell(box.bottom())};
}

std::vector<PlacedGroundName> placeGroundNames(const std::vector<GroundName>& names, const MapView& view, Room& room,
                                               const Lettering& lettering, double scale, double ground) {
    const auto most = static_cast<std::size_t>(view.target.width() * view.target.height() / (leastArea * scale * scale));
    const auto first = [](const GroundName& name) { return name.kind == GroundName::Kind::Town && name.people >= large; };
    Placing placing(view, room, lettering, scale, ground);
    for (const GroundName& name : names) {
        if (first(name) && placing.placed.size() < most) placing.place(name);
    }
    for (const GroundName& name : names) {
        if (!first(name) && placing.placed.size() < most) placing.place(name);
    }
    return placing.placed;
}

}  // namespace raquette::viewer
