#include "viewer/canvas/picture_keeper.h"

#include "viewer/canvas/moved_picture.h"
#include "viewer/canvas/picture_wish.h"
#include "viewer/map/picture.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <atomic>
#include <optional>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr double insetLetter = 10;  // units

struct Drawn {
    QImage surfaces;
    MapView surfacesView;
    QImage signs;  ///< null: those there are stay
    MapView signsView;
    QImage insets;
    std::optional<unsigned> insetsLook;  ///< of the wish they were drawn for
    Land land = Land::Mainland;
    Plane plane = Plane::OfLand;
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
    drawn.plane = wish.plane;
    drawn.number = number;
    return drawn;
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
    return holds(shown.surfacesView, now);
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
        drawn.surfacesView = widened(wish.view, wish.pixelsPerUnit);
        drawn.surfaces = surfacesOf(*wish.scene, wish.land, drawn.surfacesView, wish.options, wish.pixelsPerUnit, givenUp.get());
        drawn.land = wish.land;
        drawn.plane = wish.plane;
        drawn.number = number;
        drawn.isWhole = !*givenUp;
        return drawn;
    }));
}

void PictureKeeper::deliver() {
    Drawn drawn = state_->drawing.result();
    Drawn& shown = state_->shown;
    const bool wasView = !drawn.signs.isNull();
    if (drawn.isWhole && drawn.land == state_->wish.land && drawn.plane == state_->wish.plane) {
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
    paintMoved(painter, shown.surfaces, shown.surfacesView, now);
    paintMoved(painter, shown.signs, shown.signsView, now);
    if (!shown.insets.isNull() && !state_->wish.insets.empty()) painter.drawImage(now.target.topLeft(), shown.insets);
}

}  // namespace raquette::viewer
