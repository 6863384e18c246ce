#pragma once

#include <QLabel>

namespace raquette::viewer {

/// One line of plain text that ends in an ellipsis where room is short; the whole text is then in the tooltip.
class ElidedLabel : public QLabel {
public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace raquette::viewer
