#include "viewer/canvas/picture_keeper.h"

#include "viewer/canvas/picture_wish.h"
#include "viewer/map/picture.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <atomic>
#include <cmath>
#include <optional>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr double around = 0.25;     // of the view's sides, kept on each side
constexpr double insetLetter = 10;  // units

struct Drawn {
    QImage surfaces;
    MapView surfacesView;
    QImage signs;  ///< null: those there are stay
    MapView signsView;
    QImage insets;
    std::optional<unsigned> insetsLook;  ///< of the wish they were drawn for
    Land land = Land::Mainland;
    unsigned number = 0;
    bool isWhole = true;  ///< false: given up half-way
};

/// On nothing, over the whole view.
QImage insetsOf(const PictureWish& wish) {
    if (wish.insets.empty()) return {};
    QImage picture((wish.view.target.size() * wish.pixelsPerUnit).toSize(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    picture.setDevicePixelRatio(wish.pixelsPerUnit);
    QPainter painter(&picture);
    for (const InsetBox& inset : wish.insets) {
        if (const LandScene* land = wish.scene->find(inset.land))
            drawInset(painter, *wish.scene, *land, inset.box, insetLetter, wish.options);
    }
    return picture;
}

/// What is in view; the insets too where there are none of this look.
Drawn drawnOf(const PictureWish& wish, unsigned number, bool withInsets) {
    Drawn drawn;
    drawn.surfaces = surfacesOf(*wish.scene, wish.land, wish.view, wish.options, wish.pixelsPerUnit);
    drawn.signs = signsOf(*wish.scene, wish.land, wish.view, wish.options, wish.pixelsPerUnit);
    drawn.surfacesView = drawn.signsView = wish.view;
    if (withInsets) drawn.insets = insetsOf(wish);
    if (withInsets) drawn.insetsLook = wish.look;
    drawn.land = wish.land;
    drawn.number = number;
    return drawn;
}

/// Enlarged by whole pixels about the same centre: pixel for pixel the same where both show.
MapView widened(const PictureWish& wish) {
    const auto margin = [&](double side) { return std::round(side * wish.pixelsPerUnit * around) / wish.pixelsPerUnit; };
    MapView view = wish.view;
    const double x = margin(view.target.width());
    const double y = margin(view.target.height());
    view.target.adjust(-x, -y, x, y);
    return view;
}

bool isSameScale(const MapView& a, const MapView& b) {
    return std::abs(a.metresPerUnit / b.metresPerUnit - 1) < 1e-9;
}

void paintAt(QPainter& painter, const QImage& picture, const MapView& then, const MapView& now) {
    if (picture.isNull()) return;
    const QPointF topLeft = now.toTarget(then.toPlane(then.target.topLeft()));
    if (!isSameScale(then, now)) {
        painter.drawImage(QRectF(topLeft, now.toTarget(then.toPlane(then.target.bottomRight()))), picture);
        return;
    }
    const double ratio = picture.devicePixelRatio();
    painter.drawImage(QPointF(std::round(topLeft.x() * ratio), std::round(topLeft.y() * ratio)) / ratio, picture);
}

}  // namespace

struct PictureKeeper::State {
    QFutureWatcher<Drawn> drawing;  // a picture still being drawn when the keeper goes is dropped: it holds values only
    PictureWish wish;
    Drawn shown;
    unsigned wanted = 0;
    std::shared_ptr<std::atomic<bool>> givenUp = std::make_shared<std::atomic<bool>>(false);
};

PictureKeeper::PictureKeeper(QObject* parent) : QObject(parent), state_(std::make_unique<State>()) {
    connect(&state_->drawing, &QFutureWatcher<Drawn>::finished, this, &PictureKeeper::deliver);
}

PictureKeeper::~PictureKeeper() {
    *state_->givenUp = true;
}

void PictureKeeper::ask(const PictureWish& wish) {
    state_->wish = wish;
    ++state_->wanted;
    *state_->givenUp = true;
    if (!state_->drawing.isRunning()) draw();
}

void PictureKeeper::forget() {
    state_->shown = {};
}

bool PictureKeeper::isSettled() const {
    return state_->shown.number == state_->wanted;
}

bool PictureKeeper::covers(const MapView& now) const {
    const Drawn& shown = state_->shown;
    constexpr double coarsest = 1.6;  // times larger than drawn
    if (shown.surfaces.isNull() || shown.surfacesView.metresPerUnit > coarsest * now.metresPerUnit) return false;
    const Box there = shown.surfacesView.visible().grown(now.metresPerUnit);
    const Box wanted = now.visible();
    return there.contains({wanted.west, wanted.south}) && there.contains({wanted.east, wanted.north});
}

void PictureKeeper::draw() {
    const PictureWish& wish = state_->wish;
    const bool withInsets = !wish.insets.empty() && state_->shown.insetsLook != wish.look;
    state_->drawing.setFuture(QtConcurrent::run([wish, number = state_->wanted, withInsets] { return drawnOf(wish, number, withInsets); }));
}

void PictureKeeper::drawAround() {
    state_->givenUp = std::make_shared<std::atomic<bool>>(false);
    state_->drawing.setFuture(QtConcurrent::run([wish = state_->wish, number = state_->wanted, givenUp = state_->givenUp] {
        Drawn drawn;
        drawn.surfacesView = widened(wish);
        drawn.surfaces = surfacesOf(*wish.scene, wish.land, drawn.surfacesView, wish.options, wish.pixelsPerUnit, givenUp.get());
        drawn.land = wish.land;
        drawn.number = number;
        drawn.isWhole = !*givenUp;
        return drawn;
    }));
}

void PictureKeeper::deliver() {
    Drawn drawn = state_->drawing.result();
    Drawn& shown = state_->shown;
    const bool wasView = !drawn.signs.isNull();
    if (drawn.isWhole && drawn.land == state_->wish.land) {
        if (!wasView) {
            drawn.signs = std::move(shown.signs);
            drawn.signsView = shown.signsView;
        }
        if (!drawn.insetsLook) {
            drawn.insets = std::move(shown.insets);
            drawn.insetsLook = shown.insetsLook;
        }
        shown = std::move(drawn);
        emit changed();
    }
    if (!isSettled())
        draw();
    else if (wasView)
        drawAround();
}

void PictureKeeper::paint(QPainter& painter, const MapView& now) const {
    const Drawn& shown = state_->shown;
    paintAt(painter, shown.surfaces, shown.surfacesView, now);
    paintAt(painter, shown.signs, shown.signsView, now);
    if (!shown.insets.isNull() && !state_->wish.insets.empty()) painter.drawImage(now.target.topLeft(), shown.insets);
}

}  // namespace raquette::viewer
