#include "viewer/assistant/places_page.h"

#include "gis/model/language.h"
#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/assistant/new_study.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/drawing.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/wheel_guard.h"
#include "viewer/text/words.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace raquette::viewer {

namespace {

QTableWidgetItem* cell(const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    return item;
}

std::string countsText(const ListReading& reading, model::Language language) {
    const auto number = [&](long count) { return text::number(language, count); };
    std::string out = plainWords(language, "assistant.rows", {{"rows", number(reading.rows)}, {"rejected", number(reading.rejected)}});
    for (const model::Precision precision : {model::Precision::Exact, model::Precision::Street, model::Precision::Locality,
                                             model::Precision::Commune, model::Precision::Departement}) {
        const long count = reading.atPrecision.at(static_cast<std::size_t>(precision));
        if (count > 0)
            out += "\n" + plainWords(language, "assistant.at",
                                     {{"count", number(count)},
                                      {"precision", text::say(language, "precision." + std::string(model::name(precision)))}});
    }
    if (reading.notPlaced > 0) out += "\n" + plainWords(language, "assistant.not-placed", {{"count", number(reading.notPlaced)}});
    return out;
}

}  // namespace

PlacesPage::PlacesPage(model::Language language, QWidget* parent)
    : QWidget(parent),
      language_(language),
      counts_(new QLabel),
      map_(new MapWidget),
      doubts_(new QTableWidget),
      hint_(new QLabel),
      undo_(new QPushButton) {
    const auto say = [&](const char* id) { return words(language, id); };
    counts_->setTextFormat(Qt::PlainText);
    counts_->setAlignment(Qt::AlignTop);
    counts_->setWordWrap(true);
    map_->setMinimumHeight(220);
    doubts_->setColumnCount(4);
    doubts_->setHorizontalHeaderLabels({say("assistant.row"), say("assistant.what"), say("assistant.action"), QString()});
    doubts_->verticalHeader()->hide();
    doubts_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    doubts_->setAccessibleName(say("assistant.places"));
    undo_->setText(say("what-if.undo"));
    undo_->setShortcut(QKeySequence::Undo);
    undo_->setEnabled(false);
    auto* top = new QHBoxLayout;
    auto* side = new QVBoxLayout;
    side->addWidget(counts_);
    side->addStretch();
    side->addWidget(hint_);
    side->addWidget(undo_);
    top->addLayout(side, 1);
    top->addWidget(map_, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top, 3);
    column->addWidget(doubts_, 2);
    hint_->setWordWrap(true);
    hint_->setText(say("assistant.click"));
    connect(map_, &MapWidget::clicked, this, [this](double x, double y) { placeAt(x, y); });
    connect(undo_, &QPushButton::clicked, this, &PlacesPage::takeBack);
}

void PlacesPage::show(ListReading reading) {
    reading_ = std::move(reading);
    counts_->setText(qt(countsText(reading_, language_)));
    MapOptions options;
    options.theme = themeOf(QApplication::palette());
    options.language = language_;
    options.places = true;
    map_->setOptions(options);
    if (reading_.state) {
        const char* layer = reading_.state->dataset.venues.empty() ? "actors" : "venues";
        map_->showScene(std::make_shared<const MapScene>(makeScene(*reading_.state, parseLayer(layer, reading_.state->study))),
                        Land::Mainland);
    }
    showDoubts();
}

/// Questions first, which an answer settles; then what was found row by row.
void PlacesPage::showDoubts() {
    constexpr std::size_t mostDoubts = 500;  // beyond, the list itself is to be mended
    const std::size_t doubts = std::min(mostDoubts, reading_.doubts.size());
    doubts_->setRowCount(static_cast<int>(reading_.questions.size() + doubts));
    int row = 0;
    for (const ListReading::Question& question : reading_.questions) {
        doubts_->setItem(row, 0, cell(QStringLiteral("?")));
        doubts_->setItem(row, 1, cell(qt(question.text)));
        doubts_->setItem(row, 2, cell(qt(question.because)));
        doubts_->removeCellWidget(row, 3);
        if (!question.choices.empty()) doubts_->setCellWidget(row, 3, answersTo(row));
        ++row;
    }
    for (std::size_t i = 0; i < doubts; ++i, ++row) {
        const ListReading::Doubt& doubt = reading_.doubts[i];
        const std::string value = doubt.value.empty()
                                      ? doubt.column
                                      : plainWords(language_, "assistant.value", {{"column", doubt.column}, {"value", doubt.value}});
        doubts_->setItem(row, 0, cell(doubt.row > 0 ? QString::number(doubt.row) : QString()));
        doubts_->setItem(row, 1, cell(qt(value.empty() ? doubt.rule : value)));
        doubts_->setItem(row, 2, cell(qt(doubt.action)));
        doubts_->removeCellWidget(row, 3);
        doubts_->setItem(row, 3, cell(doubt.rejected ? words(language_, "assistant.set-aside") : QString()));
    }
    doubts_->resizeColumnsToContents();
    doubts_->setColumnWidth(1, std::min(doubts_->columnWidth(1), 320));
    doubts_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    undo_->setEnabled(!decisions_.empty());
    hint_->setVisible(!reading_.questions.empty());
}

void PlacesPage::chooseQuestion(int question) {
    doubts_->selectRow(question);
}

void PlacesPage::placeAt(double x, double y) {
    const int row = doubts_->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= reading_.questions.size()) return;
    const std::string& record = reading_.questions[static_cast<std::size_t>(row)].record;
    if (!record.empty()) answer(row, placeDecision(record, geometry::toLonLat(frameOf(map_->land()), geometry::PlanePoint{x, y})));
}

/// A button for each of two, a list of more.
QWidget* PlacesPage::answersTo(int question) {
    constexpr std::size_t mostButtons = 2;
    const ListReading::Question& asked = reading_.questions[static_cast<std::size_t>(question)];
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(2, 0, 2, 0);
    if (asked.choices.size() <= mostButtons) {
        for (std::size_t i = 0; i < asked.choices.size(); ++i) {
            auto* button = new QPushButton(qt(asked.choices[i].first));
            button->setAccessibleDescription(qt(asked.text));
            connect(button, &QPushButton::clicked, this, [this, question, i] { choose(question, static_cast<int>(i)); });
            layout->addWidget(button);
        }
        return row;
    }
    auto* list = new QComboBox;
    list->addItem(words(language_, "assistant.choose"));
    for (const auto& [label, decision] : asked.choices) list->addItem(qt(label));
    list->setAccessibleName(qt(asked.text));
    leaveWheelToScrolling(list);
    connect(list, &QComboBox::activated, this, [this, question](int index) { choose(question, index - 1); });
    layout->addWidget(list);
    return row;
}

void PlacesPage::begin(const NewStudy& study) {
    decisions_ = study.decisions;
}

void PlacesPage::choose(int question, int choice) {
    if (question < 0 || choice < 0 || static_cast<std::size_t>(question) >= reading_.questions.size()) return;
    const auto& choices = reading_.questions[static_cast<std::size_t>(question)].choices;
    if (static_cast<std::size_t>(choice) < choices.size()) answer(question, std::string(choices[static_cast<std::size_t>(choice)].second));
}

/// Once: a study refuses two answers to one question, and the list is being read again meanwhile.
void PlacesPage::answer(int question, const std::string& decision) {
    if (decision.empty()) return;
    decisions_.push_back(decision);
    reading_.questions[static_cast<std::size_t>(question)] = {};
    emit answered();
}

void PlacesPage::takeBack() {
    if (decisions_.empty()) return;
    decisions_.pop_back();
    emit answered();
}

void PlacesPage::tell(NewStudy& study) const {
    study.decisions = decisions_;
}

QString PlacesPage::shownCounts() const {
    return counts_->text();
}

}  // namespace raquette::viewer
