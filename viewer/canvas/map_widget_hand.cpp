#include "viewer/canvas/map_widget_state.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>
#include <utility>

// The hand on the map: mouse, wheel and keys.

namespace raquette::viewer {

namespace {

constexpr double clickReach = 8;    // pixels
constexpr double wheelStep = 1.25;  // zoom of one notch

}  // namespace

bool MapWidget::event(QEvent* event) {
    const auto* help = event->type() == QEvent::ToolTip ? dynamic_cast<QHelpEvent*>(event) : nullptr;
    if (!help || insetAt(help->pos())) return QWidget::event(event);
    const geometry::PlanePoint at = state_->view.toPlane(help->pos());
    emit hovered(at.x, at.y, clickReach * state_->view.metresPerUnit, help->globalPos());
    return true;
}

void MapWidget::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    state_->pressedAt = state_->lastAt = event->position();
    state_->dragged = false;
    const MapMarks::Place* place = placeAt(state_->marks, state_->view, event->position());
    state_->held = place ? QString::fromStdString(place->id) : QString();
}

void MapWidget::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    constexpr double tremble = 4;  // pixels: a hand is not still when it clicks
    if (!state_->dragged && (event->position() - state_->pressedAt).manhattanLength() < tremble) return;
    state_->dragged = true;
    setCursor(Qt::ClosedHandCursor);
    if (!state_->held.isEmpty()) {
        const geometry::PlanePoint at = state_->view.toPlane(event->position());
        emit placeDragged(state_->held, at.x, at.y, false);
        return;
    }
    state_->view = panned(state_->view, event->position() - state_->lastAt);
    state_->whole = false;
    state_->lastAt = event->position();
    moved();
}

void MapWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    setCursor(Qt::OpenHandCursor);
    const geometry::PlanePoint at = state_->view.toPlane(event->position());
    const QString held = std::exchange(state_->held, {});
    if (state_->dragged) {
        if (!held.isEmpty()) emit placeDragged(held, at.x, at.y, true);
        return;
    }
    if (const auto land = insetAt(event->position())) {
        emit landChosen(*land);
        return;
    }
    emit clicked(at.x, at.y, clickReach * state_->view.metresPerUnit);
}

void MapWidget::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    state_->view = zoomed(state_->view, std::pow(wheelStep, notches), event->position());
    state_->whole = false;
    moved();
}

void MapWidget::zoomBy(double factor) {
    state_->view = zoomed(state_->view, factor, rect().center());
    state_->whole = false;
    moved();
}

void MapWidget::keyPressEvent(QKeyEvent* event) {
    const double step = width() * 0.15;
    switch (event->key()) {
        case Qt::Key_Plus:
            state_->view = zoomed(state_->view, wheelStep, rect().center());
            break;
        case Qt::Key_Minus:
            state_->view = zoomed(state_->view, 1 / wheelStep, rect().center());
            break;
        case Qt::Key_Left:
            state_->view = panned(state_->view, {step, 0});
            break;
        case Qt::Key_Right:
            state_->view = panned(state_->view, {-step, 0});
            break;
        case Qt::Key_Up:
            state_->view = panned(state_->view, {0, step});
            break;
        case Qt::Key_Down:
            state_->view = panned(state_->view, {0, -step});
            break;
        case Qt::Key_Home:
            fitLand();
            break;
        default:
            QWidget::keyPressEvent(event);
            return;
    }
    moved();
}

}  // namespace raquette::viewer
