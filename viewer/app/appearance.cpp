#include "viewer/app/appearance.h"

#include <QApplication>
#include <QPalette>
#include <QProxyStyle>
#include <QSettings>
#include <QStyleOption>
#include <array>
#include <utility>

namespace raquette::viewer {

namespace {

const QString key = QStringLiteral("appearance");

const QString scrollBars = QStringLiteral(
    "QScrollBar { background: %page; border: none; }"
    "QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }"
    "QScrollBar::handle { background: %edge; border-radius: 4px; margin: 1px; }"
    "QScrollBar::handle:vertical { min-height: 24px; } QScrollBar::handle:horizontal { min-width: 24px; }"
    "QScrollBar::handle:hover { background: %muted; }"
    "QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }"
    "QScrollBar::add-page, QScrollBar::sub-page { background: none; }");

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

/// `%name` in a style becomes the colour of that role.
QString coloured(QString style, Theme theme) {
    const Palette& colours = palette(theme);
    const std::array<std::pair<const char*, QColor>, 9> roles{{{"%strong", colours.textStrong},
                                                               {"%text", colours.text},
                                                               {"%muted", colours.textMuted},
                                                               {"%page", colours.page},
                                                               {"%quiet", colours.sea},
                                                               {"%edge", colours.departementLine},
                                                               {"%focus", colours.provider},
                                                               {"%chosen", colours.hole},
                                                               {"%problem", colours.number}}};
    for (const auto& [name, colour] : roles) style.replace(QLatin1String(name), colour.name());
    return style;
}

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
    const Appearance appearance = chosenAppearance();
    if (!dynamic_cast<SeenOutlines*>(QApplication::style())) QApplication::setStyle(new SeenOutlines);  // the application's own from now on
    Theme theme = appearance == Appearance::Dark ? Theme::Dark : Theme::Light;
    if (appearance == Appearance::System) theme = themeOf(QApplication::style()->standardPalette());
    QApplication::setPalette(paletteFor(theme));
}

QString windowStyle(Theme theme, int letter) {
    return coloured(
               QStringLiteral(
                   "QMainWindow, QWidget { background: %page; color: %text; font-family: Lato, Inter, sans-serif; font-size: %1px; }"
                   "QLabel#title { color: %strong; font-size: %2px; font-weight: 700; }"
                   "QLabel#heading { color: %muted; font-size: %3px; font-weight: 700; }"
                   "QLineEdit, QPushButton, QToolButton { border: 1px solid %edge; border-radius: 8px; padding: 5px 8px; }"
                   "QPushButton:focus, QLineEdit:focus, QToolButton:focus, QComboBox:focus { border: 2px solid %focus; }"
                   "QToolButton::menu-indicator { image: none; }"
                   "QMenu { border: 1px solid %edge; padding: 4px; }"
                   "QMenu::item { padding: 4px 24px; }"
                   "QMenu::item:selected { background: %chosen; color: %strong; }"
                   "QToolTip { background: %strong; color: %page; border: none; padding: 4px; }"
                   "QTableView { gridline-color: %quiet; selection-background-color: %chosen; selection-color: %strong; border: none; }"
                   "QTabWidget::pane { border: none; margin: 0px 8px 4px 8px; }"
                   "QTabWidget::tab-bar { left: 8px; }"
                   "QHeaderView::section { background: %page; color: %muted; border: none; border-bottom: 1px solid %edge; padding: 4px "
                   "8px; }"
                   "QSplitter::handle { background: %quiet; }") +
                   scrollBars,
               theme)
        .arg(letter)
        .arg(letter + 5)
        .arg(letter - 1);
}

QString startStyle(Theme theme) {
    return coloured(QStringLiteral("QWidget { background: %page; color: %text; font-family: Lato, Inter, sans-serif; font-size: 14px; }"
                                   "QLabel#title { color: %strong; font-size: 24px; font-weight: 700; }"
                                   "QLabel#problem { color: %problem; }"
                                   "QListWidget { border: 1px solid %edge; border-radius: 8px; padding: 4px; }"
                                   "QListWidget::item { padding: 6px; }"
                                   "QListWidget::item:selected { background: %chosen; color: %strong; }"
                                   "QPushButton { border: 1px solid %edge; border-radius: 8px; padding: 8px 14px; }"
                                   "QPushButton:focus { border: 2px solid %focus; }") +
                        scrollBars,
                    theme);
}

}  // namespace raquette::viewer
