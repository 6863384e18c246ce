#include "viewer/sheets/sheet.h"

#include "gis/analysis/classing/doubts.h"
#include "gis/model/error.h"
#include "viewer/sheets/drawing_session.h"
#include "viewer/sheets/page_bytes.h"
#include "viewer/sheets/sheet_drawing.h"
#include "viewer/sheets/whole_file.h"
#include "viewer/sheets/wording.h"

#include <fmt/format.h>
#include <QBuffer>
#include <QPageLayout>
#include <QSvgGenerator>
#include <charconv>
#include <optional>
#include <string>

namespace raquette::viewer {

namespace {

QSizeF sizeOf(const std::string& text) {
    const std::size_t cross = text.find_first_of("xX×");
    const auto whole = [&](std::string_view digits) {
        int value = 0;
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return problem == std::errc() && end == digits.data() + digits.size() ? value : 0;
    };
    const int width = cross == std::string::npos ? 0 : whole(std::string_view(text).substr(0, cross));
    const int height = cross == std::string::npos ? 0 : whole(std::string_view(text).substr(cross + 1));
    constexpr int least = 480;
    constexpr int most = 12000;
    if (width < least || height < least || width > most || height > most)
        throw model::Error(
            fmt::format("Map size “{}”: write WIDTHxHEIGHT in pixels, each from {} to {}, e.g. 1819x1285.", text, least, most));
    return {static_cast<double>(width), static_cast<double>(height)};
}

/// Without a paper a unit of ours is a pixel of who looks at it.
QByteArray svg(const Sheet& sheet, QSizeF size, std::optional<Paper> paper) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const int dotsPerInch = paper ? 1200 : 96;  // the pixels of style sheets
    generator.setResolution(dotsPerInch);
    generator.setSize(paper ? pageLayout(*paper).fullRectPixels(dotsPerInch).size() : size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setTitle(qt(sheet.content.title).toHtmlEscaped());  // Qt writes it as it is
    generator.setDescription(qt(sheet.content.subtitle).toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&generator)) throw model::Error("The picture could not be written as SVG.");
    drawSheet(painter, sheet);
    painter.end();
    return bytes;
}

/// Of figures in classes alone: a count never colours an area to begin with.
std::vector<std::string> warningsOf(const MapScene& scene, model::Language language) {
    std::vector<std::string> warnings;
    if (scene.layer.kind != LayerKind::Indicators) return warnings;
    for (const analysis::ClassFinding& finding : analysis::doubtsOf(figuresOf(scene), scene.classes.upperBounds))
        warnings.push_back(doubtText(finding, language));
    return warnings;
}

}  // namespace

std::vector<std::string> writeSheet(const store::StudyState& state, const model::MapRequest& request, model::Language language, Paper paper,
                                    const MapStyle& style, const MapLook& look) {
    const std::string extension = request.path.extension().string();
    if (extension != ".png" && extension != ".svg" && extension != ".pdf")
        throw model::Error(fmt::format("Map {}: the name must end in .png, .svg or .pdf.", request.path.string()));
    if (const auto named = paperNamed(request.size)) paper = *named;  // as a study file has it
    const bool onPaper = extension == ".pdf" || request.size.empty() || paperNamed(request.size);
    const SheetFormat format = onPaper ? formatOf(paper) : formatOf(sizeOf(request.size));
    ensureDrawingSession();
    const auto sheet = composeSheet(state, request, language, format, extension == ".svg", style, look);
    const auto paint = [&](QPainter& painter) { drawSheet(painter, *sheet); };
    const auto bytes = [&] {
        if (extension == ".png") return pngOf(paint, format.size, onPaper ? paperDensity : 0);
        if (extension == ".svg") return svg(*sheet, format.size, onPaper ? std::optional(paper) : std::nullopt);
        return pdfOf(paint, format.size, paper, qt(sheet->content.title));
    };
    writeWhole(bytes(), request.path);
    return warningsOf(sheet->scene, language);
}

}  // namespace raquette::viewer
