#include "gis/store/store.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/shelf.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/app/shared_study.h"
#include "viewer/contributions/contributions_window.h"
#include "viewer/contributions/proposal_dialog.h"
#include "viewer/map/lettering.h"
#include "viewer/text/words.h"

#include <QAction>
#include <QFileDialog>
#include <utility>

// What people say of the study: proposed from the card, reviewed in a window of its own, shown once it is part of it.

namespace raquette::viewer {

void MainWindow::showContributions() {
    Parts& p = *parts_;
    if (!ingest::keepsContributions(p.base->study) || p.base->study.file.empty()) {
        complain("contributions.title", words(p.language, "contributions.not-kept"));
        return;
    }
    delete std::exchange(p.contributions, nullptr);  // of another language, or of before
    p.contributions = new ContributionsWindow(sharedStudy(p.base->study.file), p.language, this);
    connect(p.contributions, &ContributionsWindow::studyChanged, this, &MainWindow::setBase);
    p.contributions->show();
}

void MainWindow::setBase(std::shared_ptr<const store::StudyState> base) {
    Parts& p = *parts_;
    p.base = std::move(base);
    askAnew();
}

void MainWindow::contribute(const std::string& about) {
    Parts& p = *parts_;
    ProposalDialog dialog(p.base, about, p.language, this);
    if (dialog.exec() != QDialog::Accepted) return;
    const auto contribution = dialog.contribution();
    if (!contribution) return;
    if (dialog.isForNow()) {
        showContributions();
        p.contributions->propose(*contribution);
        return;
    }
    const QString ending = qt(std::string(ingest::contributionEnding));
    QString path =
        QFileDialog::getSaveFileName(this, words(p.language, "proposal.file"), qt(contribution->id) + ending, QLatin1Char('*') + ending);
    if (path.isEmpty()) return;
    if (!path.endsWith(ending)) path += ending;
    try {
        ingest::writeContribution(*contribution, path.toStdString());
    } catch (const std::exception& problem) {
        complain("proposal.file", qt(problem.what()));
    }
}

}  // namespace raquette::viewer
