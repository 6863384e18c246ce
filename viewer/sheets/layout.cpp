#include "viewer/sheets/layout.h"

#include "viewer/map/circles.h"

#include <algorithm>
#include <cmath>

namespace raquette::viewer {

namespace {

TypeSizes typeSizes(double scale) {
    const auto size = [scale](double wanted, double least) { return std::max(std::round(wanted * scale), least); };
    return {size(17, 9), size(36, 17), size(22, 11), size(20, 11), size(18, 10), size(13.5, 8)};
}

/// As many foot sizes down as it takes to leave the map most of the page: long sources get smaller letters, not fewer words.
void layFoot(SheetLayout& layout, const SheetContent& content, const Lettering& lettering, double width) {
    constexpr int unlimited = 1000;
    constexpr double mostOfPage = 0.2;
    const double least = std::max(6.0, layout.type.foot * 0.6);
    while (true) {
        layout.footLines.clear();
        const QFont font = lettering.font(layout.type.foot);
        for (const std::string& paragraph : content.foot) layout.footLines += lettering.wrapped(qt(paragraph), font, width, unlimited);
        const double height = lettering.lineHeight(font) * static_cast<double>(layout.footLines.size());
        if (height <= layout.page.height() * mostOfPage || layout.type.foot <= least) {
            layout.foot = QRectF(0, 0, width, height);
            return;
        }
        layout.type.foot = std::max(least, layout.type.foot - 1);
    }
}

void layHead(SheetLayout& layout, const SheetContent& content, const Lettering& lettering, double margin, double width) {
    const QFont title = lettering.font(layout.type.title, true);
    const QFont subtitle = lettering.font(layout.type.subtitle);
    layout.titleLines = lettering.wrapped(qt(content.title), title, width, 2);
    layout.subtitleLines = lettering.wrapped(qt(content.subtitle), subtitle, width, 2);
    const double height = lettering.lineHeight(lettering.font(layout.type.study)) +
                          lettering.lineHeight(title) * static_cast<double>(layout.titleLines.size()) +
                          lettering.lineHeight(subtitle) * static_cast<double>(layout.subtitleLines.size());
    layout.head = QRectF(margin, margin, width, height);
}

double legendHeight(const SheetLayout& layout, const SheetContent& content, double width, const Lettering& lettering) {
    double rows = 0;
    for (const LegendEntry& entry : content.legend) rows += legendRows(entry, layout, width, lettering);
    return layout.type.heading * 1.8 + rows * layout.legendRowHeight;
}

/// Rows of the list that fit in a height, heading and « et 12 autres » counted.
std::size_t rowsThatFit(const SheetLayout& layout, double height, std::size_t wanted) {
    const double room = height - layout.type.heading * 1.8;
    const auto fit = static_cast<std::size_t>(std::max(0.0, std::floor(room / layout.rowHeight)));
    return wanted <= fit ? wanted : (fit == 0 ? 0 : fit - 1);
}

/// Map at the left, the panel at its right: list, legend, insets from top to bottom.
void layBeside(SheetLayout& layout, const SheetContent& content, std::size_t insetCount, const Lettering& lettering, const QRectF& body,
               double gap) {
    const double panel = std::max(body.width() * 0.335, 15 * layout.type.body);
    layout.map = QRectF(body.left(), body.top(), body.width() - panel - gap, body.height());
    const QRectF side(layout.map.right() + gap, body.top(), panel, body.height());
    const double insets =
        insetCount == 0 ? 0 : std::min(panel / static_cast<double>(std::max<std::size_t>(insetCount, 3)), body.height() * 0.2) * 1.25;
    double legend = legendHeight(layout, content, panel, lettering);
    const double leastList =
        layout.type.heading * 1.8 + layout.rowHeight * static_cast<double>(std::min<std::size_t>(content.rows.size(), 3));
    const double room = side.height() - insets - (insetCount == 0 ? gap : 2 * gap);
    while (legend + leastList > room && layout.legendRowHeight > layout.type.body * 1.1) {
        layout.legendRowHeight *= 0.95;
        legend = legendHeight(layout, content, panel, lettering);
    }
    layout.insets = QRectF(side.left(), side.bottom() - insets, panel, insets);
    const double roomPerRow =
        (room - legend - layout.type.heading * 1.8) / static_cast<double>(std::max<std::size_t>(content.rows.size(), 1));
    layout.rowHeight = std::clamp(roomPerRow, layout.type.body * 1.5, layout.type.body * 2);
    layout.rows = rowsThatFit(layout, room - legend, content.rows.size());
    const double list =
        layout.type.heading * 1.8 + layout.rowHeight * static_cast<double>(layout.rows + (layout.rows < content.rows.size() ? 1 : 0));
    layout.list = QRectF(side.left(), side.top(), panel, list);
    const double legendTop = std::max(layout.list.bottom() + gap, side.bottom() - insets - (insetCount == 0 ? 0 : gap) - legend);
    layout.legend = QRectF(side.left(), std::min(legendTop, layout.list.bottom() + 3 * gap), panel, legend);
}

/// A tall page: the map on top, list and legend side by side under it, insets below the legend.
void layBelow(SheetLayout& layout, const SheetContent& content, std::size_t insetCount, const Lettering& lettering, const QRectF& body,
              double gap) {
    const double column = (body.width() - gap) / 2;
    const double insets = insetCount == 0 ? 0 : column / static_cast<double>(std::max<std::size_t>(insetCount, 3)) * 1.25;
    const double legend = legendHeight(layout, content, column, lettering);
    const double right = legend + (insetCount == 0 ? 0 : insets + gap);
    const double wanted = layout.type.heading * 1.8 + layout.rowHeight * static_cast<double>(content.rows.size());
    const double panel = std::min(std::max(right, wanted), body.height() * 0.6);
    layout.map = QRectF(body.left(), body.top(), body.width(), body.height() - panel - gap);
    const double top = layout.map.bottom() + gap;
    layout.rows = rowsThatFit(layout, panel, content.rows.size());
    layout.list = QRectF(body.left(), top, column, panel);
    layout.legend = QRectF(body.left() + column + gap, top, column, legend);
    layout.insets = QRectF(layout.legend.left(), layout.legend.bottom() + gap, column, insets);
}

}  // namespace

double signScale(const SheetLayout& layout) {
    return std::max(layout.scale, 0.55);
}

double legendRows(const LegendEntry& entry, const SheetLayout& layout, double width, const Lettering& lettering) {
    const QFont font = lettering.font(layout.type.body);
    const bool wide = entry.sign == Sign::Ramp || entry.sign == Sign::Circles;
    const double room = wide ? width : width - layout.type.body * 3.2;
    const auto lines = static_cast<double>(lettering.wrapped(qt(entry.text), font, room, 2).size());
    const double circles = circlesHeight(entry.shares, layout.type.body, signScale(layout)) / layout.legendRowHeight;
    return std::max(1.0, lines) * (lines > 1 ? 0.9 : 1) + (entry.sign == Sign::Ramp ? 1.7 : circles);
}

SheetLayout layOut(const SheetFormat& format, const SheetContent& content, std::size_t insetCount, const Lettering& lettering) {
    SheetLayout layout;
    const QSizeF size = format.size;
    layout.scale = format.scale;
    layout.type = typeSizes(layout.scale);
    layout.rowHeight = layout.type.body * 2;
    layout.legendRowHeight = layout.type.body * 1.75;
    layout.page = QRectF(QPointF(0, 0), size);
    const double margin = std::max(12.0, 44 * layout.scale);
    const double gap = std::max(8.0, 28 * layout.scale);
    const double width = size.width() - 2 * margin;
    layHead(layout, content, lettering, margin * 0.8, width);
    layout.head.moveLeft(margin);
    layFoot(layout, content, lettering, width);
    layout.foot.moveTo(margin, size.height() - margin * 0.6 - layout.foot.height());
    const QRectF body(margin, layout.head.bottom() + gap * 0.7, width, layout.foot.top() - gap * 0.6 - layout.head.bottom() - gap * 0.7);
    if (isTall(size))
        layBelow(layout, content, insetCount, lettering, body, gap);
    else
        layBeside(layout, content, insetCount, lettering, body, gap);
    return layout;
}

}  // namespace raquette::viewer
