#include "viewer/background/tile_service.h"

#include "viewer/background/tile.h"
#include "viewer/text/words.h"

#include <QRegularExpression>
#include <QSettings>
#include <algorithm>

namespace raquette::viewer {

namespace {

const QString addressKey = QStringLiteral("background/address");
const QString attributionKey = QStringLiteral("background/attribution");
const QString zoomKey = QStringLiteral("background/highest-zoom");
const QString strengthKey = QStringLiteral("background/strength");

QString filled(QString address, const TileId& tile) {
    address.replace(QStringLiteral("{z}"), QString::number(tile.zoom));
    address.replace(QStringLiteral("{x}"), QString::number(tile.x));
    address.replace(QStringLiteral("{y}"), QString::number(tile.y));
    return address;
}

}  // namespace

TileService chosenService() {
    const QSettings settings;
    TileService service;
    service.strength = std::clamp(settings.value(strengthKey, service.strength).toInt(), weakest, 100);
    const QString address = settings.value(addressKey).toString();
    if (address.isEmpty() || problemOf(address)) return service;
    service.address = address;
    service.attribution = settings.value(attributionKey).toString();
    service.highestZoom = std::clamp(settings.value(zoomKey, service.highestZoom).toInt(), 0, deepestZoom);
    return service;
}

void keep(const TileService& service) {
    QSettings settings;
    settings.setValue(addressKey, service.address);
    settings.setValue(attributionKey, service.attribution);
    settings.setValue(zoomKey, service.highestZoom);
    settings.setValue(strengthKey, service.strength);
}

const char* problemOf(const QString& address) {
    for (const char* place : {"{z}", "{x}", "{y}"}) {
        if (!address.contains(QLatin1String(place))) return "background.problem.places";
    }
    const QString known = filled(address, {});
    if (known.contains(u'{') || known.contains(u'}')) return "background.problem.unknown-place";
    const QUrl url(known, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return "background.problem.scheme";
    return nullptr;
}

QUrl urlOf(const QString& address, const TileId& tile) {
    return {filled(address, tile), QUrl::StrictMode};
}

QString attributionOf(const TileService& service, model::Language language) {
    QString own = service.attribution.simplified();
    if (!own.isEmpty()) return own;
    const QString host = urlOf(service.address, {}).host();
    const bool openStreetMap = host == QLatin1String("openstreetmap.org") || host.endsWith(QLatin1String(".openstreetmap.org"));
    return openStreetMap ? words(language, "background.openstreetmap") : QStringLiteral("© ") + host;
}

QString attributionLink(const QString& attribution) {
    static const QRegularExpression address(QStringLiteral("https?://[^\\s<>\"]+"));
    const QRegularExpressionMatch found = address.match(attribution);
    if (found.hasMatch()) return found.captured();
    return attribution.contains(QLatin1String("OpenStreetMap"), Qt::CaseInsensitive)
               ? QStringLiteral("https://www.openstreetmap.org/copyright")
               : QString();
}

}  // namespace raquette::viewer
