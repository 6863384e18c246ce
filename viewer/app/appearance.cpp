#include "viewer/app/appearance.h"

#include "viewer/map/palette.h"

#include <QApplication>
#include <QPalette>
#include <QProxyStyle>
#include <QSettings>
#include <QStyleOption>

namespace raquette::viewer {

namespace {

const QString key = QStringLiteral("appearance");

QPalette paletteFor(Theme theme) {
    const Palette& colours = palette(theme);
    QPalette out;
    out.setColor(QPalette::Window, colours.page);
    out.setColor(QPalette::Base, colours.page);
    out.setColor(QPalette::AlternateBase, colours.sea);
    out.setColor(QPalette::Button, colours.page);
    out.setColor(QPalette::WindowText, colours.text);
    out.setColor(QPalette::Text, colours.text);
    out.setColor(QPalette::ButtonText, colours.text);
    out.setColor(QPalette::PlaceholderText, colours.textMuted);
    out.setColor(QPalette::Link, colours.provider);
    out.setColor(QPalette::Highlight, colours.hole);
    out.setColor(QPalette::HighlightedText, colours.textStrong);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        out.setColor(QPalette::Disabled, role, colours.regionLine);
    return out;
}

/// Fusion takes the outline of a box to tick from the page behind it, darkened: on a dark page nothing is left of it.
class SeenOutlines : public QProxyStyle {
public:
    SeenOutlines() : QProxyStyle(QStringLiteral("Fusion")) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override {
        const auto* box = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (!box || (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton)) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        QStyleOptionButton seen(*box);
        const Theme theme = themeOf(QApplication::palette());
        if (theme == Theme::Dark) seen.palette.setColor(QPalette::Window, palette(theme).textMuted);
        QProxyStyle::drawPrimitive(element, &seen, painter, widget);
    }
};

}  // namespace

Appearance chosenAppearance() {
    const QString written = QSettings().value(key).toString();
    if (written == QLatin1String("light")) return Appearance::Light;
    return written == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

void chooseAppearance(Appearance appearance) {
    const char* written = appearance == Appearance::Light ? "light" : appearance == Appearance::Dark ? "dark" : "system";
    QSettings().setValue(key, QLatin1String(written));
    applyAppearance();
}

void applyAppearance() {
    static const Theme desktop = themeOf(QApplication::palette());  // before it is given ours
    const Appearance appearance = chosenAppearance();
    static SeenOutlines* seen = nullptr;  // the application's own once it is given
    if (!seen) {
        seen = new SeenOutlines;
        QApplication::setStyle(seen);
    }
    Theme theme = appearance == Appearance::Dark ? Theme::Dark : Theme::Light;
    if (appearance == Appearance::System) theme = desktop;
    QApplication::setPalette(paletteFor(theme));
}

}  // namespace raquette::viewer
