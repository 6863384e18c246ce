#include "viewer/app/desk.h"

#include "gis/store/store.h"
#include "viewer/app/list_reader.h"
#include "viewer/app/main_window.h"
#include "viewer/app/opening.h"
#include "viewer/app/reader_language.h"
#include "viewer/app/start_window.h"
#include "viewer/app/window_style.h"
#include "viewer/assistant/assistant_window.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>

namespace raquette::viewer {

namespace {

constexpr int mostRecent = 8;
const QString recentKey = QStringLiteral("recent");

QStringList recentStudies() {
    QStringList known;
    for (const QString& path : QSettings().value(recentKey).toStringList()) {
        if (QFileInfo::exists(path)) known << path;
    }
    return known;
}

void remember(const QString& path) {
    QStringList recent = recentStudies();
    const QString whole = QFileInfo(path).absoluteFilePath();
    recent.removeAll(whole);
    recent.prepend(whole);
    QSettings().setValue(recentKey, QStringList(recent.mid(0, mostRecent)));
}

}  // namespace

Desk::Desk(QObject* parent)
    : QObject(parent),
      start_(std::make_unique<StartWindow>(recentStudies())),
      opening_([this](const Opened& opened) { show(opened); }, [this](const std::string& problem) { fail(problem); }) {
    connect(start_.get(), &StartWindow::openAsked, this, &Desk::open);
    connect(start_.get(), &StartWindow::listAsked, this, &Desk::begin);
    connect(start_.get(), &StartWindow::cancelAsked, this, [this] {
        opening_.drop();
        start_->setBusy(false);
    });
}

Desk::~Desk() = default;

void Desk::start() {
    start_->show();
}

void Desk::open(const QString& path) {
    if (mayBeList(path.toStdString())) {
        begin(path);
        return;
    }
    start_->setBusy(true);
    opening_.ask([path] { return Opened{path, openState(path.toStdString())}; });
}

void Desk::begin(const QString& list) {
    assistant_ = std::make_unique<AssistantWindow>(list, readList, chosenLanguage().value_or(model::Language::French));
    assistant_->setStyleSheet(windowStyle(themeOf(QApplication::palette()), usualLetter));
    connect(assistant_.get(), &AssistantWindow::studySaved, this, [this](const QString& study) {
        assistant_->hide();
        open(study);
    });
    assistant_->show();
}

void Desk::show(const Opened& opened) {
    start_->setBusy(false);
    window_ = std::make_unique<MainWindow>(opened.state);
    connect(window_.get(), &MainWindow::openAsked, this, [this] { start(); });
    window_->show();
    start_->hide();
    remember(opened.path);
    start_->setRecent(recentStudies());
    emit this->opened();
}

void Desk::fail(const std::string& problem) {
    start_->setBusy(false);
    start_->showProblem(QString::fromStdString(problem));
    start_->show();
    emit failed(QString::fromStdString(problem));
}

}  // namespace raquette::viewer
