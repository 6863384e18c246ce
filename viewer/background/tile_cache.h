#pragma once

#include <QHash>
#include <QNetworkDiskCache>

namespace raquette::viewer {

/// Tiles kept on disk as long as their server says, seven days where it does not say, within a bounded size. Pictures only: the page of a
/// portal that answers in a tile's place is not kept. A tile that could not be asked about stays, for want of a better one.
class TileCache : public QNetworkDiskCache {
    Q_OBJECT

public:
    TileCache(const QString& folder, qint64 mostBytes, QObject* parent);

    QIODevice* prepare(const QNetworkCacheMetaData& metaData) override;
    void insert(QIODevice* device) override;
    /// Gives up what is being received; what was there before stays.
    bool remove(const QUrl& url) override;
    /// Throws away what is there.
    void drop(const QUrl& url);

private:
    QHash<QIODevice*, QUrl> received_;
};

}  // namespace raquette::viewer
