#include "gis/analysis/territory_units.h"
#include "gis/store/store.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/busy_sign.h"
#include "viewer/panels/question_panel.h"
#include "viewer/sheets/drawing_session.h"
#include "viewer/sheets/portrait.h"
#include "viewer/text/words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <algorithm>

// The page of one territory, to a file or to the printer.

namespace raquette::viewer {

void MainWindow::buildPages() {
    Parts& p = *parts_;
    p.makePage = std::make_unique<Latest<std::pair<std::shared_ptr<const PortraitPage>, QString>>>(
        [this](const std::pair<std::shared_ptr<const PortraitPage>, QString>& made) { deliverPage(made.first, made.second); },
        [this](const std::string& problem) {
            parts_->progress->hide();
            complain("portrait.failed", qt(problem));
        });
}

/// From a card: paper or file is asked first. From the page of simple reading it is known.
void MainWindow::askForPage(const CardLink& link) {
    const Parts& p = *parts_;
    const auto territory = model::TerritoryId::parse(link.what);
    if (!territory) return;
    const auto say = [&](const char* id) { return words(p.language, id); };
    const std::string name = analysis::nameOf(p.state->reference, *territory);
    bool toFile = link.act == CardLink::Act::SavePage;
    if (!toFile && !p.officialAction->isChecked()) {
        QMessageBox ask(QMessageBox::Question, say("card.print"), words(p.language, "print.which", {{"name", name}}), QMessageBox::Cancel,
                        this);
        const auto* file = ask.addButton(say("official.print.pdf"), QMessageBox::AcceptRole);
        const auto* paper = ask.addButton(say("official.print.paper"), QMessageBox::AcceptRole);
        ask.exec();
        if (ask.clickedButton() != file && ask.clickedButton() != paper) return;
        toFile = ask.clickedButton() == file;
    }
    QString path;
    if (toFile) {
        path = QFileDialog::getSaveFileName(this, say("official.print.pdf"), qt(name) + QStringLiteral(".pdf"), say("print.filter"));
        if (path.isEmpty()) return;
        if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".pdf");
    }
    composePage(*territory, path);
}

void MainWindow::savePage(const model::TerritoryId& territory, const QString& path) {
    composePage(territory, path);
}

/// An empty path: to the printer.
void MainWindow::composePage(const model::TerritoryId& territory, const QString& path) {
    Parts& p = *parts_;
    std::optional<std::size_t> service = p.question->service();
    if (*service >= p.state->analysis.services.size()) service.reset();
    const std::string layer = portraitLayer(*p.state, service);
    p.progress->show();
    ensureDrawingSession();
    p.makePage->ask([state = p.state, layer, territory, service, language = p.language, path] {
        // Not the window's scene, which may lie on the plane of a background map.
        const auto drawn = std::make_shared<const MapScene>(makeScene(*state, parseLayer(layer, state->study)));
        return std::pair(std::shared_ptr<const PortraitPage>(composePortrait(*state, drawn, territory, service, language)), path);
    });
}

/// An empty path: to the printer.
void MainWindow::deliverPage(const std::shared_ptr<const PortraitPage>& page, const QString& path) {
    parts_->progress->hide();
    if (path.isEmpty())
        printPage(*page);
    else
        write("portrait.failed", [page, path = path.toStdString()](const std::stop_token&) {
            writePortrait(*page, path);
            return std::vector<std::string>();
        });
}

/// As large as the paper and the printer's own margins let it be.
void MainWindow::printPage(const PortraitPage& page) {
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    printer.setDocName(qt(page.content.title));
    QPrintDialog dialog(&printer, this);
    dialog.setWindowTitle(words(parts_->language, "official.print"));
    if (dialog.exec() != QDialog::Accepted) return;
    QPainter painter;
    if (!painter.begin(&printer)) {
        complain("portrait.failed", {});
        return;
    }
    const QRectF room = printer.pageRect(QPrinter::DevicePixel);
    const double scale = std::min(room.width() / page.layout.page.width(), room.height() / page.layout.page.height());
    painter.scale(scale, scale);
    drawPortrait(painter, page);
}

}  // namespace raquette::viewer
