#include "viewer/panels/record_pane.h"

#include "gis/store/store.h"
#include "gis/text/functions.h"
#include "gis/text/numbers.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/record_table_model.h"
#include "viewer/panels/sorted_table.h"
#include "viewer/sheets/wording.h"
#include "viewer/text/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

namespace raquette::viewer {

namespace {

/// In the order of the box; the first does not restrict.
constexpr std::array<const char*, 4> memberKeys{"records.any-member", "card.member.member", "card.member.not-member",
                                                "card.member.unknown"};
constexpr std::array memberOrder{model::Membership::Unknown, model::Membership::Member, model::Membership::NotMember,
                                 model::Membership::Unknown};

}  // namespace

RecordPane::RecordPane(std::shared_ptr<const store::StudyState> state, QWidget* parent)
    : QWidget(parent),
      model_(new RecordTableModel(state, this)),
      table_(new SortedTable(model_, RecordTableModel::Name)),
      functionLabel_(new QLabel),
      functions_(new QComboBox),
      memberLabel_(new QLabel),
      members_(new QComboBox),
      count_(new QLabel),
      language_(state->study.language) {
    table_->sortByColumn(RecordTableModel::Name, Qt::AscendingOrder);
    functionLabel_->setBuddy(functions_);
    memberLabel_->setBuddy(members_);
    for (std::size_t i = 0; i < memberKeys.size(); ++i) members_->addItem(QString());
    auto* row = new QHBoxLayout;
    row->setContentsMargins(4, 4, 4, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{functionLabel_, functions_, memberLabel_, members_, count_})
        row->addWidget(widget);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(table_, 1);
    connect(table_, &SortedTable::rowChosen, this, [this](int chosen) { emit recordChosen(qt(model_->recordOf(chosen))); });
    connect(functions_, &QComboBox::currentIndexChanged, this, &RecordPane::filter);
    connect(members_, &QComboBox::currentIndexChanged, this, &RecordPane::filter);
    listFunctions();
    setLanguage(language_);
}

void RecordPane::listFunctions() {
    const QSignalBlocker quiet(functions_);
    const QString before = functions_->currentData().toString();
    functions_->clear();
    functions_->addItem(QString(), QString());
    for (const std::string& word : model_->functions()) functions_->addItem(QString(), qt(word));
    functions_->setCurrentIndex(std::max(0, functions_->findData(before)));
}

void RecordPane::filter() {
    const auto index = static_cast<std::size_t>(std::max(0, members_->currentIndex()));
    model_->setFilter(functions_->currentData().toString().toStdString(), index == 0 ? std::nullopt : std::optional(memberOrder.at(index)));
    setLanguage(language_);
    emit filterChanged();
}

void RecordPane::setState(std::shared_ptr<const store::StudyState> state) {
    model_->setState(std::move(state));
    listFunctions();
    setLanguage(language_);
}

void RecordPane::setLanguage(model::Language language) {
    language_ = language;
    const auto say = [&](const char* id) { return words(language, id); };
    functionLabel_->setText(say("records.function"));
    functions_->setAccessibleName(say("records.function"));
    memberLabel_->setText(say("records.member"));
    members_->setAccessibleName(say("records.member"));
    functions_->setItemText(0, say("records.any-function"));
    for (int i = 1; i < functions_->count(); ++i)
        functions_->setItemText(i, qt(text::functionLabel(language, functions_->itemData(i).toString().toStdString())));
    for (std::size_t i = 0; i < memberKeys.size(); ++i) members_->setItemText(static_cast<int>(i), say(memberKeys.at(i)));
    const int rows = model_->rowCount();
    count_->setText(
        words(language, plural(language, "records.count", static_cast<std::size_t>(rows)), {{"n", text::number(language, rows)}}));
    model_->setLanguage(language);
    table_->setAccessibleName(say("window.records"));
    table_->fit();
}

void RecordPane::select(const std::string& id) {
    const auto row = id.empty() ? std::nullopt : model_->rowOf(id);
    if (row)
        table_->selectSourceRow(*row);
    else
        table_->clearSelection();
}

std::optional<std::set<std::string>> RecordPane::shownIds() const {
    return model_->shownIds();
}

}  // namespace raquette::viewer
