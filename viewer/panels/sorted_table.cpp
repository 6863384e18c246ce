#include "viewer/panels/sorted_table.h"

#include "viewer/panels/study_table_model.h"

#include <QHeaderView>
#include <algorithm>

namespace raquette::viewer {

namespace {

constexpr int mostMeasured = 100;  // rows whose texts make a column's width: of 36,000 communes all would hold the window back

}  // namespace

SortedTable::SortedTable(QAbstractItemModel* source, int wide, QWidget* parent)
    : QTableView(parent), sorted_(new UnknownLast(source, this)), wide_(wide) {
    setModel(sorted_);
    setSortingEnabled(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    verticalHeader()->hide();
    horizontalHeader()->setResizeContentsPrecision(mostMeasured);
    const auto choose = [this](const QModelIndex& index) {
        if (selectionModel()->selectedRows().size() <= 1) emit rowChosen(sorted_->mapToSource(index).row());
    };
    connect(this, &QTableView::clicked, this, choose);
    connect(this, &QTableView::activated, this, choose);
    fit();
}

void SortedTable::selectSourceRow(int row) {
    const QModelIndex index = sorted_->mapFromSource(sorted_->sourceModel()->index(row, wide_));
    // Not selectRow(): with Ctrl held it would take the row out again.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

std::vector<std::string> SortedTable::chosenIds() const {
    std::vector<std::string> ids;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex& row : rows) ids.push_back(row.data(StudyTableModel::idRole).toString().toStdString());
    return ids;
}

void SortedTable::fit() {
    resizeColumnsToContents();
    horizontalHeader()->setSectionResizeMode(wide_, QHeaderView::Stretch);
}

}  // namespace raquette::viewer
