#include "viewer/app/map_widget.h"

#include "viewer/map/drawing.h"
#include "viewer/map/marks.h"
#include "viewer/sheets/furniture.h"

#include <QFutureWatcher>
#include <QHelpEvent>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QWheelEvent>
#include <QtConcurrentRun>
#include <cmath>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr int restMilliseconds = 90;  // without a move before a new picture is drawn
constexpr double clickReach = 8;      // pixels
constexpr double wheelStep = 1.25;    // zoom of one notch

}  // namespace

struct MapWidget::State {
    struct Drawn {
        QImage picture;
        MapView view;
        unsigned number = 0;
    };

    QFutureWatcher<Drawn> drawing;  // a picture still being drawn when the widget goes is dropped: it holds values only
    std::shared_ptr<const MapScene> scene;
    Land land = Land::Mainland;
    MapOptions options;
    MapMarks marks;
    MapView view;
    QImage picture;
    MapView pictureView;
    QTimer rest;
    unsigned wanted = 0;     // number of the latest picture asked for
    unsigned delivered = 0;  // and of the one shown
    bool fitted = false;
    bool whole = true;  // nobody has moved the map yet: it follows the window's size
    QPointF pressedAt;
    QPointF lastAt;
    bool dragged = false;
    QString held;  // id of the place under the hand
};

MapWidget::MapWidget(QWidget* parent) : QWidget(parent), state_(std::make_unique<State>()) {
    setMinimumSize(320, 240);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    state_->rest.setSingleShot(true);
    connect(&state_->rest, &QTimer::timeout, this, &MapWidget::requestPicture);
    connect(&state_->drawing, &QFutureWatcher<State::Drawn>::finished, this, &MapWidget::deliver);
}

MapWidget::~MapWidget() = default;

void MapWidget::showScene(std::shared_ptr<const MapScene> scene, Land land) {
    const bool sameGround = state_->fitted && state_->land == land;
    state_->scene = std::move(scene);
    state_->land = land;
    if (!sameGround) fitLand();
    requestPicture();
}

void MapWidget::setOptions(const MapOptions& options) {
    state_->options = options;
    requestPicture();
}

const MapOptions& MapWidget::options() const {
    return state_->options;
}

void MapWidget::setMarks(MapMarks marks) {
    state_->marks = std::move(marks);
    update();
}

void MapWidget::follow(const MapView& view) {
    state_->view.centre = view.centre;
    state_->view.metresPerUnit = view.metresPerUnit;
    state_->whole = false;
    state_->rest.start(restMilliseconds);
    update();
}

Land MapWidget::land() const {
    return state_->land;
}

const MapView& MapWidget::view() const {
    return state_->view;
}

void MapWidget::fitLand() {
    const LandScene* land = state_->scene ? state_->scene->find(state_->land) : nullptr;
    if (land) goTo(land->extent);
    state_->fitted = state_->whole = land != nullptr;
}

void MapWidget::goTo(const Box& box) {
    constexpr double roomAround = 0.06;
    const QRectF target(rect());
    state_->view = fitted(box.grown(std::max(box.width(), box.height()) * roomAround), target);
    state_->whole = false;
    moved();
}

bool MapWidget::isSettled() const {
    return !state_->drawing.isRunning() && !state_->rest.isActive() && state_->delivered == state_->wanted;
}

void MapWidget::moved() {
    state_->rest.start(restMilliseconds);
    update();
    emit viewMoved();
}

/// Draws beside the event loop from values that nobody changes any more. One picture at a time: what moved meanwhile is drawn next.
void MapWidget::requestPicture() {
    ++state_->wanted;
    if (state_->drawing.isRunning() || !state_->scene || size().isEmpty()) return;
    const double ratio = devicePixelRatioF();
    const QSize pixels = size() * ratio;
    state_->drawing.setFuture(QtConcurrent::run([scene = state_->scene, land = state_->land, options = state_->options, view = state_->view,
                                                 number = state_->wanted, pixels, ratio] {
        QImage picture(pixels, QImage::Format_RGB32);
        picture.setDevicePixelRatio(ratio);
        picture.fill(viewer::palette(options.theme).sea);
        if (const LandScene* part = scene->find(land)) {
            QPainter painter(&picture);
            drawMap(painter, *scene, *part, view, options);
        }
        return State::Drawn{picture, view, number};
    }));
}

void MapWidget::deliver() {
    State::Drawn drawn = state_->drawing.result();
    state_->picture = std::move(drawn.picture);
    state_->pictureView = drawn.view;
    state_->delivered = drawn.number;
    update();
    if (drawn.number != state_->wanted)
        requestPicture();
    else if (isSettled())
        emit settled();
}

void MapWidget::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), viewer::palette(state_->options.theme).sea);
    if (state_->picture.isNull()) return;
    // The last picture where its corners lie in the present view.
    const QPointF topLeft = state_->view.toTarget(state_->pictureView.toPlane(state_->pictureView.target.topLeft()));
    const QPointF bottomRight = state_->view.toTarget(state_->pictureView.toPlane(state_->pictureView.target.bottomRight()));
    painter.drawImage(QRectF(topLeft, bottomRight), state_->picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawMarks(painter, state_->marks, state_->view, state_->options);
    drawScaleBar(painter, QPointF(16, height() - 14), state_->view, width() * 0.2, 12, state_->options);
    drawNorthArrow(painter, QPointF(width() - 24, 34), 30, state_->view, state_->land, state_->options);
}

void MapWidget::resizeEvent(QResizeEvent*) {
    const MapView before = state_->view;
    state_->view.target = QRectF(rect());
    if (state_->whole || !state_->fitted || before.target.isEmpty()) fitLand();
    moved();
}

bool MapWidget::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
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
    emit clicked(at.x, at.y, clickReach * state_->view.metresPerUnit);
}

void MapWidget::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    state_->view = zoomed(state_->view, std::pow(wheelStep, notches), event->position());
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
