#include "viewer/map/crowd.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace raquette::viewer {

namespace {

constexpr std::size_t crowd = 20000;  // dots in view: a screen holds no more side by side

/// Which squares of a view hold a dot, of each kind.
class Squares {
public:
    Squares(const QRectF& target, double side)
        : corner_(target.topLeft()), side_(side), columns_(count(target.width(), side)), rows_(count(target.height(), side)) {
        for (std::vector<bool>& kind : taken_) kind.assign(columns_ * rows_, false);
    }
    /// True for the first dot of its kind in its square.
    bool take(QPointF at, DotKind kind) {
        const std::size_t column = std::min(columns_ - 1, static_cast<std::size_t>((at.x() - corner_.x()) / side_));
        const std::size_t row = std::min(rows_ - 1, static_cast<std::size_t>((at.y() - corner_.y()) / side_));
        std::vector<bool>& taken = taken_.at(static_cast<std::size_t>(kind));
        const bool first = !taken[row * columns_ + column];
        taken[row * columns_ + column] = true;
        return first;
    }

private:
    static std::size_t count(double length, double side) { return static_cast<std::size_t>(std::ceil(length / side)) + 1; }

    QPointF corner_;
    double side_;
    std::size_t columns_, rows_;
    std::array<std::vector<bool>, 3> taken_;
};

}  // namespace

std::vector<Dot> dotsInView(const std::vector<Dot>& dots, const MapView& view, double radius) {
    std::vector<const Dot*> seen;
    for (const Dot& dot : dots) {
        if (view.target.contains(view.toTarget(dot.at))) seen.push_back(&dot);
    }
    if (seen.size() > crowd) {
        Squares squares(view.target, radius);
        std::erase_if(seen, [&](const Dot* dot) { return !squares.take(view.toTarget(dot->at), dot->kind); });
    }
    std::vector<Dot> shown;
    shown.reserve(seen.size());
    for (const Dot* dot : seen) shown.push_back(*dot);
    return shown;
}

}  // namespace raquette::viewer
