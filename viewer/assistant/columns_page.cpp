#include "viewer/assistant/columns_page.h"

#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/assistant/list_reading.h"
#include "viewer/assistant/new_study.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/wheel_guard.h"
#include "viewer/text/words.h"

#include <fmt/ranges.h>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace raquette::viewer {

namespace {

/// A key in a reader's words.
std::string wordsOf(const std::string& key, model::Language language) {
    const std::string said = "assistant.key." + key;
    return text::isSaid(said) ? text::say(language, said) : key;
}

QTableWidgetItem* cell(const std::string& text) {
    auto* item = new QTableWidgetItem(qt(text));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

}  // namespace

ColumnsPage::ColumnsPage(model::Language language, QWidget* parent)
    : QWidget(parent),
      language_(language),
      kinds_(new QComboBox),
      sheets_(new QComboBox),
      form_(new QFormLayout),
      contributor_(new QLineEdit),
      date_(new QLineEdit),
      table_(new QTableWidget),
      private_(new QLabel) {
    const auto say = [&](const char* id) { return words(language, id); };
    const auto told = [&](const char* key) { return qt(text::say(language, key)); };  // `raquette check` heads its columns so
    kinds_->addItem(say("assistant.venues"), static_cast<int>(model::SourceKind::Venues));
    kinds_->addItem(say("assistant.actors"), static_cast<int>(model::SourceKind::Actors));
    date_->setPlaceholderText(QStringLiteral("2026-04"));
    form_->addRow(say("assistant.kind"), kinds_);
    form_->addRow(say("assistant.sheet"), sheets_);
    form_->addRow(say("assistant.contributor"), contributor_);
    form_->addRow(say("assistant.date"), date_);
    table_->setColumnCount(5);
    table_->setHorizontalHeaderLabels({told("quality.head.column"), told("quality.head.key"), say("assistant.samples"),
                                       told("quality.head.because"), told("quality.head.filled")});
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    table_->setAccessibleName(say("assistant.columns"));
    private_->setWordWrap(true);
    private_->setText(say("assistant.private"));
    private_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form_);
    column->addWidget(table_, 1);
    column->addWidget(private_);
    connect(kinds_, &QComboBox::activated, this, &ColumnsPage::changed);
    connect(sheets_, &QComboBox::activated, this, [this] {
        chosen_.clear();  // of the columns of another sheet
        emit changed();
    });
}

void ColumnsPage::addColumn(int row, const ListReading& reading, std::size_t column) {
    const ListReading::Column& read = reading.columns[column];
    table_->setItem(row, 0, cell(read.name));
    auto* keys = new QComboBox;
    keys->addItem(words(language_, "assistant.unused"), QString());
    for (const std::string& key : reading.keys) keys->addItem(qt(wordsOf(key, language_)), qt(key));
    keys->setCurrentIndex(std::max(0, keys->findData(qt(read.key))));
    keys->setAccessibleName(qt(read.name));
    leaveWheelToScrolling(keys);
    keys->setEnabled(!read.name.empty());  // a study knows columns by their names
    connect(keys, &QComboBox::activated, this, [this, keys, name = read.name] {
        chosen_[name] = keys->currentData().toString().toStdString();
        emit changed();
    });
    table_->setCellWidget(row, 1, keys);
    table_->setItem(row, 2, cell(fmt::format("{}", fmt::join(read.samples, " · "))));
    table_->setItem(row, 3, cell(read.because));
    table_->setItem(row, 4, cell(text::percent(language_, {read.filled})));
}

void ColumnsPage::show(const ListReading& reading) {
    const QSignalBlocker quiet(sheets_);
    const QString before = sheets_->currentText();
    sheets_->clear();
    QStringList sheets;
    for (const std::string& sheet : reading.sheets) sheets << qt(sheet);
    sheets.sort(Qt::CaseInsensitive);
    sheets_->addItems(sheets);
    sheets_->setCurrentText(before.isEmpty() && !reading.sheets.empty() ? qt(reading.sheets.front()) : before);
    sheets_->setVisible(sheets.size() > 1);
    form_->labelForField(sheets_)->setVisible(sheets.size() > 1);
    table_->setRowCount(static_cast<int>(reading.columns.size()));
    for (std::size_t i = 0; i < reading.columns.size(); ++i) addColumn(static_cast<int>(i), reading, i);
    table_->resizeColumnsToContents();
    table_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    private_->setVisible(std::ranges::any_of(reading.columns, &ListReading::Column::personal));
}

void ColumnsPage::begin(const NewStudy& study) {
    kinds_->setCurrentIndex(kinds_->findData(static_cast<int>(study.kind)));
    contributor_->setText(qt(study.contributor));
    date_->setText(qt(study.date));
    sheets_->clear();
    chosen_ = study.columns;
}

void ColumnsPage::tell(NewStudy& study) const {
    study.kind = static_cast<model::SourceKind>(kinds_->currentData().toInt());
    if (sheets_->count() > 1) study.sheet = sheets_->currentText().toStdString();
    study.contributor = contributor_->text().trimmed().toStdString();
    study.date = date_->text().trimmed().toStdString();
    study.columns = chosen_;
}

}  // namespace raquette::viewer
