#include "gis/store/store.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/app/opening.h"
#include "viewer/panels/busy_sign.h"
#include "viewer/panels/compare_pane.h"
#include "viewer/panels/question_panel.h"
#include "viewer/text/words.h"

#include <QFileDialog>

// A second map: another year, or another study.

namespace raquette::viewer {

void MainWindow::setComparing(bool comparing) {
    Parts& p = *parts_;
    p.compareAction->setChecked(comparing);
    p.compare->setVisible(comparing);
    if (!comparing) {
        p.openOther->drop();
        p.compare->setOther(nullptr);
    } else if (p.scene) {
        p.compare->compare(p.base, p.state, p.question->layer(), p.question->land(), p.plane(), p.style());
    }
}

void MainWindow::askWhichToCompare() {
    const QString path =
        QFileDialog::getOpenFileName(this, words(parts_->language, "window.compare-other"), {}, words(parts_->language, "start.filter"));
    if (!path.isEmpty()) compareWith(path);
}

void MainWindow::compareWith(const QString& path) {
    Parts& p = *parts_;
    p.progress->show();
    p.openOther->ask([path = path.toStdString()] { return openState(path); });
}

}  // namespace raquette::viewer
