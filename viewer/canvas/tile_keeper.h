#pragma once

#include <QObject>
#include <QPainter>
#include <memory>

namespace raquette::viewer {

class Background;
struct MapView;

/// The background map under one map that moves: put together beside the event loop from the tiles at hand, again whenever some came, and
/// shown shifted and scaled meanwhile. Asks the background for what is in view only.
class TileKeeper : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TileKeeper)

public:
    /// `background` outlives the keeper, or goes first.
    explicit TileKeeper(Background* background, QObject* parent = nullptr);
    ~TileKeeper() override;

    /// Wants this view of the plane of background maps, `ground` where there is no tile.
    void ask(const MapView& view, double pixelsPerUnit, const QColor& ground);
    /// Wants nothing more, and shows nothing.
    void forget();
    void paint(QPainter& painter, const MapView& now) const;
    /// Whether what there is fills the present view.
    bool covers(const MapView& now) const;

signals:
    void changed();

private:
    void compose();

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace raquette::viewer
