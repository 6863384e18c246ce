#include "viewer/panels/distribution_view.h"

#include "gis/text/numbers.h"
#include "viewer/map/lettering.h"
#include "viewer/map/palette.h"
#include "viewer/panels/distribution.h"
#include "viewer/text/words.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <string>

namespace raquette::viewer {

namespace {

constexpr double letter = 11;
constexpr double titleHeight = 20;
constexpr double axisHeight = 18;
constexpr double gutter = 28;  // between the two

/// A figure of the view: where it is drawn, and with what.
struct Plot {
    QPainter& painter;
    QRectF room;
    model::Language language;
    const Palette& colours = palette(themeOf(QApplication::palette()));
    Lettering letters{};
    QFont font = letters.font(letter);

    QString say(const char* id) const { return words(language, id); }
    QRectF inner() const { return room.adjusted(0, titleHeight, 0, -axisHeight); }

    /// Its title, and an axis of shares from none to all of what `axisKey` says.
    void drawFrame(const QString& title, const char* axisKey) const {
        letters.draw(painter, {room.left(), room.top() + letter * 1.1}, letters.elided(title, font, room.width()), font, colours.text);
        const double baseline = room.bottom() - 4;
        letters.draw(painter, {room.left(), baseline}, qt(text::percent(language, {0})), font, colours.textMuted);
        letters.drawRight(painter, {room.right(), baseline}, qt(text::percent(language, {1})), font, colours.textMuted);
        const QString axis = say(axisKey);
        letters.draw(painter, {room.center().x() - letters.width(axis, font) / 2, baseline}, axis, font, colours.textMuted);
        painter.setPen(QPen(colours.departementLine, 1));
        painter.drawLine(inner().bottomLeft(), inner().bottomRight());
    }
};

void drawBars(const Plot& plot, const Distribution& shown) {
    plot.drawFrame(plot.say("window.distribution.bars"), "window.covered-share");
    const QRectF inner = plot.inner().adjusted(0, letter * 1.3, 0, 0);
    const double step = inner.width() / static_cast<double>(shown.territories.size());
    const auto most = static_cast<double>(std::max<std::size_t>(1, *std::ranges::max_element(shown.territories)));
    for (std::size_t i = 0; i < shown.territories.size(); ++i) {
        if (shown.territories[i] == 0) continue;
        const double height = std::max(1.0, inner.height() * static_cast<double>(shown.territories[i]) / most);
        const QRectF bar(inner.left() + static_cast<double>(i) * step + 1, inner.bottom() - height, step - 2, height);
        plot.painter.setPen(QPen(plot.colours.coveredEdge, 1));
        plot.painter.setBrush(plot.colours.covered);
        plot.painter.drawRect(bar);
        const QString count = qt(text::number(plot.language, static_cast<std::int64_t>(shown.territories[i])));
        const double width = plot.letters.width(count, plot.font);
        if (width > step + 6) continue;
        plot.letters.draw(plot.painter, {bar.center().x() - width / 2, bar.top() - 3}, count, plot.font, plot.colours.textMuted);
    }
}

void drawCurve(const Plot& plot, const Distribution& shown, const QString& title) {
    plot.drawFrame(title, "window.people");
    const QRectF inner = plot.inner();
    plot.painter.setPen(QPen(plot.colours.textMuted, 1, Qt::DashLine));
    plot.painter.drawLine(inner.bottomLeft(), inner.topRight());
    plot.painter.setPen(QPen(plot.colours.departementLine, 1));
    plot.painter.drawLine(inner.bottomRight(), inner.topRight());
    plot.letters.draw(plot.painter, {inner.left(), inner.top() + letter}, plot.say("window.distribution.covered"), plot.font,
                      plot.colours.textMuted);
    QPolygonF line;
    for (const auto& [people, had] : shown.curve) {
        line.append({inner.left() + people.value * inner.width(), inner.bottom() - had.value * inner.height()});
    }
    plot.painter.setPen(QPen(plot.colours.provider, 2));
    plot.painter.drawPolyline(line);
}

}  // namespace

DistributionView::DistributionView(QWidget* parent) : QWidget(parent), shown_(std::make_unique<Distribution>()) {
    setMinimumSize(320, 110);
}

DistributionView::~DistributionView() = default;

void DistributionView::showShares(const std::vector<analysis::Portion>& shares) {
    shown_ = std::make_unique<const Distribution>(distributionOf(shares));
    describe();
}

void DistributionView::setLanguage(model::Language language) {
    language_ = language;
    describe();
}

/// What is drawn, in words: for those who do not see it, and for those who ask what it means.
void DistributionView::describe() {
    const QString told =
        words(language_, "window.distribution.said",
              {{"n", text::number(language_, static_cast<std::int64_t>(shown_->count()))}, {"gini", giniText().toStdString()}});
    setAccessibleName(words(language_, "window.distribution"));
    setAccessibleDescription(told);
    setToolTip(told);
    update();
}

QString DistributionView::giniText() const {
    return shown_->gini ? qt(text::decimal(language_, shown_->gini->value, 2)) : QStringLiteral("–");
}

void DistributionView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = (this->width() - gutter - 16) / 2;
    const double height = this->height() - 4;
    drawBars({painter, QRectF(8, 2, width, height), language_}, *shown_);
    const QString title = words(language_, "window.distribution.curve", {{"gini", giniText().toStdString()}});
    drawCurve({painter, QRectF(8 + width + gutter, 2, width, height), language_}, *shown_, title);
}

}  // namespace raquette::viewer
