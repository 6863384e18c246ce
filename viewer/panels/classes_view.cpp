#include "viewer/panels/classes_view.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr int viewHeight = 56;  // pixels
constexpr std::size_t bins = 44;

/// How many figures in each stretch from the least to the most.
std::vector<std::size_t> heights(const std::vector<double>& figures, double least, double most) {
    std::vector<std::size_t> counts(bins);
    const double step = (most - least) / static_cast<double>(bins);
    for (const double figure : figures) {
        const auto bin = step > 0 ? static_cast<std::size_t>((figure - least) / step) : 0;
        ++counts[std::min(bin, bins - 1)];
    }
    return counts;
}

}  // namespace

ClassesView::ClassesView(QWidget* parent) : QWidget(parent) {
    setFixedHeight(viewHeight);
}

void ClassesView::show(std::vector<double> figures, std::vector<double> bounds, Ramp ramp) {
    figures_ = std::move(figures);
    bounds_ = std::move(bounds);
    ramp_ = ramp;
    update();
}

QSize ClassesView::sizeHint() const {
    return {180, viewHeight};
}

void ClassesView::paintEvent(QPaintEvent*) {
    if (figures_.empty()) return;
    QPainter painter(this);
    const Palette& colours = viewer::palette(themeOf(QApplication::palette()));
    const auto [least, most] = std::ranges::minmax(figures_);
    const std::vector<std::size_t> counts = heights(figures_, least, most);
    const auto tallest = static_cast<double>(*std::ranges::max_element(counts));
    const std::vector<QColor> steps = rampSteps(colours, bounds_.size() + 1, ramp_);
    const double step = width() / static_cast<double>(bins);
    for (std::size_t i = 0; i < bins; ++i) {
        if (counts[i] == 0) continue;
        const double middle = least + (most - least) * (static_cast<double>(i) + 0.5) / static_cast<double>(bins);
        const auto inClass = static_cast<std::size_t>(std::ranges::upper_bound(bounds_, middle) - bounds_.begin());
        const double tall = std::max(2.0, (viewHeight - 6) * static_cast<double>(counts[i]) / tallest);
        painter.fillRect(QRectF(static_cast<double>(i) * step, viewHeight - 2 - tall, step - 0.5, tall), steps[inClass]);
    }
    painter.setPen(QPen(colours.text, 1, Qt::DotLine));
    for (const double bound : bounds_) {
        if (bound < least || bound > most || most <= least) continue;
        const double x = width() * (bound - least) / (most - least);
        painter.drawLine(QPointF(x, 0), QPointF(x, viewHeight));
    }
    painter.setPen(QPen(colours.departementLine, 1));
    painter.drawLine(QPointF(0, viewHeight - 1.5), QPointF(width(), viewHeight - 1.5));
}

}  // namespace raquette::viewer
