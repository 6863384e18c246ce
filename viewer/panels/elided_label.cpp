#include "viewer/panels/elided_label.h"

#include <QPainter>

namespace raquette::viewer {

QSize ElidedLabel::minimumSizeHint() const {
    constexpr int fewestLetters = 8;
    return {fontMetrics().averageCharWidth() * fewestLetters, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    setToolTip(shown == text() ? QString() : text());
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

}  // namespace raquette::viewer
