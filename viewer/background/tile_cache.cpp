#include "viewer/background/tile_cache.h"

#include <QDateTime>

namespace raquette::viewer {

namespace {

constexpr int daysKeptUnsaid = 7;  // the least that OpenStreetMap asks for

QByteArray header(const QNetworkCacheMetaData& metaData, const char* name) {
    for (const auto& [key, value] : metaData.rawHeaders()) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) return value;
    }
    return {};
}

QNetworkCacheMetaData withAnEnd(QNetworkCacheMetaData metaData) {
    if (header(metaData, "Cache-Control").isEmpty() && header(metaData, "Expires").isEmpty())
        metaData.setExpirationDate(QDateTime::currentDateTimeUtc().addDays(daysKeptUnsaid));
    return metaData;
}

}  // namespace

TileCache::TileCache(const QString& folder, qint64 mostBytes, QObject* parent) : QNetworkDiskCache(parent) {
    setCacheDirectory(folder);
    setMaximumCacheSize(mostBytes);
}

QIODevice* TileCache::prepare(const QNetworkCacheMetaData& metaData) {
    if (!header(metaData, "Content-Type").toLower().startsWith("image/")) return nullptr;
    QIODevice* const device = QNetworkDiskCache::prepare(withAnEnd(metaData));
    if (device) received_.insert(device, metaData.url());
    return device;
}

void TileCache::insert(QIODevice* device) {
    received_.remove(device);
    QNetworkDiskCache::insert(device);
}

bool TileCache::remove(const QUrl& url) {
    QIODevice* const device = received_.key(url);
    if (!device) return false;
    received_.remove(device);
    return QNetworkDiskCache::remove(url);  // of two, the one being received
}

void TileCache::drop(const QUrl& url) {
    QNetworkDiskCache::remove(url);
}

}  // namespace raquette::viewer
