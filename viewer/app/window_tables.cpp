#include "gis/analysis/portrait/neighbours.h"
#include "gis/store/store.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/cards/cards.h"
#include "viewer/map/scene_parts.h"
#include "viewer/panels/gap_table_model.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/record_pane.h"
#include "viewer/panels/share_pane.h"
#include "viewer/panels/sorted_table.h"
#include "viewer/panels/territory_pane.h"
#include "viewer/text/words.h"

#include <QComboBox>
#include <QTabWidget>

namespace raquette::viewer {

void MainWindow::buildTables() {
    Parts& p = *parts_;
    p.gaps = new GapTableModel(p.state, this);
    p.table = new SortedTable(p.gaps, GapTableModel::Name);
    p.table->sortByColumn(GapTableModel::Rank, Qt::AscendingOrder);
    p.territories = new TerritoryPane(p.state);
    p.tables = new QTabWidget;
    p.tables->addTab(p.table, QString());
    p.tables->addTab(p.territories, QString());
    p.tables->setCornerWidget(p.territories->levelBox());
    p.territories->levelBox()->hide();
    buildRecords();
}

void MainWindow::connectTables() {
    const Parts& p = *parts_;
    connect(p.table, &SortedTable::rowChosen, this, [this](int row) { goToGap(static_cast<std::size_t>(row)); });
    connect(p.territories, &TerritoryPane::territoryChosen, this, &MainWindow::goToTerritory);
    connect(p.tables, &QTabWidget::currentChanged, this,
            [this] { parts_->territories->levelBox()->setVisible(parts_->tables->currentWidget() == parts_->territories); });
}

void MainWindow::nameTables() {
    const Parts& p = *parts_;
    const auto say = [&](const char* id) { return words(p.language, id); };
    p.tables->setTabText(0, say("window.gaps"));
    p.tables->setTabText(1, say("window.territories"));
    p.gaps->setLanguage(p.language);
    p.table->setAccessibleName(say("window.gaps"));
    p.table->fit();
    p.territories->setLanguage(p.language);
    nameRecords();
}

/// The tables of the service; where the map turns to figures of territories, or back to holes, the table does as well.
void MainWindow::showTables() {
    Parts& p = *parts_;
    filterScene();
    const QuestionPanel::Mode mode = p.question->mode();
    const bool gaps = mode == QuestionPanel::Mode::Gaps;
    p.tables->setVisible(!p.officialAction->isChecked());
    const auto offer = [&](QWidget* table, bool shown) { p.tables->setTabVisible(p.tables->indexOf(table), shown); };
    offer(p.table, gaps);
    offer(p.territories, gaps);
    offer(p.records, mode == QuestionPanel::Mode::Who);
    offer(p.share, mode == QuestionPanel::Mode::Share);
    p.gaps->setService(p.question->service());
    p.territories->setService(p.question->service());
    Layer alone = p.scene->layer;
    alone.over.clear();
    const std::string layer = text(alone);
    if (layer == p.tabled) return;
    p.tabled = layer;
    if (!gaps) {
        p.tables->setCurrentWidget(mode == QuestionPanel::Mode::Who ? static_cast<QWidget*>(p.records) : p.share);
        return;
    }
    const bool indicators = isOfTerritories(p.scene->layer.kind) || p.scene->layer.kind == LayerKind::Baskets;
    if (indicators) p.territories->setLevel(p.scene->layer.level);
    p.tables->setCurrentIndex(indicators ? 1 : 0);
}

/// The row of what was found, where there is one.
void MainWindow::selectFound() {
    const Parts& p = *parts_;
    if (p.found.kind == Identified::Kind::Gap)
        p.table->selectSourceRow(p.gaps->rowOfGap(p.found.index));
    else
        p.table->clearSelection();
    if (p.found.kind == Identified::Kind::Territory)
        p.territories->select(p.found.territory);
    else
        p.territories->clearSelection();
    const std::string record = p.found.kind == Identified::Kind::Record ? p.found.id : std::string();
    p.records->select(record);
    p.share->select(record);
}

void MainWindow::goToTerritory(const model::TerritoryId& territory) {
    Identified found;
    found.kind = Identified::Kind::Territory;
    found.territory = territory;
    found.at = analysis::heartOf(parts_->state->reference, territory);
    goToSurroundings(territory);
    showFound(found);
}

void MainWindow::goToRecord(const std::string& id) {
    constexpr double around = 20000;  // metres
    const model::Actor* record = recordOf(parts_->state->dataset, id);
    if (!record) return;
    Identified found;
    found.kind = Identified::Kind::Record;
    found.id = id;
    found.at = record->place.position;
    if (found.at) goTo(found.at->lon, found.at->lat, around);
    showFound(found);
}

}  // namespace raquette::viewer
