#include "viewer/app/window_style.h"

#include <array>
#include <utility>

namespace raquette::viewer {

namespace {

const QString scrollBars = QStringLiteral(
    "QScrollBar { background: %page; border: none; }"
    "QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }"
    "QScrollBar::handle { background: %edge; border-radius: 4px; margin: 1px; }"
    "QScrollBar::handle:vertical { min-height: 24px; } QScrollBar::handle:horizontal { min-width: 24px; }"
    "QScrollBar::handle:hover { background: %muted; }"
    "QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }"
    "QScrollBar::add-page, QScrollBar::sub-page { background: none; }");

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

QString windowStyle(Theme theme, int letter) {
    return coloured(
               QStringLiteral(
                   "QMainWindow, QWidget { background: %page; color: %text; font-family: Lato, Inter, sans-serif; font-size: %1px; }"
                   "QLabel#title { color: %strong; font-size: %2px; font-weight: 700; }"
                   "QLabel#heading { color: %muted; font-size: %3px; font-weight: 700; }"
                   "QLineEdit, QPushButton, QToolButton { border: 1px solid %edge; border-radius: 8px; padding: 5px 8px; }"
                   "QPushButton#question { border: 2px solid %focus; font-weight: 700; padding: 12px; text-align: left; color: %focus; }"
                   "QPushButton#question:disabled { border: 2px solid %edge; color: %muted; }"
                   "QPushButton#question:focus { background: %focus; color: %page; }"
                   "QPushButton:disabled, QToolButton:disabled { color: %edge; border: 1px solid %quiet; }"
                   "QPushButton:focus, QLineEdit:focus, QToolButton:focus, QComboBox:focus { border: 2px solid %focus; }"
                   "QToolButton::menu-indicator { image: none; }"
                   "QMenu { border: 1px solid %edge; padding: 4px; }"
                   "QMenu::item { padding: 4px 24px; }"
                   "QMenu::item:selected { background: %chosen; color: %strong; }"
                   "QToolTip { background: %strong; color: %page; border: none; padding: 4px; }"
                   "QListWidget { border: 1px solid %edge; border-radius: 8px; padding: 2px; }"
                   "QListWidget:focus { border: 2px solid %focus; padding: 1px; }"
                   "QListWidget::item { padding: 3px 2px; }"
                   "QListWidget::item:selected { background: %chosen; color: %strong; }"
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
