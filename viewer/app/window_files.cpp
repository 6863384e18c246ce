#include "gis/model/error.h"
#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/question_panel.h"
#include "viewer/sheets/sheet.h"
#include "viewer/what_if/what_if.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QProgressBar>

// What leaves the window, and comes into it, through files.

namespace raquette::viewer {

void MainWindow::complain(const char* titleKey, const QString& problem) {
    QMessageBox::warning(this, qt(text::say(parts_->language, titleKey)), problem);
}

void MainWindow::askWhereToSave() {
    const QString path = QFileDialog::getSaveFileName(this, qt(text::say(parts_->language, "window.save")), QStringLiteral("carte.pdf"),
                                                      qt(text::say(parts_->language, "window.save.filter")));
    if (!path.isEmpty()) saveMap(path);
}

void MainWindow::saveMap(const QString& path) {
    const Parts& p = *parts_;
    try {
        model::MapRequest request;
        request.layer = p.question->layer();
        request.path = path.toStdString();
        if (p.found.kind == Identified::Kind::Territory) request.extent = p.found.territory.text();
        writeSheet(*p.state, request, p.language);
    } catch (const model::Error& problem) {
        complain("window.save.failed", QString::fromStdString(problem.what()));
    }
}

void MainWindow::askWhereToExport(const QString& format) {
    const bool oneFile = format == QLatin1String("gpkg") || format == QLatin1String("xlsx");
    const QString title = qt(text::say(parts_->language, oneFile ? "window.export.file" : "window.export.where"));
    const QString path = oneFile
                             ? QFileDialog::getSaveFileName(this, title, QStringLiteral("export.") + format, QStringLiteral("*.") + format)
                             : QFileDialog::getExistingDirectory(this, title);
    if (!path.isEmpty()) exportLayers(format, path);
}

void MainWindow::exportLayers(const QString& format, const QString& path) {
    Parts& p = *parts_;
    p.progress->show();
    p.exporting->ask([state = p.state, format = format.toStdString(), path = path.toStdString()] {
        store::exportLayers(*state, format, path, {});
        return true;
    });
}

void MainWindow::askForPlan(bool save) {
    Parts& p = *parts_;
    const QString title = qt(text::say(p.language, save ? "what-if.save" : "what-if.load"));
    const QString filter = qt(text::say(p.language, "what-if.filter"));
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
