#include "viewer/app/main_window_parts.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/official/official_page.h"
#include "viewer/panels/card_panel.h"
#include "viewer/panels/question_panel.h"
#include "viewer/search/search_box.h"
#include "viewer/text/words.h"
#include "viewer/what_if/what_if.h"

#include <QScrollArea>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>

// Keys that work anywhere in the window, and names for those who hear it.

namespace raquette::viewer {

void MainWindow::buildKeys() {
    constexpr double step = 1.5;
    const auto key = [this](const QKeySequence& keys, auto act) { connect(new QShortcut(keys, this), &QShortcut::activated, this, act); };
    key(QKeySequence::Find, [this] {
        parts_->search->setFocus(Qt::ShortcutFocusReason);
        parts_->search->selectAll();
    });
    for (const QKeySequence& keys : QKeySequence::keyBindings(QKeySequence::ZoomIn)) key(keys, [this] { parts_->map->zoomBy(step); });
    for (const QKeySequence& keys : QKeySequence::keyBindings(QKeySequence::ZoomOut)) key(keys, [this] { parts_->map->zoomBy(1 / step); });
    key(Qt::Key_Escape, [this] {
        if (parts_->officialAction->isChecked())
            parts_->official->goBack();
        else if (!parts_->whatIf->isRunning())  // a scenario is not lost by a key
            showFound({});
    });
}

void MainWindow::nameParts() {
    const Parts& p = *parts_;
    const auto say = [&](const char* id) { return words(p.language, id); };
    p.map->setAccessibleName(say("window.map"));
    p.card->setName(say("window.card"));
    p.tables->setAccessibleName(say("window.tables"));
    p.tables->tabBar()->setAccessibleName(say("window.tables"));
    p.questionArea->setAccessibleName(say("window.question"));
}

}  // namespace raquette::viewer
