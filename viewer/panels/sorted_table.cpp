#include "viewer/panels/sorted_table.h"

#include <QHeaderView>

namespace raquette::viewer {

SortedTable::SortedTable(QAbstractItemModel* source, int wide, QWidget* parent)
    : QTableView(parent), sorted_(new UnknownLast(source, this)), wide_(wide) {
    setModel(sorted_);
    setSortingEnabled(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    verticalHeader()->hide();
    const auto choose = [this](const QModelIndex& index) { emit rowChosen(sorted_->mapToSource(index).row()); };
    connect(this, &QTableView::clicked, this, choose);
    connect(this, &QTableView::activated, this, choose);
    fit();
}

void SortedTable::selectSourceRow(int row) {
    const QModelIndex index = sorted_->mapFromSource(sorted_->sourceModel()->index(row, wide_));
    selectRow(index.row());
    scrollTo(index);
}

void SortedTable::fit() {
    resizeColumnsToContents();
    horizontalHeader()->setSectionResizeMode(wide_, QHeaderView::Stretch);
}

}  // namespace raquette::viewer
