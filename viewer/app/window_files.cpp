#include "gis/model/error.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/text/words.h"
#include "viewer/what_if/what_if.h"

#include <QFileDialog>
#include <QMessageBox>

// Scenarios kept in files, and what went wrong.

namespace raquette::viewer {

void MainWindow::complain(const char* titleKey, const QString& problem) {
    QMessageBox::warning(this, words(parts_->language, titleKey), problem);
}

void MainWindow::askForPlan(bool save) {
    Parts& p = *parts_;
    const QString title = words(p.language, save ? "what-if.save" : "what-if.load");
    const QString filter = words(p.language, "what-if.filter");
    const QString path = save ? QFileDialog::getSaveFileName(this, title, QStringLiteral("scenario.json"), filter)
                              : QFileDialog::getOpenFileName(this, title, {}, filter);
    if (path.isEmpty()) return;
    try {
        if (save)
            p.whatIf->save(path, QFileInfo(path).completeBaseName());
        else
            p.whatIf->load(path);
    } catch (const model::Error& problem) {
        complain("window.failed", QString::fromStdString(problem.what()));
    }
}

}  // namespace raquette::viewer
