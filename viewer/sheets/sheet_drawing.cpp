#include "viewer/sheets/sheet_drawing.h"

#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/sheets/extent.h"
#include "viewer/sheets/furniture.h"
#include "viewer/sheets/panel.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace raquette::viewer {

namespace {

/// Height kept free under the map for scale bar and arrow.
double stripHeight(const SheetLayout& layout) {
    return layout.type.body * 3;
}

QRectF mapRoom(const SheetLayout& layout) {
    const double padding = layout.type.body * 0.8;
    return layout.map.adjusted(padding, padding, -padding, -stripHeight(layout));
}

/// A view that fits a box in the room within the map, yet draws the whole map box.
MapView viewOf(const Box& box, const SheetLayout& layout) {
    const QRectF room = mapRoom(layout);
    MapView view = fitted(box, room);
    const QPointF shift = layout.map.center() - room.center();
    view.target = layout.map;
    return panned(view, -shift);
}

void coverAround(QPainter& painter, const QRectF& page, const QRectF& hole, const QColor& colour) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    path.addRect(page.adjusted(-1e4, -1e4, 1e4, 1e4));
    path.addRect(hole);
    painter.fillPath(path, colour);
}

void drawHead(QPainter& painter, const Sheet& sheet) {
    const Palette& colours = palette(sheet.options.theme);
    const Lettering& letters = sheet.options.lettering;
    const SheetLayout& layout = sheet.layout;
    double y = layout.head.top();
    const auto say = [&](const QStringList& lines, const QFont& font, const QColor& colour) {
        for (const QString& line : lines) {
            y += letters.lineHeight(font);
            letters.draw(painter, {layout.head.left(), y - letters.lineHeight(font) * 0.26}, line, font, colour);
        }
    };
    const QFont study = letters.font(layout.type.study);
    say({letters.elided(qt(sheet.content.study), study, layout.head.width())}, study, colours.textMuted);
    say(layout.titleLines, letters.font(layout.type.title, true), colours.textStrong);
    say(layout.subtitleLines, letters.font(layout.type.subtitle), colours.text);
}

void drawFoot(QPainter& painter, const Sheet& sheet) {
    const Lettering& letters = sheet.options.lettering;
    const QFont font = letters.font(sheet.layout.type.foot);
    double y = sheet.layout.foot.top();
    for (const QString& line : sheet.layout.footLines) {
        y += letters.lineHeight(font);
        letters.draw(painter, {sheet.layout.foot.left(), y - letters.lineHeight(font) * 0.26}, line, font,
                     palette(sheet.options.theme).textMuted);
    }
}

constexpr double arrowPart = 0.62;  // of the plate's height

/// Where scale bar and arrow stand, at the map's lower left.
QRectF plateOf(const SheetLayout& layout, const MapView& view) {
    const double letter = layout.type.body * 0.9;
    const double bar = scaleBarLength(view, layout.map.width() * 0.2).value / view.metresPerUnit;
    const double height = stripHeight(layout) * 0.8;
    const double width = std::max(bar, letter * 4) + height * arrowPart + letter * 3;
    const double inset = layout.type.body * 0.4;
    return {layout.map.left() + inset, layout.map.bottom() - inset - height, width, height};
}

void drawMapFurniture(QPainter& painter, const Sheet& sheet) {
    const SheetLayout& layout = sheet.layout;
    const double letter = layout.type.body * 0.9;
    const QRectF plate = plateOf(layout, sheet.view);
    const double arrow = plate.height() * arrowPart;
    QColor plateColour = palette(sheet.options.theme).page;
    plateColour.setAlphaF(0.8F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plateColour);
    painter.drawRoundedRect(plate, 8 * layout.scale, 8 * layout.scale);
    drawNorthArrow(painter, {plate.left() + letter * 0.6 + arrow * 0.3, plate.center().y() + arrow * 0.28}, arrow, sheet.view,
                   frameOf(sheet.extent.land), sheet.options);
    drawScaleBar(painter, {plate.left() + letter * 1.6 + arrow * 0.6, plate.bottom() - plate.height() * 0.28}, sheet.view,
                 layout.map.width() * 0.2, letter, sheet.options);
}

std::int64_t mostPeopleOf(const MapScene& scene) {
    std::int64_t most = 0;
    for (const LandScene& land : scene.lands) {
        for (const NumberMark& mark : land.numbers) most = std::max(most, mark.people);
    }
    return most;
}

/// Holes are numbered as far as the list goes.
std::set<int> listedRanks(const Sheet& sheet) {
    std::set<int> ranks;
    for (std::size_t i = 0; i < sheet.layout.rows; ++i) ranks.insert(sheet.content.rows[i].rank);
    return ranks;
}

}  // namespace

std::unique_ptr<Sheet> composeSheet(const store::StudyState& state, const model::MapRequest& request, model::Language language,
                                    const SheetFormat& format, bool lettersAsPaths, const MapStyle& style, const MapLook& look) {
    auto sheet = std::make_unique<Sheet>();
    sheet->language = language;
    sheet->options.language = language;
    sheet->options.lettering.asPaths = lettersAsPaths;
    sheet->options.look = look;
    sheet->scene = makeScene(state, parseLayer(request.layer, state.study), Plane::OfLand, style);
    sheet->extent = extentOf(state, sheet->scene, request.extent);
    sheet->insets = insetsOf(sheet->scene, sheet->extent);
    // The side of the people's bins depends on the map's size, which depends on the other words only.
    sheet->content = contentOf(state, sheet->scene, sheet->extent, {}, language);
    sheet->layout = layOut(format, sheet->content, sheet->insets.size(), sheet->options.lettering);
    sheet->options.scale = signScale(sheet->layout);
    sheet->view = viewOf(sheet->extent.box, sheet->layout);
    if (const LandScene* land = sheet->scene.find(sheet->extent.land)) {
        const DrawnSizes sizes = drawnSizes(*land, sheet->view, sheet->options.scale);
        sheet->options.circleGrowth = sizes.circleGrowth;
        sheet->content.legend = legendOf(state, sheet->scene, sizes, language, look);
        sheet->layout = layOut(format, sheet->content, sheet->insets.size(), sheet->options.lettering);
        sheet->view = viewOf(sheet->extent.box, sheet->layout);
    }
    sheet->options.keepClear = plateOf(sheet->layout, sheet->view);
    sheet->options.ranks = listedRanks(*sheet);
    sheet->options.mostPeople = mostPeopleOf(sheet->scene);
    return sheet;
}

void drawSheet(QPainter& painter, const Sheet& sheet) {
    const Palette& colours = palette(sheet.options.theme);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(sheet.layout.page, colours.page);
    painter.save();
    painter.setClipRect(sheet.layout.map);
    if (const LandScene* land = sheet.scene.find(sheet.extent.land)) {
        drawMap(painter, sheet.scene, *land, sheet.view, sheet.options);
    } else {
        painter.fillRect(sheet.layout.map, colours.sea);
    }
    painter.restore();
    coverAround(painter, sheet.layout.page, sheet.layout.map, colours.page);
    drawMapFurniture(painter, sheet);
    drawHead(painter, sheet);
    drawList(painter, sheet);
    drawLegend(painter, sheet);
    drawInsets(painter, sheet);
    drawFoot(painter, sheet);
}

}  // namespace raquette::viewer
