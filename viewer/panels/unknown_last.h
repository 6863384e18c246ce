#pragma once

#include <QSortFilterProxyModel>

namespace raquette::viewer {

/// Sorts by bare values, texts as the reader's language has them; cells of no known value come last, either way round.
class UnknownLast : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit UnknownLast(QAbstractItemModel* source, QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

}  // namespace raquette::viewer
