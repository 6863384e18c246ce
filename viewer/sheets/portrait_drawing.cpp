#include "viewer/sheets/furniture.h"
#include "viewer/sheets/portrait.h"
#include "viewer/sheets/sign.h"

#include <algorithm>
#include <array>

namespace raquette::viewer {

namespace {

constexpr double baselineOf = 0.98;  // of a letter's size, from the top of its line
constexpr double lineOf = 1.3;
constexpr double headingOf = 1.7;

/// The pen and paper of one page.
class Drawing {
public:
    Drawing(QPainter& painter, const PortraitPage& page)
        : painter_(painter), page_(page), layout_(page.layout), letters_(page.options.lettering), colours_(palette(page.options.theme)) {}

    void drawHead() {
        double y = layout_.head.top();
        const auto say = [&](const QStringList& lines, const QFont& font, double height, const QColor& colour) {
            for (const QString& line : lines) {
                letters_.draw(painter_, {layout_.head.left(), y + font.pixelSize() * baselineOf}, line, font, colour);
                y += height;
            }
        };
        const QFont study = letters_.font(layout_.type.study);
        say({letters_.elided(qt(page_.content.study), study, layout_.head.width())}, study, layout_.type.study * lineOf,
            colours_.textMuted);
        const QFont title = letters_.font(layout_.type.title, true);
        say(layout_.titleLines, title, letters_.lineHeight(title), colours_.textStrong);
        const QFont subtitle = letters_.font(layout_.type.subtitle);
        say(layout_.subtitleLines, subtitle, letters_.lineHeight(subtitle), colours_.text);
    }

    void drawMap() {
        painter_.save();
        painter_.setClipRect(layout_.map);
        const LandScene* land = page_.scene->find(page_.land);
        if (land == nullptr)
            painter_.fillRect(layout_.map, colours_.sea);
        else
            drawSurfaces(painter_, *page_.scene, *land, page_.view, page_.options, layout_.map);
        drawMarks(painter_, page_.marks, page_.view, page_.options);  // below the names
        for (const geometry::PlanePoint& point : page_.points) ring(page_.view.toTarget(point), page_.points.size() == 1 ? 16 : 7);
        if (land != nullptr) drawSigns(painter_, *page_.scene, *land, page_.view, page_.options);
        painter_.restore();
        painter_.setPen(QPen(colours_.departementLine, 1));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(layout_.map);
        drawPlate();
    }

    void drawLegend() {
        double top = layout_.side.top();
        const double letter = layout_.type.small;
        const QFont font = letters_.font(letter);
        for (std::size_t i = 0; i < layout_.legendEntries; ++i) {
            const LegendEntry& entry = page_.content.legend[i];
            const bool ramp = entry.sign == Sign::Ramp;
            const double indent = ramp ? 0 : letter * 3;
            double y = top;
            for (const QString& line : letters_.wrapped(qt(entry.text), font, layout_.side.width() - indent, 3)) {
                letters_.draw(painter_, {layout_.side.left() + indent, y + letter * baselineOf}, line, font, colours_.text);
                y += letter * lineOf;
            }
            if (ramp)
                drawRamp(entry, {layout_.side.left(), y + letter * 0.2});
            else
                drawSign(painter_, entry, QRectF(layout_.side.left(), top + letter * 0.1, letter * 2.2, letter * 1.05), page_.options);
            top += portraitLegendHeight(entry, layout_, letters_);
        }
    }

    void drawBlock(const PortraitLayout::Block& block) {
        drawHeading(block.heading, block.box.topLeft(), block.box.width());
        double y = block.box.top() + layout_.type.heading * headingOf;
        const QFont font = letters_.font(layout_.type.body);
        for (const PortraitLayout::Line& line : block.lines) {
            const double baseline = y + layout_.type.body * baselineOf;
            if (line.bullet) letters_.draw(painter_, {block.box.left(), baseline}, QStringLiteral("•"), font, colours_.coveredEdge);
            letters_.draw(painter_, {block.box.left() + layout_.type.body * 0.8, baseline}, line.words, font, colours_.text);
            y += layout_.type.body * lineOf;
        }
    }

    /// Figures at the right of their columns; the page's own territory in bold.
    void drawTable() {
        const QRectF& box = layout_.table;
        drawHeading(letters_.elided(qt(page_.content.tableTitle), letters_.font(layout_.type.heading, true), box.width()), box.topLeft(),
                    box.width());
        double y = box.top() + layout_.type.heading * headingOf;
        drawRow(page_.content.tableHead, y, letters_.font(layout_.type.small), colours_.textMuted);
        for (std::size_t i = 0; i < page_.content.rows.size(); ++i) {
            const PortraitContent::Row& row = page_.content.rows[i];
            y += layout_.rowHeight;
            painter_.setPen(QPen(colours_.departementLine, 1));
            painter_.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
            drawRow({row.name, row.people, row.providers, row.covered, row.perInhabitant}, y, letters_.font(layout_.type.body, i == 0),
                    i == 0 ? colours_.textStrong : colours_.text);
        }
    }

    void drawFoot() {
        const QFont font = letters_.font(layout_.type.foot);
        double y = layout_.foot.top();
        for (const QString& line : layout_.footLines) {
            y += letters_.lineHeight(font);
            letters_.draw(painter_, {layout_.foot.left(), y - letters_.lineHeight(font) * 0.26}, line, font, colours_.textMuted);
        }
    }

private:
    void drawHeading(const QString& heading, QPointF topLeft, double width) {
        const QFont font = letters_.font(layout_.type.heading, true);
        letters_.draw(painter_, topLeft + QPointF(0, layout_.type.heading * baselineOf), heading, font, colours_.textStrong);
        const double y = topLeft.y() + layout_.type.heading * 1.35;
        painter_.setPen(QPen(colours_.coveredEdge, 2));
        painter_.drawLine(QPointF(topLeft.x(), y), QPointF(topLeft.x() + width, y));
    }

    /// Scale bar and arrow.
    void drawPlate() {
        const QRectF& plate = layout_.plate;
        QColor colour = colours_.page;
        colour.setAlphaF(0.8F);
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(colour);
        painter_.drawRoundedRect(plate, 8, 8);
        drawNorthArrow(painter_, {plate.left() + 22, plate.center().y() + 10}, 36, page_.view, frameOf(page_.land), page_.options);
        drawScaleBar(painter_, {plate.left() + 48, plate.bottom() - 14}, page_.view, plate.width() - 60, layout_.type.small, page_.options);
    }

    void drawRow(const std::vector<std::string>& cells, double top, const QFont& font, const QColor& colour) {
        constexpr std::array ends{0.34, 0.48, 0.64, 0.8, 1.0};  // of the width, right ends of the columns
        const QRectF& box = layout_.table;
        const double baseline = top + layout_.rowHeight * 0.68;
        for (std::size_t i = 0; i < std::min(cells.size(), ends.size()); ++i) {
            const double from = i == 0 ? 0 : ends[i - 1];
            const double room = (ends[i] - from) * box.width() - layout_.type.small * 0.5;
            const QString words = letters_.elided(qt(cells[i]), font, room);
            if (i == 0)
                letters_.draw(painter_, {box.left(), baseline}, words, font, colour);
            else
                letters_.drawRight(painter_, {box.left() + ends[i] * box.width(), baseline}, words, font, colour);
        }
    }

    void drawRamp(const LegendEntry& entry, QPointF topLeft) {
        const std::vector<QColor>& ramp = colours_.unserved;
        const std::size_t count = std::min(ramp.size(), entry.classes.size());
        const double letter = layout_.type.small;
        const double step = layout_.side.width() / static_cast<double>(std::max<std::size_t>(count, 1));
        const QFont font = letters_.font(letter * 0.85);
        for (std::size_t i = 0; i < count; ++i) {
            const QRectF box(topLeft + QPointF(static_cast<double>(i) * step, 0), QSizeF(step, letter));
            painter_.fillRect(box, ramp[i]);
            letters_.drawCentred(painter_, {box.center().x(), box.bottom() + letter * 0.7},
                                 letters_.elided(qt(entry.classes[i]), font, step), font, colours_.text);
        }
    }

    /// Where a commune without an outline is.
    void ring(QPointF at, double radius) {
        painter_.setBrush(Qt::NoBrush);
        painter_.setPen(QPen(colours_.page, 5));
        painter_.drawEllipse(at, radius, radius);
        painter_.setPen(QPen(colours_.textStrong, 2.4));
        painter_.drawEllipse(at, radius, radius);
    }

    QPainter& painter_;
    const PortraitPage& page_;
    const PortraitLayout& layout_;
    const Lettering& letters_;
    const Palette& colours_;
};

}  // namespace

void drawPortrait(QPainter& painter, const PortraitPage& page) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(page.layout.page, palette(page.options.theme).page);
    Drawing sheet(painter, page);
    sheet.drawMap();
    sheet.drawHead();
    sheet.drawLegend();
    for (const PortraitLayout::Block& block : page.layout.blocks) sheet.drawBlock(block);
    sheet.drawTable();
    sheet.drawFoot();
}

}  // namespace raquette::viewer
