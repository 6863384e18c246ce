#include "viewer/assistant/assistant_window.h"

#include "gis/model/error.h"
#include "gis/store/sibling.h"
#include "viewer/assistant/columns_page.h"
#include "viewer/assistant/new_study.h"
#include "viewer/assistant/places_page.h"
#include "viewer/assistant/question_page.h"
#include "viewer/assistant/study_draft.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/busy_sign.h"
#include "viewer/study/latest.h"
#include "viewer/text/words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <array>
#include <optional>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::array titles{"assistant.columns", "assistant.places", "assistant.question"};

}  // namespace

AssistantWindow::AssistantWindow(const QString& list, ReadList read, model::Language language, QWidget* parent)
    : QWidget(parent, Qt::Window),
      study_(std::make_unique<NewStudy>()),
      read_(std::move(read)),
      reading_(std::make_unique<Latest<ListReading>>([this](ListReading reading) { take(std::move(reading)); },
                                                     [this](const std::string& problem) {
                                                         busy_->hide();
                                                         there_ = false;
                                                         if (resumed_) return beginAnew();  // the list is no longer what it was
                                                         tell(plainWords(study_->language, "assistant.failed", {{"problem", problem}}));
                                                     })),
      title_(new QLabel),
      resuming_(new QWidget),
      pages_(new QStackedWidget),
      columns_(new ColumnsPage(language)),
      places_(new PlacesPage(language)),
      question_(new QuestionPage(language)),
      problem_(new QLabel),
      busy_(new BusySign),
      back_(new QPushButton),
      next_(new QPushButton) {
    study_->list = QFileInfo(list).absoluteFilePath().toStdString();
    study_->language = language;
    title_->setObjectName(QStringLiteral("title"));
    problem_->setObjectName(QStringLiteral("problem"));
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);
    problem_->hide();
    busy_->setLanguage(language);
    for (QWidget* page : std::initializer_list<QWidget*>{columns_, places_, question_}) pages_->addWidget(page);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(back_);
    buttons->addWidget(busy_);
    buttons->addStretch();
    buttons->addWidget(next_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto* again = new QPushButton(words(language, "assistant.anew"));
    auto* resuming = new QHBoxLayout(resuming_);
    resuming->setContentsMargins(0, 0, 0, 0);
    resuming->addWidget(new QLabel(words(language, "assistant.resumed")), 1);
    resuming->addWidget(again);
    column->addWidget(title_);
    column->addWidget(resuming_);
    column->addWidget(problem_);
    column->addWidget(pages_, 1);
    column->addLayout(buttons);
    setWindowTitle(QFileInfo(list).fileName() + QStringLiteral(" — Raquette"));
    for (const auto answered : {&AssistantWindow::readAgain, &AssistantWindow::keep}) {
        connect(columns_, &ColumnsPage::changed, this, answered);
        connect(places_, &PlacesPage::answered, this, answered);
    }
    connect(question_, &QuestionPage::changed, this, &AssistantWindow::keep);
    connect(again, &QPushButton::clicked, this, &AssistantWindow::beginAnew);
    connect(busy_, &BusySign::stopAsked, this, [this] {
        reading_->drop();
        busy_->hide();
        if (!there_) tell(plainWords(study_->language, "assistant.stopped"));
    });
    connect(back_, &QPushButton::clicked, this, [this] { setPage(page() - 1); });
    connect(next_, &QPushButton::clicked, this, [this] {
        if (mustReadAgain())
            readAgain();
        else if (page() + 1 < pages_->count())
            setPage(page() + 1);
        else
            askWhereToSave();
    });
    back_->setText(words(language, "assistant.back"));
    setPage(0);
    resize(900, 640);
    const std::optional<NewStudy> draft = studyDraftOf(study_->list);
    resuming_->setVisible(draft.has_value());
    resumed_ = draft.has_value();
    if (draft)
        begin(*draft);
    else
        beginAnew();
}

AssistantWindow::~AssistantWindow() = default;

void AssistantWindow::beginAnew() {
    resumed_ = false;
    resuming_->hide();
    forgetStudyDraft(study_->list);
    NewStudy study;
    study.title = QFileInfo(QString::fromStdString(study_->list.string())).completeBaseName().toStdString();
    begin(std::move(study));
}

void AssistantWindow::begin(NewStudy study) {
    study.list = study_->list;
    study.language = study_->language;
    *study_ = std::move(study);
    columns_->begin(*study_);
    places_->begin(*study_);
    question_->begin(*study_);
    there_ = false;
    readAgain();
}

/// What was answered outlives a crash; nothing answered is no draft.
void AssistantWindow::keep() {
    question_->tell(*study_);
    keepStudyDraft(*study_);
}

void AssistantWindow::readAgain() {
    columns_->tell(*study_);
    places_->tell(*study_);
    busy_->show();
    reading_->ask([read = read_, study = *study_] { return read(study); });
    showButtons();
}

void AssistantWindow::tell(const std::string& problem) {
    problem_->setText(qt(problem));
    problem_->show();
    showButtons();
}

void AssistantWindow::take(ListReading reading) {
    busy_->hide();
    problem_->hide();
    there_ = true;
    resumed_ = false;
    columns_->show(reading);
    question_->showAreas(reading.areas);
    places_->show(std::move(reading));
    showButtons();
}

void AssistantWindow::setPage(int page) {
    pages_->setCurrentIndex(page);
    title_->setText(words(study_->language, titles.at(static_cast<std::size_t>(this->page()))));
    showButtons();
}

int AssistantWindow::page() const {
    return pages_->currentIndex();
}

void AssistantWindow::showButtons() {
    const bool last = page() + 1 == pages_->count();
    back_->setEnabled(page() > 0);
    next_->setEnabled(there_ || mustReadAgain());
    next_->setText(words(study_->language, mustReadAgain() ? "assistant.again" : last ? "assistant.save" : "assistant.next"));
}

bool AssistantWindow::mustReadAgain() const {
    return !there_ && isSettled();
}

void AssistantWindow::askWhereToSave() {
    const QString usual = QFileInfo(QString::fromStdString(study_->list.string())).absolutePath() + QStringLiteral("/etude.toml");
    const QString path = QFileDialog::getSaveFileName(this, next_->text(), usual, words(study_->language, "assistant.filter"));
    if (path.isEmpty()) return;
    try {
        save(QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".toml") : path);
    } catch (const model::Error& problem) {
        tell(problem.what());
    }
}

void AssistantWindow::save(const QString& path) {
    question_->tell(*study_);
    const std::string content = studyText(*study_, std::filesystem::path(QFileInfo(path).absolutePath().toStdString()));
    store::writeWhole(path.toStdString(), content);
    forgetStudyDraft(study_->list);
    emit studySaved(path);
}

bool AssistantWindow::isSettled() const {
    return !reading_->isBusy();
}

QString AssistantWindow::shownProblem() const {
    return problem_->isHidden() ? QString() : problem_->text();
}

}  // namespace raquette::viewer
