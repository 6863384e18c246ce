#include "viewer/canvas/tile_keeper.h"

#include "viewer/background/background.h"
#include "viewer/background/tile_patches.h"
#include "viewer/canvas/moved_picture.h"
#include "viewer/study/latest.h"

#include <QPointer>
#include <QTimer>

namespace raquette::viewer {

namespace {

constexpr int gatherMilliseconds = 100;  // tiles that come together are put together at once

struct Composed {
    QImage picture;
    MapView view;
};

}  // namespace

struct TileKeeper::State {
    QPointer<Background> background;
    MapView view;
    double pixelsPerUnit = 1;
    QColor ground;
    bool wanted = false;
    Composed shown;
    QTimer gather;
    std::unique_ptr<Latest<Composed>> composing;
};

TileKeeper::TileKeeper(Background* background, QObject* parent) : QObject(parent), state_(std::make_unique<State>()) {
    State& s = *state_;
    s.background = background;
    s.gather.setSingleShot(true);
    s.composing = std::make_unique<Latest<Composed>>(
        [this](Composed composed) {
            state_->shown = std::move(composed);
            emit changed();
        },
        [](const std::string&) {});  // nothing in it throws but for memory; what there is stays
    connect(&s.gather, &QTimer::timeout, this, &TileKeeper::compose);
    connect(background, &Background::arrived, this, [this] {
        if (state_->wanted && !state_->gather.isActive()) state_->gather.start(gatherMilliseconds);
    });
}

TileKeeper::~TileKeeper() {
    if (Background* const background = state_->background.data()) background->forget(this);
}

void TileKeeper::ask(const MapView& view, double pixelsPerUnit, const QColor& ground) {
    State& s = *state_;
    Background* const background = s.background.data();
    if (!background || view.target.isEmpty()) return;
    s.view = view;
    s.pixelsPerUnit = pixelsPerUnit;
    s.ground = ground;
    s.wanted = true;
    background->want(this, tilesIn(view.visible(), zoomFor(view.metresPerUnit / pixelsPerUnit, background->service().highestZoom)));
    compose();
}

void TileKeeper::forget() {
    State& s = *state_;
    s.wanted = false;
    s.shown = {};
    s.composing->drop();
    if (Background* const background = s.background.data()) background->forget(this);
}

/// Around the view too, of what is at hand: a small move finds no blank edge.
void TileKeeper::compose() {
    const State& s = *state_;
    const Background* const background = s.background.data();
    if (!s.wanted || !background) return;
    const MapView wide = widened(s.view, s.pixelsPerUnit);
    const int zoom = zoomFor(s.view.metresPerUnit / s.pixelsPerUnit, background->service().highestZoom);
    std::vector<TilePatch> patches = patchesOf(tilesIn(wide.visible(), zoom), [&](const TileId& tile) { return background->tile(tile); });
    s.composing->ask([patches = std::move(patches), wide, pixelsPerUnit = s.pixelsPerUnit, ground = s.ground] {
        return Composed{pictureOf(patches, wide, pixelsPerUnit, ground), wide};
    });
}

void TileKeeper::paint(QPainter& painter, const MapView& now) const {
    paintMoved(painter, state_->shown.picture, state_->shown.view, now);
}

bool TileKeeper::covers(const MapView& now) const {
    return !state_->shown.picture.isNull() && holds(state_->shown.view, now);
}

}  // namespace raquette::viewer
