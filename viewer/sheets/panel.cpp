#include "viewer/sheets/panel.h"

#include "gis/text/catalogue.h"
#include "viewer/map/circles.h"
#include "viewer/sheets/inset.h"
#include "viewer/sheets/sign.h"

#include <algorithm>
#include <string>

namespace raquette::viewer {

namespace {

void drawHeading(QPainter& painter, const Sheet& sheet, QPointF topLeft, double width, const std::string& text) {
    const Lettering& letters = sheet.options.lettering;
    const QFont font = letters.font(sheet.layout.type.heading, true);
    letters.draw(painter, topLeft + QPointF(0, sheet.layout.type.heading), letters.elided(qt(text), font, width), font,
                 palette(sheet.options.theme).textStrong);
}

void drawRow(QPainter& painter, const Sheet& sheet, const ListRow& row, double top) {
    const Palette& colours = palette(sheet.options.theme);
    const Lettering& letters = sheet.options.lettering;
    const SheetLayout& layout = sheet.layout;
    const QRectF& list = layout.list;
    const double baseline = top + layout.rowHeight * 0.66;
    const QFont plain = letters.font(layout.type.body);
    const QFont bold = letters.font(layout.type.body, true);
    const double indent = row.rank > 0 ? layout.type.body * 2 : 0;
    if (row.rank > 0)
        letters.drawRight(painter, {list.left() + indent - layout.type.body * 0.7, baseline}, QString::number(row.rank), bold,
                          colours.number);
    const QString figure = letters.elided(qt(row.figure), plain, list.width() * 0.4);
    const double figureWidth = letters.width(figure, plain);
    letters.drawRight(painter, {list.right(), baseline}, figure, plain, colours.text);
    letters.draw(painter, {list.left() + indent, baseline},
                 letters.elided(qt(row.name), plain, list.width() - indent - figureWidth - layout.type.body), plain, colours.textStrong);
    painter.setPen(QPen(colours.sea.darker(106), std::max(0.6, layout.scale)));
    painter.drawLine(QPointF(list.left(), top + layout.rowHeight), QPointF(list.right(), top + layout.rowHeight));
}

/// Classes side by side with their labels under them.
void drawRamp(QPainter& painter, const Sheet& sheet, const LegendEntry& entry, QPointF topLeft) {
    const Palette& colours = palette(sheet.options.theme);
    const Lettering& letters = sheet.options.lettering;
    const SheetLayout& layout = sheet.layout;
    const bool unserved = sheet.scene.layer.kind == LayerKind::Gaps;
    const std::vector<QColor> ramp = unserved ? colours.unserved : rampSteps(colours, entry.classes.size(), sheet.scene.ramp);
    const double step = std::min(layout.legend.width() / static_cast<double>(ramp.size()), layout.type.body * 5.4);
    const double height = layout.type.body * 0.95;
    const QFont font = letters.font(std::max(layout.type.body * 0.85, 8.0));
    for (std::size_t i = 0; i < ramp.size(); ++i) {
        const QRectF box(topLeft + QPointF(static_cast<double>(i) * step, 0), QSizeF(step, height));
        painter.fillRect(box, ramp[i]);
        letters.drawCentred(painter, {box.center().x(), box.bottom() + layout.type.body * 0.75},
                            letters.elided(qt(entry.classes[i]), font, step * 1.02), font, colours.text);
    }
}

}  // namespace

void drawList(QPainter& painter, const Sheet& sheet) {
    const SheetLayout& layout = sheet.layout;
    drawHeading(painter, sheet, layout.list.topLeft(), layout.list.width(), sheet.content.listTitle);
    double top = layout.list.top() + layout.type.heading * 1.5;
    for (std::size_t i = 0; i < layout.rows; ++i) {
        drawRow(painter, sheet, sheet.content.rows[i], top);
        top += layout.rowHeight;
    }
    if (layout.rows >= sheet.content.rows.size()) return;
    const std::string more = std::to_string(sheet.content.rows.size() - layout.rows);
    const Lettering& letters = sheet.options.lettering;
    letters.draw(painter, {layout.list.left(), top + layout.rowHeight * 0.66},
                 qt(text::say(sheet.language, "sheet.list.more", {{"n", more}})), letters.font(layout.type.body),
                 palette(sheet.options.theme).textMuted);
}

void drawLegend(QPainter& painter, const Sheet& sheet) {
    const SheetLayout& layout = sheet.layout;
    const Lettering& letters = sheet.options.lettering;
    const QFont font = letters.font(layout.type.body);
    drawHeading(painter, sheet, layout.legend.topLeft(), layout.legend.width(), text::say(sheet.language, "sheet.legend"));
    double top = layout.legend.top() + layout.type.heading * 1.7;
    for (const LegendEntry& entry : sheet.content.legend) {
        const bool ramp = entry.sign == Sign::Ramp;
        const double height = legendRows(entry, layout, layout.legend.width(), letters) * layout.legendRowHeight;
        const bool circles = entry.sign == Sign::Circles;
        const double indent = ramp || circles ? 0 : layout.type.body * 3.2;
        const QStringList lines = letters.wrapped(qt(entry.text), font, layout.legend.width() - indent, 2);
        const double lineHeight = std::min(letters.lineHeight(font), layout.legendRowHeight * 0.9);
        double baseline = top + layout.type.body * 0.95;
        for (const QString& line : lines) {
            letters.draw(painter, {layout.legend.left() + indent, baseline}, line, font, palette(sheet.options.theme).text);
            baseline += lineHeight;
        }
        painter.setOpacity(sheet.options.look.opacity(partOf(entry, sheet.scene.layer.kind)));
        if (ramp)
            drawRamp(painter, sheet, entry, {layout.legend.left(), baseline - lineHeight + layout.type.body * 0.5});
        else if (circles)
            drawNestedCircles(painter, {layout.legend.left(), baseline - lineHeight + layout.type.body * 0.3}, entry.shares, entry.classes,
                              circleColour(sheet.scene.layer, sheet.options.theme), font, sheet.options);
        else
            drawSign(painter, entry,
                     QRectF(layout.legend.left() + 1, top + layout.type.body * 0.08, layout.type.body * 2.2, layout.type.body * 1.05),
                     sheet.options);
        painter.setOpacity(1);
        top += height;
    }
}

void drawInsets(QPainter& painter, const Sheet& sheet) {
    if (sheet.insets.empty()) return;
    const SheetLayout& layout = sheet.layout;
    const double gap = layout.type.body * 0.4;
    const double slot = layout.insets.width() / static_cast<double>(std::max<std::size_t>(sheet.insets.size(), 3));
    double left = layout.insets.left();
    for (const LandScene* land : sheet.insets) {
        drawInset(painter, sheet.scene, *land, QRectF(left, layout.insets.top(), slot - gap, layout.insets.height()),
                  std::max(8.0, layout.type.foot), sheet.options);
        left += slot;
    }
}

}  // namespace raquette::viewer
