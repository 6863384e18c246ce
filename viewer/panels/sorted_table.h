#pragma once

#include "viewer/panels/unknown_last.h"

#include <QTableView>
#include <string>
#include <vector>

namespace raquette::viewer {

/// A table that its reader sorts; rows are spoken of by their place in the model, whatever the order.
class SortedTable : public QTableView {
    Q_OBJECT

public:
    /// `wide`: the column that takes the room left.
    SortedTable(QAbstractItemModel* source, int wide, QWidget* parent = nullptr);

    void selectSourceRow(int row);
    /// Ids of the rows chosen, several with Ctrl or Shift, as they are sorted.
    std::vector<std::string> chosenIds() const;
    /// After a change of texts.
    void fit();

signals:
    /// One row alone was clicked or entered.
    void rowChosen(int row);

private:
    UnknownLast* sorted_;
    int wide_;
};

}  // namespace raquette::viewer
