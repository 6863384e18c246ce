#include "viewer/canvas/tile_keeper.h"

#include "viewer/background/background.h"
#include "viewer/background/tile_patches.h"
#include "viewer/canvas/moved_picture.h"
#include "viewer/study/latest.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

namespace raquette::viewer {

namespace {

constexpr int gatherMilliseconds = 100;  // tiles that come together are put together at once

/// What a picture of tiles is of: another where any of it differs.
struct Frame {
    QString address;
    MapView view;
    double pixelsPerUnit = 1;
    int zoom = 0;
    QRgb ground = 0;

    bool operator==(const Frame& other) const {
        return address == other.address && view.centre == other.view.centre && view.metresPerUnit == other.view.metresPerUnit &&
               view.target == other.view.target && pixelsPerUnit == other.pixelsPerUnit && zoom == other.zoom && ground == other.ground;
    }
};

struct Composed {
    QImage picture;
    Frame frame;
    QSet<TileId> whole;  ///< tiles that are in it themselves, not by another that stands in
};

}  // namespace

struct TileKeeper::State {
    QPointer<Background> background;
    Frame frame;  ///< around the view
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
    const int zoom = zoomFor(view.metresPerUnit / pixelsPerUnit, background->service().highestZoom);
    s.frame = {background->service().address, widened(view, pixelsPerUnit), pixelsPerUnit, zoom, ground.rgb()};
    s.wanted = true;
    background->want(this, tilesIn(view.visible(), zoom));
    compose();
}

void TileKeeper::forget() {
    State& s = *state_;
    s.wanted = false;
    s.shown = {};
    s.composing->drop();
    if (Background* const background = s.background.data()) background->forget(this);
}

/// Around the view too, of what is at hand: a small move finds no blank edge. Tiles that came since are added to what there is.
void TileKeeper::compose() {
    const State& s = *state_;
    const Background* const background = s.background.data();
    if (!s.wanted || !background) return;
    Composed next{{}, s.frame, {}};
    if (s.shown.frame == s.frame && !s.shown.picture.isNull()) next = s.shown;
    const auto at = [background](const TileId& tile) { return background->tile(tile); };
    std::vector<TileId> missing;
    QSet<TileId> came;
    for (const TileId& tile : tilesIn(s.frame.view.visible(), s.frame.zoom)) {
        const bool here = !next.whole.contains(tile) && !at(tile).isNull();
        if (here) came.insert(tile);
        if (here || next.picture.isNull()) missing.push_back(tile);
    }
    if (missing.empty() && !next.picture.isNull()) return;
    next.whole.unite(came);
    s.composing->ask([next = std::move(next), patches = patchesOf(missing, at)]() mutable {
        if (next.picture.isNull())
            next.picture = pictureOf(patches, next.frame.view, next.frame.pixelsPerUnit, QColor(next.frame.ground));
        else
            drawPatches(next.picture, patches, next.frame.view);
        return next;
    });
}

void TileKeeper::paint(QPainter& painter, const MapView& now) const {
    paintMoved(painter, state_->shown.picture, state_->shown.frame.view, now);
}

bool TileKeeper::covers(const MapView& now) const {
    return !state_->shown.picture.isNull() && holds(state_->shown.frame.view, now);
}

}  // namespace raquette::viewer
