#include "viewer/what_if/what_if_panel.h"

#include "gis/store/store.h"
#include "gis/text/numbers.h"
#include "viewer/map/lettering.h"
#include "viewer/sheets/wording.h"
#include "viewer/text/words.h"
#include "viewer/what_if/plan.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace raquette::viewer {

namespace {

using model::Language;

QLabel* wrapped() {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void clear(QVBoxLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
}

std::string holeLine(const analysis::HoleLeft& hole, Language language) {
    const std::string after = hole.parts == 0 ? plainWords(language, "what-if.hole-gone") : peopleText(language, hole.after);
    return plainWords(
        language, "what-if.hole",
        {{"rank", std::to_string(hole.rank)}, {"name", hole.name}, {"before", peopleText(language, hole.before)}, {"after", after}});
}

std::string answerText(const analysis::ScenarioAnswer& answer, Language language) {
    constexpr std::size_t most = 8;
    std::string text = plainWords(
        language, "what-if.people",
        {{"before", text::number(language, answer.coveredBefore.value)}, {"after", text::number(language, answer.coveredAfter.value)}});
    if (answer.gained.value > 0) text += "\n" + plainWords(language, "what-if.gained", {{"people", peopleText(language, answer.gained)}});
    if (answer.lost.value > 0) text += "\n" + plainWords(language, "what-if.lost", {{"people", peopleText(language, answer.lost)}});
    if (answer.gained.value == 0 && answer.lost.value == 0) text += "\n" + plainWords(language, "what-if.nothing");
    text += "\n";
    for (std::size_t i = 0; i < std::min(most, answer.holes.size()); ++i) text += "\n" + holeLine(answer.holes[i], language);
    for (std::size_t i = 0; i < std::min(most, answer.opened.size()); ++i) {
        text += "\n" + plainWords(language, "what-if.opened-hole",
                                  {{"name", answer.opened[i].name}, {"people", peopleText(language, answer.opened[i].population)}});
    }
    const std::size_t left = std::max(answer.holes.size(), most) + std::max(answer.opened.size(), most) - 2 * most;
    if (left > 0) text += "\n" + plainWords(language, "what-if.more-holes", {{"n", std::to_string(left)}});
    return text;
}

}  // namespace

WhatIfPanel::WhatIfPanel(QWidget* parent)
    : QWidget(parent),
      title_(wrapped()),
      hint_(wrapped()),
      places_(new QVBoxLayout),
      answer_(wrapped()),
      resume_(new QPushButton),
      open_(new QPushButton),
      undo_(new QPushButton),
      redo_(new QPushButton),
      best_(new QPushButton),
      save_(new QPushButton),
      load_(new QPushButton),
      export_(new QPushButton),
      leave_(new QPushButton) {
    title_->setObjectName(QStringLiteral("title"));
    auto* inside = new QWidget;
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->addWidget(title_);
    rows->addWidget(hint_);
    rows->addWidget(resume_);
    rows->addLayout(places_);
    rows->addWidget(open_);
    rows->addWidget(best_);
    rows->addSpacing(8);
    rows->addWidget(answer_);
    rows->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* buttons = new QGridLayout;
    buttons->setContentsMargins(12, 0, 12, 12);
    buttons->addWidget(undo_, 0, 0);
    buttons->addWidget(redo_, 0, 1);
    buttons->addWidget(save_, 1, 0);
    buttons->addWidget(load_, 1, 1);
    buttons->addWidget(export_, 2, 0, 1, 2);
    buttons->addWidget(leave_, 3, 0, 1, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    resume_->hide();
    connect(resume_, &QPushButton::clicked, this, &WhatIfPanel::resumeAsked);
    connect(open_, &QPushButton::clicked, this, &WhatIfPanel::openAsked);
    connect(undo_, &QPushButton::clicked, this, &WhatIfPanel::undoAsked);
    connect(redo_, &QPushButton::clicked, this, &WhatIfPanel::redoAsked);
    connect(best_, &QPushButton::clicked, this, &WhatIfPanel::bestPlacesAsked);
    connect(save_, &QPushButton::clicked, this, &WhatIfPanel::saveAsked);
    connect(export_, &QPushButton::clicked, this, &WhatIfPanel::exportAsked);
    connect(load_, &QPushButton::clicked, this, &WhatIfPanel::loadAsked);
    connect(leave_, &QPushButton::clicked, this, &WhatIfPanel::leaveAsked);
    setLanguage(language_);
}

void WhatIfPanel::setLanguage(Language language) {
    language_ = language;
    title_->setText(words(language, "what-if.title"));
    findChild<QScrollArea*>()->setAccessibleName(title_->text());
    hint_->setText(words(language, "what-if.hint"));
    resume_->setText(words(language, "what-if.resume"));
    open_->setText(words(language, "what-if.open"));
    undo_->setText(words(language, "what-if.undo"));
    redo_->setText(words(language, "what-if.redo"));
    best_->setText(words(language, "what-if.best"));
    save_->setText(words(language, "what-if.save"));
    load_->setText(words(language, "what-if.load"));
    export_->setText(words(language, "what-if.export"));
    leave_->setText(words(language, "what-if.leave"));
}

void WhatIfPanel::showPlan(const store::StudyState& state, std::size_t service, const PlanHistory& history) {
    listPlaces(state, service, history.now());
    undo_->setEnabled(history.canUndo());
    redo_->setEnabled(history.canRedo());
    save_->setEnabled(!history.now().empty());
    export_->setEnabled(!history.now().empty());
}

void WhatIfPanel::listPlaces(const store::StudyState& state, std::size_t service, const Plan& plan) {
    clear(places_);
    const auto& providers = state.analysis.services[service].providers;
    const auto nameOf = [&](const std::string& id) {
        const auto found = std::ranges::find(providers, id, &analysis::Provider::id);
        return found == providers.end() ? id : found->name;
    };
    const auto add = [&](const std::string& id, const std::string& key, const std::string& name) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* label = wrapped();
        label->setText(words(language_, key, {{"name", name}}));
        auto* out = new QPushButton(QStringLiteral("×"));
        out->setFixedWidth(28);
        out->setAccessibleName(words(language_, "what-if.remove", {{"name", name}}));
        row->addWidget(label, 1);
        row->addWidget(out);
        places_->addWidget(line);
        connect(out, &QPushButton::clicked, this, [this, id] { emit removeAsked(qt(id)); });
    };
    for (const Plan::Opened& one : plan.opened) add(one.id, "what-if.place.opened", one.id.substr(1));
    for (const Plan::Moved& one : plan.moved) add(one.id, "what-if.place.moved", nameOf(one.id));
    for (const std::string& id : plan.closed) add(id, "what-if.place.closed", nameOf(id));
}

void WhatIfPanel::showAnswer(const analysis::ScenarioAnswer& answer) {
    answer_->setText(qt(answerText(answer, language_)));
}

void WhatIfPanel::offerDraft(bool there) {
    resume_->setVisible(there);
}

void WhatIfPanel::showProblem(const QString& problem) {
    answer_->setText(problem);
}

QString WhatIfPanel::shownText() const {
    return answer_->text();
}

}  // namespace raquette::viewer
