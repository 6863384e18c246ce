#include "viewer/sheets/page_bytes.h"

#include "gis/model/error.h"
#include "viewer/sheets/short_numbers.h"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPdfWriter>

namespace raquette::viewer {

namespace {

/// Each page begins with the painter as it was, also where painting one throws.
class AsBefore {
public:
    explicit AsBefore(QPainter& painter) : painter_(painter) { painter_.save(); }
    ~AsBefore() { painter_.restore(); }
    AsBefore(const AsBefore&) = delete;
    AsBefore& operator=(const AsBefore&) = delete;

private:
    QPainter& painter_;
};

}  // namespace

QByteArray pdfOf(const Paint& paint, QSizeF size, Paper paper, const QString& title) {
    return pdfOf([&](QPainter& painter, std::size_t) { paint(painter); }, 1, size, paper, title);
}

QByteArray pdfOf(const std::function<void(QPainter&, std::size_t)>& paint, std::size_t pages, QSizeF size, Paper paper,
                 const QString& title) {
    constexpr int dotsPerInch = 1200;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) throw model::Error("The page could not be written as PDF.");
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageLayout(pageLayout(paper));
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Raquette " RAQUETTE_VERSION));
    QPainter painter;
    if (!painter.begin(&writer)) throw model::Error("The page could not be written as PDF.");
    painter.scale(writer.width() / size.width(), writer.height() / size.height());
    for (std::size_t page = 0; page < pages; ++page) {
        if (page > 0 && !writer.newPage()) throw model::Error("The page could not be written as PDF.");
        const AsBefore after(painter);
        paint(painter, page);
    }
    if (!painter.end()) throw model::Error("The page could not be written as PDF.");
    return withShortNumbers(bytes);
}

QByteArray pngOf(const Paint& paint, QSizeF size, int dotsPerMetre) {
    QImage image(size.toSize(), QImage::Format_RGB32);
    if (image.isNull()) throw model::Error("There is not enough memory for a picture of this size. Ask for a smaller one.");
    if (dotsPerMetre > 0) {
        image.setDotsPerMeterX(dotsPerMetre);
        image.setDotsPerMeterY(dotsPerMetre);
    }
    {
        QPainter painter(&image);
        paint(painter);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) throw model::Error("The picture could not be encoded as PNG.");
    return bytes;
}

}  // namespace raquette::viewer
