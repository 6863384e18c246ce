#include "viewer/app/window_style.h"

namespace raquette::viewer {

QString windowStyle(int letter) {
    return QStringLiteral(
               "QMainWindow, QWidget { background: #FFFFFF; color: #3E4C59; font-family: Lato, Inter, sans-serif; font-size: %1px; }"
               "QLabel#title { color: #1F2933; font-size: %2px; font-weight: 700; }"
               "QLabel#heading { color: #52606D; font-size: %3px; font-weight: 700; }"
               "QLineEdit, QPushButton, QToolButton { border: 1px solid #CBD2D9; border-radius: 8px; padding: 5px 8px; }"
               "QPushButton#question { border: 2px solid #0B4F6C; font-weight: 700; padding: 12px; text-align: left; color: #0B4F6C; }"
               "QPushButton#question:disabled { border: 2px solid #CBD2D9; color: #9AA5B1; }"
               "QPushButton#question:focus { background: #0B4F6C; color: #FFFFFF; }"
               "QPushButton:focus, QLineEdit:focus, QToolButton:focus, QComboBox:focus { border: 2px solid #0B4F6C; }"
               "QToolButton::menu-indicator { image: none; }"
               "QToolTip { background: #1F2933; color: #FFFFFF; border: none; padding: 4px; }"
               "QTableView { gridline-color: #EEF2F5; selection-background-color: #FBEBDA; selection-color: #1F2933; border: none; }"
               "QTabWidget::pane { border: none; margin: 0px 8px 4px 8px; }"
               "QTabWidget::tab-bar { left: 8px; }"
               "QHeaderView::section { background: #FFFFFF; color: #52606D; border: none; border-bottom: 1px solid #CBD2D9; padding: 4px "
               "8px; }"
               "QSplitter::handle { background: #EEF2F5; }")
        .arg(letter)
        .arg(letter + 5)
        .arg(letter - 1);
}

}  // namespace raquette::viewer
