#pragma once

#include "viewer/map/lettering.h"
#include "viewer/sheets/portrait_content.h"

#include <QRectF>
#include <QStringList>
#include <vector>

namespace raquette::viewer {

/// Where everything stands on the page of a territory, in units of an A4 sheet of 1285 × 1819. The boxes never meet and never leave the
/// page: what does not fit is left out of lists and counted there (« et 4 autres »), never out of the foot.
struct PortraitLayout {
    /// A heading and the lines below it; an item begins with a line that has a bullet.
    struct Line {
        QString words;
        bool bullet = false;
    };
    struct Block {
        QString heading;
        std::vector<Line> lines;
        QRectF box;
    };
    struct Sizes {
        double study = 17, title = 36, subtitle = 21, heading = 22, body = 18.5, small = 16, foot = 13.5;
    };

    Sizes type;
    QRectF page, head, map, side, table, foot;
    QRectF plate;  ///< within the map: where scale bar and arrow stand
    QStringList titleLines, subtitleLines, footLines;
    std::vector<Block> blocks;
    std::size_t legendEntries = 0;  ///< that fit beside the map
    double rowHeight = 0;           ///< of the table and its heading
};

PortraitLayout layOut(const PortraitContent& content, const Lettering& lettering);

/// Lines of an item of a block, set in by a letter.
QStringList portraitLines(const std::string& item, double width, double size, const Lettering& lettering);

/// Height of one entry of the legend in the room beside the map.
double portraitLegendHeight(const LegendEntry& entry, const PortraitLayout& layout, const Lettering& lettering);

}  // namespace raquette::viewer
