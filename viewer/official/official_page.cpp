#include "viewer/official/official_page.h"

#include "viewer/map/lettering.h"
#include "viewer/official/official_answer.h"
#include "viewer/panels/card_panel.h"
#include "viewer/search/place_search.h"
#include "viewer/search/search_box.h"
#include "viewer/text/words.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr double largeLetters = 1.35;

}  // namespace

OfficialPage::OfficialPage(QWidget* parent)
    : QWidget(parent),
      which_(new QLabel),
      field_(new SearchBox),
      head_(new CardPanel),
      back_(new QPushButton),
      answer_(new CardPanel),
      sides_(new QStackedWidget) {
    which_->setWordWrap(true);
    which_->setBuddy(field_);
    field_->setKinds(PlaceKinds::Territories);
    head_->setLetters(largeLetters);
    answer_->setLetters(largeLetters);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(which_);
    column->addWidget(field_);
    column->addWidget(sides_, 1);
    sides_->addWidget(questionsSide());
    sides_->addWidget(answerSide());
    connect(field_, &SearchBox::placeChosen, this, [this](const NamedPlace& place) { emit territoryAsked(qt(place.id)); });
    connect(head_, &CardPanel::linkFollowed, this, &OfficialPage::linkFollowed);
    connect(answer_, &CardPanel::linkFollowed, this, &OfficialPage::linkFollowed);
}

QWidget* OfficialPage::questionsSide() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    constexpr int headHeight = 210;  // pixels
    head_->setMaximumHeight(headHeight);
    column->addWidget(head_, 1);
    for (const OfficialQuestion question : allOfficialQuestions) {
        auto* button = new QPushButton;
        button->setObjectName(QStringLiteral("question"));
        button->setAutoDefault(true);  // Enter asks as Space does
        button->setEnabled(false);
        connect(button, &QPushButton::clicked, this, [this, button, question] {
            asked_ = button;
            emit questionAsked(question);
        });
        column->addWidget(button);
        questions_.at(static_cast<std::size_t>(question)) = button;
    }
    column->addStretch();
    return side;
}

QWidget* OfficialPage::answerSide() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    back_->setAutoDefault(true);
    connect(back_, &QPushButton::clicked, this, &OfficialPage::goBack);
    column->addWidget(back_);
    column->addWidget(answer_, 1);
    return side;
}

void OfficialPage::setPlaces(std::shared_ptr<const PlaceSearch> places) {
    field_->setPlaces(std::move(places));
}

void OfficialPage::setLanguage(model::Language language) {
    language_ = language;
    const auto say = [&](const char* id) { return words(language, id); };
    setAccessibleName(say("official.panel"));
    which_->setText(say("official.which"));
    field_->setPlaceholderText(say("official.type"));
    field_->setAccessibleName(say("official.which"));
    for (std::size_t i = 0; i < questions_.size(); ++i) questions_.at(i)->setText(say(keyOf(allOfficialQuestions.at(i))));
    back_->setText(say("official.back"));
    head_->setName(say("official.panel"));
    answer_->setName(say("window.card"));
    if (!questions_.front()->isEnabled()) head_->showCard({"", plainWords(language, "official.begin"), {}, {}});
}

void OfficialPage::showTerritory(const Card& head) {
    head_->showCard(head);
    for (QPushButton* question : questions_) question->setEnabled(true);
    sides_->setCurrentIndex(0);
    questions_.front()->setFocus();
}

void OfficialPage::showAnswer(const Card& answer) {
    answer_->showCard(answer);
    sides_->setCurrentIndex(1);
    back_->setFocus();
}

bool OfficialPage::isAnswering() const {
    return sides_->currentIndex() == 1;
}

void OfficialPage::askWhich() {
    sides_->setCurrentIndex(0);
    field_->setFocus();
    field_->selectAll();
}

QString OfficialPage::shownText() const {
    return isAnswering() ? answer_->shownText() : head_->shownText();
}

void OfficialPage::goBack() {
    if (!isAnswering()) {
        askWhich();
        return;
    }
    sides_->setCurrentIndex(0);
    QPushButton* question = asked_ ? asked_ : questions_.front();
    if (question->isEnabled())
        question->setFocus();
    else
        field_->setFocus();
}

}  // namespace raquette::viewer
