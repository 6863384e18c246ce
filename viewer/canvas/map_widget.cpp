#include "viewer/canvas/map_widget.h"

#include "gis/model/error.h"
#include "viewer/background/background_credit.h"
#include "viewer/canvas/map_widget_state.h"
#include "viewer/canvas/picture_wish.h"
#include "viewer/map/circles.h"
#include "viewer/sheets/furniture.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr int restMilliseconds = 90;  // without a move before a new picture is drawn
constexpr double scaleBarPart = 0.2;  // of the width, at most
constexpr double scaleBarHeight = 40;

Box withRoom(const Box& box) {
    constexpr double roomAround = 0.06;
    return box.grown(std::max(box.width(), box.height()) * roomAround);
}

/// The same part of the ground on another plane of a land.
MapView onPlane(MapView view, Land land, Plane from, Plane to) {
    if (from == to) return view;
    const geometry::Frame before = frameOf(land, from);
    const geometry::Frame after = frameOf(land, to);
    const double ground = view.metresPerUnit * groundPerMetre(before, view.centre);
    view.centre = between(before, after, view.centre);
    view.metresPerUnit = ground / groundPerMetre(after, view.centre);
    return view;
}

}  // namespace

MapWidget::MapWidget(QWidget* parent) : QWidget(parent), state_(std::make_unique<State>()) {
    setMinimumSize(320, 240);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    state_->rest.setSingleShot(true);
    connect(&state_->rest, &QTimer::timeout, this, &MapWidget::requestPicture);
    connect(&state_->pictures, &PictureKeeper::changed, this, &MapWidget::deliver);
}

MapWidget::~MapWidget() = default;

void MapWidget::showScene(std::shared_ptr<const MapScene> scene, Land land) {
    const LandScene* const part = scene ? scene->find(land) : nullptr;
    const Plane plane = part && part->frame == webMercator ? Plane::WebMercator : Plane::OfLand;
    const bool sameGround = state_->fitted && state_->land == land && turnTo(plane);
    if (state_->land != land || state_->plane != plane) state_->pictures.forget();
    state_->scene = std::move(scene);
    state_->land = land;
    state_->plane = plane;
    ++state_->look;
    if (!sameGround) fitLand();
    requestPicture();
}

/// The present view on another plane; false when there is none to keep.
bool MapWidget::turnTo(Plane plane) {
    if (plane == state_->plane) return true;
    if (state_->whole) return false;
    try {
        state_->view = onPlane(state_->view, state_->land, state_->plane, plane);
        return true;
    } catch (const model::Error&) {  // far out at sea
        return false;
    }
}

void MapWidget::setBackground(Background* background) {
    State& s = *state_;
    s.background = background;
    s.tiles = std::make_unique<TileKeeper>(background);
    s.credit = new BackgroundCredit(this);
    connect(s.tiles.get(), &TileKeeper::changed, this, qOverload<>(&QWidget::update));
    s.strength = background->service().strength;
    connect(background, &Background::changed, this, [this, background] {
        showBackground();
        if (background->service().strength == state_->strength) return;
        state_->strength = background->service().strength;
        ++state_->look;
        requestPicture();
    });
    showBackground();
}

/// Under a map on its plane only: layers on another would not lie where the tiles do.
void MapWidget::showBackground() {
    State& s = *state_;
    const Background* const background = s.background.data();
    if (!background) return;
    const bool shown = background->isOn() && s.plane == Plane::WebMercator;
    s.credit->setVisible(shown);
    if (!shown) {
        s.tiles->forget();
        update();
        return;
    }
    s.credit->say(*background, s.options.language, s.options.theme);
    constexpr int edge = 6;
    s.credit->move(width() - s.credit->width() - edge, height() - s.credit->height() - edge);
    s.tiles->ask(s.view, devicePixelRatioF(), viewer::palette(s.options.theme).sea);
}

void MapWidget::setOptions(const MapOptions& options) {
    state_->options = options;
    ++state_->look;
    requestPicture();
}

const MapOptions& MapWidget::options() const {
    return state_->options;
}

void MapWidget::setMarks(MapMarks marks) {
    state_->marks = std::move(marks);
    update();
}

void MapWidget::follow(const MapView& view, Plane plane) {
    try {
        const MapView here = onPlane(view, state_->land, plane, state_->plane);
        state_->view.centre = here.centre;
        state_->view.metresPerUnit = here.metresPerUnit;
    } catch (const model::Error&) {  // far out at sea: until both are on the same plane
        return;
    }
    state_->whole = false;
    state_->rest.start(restMilliseconds);
    update();
}

Land MapWidget::land() const {
    return state_->land;
}

Plane MapWidget::plane() const {
    return state_->plane;
}

const MapView& MapWidget::view() const {
    return state_->view;
}

/// Beside the insets where there are some.
void MapWidget::fitLand() {
    const LandScene* land = state_->scene ? state_->scene->find(state_->land) : nullptr;
    if (land) {
        const std::vector<InsetBox> insets = insetBoxes();
        const QRectF all(rect());
        const QRectF room = insets.empty() ? all : all.adjusted(insets.front().box.right() - all.left(), 0, 0, 0);
        MapView view = fitted(withRoom(land->extent), room);
        view.target = all;
        state_->view = panned(view, room.center() - all.center());
        moved();
    }
    state_->fitted = state_->whole = land != nullptr;
}

void MapWidget::goTo(const Box& box) {
    state_->view = fitted(withRoom(box), QRectF(rect()));
    state_->whole = false;
    moved();
}

/// Where the other lands would be shown.
std::vector<InsetBox> MapWidget::insetBoxes() const {
    if (!state_->scene || state_->land != Land::Mainland) return {};
    return insetColumn(*state_->scene, state_->land, QRectF(rect()));
}

/// The other lands are shown beside the whole mainland, not over a part of it.
std::vector<InsetBox> MapWidget::shownInsets() const {
    const LandScene* land = state_->scene ? state_->scene->find(state_->land) : nullptr;
    if (!land) return {};
    const Box visible = state_->view.visible();
    const Box& extent = land->extent;
    if (!visible.contains({extent.west, extent.south}) || !visible.contains({extent.east, extent.north})) return {};
    return insetBoxes();
}

/// The land whose frame is there.
std::optional<Land> MapWidget::insetAt(QPointF at) const {
    for (const InsetBox& inset : shownInsets()) {
        if (inset.box.contains(at)) return inset.land;
    }
    return std::nullopt;
}

bool MapWidget::isSettled() const {
    return !state_->rest.isActive() && state_->pictures.isSettled();
}

void MapWidget::moved() {
    state_->rest.start(restMilliseconds);
    if (!state_->pictures.covers(state_->view))
        requestPicture();
    else if (state_->tiles && !state_->tiles->covers(state_->view))
        showBackground();
    update();
    emit viewMoved();
}

void MapWidget::requestPicture() {
    if (!state_->scene || size().isEmpty()) return;
    showBackground();
    PictureWish wish{state_->scene, state_->land,        state_->plane, state_->options,
                     state_->view,  devicePixelRatioF(), shownInsets(), state_->look};
    wish.options.background = state_->plane == Plane::WebMercator;
    if (const LandScene* land = state_->scene->find(state_->land)) wish.options.circleGrowth = circleGrowth(land->extent, state_->view);
    wish.options.strength = state_->strength / 100.0;
    // No name under the scale bar or the insets.
    wish.options.keepClear = QRectF(0, height() - scaleBarHeight, width() * scaleBarPart + 40, scaleBarHeight);
    if (!wish.insets.empty()) wish.options.keepClear = QRectF(0, 0, wish.insets.front().box.right(), height());
    state_->pictures.ask(wish);
}

void MapWidget::deliver() {
    update();
    if (isSettled()) emit settled();
}

void MapWidget::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), viewer::palette(state_->options.theme).sea);
    if (state_->tiles) state_->tiles->paint(painter, state_->view);
    state_->pictures.paint(painter, state_->view);
    painter.setRenderHint(QPainter::Antialiasing);
    drawMarks(painter, state_->marks, state_->view, state_->options);
    const geometry::Frame frame = frameOf(state_->land, state_->plane);
    MapOptions own = state_->options;
    own.background = state_->plane == Plane::WebMercator;
    drawScaleBar(painter, QPointF(16, height() - 14), onGround(state_->view, frame), width() * scaleBarPart, 12, own);
    drawNorthArrow(painter, QPointF(width() - 24, 34), 30, state_->view, frame, state_->options);
}

void MapWidget::resizeEvent(QResizeEvent*) {
    const MapView before = state_->view;
    state_->view.target = QRectF(rect());
    ++state_->look;
    if (state_->whole || !state_->fitted || before.target.isEmpty()) fitLand();
    moved();
}

}  // namespace raquette::viewer
