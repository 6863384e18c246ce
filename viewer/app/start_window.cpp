#include "viewer/app/start_window.h"

#include "gis/data_folder.h"
#include "viewer/app/list_reader.h"
#include "viewer/app/reader_language.h"
#include "viewer/app/window_style.h"
#include "viewer/map/lettering.h"
#include "viewer/text/words.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace raquette::viewer {

namespace {

bool isStudy(const QUrl& url) {
    const QString path = url.toLocalFile();
    return path.endsWith(QLatin1String(".toml")) || path.endsWith(QLatin1String(".gpkg"));
}

QStringList demonstrations() {
    QStringList paths;
    for (const char* name : {"saint-etienne.toml", "france.toml"}) {
        const QString path = qt((dataFolder() / "demo" / name).string());
        if (QFileInfo::exists(path)) paths << path;
    }
    return paths;
}

}  // namespace

StartWindow::StartWindow(QStringList recent, QWidget* parent)
    : QWidget(parent),
      recent_(std::move(recent)),
      title_(new QLabel),
      languages_(new QComboBox),
      about_(new QLabel),
      studies_(new QListWidget),
      open_(new QPushButton),
      new_(new QPushButton),
      cancel_(new QPushButton),
      progress_(new QProgressBar),
      problem_(new QLabel) {
    setAcceptDrops(true);
    setStyleSheet(startStyle(themeOf(QApplication::palette())));
    title_->setObjectName(QStringLiteral("title"));
    title_->setWordWrap(true);
    about_->setWordWrap(true);
    problem_->setObjectName(QStringLiteral("problem"));
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, 28, 32, 28);
    column->setSpacing(12);
    auto* top = new QHBoxLayout;
    top->addWidget(title_, 1);
    top->addWidget(languages_, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(about_);
    column->addWidget(studies_, 1);
    column->addWidget(problem_);
    column->addWidget(progress_);
    auto* row = new QHBoxLayout;
    row->addWidget(open_);
    row->addWidget(new_);
    row->addStretch();
    row->addWidget(cancel_);
    column->addLayout(row);
    connect(open_, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, open_->text(), {}, words(language_, "start.filter"));
        if (!path.isEmpty()) emit openAsked(path);
    });
    connect(new_, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, new_->text(), {}, words(language_, "start.lists"));
        if (!path.isEmpty()) emit listAsked(path);
    });
    connect(cancel_, &QPushButton::clicked, this, &StartWindow::cancelAsked);
    connect(studies_, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        const QString path = item->data(Qt::UserRole).toString();
        if (!path.isEmpty()) emit openAsked(path);
    });
    languages_->addItems({QStringLiteral("FR"), QStringLiteral("EN")});
    connect(languages_, &QComboBox::activated, this, [this](int index) {
        chooseLanguage(index == 0 ? model::Language::French : model::Language::English);
        setLanguage(*chosenLanguage());
    });
    setLanguage(chosenLanguage().value_or(model::Language::French));
    setBusy(false);
    resize(640, 520);
}

void StartWindow::setLanguage(model::Language language) {
    language_ = language;
    setWindowTitle(QStringLiteral("Raquette"));
    speakInDialogs(language);
    languages_->setCurrentIndex(language == model::Language::French ? 0 : 1);
    languages_->setAccessibleName(words(language, "window.language"));
    title_->setText(words(language, "start.title"));
    about_->setText(words(language, "start.about"));
    open_->setText(words(language, "start.open"));
    new_->setText(words(language, "start.new"));
    cancel_->setText(words(language, "start.cancel"));
    studies_->setAccessibleName(words(language, "start.recent"));
    list();
}

void StartWindow::setRecent(const QStringList& recent) {
    recent_ = recent;
    list();
}

void StartWindow::list() {
    studies_->clear();
    const auto addHeading = [&](const char* key) {
        auto* item = new QListWidgetItem(words(language_, key), studies_);
        item->setFlags(Qt::NoItemFlags);
    };
    const auto add = [&](const QString& path) {
        auto* item = new QListWidgetItem(QFileInfo(path).fileName() + QStringLiteral("  —  ") + QFileInfo(path).absolutePath(), studies_);
        item->setData(Qt::UserRole, path);
    };
    if (!recent_.isEmpty()) {
        addHeading("start.recent");
        for (const QString& path : recent_) add(path);
    }
    addHeading("start.demonstrations");
    for (const QString& path : demonstrations()) add(path);
}

void StartWindow::setBusy(bool busy) {
    progress_->setVisible(busy);
    cancel_->setVisible(busy);
    open_->setEnabled(!busy);
    new_->setEnabled(!busy);
    studies_->setEnabled(!busy);
    if (busy) problem_->clear();
}

void StartWindow::showProblem(const QString& problem) {
    problem_->setText(problem);
}

QString StartWindow::shownProblem() const {
    return problem_->text();
}

bool StartWindow::event(QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange) setStyleSheet(startStyle(themeOf(QApplication::palette())));
    return QWidget::event(event);
}

void StartWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && (isStudy(urls.front()) || mayBeList(urls.front().toLocalFile().toStdString()))) event->acceptProposedAction();
}

void StartWindow::dropEvent(QDropEvent* event) {
    const QUrl dropped = event->mimeData()->urls().front();
    if (isStudy(dropped))
        emit openAsked(dropped.toLocalFile());
    else
        emit listAsked(dropped.toLocalFile());
}

}  // namespace raquette::viewer
