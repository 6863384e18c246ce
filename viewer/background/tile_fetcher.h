#pragma once

#include "viewer/background/tile.h"

#include <QImage>
#include <QObject>
#include <QString>
#include <chrono>
#include <memory>
#include <vector>

class QNetworkReply;

namespace raquette::viewer {

/// How a server is asked: gently, and never for longer than it is worth.
struct FetchRules {
    int atOnce = 2;  ///< requests under way: OpenStreetMap's tile usage policy
    std::chrono::milliseconds patience{10000};
    std::chrono::milliseconds pause{30000};          ///< after a failure; doubled as long as it lasts
    std::chrono::milliseconds longestPause{600000};  ///< also of those a server asks for
    int wrongBeforePause = 4;                        ///< answers without a picture on end
    qint64 mostBytes = 4 << 20;                      ///< of one tile
    QString cacheFolder;                             ///< empty: nothing is kept on disk
    qint64 cacheBytes = 200 << 20;
};

/// The rules of the window, with the folder for caches of this user.
FetchRules usualRules();

/// Asks a server for tiles, those wanted last only. Lives in a thread of its own, where pictures are decoded too. A server that fails, or
/// says that it is asked too much, is left alone for a while, and tiles it gave before are then shown however old they are.
class TileFetcher : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TileFetcher)

public:
    explicit TileFetcher(const FetchRules& rules);
    ~TileFetcher() override;

    /// Another service: forgets what was wanted of the one before. Empty: nothing is asked any more.
    void setAddress(const QString& address);
    /// These rather than any wanted before, the most wanted first. `received`: how many have arrived where they are wanted; those still on
    /// their way there are not asked for again.
    void want(const std::vector<TileId>& tiles, std::size_t received);
    void emptyCache();

signals:
    void arrived(const QString& address, const raquette::viewer::TileId& tile, const QImage& picture);
    /// Whether the service answers.
    void availableChanged(bool available);

private:
    void next();
    void start(const TileId& tile);
    void finish(QNetworkReply* reply, const TileId& tile);
    void send(const TileId& tile, const QImage& picture);
    void succeed(const TileId& tile, const QImage& picture);
    void failWrong();
    void failGone(const TileId& tile, std::chrono::milliseconds atLeast);
    void pause(std::chrono::milliseconds atLeast);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace raquette::viewer
