#pragma once

#include <QListWidget>

namespace raquette::viewer {

/// A list whose rows a hand or Alt and an arrow asks to be moved; whoever listens moves them.
class PartList : public QListWidget {
    Q_OBJECT

public:
    explicit PartList(QWidget* parent = nullptr);

    /// As high as its rows.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A row was dropped between two others: above row `before`, or last where there is none.
    void dropped(int row, int before);
    void stepAsked(bool up);

protected:
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace raquette::viewer
