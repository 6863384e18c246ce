#include "viewer/panels/part_list.h"

#include <QDropEvent>
#include <QKeyEvent>

namespace raquette::viewer {

PartList::PartList(QWidget* parent) : QListWidget(parent) {
    setDragDropMode(QAbstractItemView::InternalMove);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PartList::sizeHint() const {
    const int rows = count() == 0 ? 0 : sizeHintForRow(0) * count();
    constexpr int edge = 8;  // with its padding
    return {180, rows + edge};
}

QSize PartList::minimumSizeHint() const {
    return sizeHint();
}

void PartList::dropEvent(QDropEvent* event) {
    const QModelIndex over = indexAt(event->position().toPoint());
    int before = over.isValid() ? over.row() : count();
    if (over.isValid() && event->position().y() > visualRect(over).center().y()) ++before;
    event->setDropAction(Qt::CopyAction);  // the view would take the row away
    event->accept();
    if (event->source() == this) emit dropped(currentRow(), before);
}

void PartList::keyPressEvent(QKeyEvent* event) {
    const bool up = event->key() == Qt::Key_Up;
    if (event->modifiers() == Qt::AltModifier && (up || event->key() == Qt::Key_Down))
        emit stepAsked(up);
    else
        QListWidget::keyPressEvent(event);
}

}  // namespace raquette::viewer
