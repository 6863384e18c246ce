#include "gis/store/scenario_file.h"
#include "gis/store/store.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/busy_sign.h"
#include "viewer/panels/export_dialog.h"
#include "viewer/panels/gap_table_model.h"
#include "viewer/panels/paper_dialog.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/record_pane.h"
#include "viewer/panels/share_pane.h"
#include "viewer/panels/sorted_table.h"
#include "viewer/panels/territory_pane.h"
#include "viewer/sheets/sheet.h"
#include "viewer/text/words.h"
#include "viewer/what_if/what_if.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QTabWidget>
#include <algorithm>
#include <utility>

// Maps and data that leave the window as files, written beside the event loop.

namespace raquette::viewer {

namespace {

bool isOneFile(const std::string& format) {
    return format == "gpkg" || format == "dxf" || format == "xlsx";
}

QString ending(const QString& path, const QString& extension) {
    return QFileInfo(path).suffix().isEmpty() ? path + QLatin1Char('.') + extension : path;
}

}  // namespace

void MainWindow::askWhereToSave() {
    PaperDialog dialog(parts_->paper, parts_->language, this);
    if (dialog.exec() != QDialog::Accepted) return;
    parts_->paper = dialog.paper();
    const QString path = QFileDialog::getSaveFileName(this, words(parts_->language, "window.save"), QStringLiteral("carte.pdf"),
                                                      words(parts_->language, "window.save.filter"));
    if (!path.isEmpty()) saveMap(ending(path, QStringLiteral("pdf")), parts_->paper);
}

void MainWindow::saveMap(const QString& path, Paper paper) {
    const Parts& p = *parts_;
    model::MapRequest request;
    request.layer = p.question->layer();
    request.path = path.toStdString();
    if (p.found.kind == Identified::Kind::Territory) request.extent = p.found.territory.text();
    write("window.save.failed",
          [state = p.state, request, language = p.language, paper, style = p.style(), look = p.look](const std::stop_token&) {
              writeSheet(*state, request, language, paper, style, look);  // what misleads stands under the classes already
              return std::vector<std::string>();
          });
}

/// The rows chosen in the table that is seen, else what the card is about.
Chosen MainWindow::chosen() const {
    const Parts& p = *parts_;
    const QWidget* seen = p.tables->isVisible() ? p.tables->currentWidget() : nullptr;
    std::vector<std::string> ids;
    const SortedTable* table = seen == p.table ? p.table : seen ? seen->findChild<SortedTable*>() : nullptr;
    if (table) ids = table->chosenIds();
    if (!ids.empty()) {
        if (seen == p.records) return {{"venues", "actors"}, ids};
        if (seen == p.share) return {{"links"}, ids};
        return {{seen == p.table ? "gaps" : "indicators"}, ids};
    }
    switch (p.found.kind) {
        case Identified::Kind::Territory:
            return {{"indicators"}, {p.found.territory.text()}};
        case Identified::Kind::Record:
            return {{"venues", "actors"}, {p.found.id}};
        case Identified::Kind::Gap:
            if (p.service() && p.found.index < p.state->analysis.services[*p.service()].gaps.size())
                return {{"gaps"}, {p.state->analysis.services[*p.service()].gaps[p.found.index].id}};
            return {};
        case Identified::Kind::Nothing:
            return {};
    }
    return {};
}

void MainWindow::tellOfWritten(const std::vector<std::string>& remarks) {
    const Parts& p = *parts_;
    p.progress->hide();
    if (remarks.empty()) return;
    QStringList lines;
    for (const std::string& remark : remarks) lines << qt(remark);
    auto* told = new QMessageBox(QMessageBox::Information, words(p.language, "window.export.remark"), lines.join(QLatin1Char('\n')),
                                 QMessageBox::Ok, this);
    told->setAttribute(Qt::WA_DeleteOnClose);
    told->open();  // nothing waits for it
}

void MainWindow::askWhatToExport() {
    const Parts& p = *parts_;
    ExportDialog dialog(store::filledLayers(*p.state), chosen(), p.language, this);
    if (dialog.exec() != QDialog::Accepted) return;
    const ExportChoice choice = dialog.choice();
    const QString format = QString::fromStdString(choice.format);
    if (!isOneFile(choice.format)) {
        const QString path = QFileDialog::getExistingDirectory(this, words(p.language, "window.export.where"));
        if (!path.isEmpty()) exportLayers(choice, path);
        return;
    }
    const QString path = QFileDialog::getSaveFileName(this, words(p.language, "window.export.file"), QStringLiteral("export.") + format,
                                                      QStringLiteral("*.") + format);
    if (!path.isEmpty()) exportLayers(choice, ending(path, format));
}

void MainWindow::exportLayers(const ExportChoice& choice, const QString& path) {
    const Parts& p = *parts_;
    write("window.export.failed",
          [state = p.state, choice, path = path.toStdString(), style = p.figureStyle()](const std::stop_token& stop) {
              return store::exportLayers(*state, choice.format, path, choice.layers,
                                         {{choice.ids.begin(), choice.ids.end()}, stop, style, false, choice.crs});
          });
}

void MainWindow::askWhereToExportPlan() {
    const QString path = QFileDialog::getSaveFileName(this, words(parts_->language, "what-if.export"), QStringLiteral("scenario.gpkg"),
                                                      words(parts_->language, "what-if.export.filter"));
    if (!path.isEmpty()) exportPlan(ending(path, QStringLiteral("gpkg")));
}

void MainWindow::exportPlan(const QString& path) {
    const Parts& p = *parts_;
    const auto report = p.whatIf->report(QFileInfo(path).completeBaseName());
    if (!report) return;
    write("window.export.failed", [state = p.whatIf->state(), report = *report, path = path.toStdString()](const std::stop_token&) {
        store::writeScenario(*state, report, path);
        return std::vector<std::string>();
    });
}

}  // namespace raquette::viewer
