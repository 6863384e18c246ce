#pragma once

#include "viewer/background/tile.h"
#include "viewer/background/tile_fetcher.h"
#include "viewer/background/tile_service.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QThread>
#include <functional>
#include <vector>

namespace raquette::viewer {

/// The background map of a window: off until someone switches it on, and then asking its server for what its maps show, no more. Keeps a
/// bounded number of tiles at hand.
class Background : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Background)

public:
    explicit Background(TileService service, FetchRules rules = usualRules(), QObject* parent = nullptr);
    ~Background() override;

    bool isOn() const { return on_; }
    void setOn(bool on);
    const TileService& service() const { return service_; }
    void setService(const TileService& service);
    /// False while the service does not answer.
    bool isAvailable() const { return available_; }
    void emptyCache();

    /// What one map shows, the most wanted first; replaces what it showed before.
    void want(const QObject* map, const std::vector<TileId>& tiles);
    void forget(const QObject* map);
    /// Null when it is not at hand.
    QImage tile(const TileId& tile) const;

signals:
    /// A tile came.
    void arrived();
    /// On or off, another service, or the service answers no longer, or again.
    void changed();
    /// To the fetcher's thread: what to do there.
    void told(const std::function<void()>& call);

private:
    void tell(const std::function<void()>& call);
    void ask();
    void startThread();

    TileService service_;
    FetchRules rules_;
    bool on_ = false;
    bool available_ = true;
    QHash<const QObject*, std::vector<TileId>> wanted_;
    QCache<TileId, QImage> tiles_;
    std::size_t received_ = 0;  ///< tiles, of whatever service
    QThread thread_;
    TileFetcher* fetcher_ = nullptr;  ///< lives in the thread; none until the first time it is on
};

}  // namespace raquette::viewer
