#pragma once

#include "viewer/panels/unknown_last.h"

#include <QTableView>

namespace raquette::viewer {

/// A table that its reader sorts; rows are spoken of by their place in the model, whatever the order.
class SortedTable : public QTableView {
    Q_OBJECT

public:
    /// `wide`: the column that takes the room left.
    SortedTable(QAbstractItemModel* source, int wide, QWidget* parent = nullptr);

    void selectSourceRow(int row);
    /// After a change of texts.
    void fit();

signals:
    void rowChosen(int row);

private:
    UnknownLast* sorted_;
    int wide_;
};

}  // namespace raquette::viewer
