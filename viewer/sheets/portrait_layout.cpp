#include "viewer/sheets/portrait_layout.h"

#include <algorithm>
#include <cmath>

namespace raquette::viewer {

namespace {

constexpr QSizeF pageSize(1285, 1819);
constexpr double margin = 64;  // of what printers cannot reach, and of the eye
constexpr double gap = 24;
constexpr double lineOf = 1.3;     // of a letter's size
constexpr double headingOf = 1.7;  // the same, of a heading with the room below it

/// A block while its items are being left out.
struct Column {
    struct Part {
        const PortraitContent::Block* block;
        std::vector<QStringList> items;
        std::size_t shown;

        std::size_t lines() const {
            std::size_t count = shown < block->items.size() ? 1 : 0;  // « et 4 autres »
            for (std::size_t i = 0; i < shown; ++i) count += static_cast<std::size_t>(items[i].size());
            return count;
        }
    };
    std::vector<Part> parts;

    double height(const PortraitLayout::Sizes& type) const {
        double sum = 0;
        for (const Part& part : parts) sum += type.heading * headingOf + static_cast<double>(part.lines()) * type.body * lineOf + gap;
        return sum;
    }
};

/// Items go one by one, from the end of the longest block.
Column fittedColumn(const std::vector<PortraitContent::Block>& blocks, double width, double room, const PortraitLayout::Sizes& type,
                    const Lettering& lettering) {
    constexpr std::size_t most = 40;  // no page has room for more
    Column column;
    for (const PortraitContent::Block& block : blocks) {
        Column::Part part{&block, {}, std::min(most, block.items.size())};
        for (std::size_t i = 0; i < part.shown; ++i) part.items.push_back(portraitLines(block.items[i], width, type.body, lettering));
        if (!part.items.empty()) column.parts.push_back(std::move(part));
    }
    while (column.height(type) > room) {
        Column::Part* longest = nullptr;
        for (Column::Part& part : column.parts) {
            if (part.shown > 1 && (longest == nullptr || part.lines() > longest->lines())) longest = &part;
        }
        if (longest == nullptr) break;
        --longest->shown;
    }
    return column;
}

void place(const Column& column, QPointF topLeft, double width, const PortraitContent& content, PortraitLayout& layout) {
    for (const Column::Part& part : column.parts) {
        PortraitLayout::Block block{qt(part.block->heading), {}, {}};
        for (std::size_t i = 0; i < part.shown; ++i) {
            for (const QString& line : part.items[i]) block.lines.push_back({line, &line == &part.items[i].front()});
        }
        const std::size_t left = part.block->items.size() - part.shown;
        if (left == 1) block.lines.push_back({qt(content.moreOne)});
        if (left > 1) block.lines.push_back({qt(content.more).arg(left)});
        const double height = layout.type.heading * headingOf + static_cast<double>(block.lines.size()) * layout.type.body * lineOf;
        block.box = QRectF(topLeft, QSizeF(width, height));
        topLeft.ry() += height + gap;
        layout.blocks.push_back(std::move(block));
    }
}

void layHead(const PortraitContent& content, const Lettering& lettering, double width, PortraitLayout& layout) {
    const QFont title = lettering.font(layout.type.title, true);
    const QFont subtitle = lettering.font(layout.type.subtitle);
    layout.titleLines = lettering.wrapped(qt(content.title), title, width, 3);
    layout.subtitleLines = lettering.wrapped(qt(content.subtitle), subtitle, width, 2);
    const double height = layout.type.study * lineOf + static_cast<double>(layout.titleLines.size()) * lettering.lineHeight(title) +
                          static_cast<double>(layout.subtitleLines.size()) * lettering.lineHeight(subtitle);
    layout.head = QRectF(margin, margin * 0.8, width, height);
}

/// Smaller letters, not fewer words, down to what can still be read; then the page keeps a fifth for it.
void layFoot(const PortraitContent& content, const Lettering& lettering, double width, PortraitLayout& layout) {
    constexpr int unlimited = 1000;
    constexpr double mostOfPage = 0.13;
    constexpr double least = 9;
    const double most = pageSize.height() * mostOfPage;
    while (true) {
        layout.footLines.clear();
        const QFont font = lettering.font(layout.type.foot);
        for (const std::string& paragraph : content.foot) layout.footLines += lettering.wrapped(qt(paragraph), font, width, unlimited);
        double height = lettering.lineHeight(font) * static_cast<double>(layout.footLines.size());
        if (height > most && layout.type.foot > least) {
            layout.type.foot -= 0.5;
            continue;
        }
        const auto fit = static_cast<qsizetype>(most * 1.5 / lettering.lineHeight(font));
        if (layout.footLines.size() > fit) {
            layout.footLines.resize(fit);
            layout.footLines.back() += QStringLiteral(" …");
            height = lettering.lineHeight(font) * static_cast<double>(fit);
        }
        layout.foot = QRectF(margin, pageSize.height() - margin * 0.7 - height, width, height);
        return;
    }
}

void layLegend(const PortraitContent& content, const Lettering& lettering, PortraitLayout& layout) {
    double room = layout.side.height();
    for (const LegendEntry& entry : content.legend) {
        room -= portraitLegendHeight(entry, layout, lettering);
        if (room < 0) return;
        ++layout.legendEntries;
    }
}

}  // namespace

QStringList portraitLines(const std::string& item, double width, double size, const Lettering& lettering) {
    constexpr int most = 3;
    return lettering.wrapped(qt(item), lettering.font(size), width - size, most);
}

double portraitLegendHeight(const LegendEntry& entry, const PortraitLayout& layout, const Lettering& lettering) {
    constexpr int most = 3;
    const double room = layout.side.width() - (entry.sign == Sign::Ramp ? 0 : layout.type.small * 3);
    const auto lines = lettering.wrapped(qt(entry.text), lettering.font(layout.type.small), room, most).size();
    const double ramp = entry.sign == Sign::Ramp ? layout.type.small * 2.6 : 0;
    return (static_cast<double>(lines) * lineOf + 0.5) * layout.type.small + ramp;
}

PortraitLayout layOut(const PortraitContent& content, const Lettering& lettering) {
    constexpr double leastMap = 520;
    constexpr double mostMap = 760;  // where little is known the map takes the room
    constexpr double mapShare = 0.66;
    constexpr QSizeF plate(230, 60);
    PortraitLayout layout;
    layout.page = QRectF(QPointF(0, 0), pageSize);
    layout.rowHeight = layout.type.body * 1.6;
    const double width = pageSize.width() - 2 * margin;
    layHead(content, lettering, width, layout);
    layFoot(content, lettering, width, layout);
    const double tableHeight = layout.type.heading * headingOf + layout.rowHeight * (1 + static_cast<double>(content.rows.size()));
    layout.table = QRectF(margin, layout.foot.top() - gap - tableHeight, width, tableHeight);
    const double column = (width - gap) / 2;
    const double top = layout.head.bottom() + gap;
    const double room = layout.table.top() - gap - top;  // of the map and the lists
    const Column left = fittedColumn(content.left, column, room - leastMap, layout.type, lettering);
    const Column right = fittedColumn(content.right, column, room - leastMap, layout.type, lettering);
    const double lists = std::max(left.height(layout.type), right.height(layout.type));
    layout.map = QRectF(margin, top, width * mapShare - gap, std::clamp(room - lists, leastMap, mostMap));
    layout.plate = QRectF(layout.map.bottomLeft() - QPointF(-8, plate.height() + 8), plate);
    layout.side = QRectF(layout.map.right() + gap, top, width - layout.map.width() - gap, layout.map.height());
    layLegend(content, lettering, layout);
    place(left, {margin, layout.map.bottom() + gap}, column, content, layout);
    place(right, {margin + column + gap, layout.map.bottom() + gap}, column, content, layout);
    return layout;
}

}  // namespace raquette::viewer
