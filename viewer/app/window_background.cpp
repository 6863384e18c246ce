#include "viewer/app/main_window_parts.h"
#include "viewer/background/background.h"
#include "viewer/background/settings_dialog.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/panels/compare_pane.h"
#include "viewer/panels/question_panel.h"
#include "viewer/text/words.h"

#include <QAction>

// The background map of the window.

namespace raquette::viewer {

Plane MainWindow::Parts::plane() const {
    return background->isOn() ? Plane::WebMercator : Plane::OfLand;
}

std::string MainWindow::Parts::sceneKey() const {
    return question->layer() + (background->isOn() ? " on the background’s plane" : "");
}

void MainWindow::buildBackground() {
    Parts& p = *parts_;
    p.background = new Background(chosenService(), usualRules(), this);
    p.map->setBackground(p.background);
    p.compare->setBackground(p.background);
    p.backgroundAction->setCheckable(true);
    connect(p.backgroundAction, &QAction::toggled, this, &MainWindow::setBackground);
}

void MainWindow::nameBackground() {
    const Parts& p = *parts_;
    p.backgroundAction->setText(words(p.language, "background.show"));
    p.settingsAction->setText(words(p.language, "background.settings"));
}

/// What was chosen and tried out stays: the question is the same. One plane's scenes are kept, not both.
void MainWindow::setBackground(bool on) {
    Parts& p = *parts_;
    p.backgroundAction->setChecked(on);
    if (on == p.background->isOn()) return;
    p.background->setOn(on);
    p.scenes.clear();
    p.sameQuestion = p.scene && text(p.scene->layer) == p.question->layer();
    askScene();
}

void MainWindow::askForSettings() {
    const Parts& p = *parts_;
    SettingsDialog dialog(p.background->service(), p.language, this);
    connect(&dialog, &SettingsDialog::emptyCacheAsked, p.background, &Background::emptyCache);
    if (dialog.exec() != QDialog::Accepted) return;
    keep(dialog.service());
    p.background->setService(dialog.service());
}

}  // namespace raquette::viewer
