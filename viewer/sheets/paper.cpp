#include "viewer/sheets/paper.h"

#include <QPageLayout>
#include <QPageSize>
#include <algorithm>

namespace raquette::viewer {

namespace {

constexpr double shortSide = 1285;  // units of A4
constexpr double longSide = 1819;   // of A4, and the short side of A3
constexpr double longestSide = 2572;

bool isA3(Paper paper) {
    return paper == Paper::A3 || paper == Paper::A3Portrait;
}

bool isPortrait(Paper paper) {
    return paper == Paper::A4Portrait || paper == Paper::A3Portrait;
}

}  // namespace

std::string_view name(Paper paper) {
    switch (paper) {
        case Paper::A4Portrait:
            return "a4-portrait";
        case Paper::A3:
            return "a3";
        case Paper::A3Portrait:
            return "a3-portrait";
        default:
            return "a4";
    }
}

std::optional<Paper> paperNamed(std::string_view name) {
    const auto* found = std::ranges::find(papers, name, [](Paper paper) { return viewer::name(paper); });
    return found == papers.end() ? std::nullopt : std::optional(*found);
}

QPageLayout pageLayout(Paper paper) {
    return {QPageSize(isA3(paper) ? QPageSize::A3 : QPageSize::A4), isPortrait(paper) ? QPageLayout::Portrait : QPageLayout::Landscape,
            QMarginsF()};
}

SheetFormat formatOf(Paper paper) {
    constexpr double growth = 1.2;
    const QSizeF landscape = isA3(paper) ? QSizeF(longestSide, longSide) : QSizeF(longSide, shortSide);
    return {isPortrait(paper) ? landscape.transposed() : landscape, isA3(paper) ? growth : 1};
}

SheetFormat formatOf(QSizeF pixels) {
    const QSizeF paper = isTall(pixels) ? QSizeF(shortSide, longSide) : QSizeF(longSide, shortSide);
    return {pixels, std::min(pixels.width() / paper.width(), pixels.height() / paper.height())};
}

bool isTall(QSizeF size) {
    return size.width() < size.height() * 1.1;
}

}  // namespace raquette::viewer
