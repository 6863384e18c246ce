#include "viewer/panels/legend_panel.h"

#include "gis/text/numbers.h"
#include "viewer/map/circles.h"
#include "viewer/sheets/content.h"
#include "viewer/sheets/sign.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr double letter = 12;
constexpr double rowHeight = 20;
constexpr double signWidth = 26;
constexpr int mostLines = 3;
constexpr double mapScale = 0.8;  // of the signs on the window's map: circles measure the same in both

bool isWide(const LegendEntry& entry) {
    return entry.sign == Sign::Ramp || entry.sign == Sign::Circles;
}

}  // namespace

LegendPanel::LegendPanel(QWidget* parent) : QWidget(parent) {}

LegendPanel::~LegendPanel() = default;

void LegendPanel::showLegend(std::vector<LegendEntry> entries, const MapScene& scene, const MapLook& look, model::Language language) {
    entries_ = std::move(entries);
    language_ = language;
    layer_ = std::make_unique<Layer>(scene.layer);
    look_ = std::make_unique<MapLook>(look);
    counts_.clear();
    ramp_ = scene.ramp;
    if (scene.layer.kind == LayerKind::Indicators) {
        counts_.resize(scene.classes.count());
        for (const LandScene& land : scene.lands) {
            for (const AreaPiece& area : land.areas) {
                if (area.colourClass) ++counts_[*area.colourClass];
            }
        }
    }
    updateGeometry();
    setMinimumHeight(sizeHint().height());
    update();
}

double LegendPanel::rowsHeight(const LegendEntry& entry, double width) const {
    const Lettering letters;
    const double indent = isWide(entry) ? 0 : signWidth;
    const auto lines = letters.wrapped(qt(entry.text), letters.font(letter), width - indent, mostLines).size();
    const double text = std::max<double>(rowHeight, static_cast<double>(lines) * letter * 1.3 + 4);
    if (entry.sign == Sign::Circles) return text + circlesHeight(entry.shares, letter, mapScale);
    return text + static_cast<double>(entry.classes.size()) * rowHeight;
}

QSize LegendPanel::sizeHint() const {
    double height = 4;
    for (const LegendEntry& entry : entries_) height += rowsHeight(entry, std::max(width(), 180));
    return {180, static_cast<int>(height)};
}

void LegendPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    MapOptions options;
    options.theme = themeOf(QApplication::palette());
    options.language = language_;
    options.scale = 0.9;
    const Palette& colours = viewer::palette(options.theme);
    const Lettering& letters = options.lettering;
    const QFont font = letters.font(letter);
    const std::size_t most = counts_.empty() ? 0 : std::max<std::size_t>(1, *std::ranges::max_element(counts_));
    double top = 2;
    for (const LegendEntry& entry : entries_) {
        const bool ramp = entry.sign == Sign::Ramp;
        const double indent = isWide(entry) ? 0 : signWidth;
        double baseline = top + letter * 1.1;
        for (const QString& line : letters.wrapped(qt(entry.text), font, width() - indent, mostLines)) {
            letters.draw(painter, {indent, baseline}, line, font, colours.text);
            baseline += letter * 1.3;
        }
        const double opacity = look_->opacity(partOf(entry, layer_->kind));
        painter.setOpacity(opacity);
        if (entry.sign == Sign::Circles) {
            MapOptions asOnMap = options;
            asOnMap.scale = mapScale;
            drawNestedCircles(painter, {0, baseline - letter}, entry.shares, entry.classes, circleColour(*layer_, options.theme), font,
                              asOnMap);
        }
        if (!ramp) drawSign(painter, entry, QRectF(1, top + 2, 20, 12), options);
        painter.setOpacity(1);
        const std::vector<QColor> steps = counts_.empty() ? colours.unserved : rampSteps(colours, entry.classes.size(), ramp_);
        const double first = top + rowsHeight(entry, width()) - static_cast<double>(entry.classes.size()) * rowHeight;
        for (std::size_t i = 0; ramp && i < entry.classes.size(); ++i) {
            const double row = first + static_cast<double>(i) * rowHeight;
            painter.setOpacity(opacity);
            painter.fillRect(QRectF(1, row + 2, 20, 14), steps[std::min(i, steps.size() - 1)]);
            painter.setOpacity(1);
            letters.draw(painter, {signWidth, row + letter * 1.1}, qt(entry.classes[i]), font, colours.text);
            if (i >= counts_.size()) continue;
            const double room = width() - 150;
            painter.fillRect(QRectF(100, row + 4, room * static_cast<double>(counts_[i]) / static_cast<double>(most), 10), colours.noData);
            letters.drawRight(painter, {width() - 2.0, row + letter * 1.1},
                              qt(text::number(language_, static_cast<std::int64_t>(counts_[i]))), font, colours.textMuted);
        }
        top += rowsHeight(entry, width());
    }
}

}  // namespace raquette::viewer
