#include "viewer/background/tile_answer.h"

#include <QBuffer>
#include <QImageReader>
#include <QLocale>
#include <algorithm>
#include <array>

namespace raquette::viewer {

QImage pictureFrom(const QByteArray& sent) {
    constexpr std::array kinds{"png", "jpeg", "jpg", "webp", "gif"};
    constexpr int longestSide = 2048;  // pixels: a small file can claim to be a huge picture
    QBuffer buffer;
    buffer.setData(sent);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QByteArray kind = reader.format();
    const bool known = std::ranges::any_of(kinds, [&](const char* one) { return kind == one; });
    const QSize size = known ? reader.size() : QSize();
    if (size.isEmpty() || size.width() > longestSide || size.height() > longestSide) return {};
    constexpr int sharpest = 512;  // pixels: more is not seen
    if (size.width() > sharpest || size.height() > sharpest) reader.setScaledSize({sharpest, sharpest});
    const QImage picture = reader.read();
    if (picture.isNull()) return {};
    return picture.convertToFormat(picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray& header, const QDateTime& now) {
    bool isNumber = false;
    const int seconds = header.trimmed().toInt(&isNumber);
    if (isNumber) return std::chrono::seconds(std::max(0, seconds));
    QDateTime then = QLocale::c().toDateTime(QString::fromLatin1(header).simplified(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!then.isValid()) return std::nullopt;
    then.setTimeSpec(Qt::UTC);
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(then)));
}

}  // namespace raquette::viewer
