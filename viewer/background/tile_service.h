#pragma once

#include <QString>
#include <QUrl>

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

struct TileId;

/// Whose background map is shown, where its tiles are and whom to thank, and how strong the colours over it are.
struct TileService {
    QString address = QStringLiteral("https://tile.openstreetmap.org/{z}/{x}/{y}.png");
    QString attribution;  ///< empty: what OpenStreetMap asks for where it is theirs, else the name of the server
    int highestZoom = 19;
    int strength = 55;  ///< of the layers' areas over it, per cent: `weakest` to 100
    bool operator==(const TileService&) const = default;
};

inline constexpr int weakest = 20;  // per cent: weaker colours are not told apart

/// As chosen in the settings of the window, OpenStreetMap's own where nothing was, or what is there cannot be used.
TileService chosenService();
void keep(const TileService& service);

/// Id, for words(), of what is wrong with an address; null when tiles can be asked of it.
const char* problemOf(const QString& address);
/// Of an address without a problem.
QUrl urlOf(const QString& address, const TileId& tile);

/// What stands on the map as long as the service's tiles do: never empty.
QString attributionOf(const TileService& service, model::Language language);
/// The page that the attribution leads to: the one it names, OpenStreetMap's own where it names them, else none.
QString attributionLink(const QString& attribution);

}  // namespace raquette::viewer
