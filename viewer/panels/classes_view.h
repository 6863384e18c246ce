#pragma once

#include "viewer/map/palette.h"

#include <QWidget>
#include <vector>

namespace raquette::viewer {

/// How the figures of territories spread, from the least to the most, in the colours of their classes; the bounds as lines.
class ClassesView : public QWidget {
    Q_OBJECT

public:
    explicit ClassesView(QWidget* parent = nullptr);

    void show(std::vector<double> figures, std::vector<double> bounds, Ramp ramp);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<double> figures_;
    std::vector<double> bounds_;
    Ramp ramp_{};
};

}  // namespace raquette::viewer
