#include "viewer/panels/territory_pane.h"

#include "gis/analysis/equity/inequality.h"
#include "gis/store/store.h"
#include "viewer/panels/distribution_view.h"
#include "viewer/panels/sorted_table.h"
#include "viewer/panels/territory_table_model.h"
#include "viewer/text/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <algorithm>
#include <utility>

namespace raquette::viewer {

TerritoryPane::TerritoryPane(std::shared_ptr<const store::StudyState> state, QWidget* parent)
    : QWidget(parent),
      model_(new TerritoryTableModel(state, this)),
      table_(new SortedTable(model_, TerritoryTableModel::Name)),
      distribution_(new DistributionView),
      levels_(new QComboBox),
      language_(state->study.language) {
    table_->sortByColumn(TerritoryTableModel::NotCovered, Qt::DescendingOrder);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(table_, 1);
    row->addWidget(distribution_);
    connect(table_, &SortedTable::rowChosen, this, [this](int chosen) { emit territoryChosen(model_->territoryOf(chosen)); });
    connect(levels_, &QComboBox::currentIndexChanged, this, &TerritoryPane::showLevel);
    listLevels();
}

void TerritoryPane::setState(std::shared_ptr<const store::StudyState> state) {
    model_->setState(std::move(state));
    listLevels();
}

void TerritoryPane::setService(std::size_t service) {
    model_->setService(service);
    listLevels();
}

void TerritoryPane::setLanguage(model::Language language) {
    language_ = language;
    model_->setLanguage(language);
    distribution_->setLanguage(language);
    for (int i = 0; i < levels_->count(); ++i) {
        const auto level = static_cast<model::Level>(levels_->itemData(i).toInt());
        levels_->setItemText(i, words(language, "window.by-level." + std::string(model::name(level))));
    }
    levels_->setAccessibleName(words(language, "window.by-level"));
    table_->setAccessibleName(words(language, "window.territories"));
    table_->fit();
}

void TerritoryPane::setLevel(model::Level level) {
    const int index = levels_->findData(static_cast<int>(level));
    if (index >= 0) levels_->setCurrentIndex(index);
}

void TerritoryPane::select(const model::TerritoryId& territory) {
    if (const auto row = model_->rowOf(territory))
        table_->selectSourceRow(*row);
    else
        table_->clearSelection();
}

void TerritoryPane::clearSelection() {
    table_->clearSelection();
}

/// The levels there are figures of; the one shown stays where it is among them, else the smallest.
void TerritoryPane::listLevels() {
    {
        const QSignalBlocker quiet(levels_);
        levels_->clear();
        for (const model::Level level : model_->levels()) levels_->addItem(QString(), static_cast<int>(level));
        levels_->setCurrentIndex(std::max(0, levels_->findData(static_cast<int>(model_->level()))));
    }
    setLanguage(language_);
    showLevel();
}

void TerritoryPane::showLevel() {
    if (levels_->count() > 0) model_->setLevel(static_cast<model::Level>(levels_->currentData().toInt()));
    distribution_->showShares(model_->shares());
    table_->fit();
}

}  // namespace raquette::viewer
