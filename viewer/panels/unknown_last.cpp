#include "viewer/panels/unknown_last.h"

namespace raquette::viewer {

UnknownLast::UnknownLast(QAbstractItemModel* source, QObject* parent) : QSortFilterProxyModel(parent) {
    setSourceModel(source);
    setSortRole(Qt::EditRole);
    setSortLocaleAware(true);
}

bool UnknownLast::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const bool leftKnown = left.data(sortRole()).isValid();
    const bool rightKnown = right.data(sortRole()).isValid();
    if (leftKnown && rightKnown) return QSortFilterProxyModel::lessThan(left, right);
    // Descending order asks with both sides exchanged.
    return sortOrder() == Qt::AscendingOrder ? leftKnown && !rightKnown : rightKnown && !leftKnown;
}

}  // namespace raquette::viewer
