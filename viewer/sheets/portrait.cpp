#include "viewer/sheets/portrait.h"

#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"
#include "viewer/map/scene_parts.h"
#include "viewer/sheets/drawing_session.h"
#include "viewer/sheets/extent.h"
#include "viewer/sheets/page_bytes.h"
#include "viewer/sheets/whole_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr double mapScale = 0.85;  // of lines and signs: the map is half as large as a sheet's

/// The territory with some of its neighbours around it.
MapView viewOf(const SheetExtent& extent, const QRectF& target) {
    constexpr double around = 0.3;
    constexpr double least = 4000;  // metres
    const double side = std::max(extent.box.width(), extent.box.height());
    const bool commune = extent.territory && extent.territory->level == model::Level::Commune;
    return fitted(extent.box.grown(std::max(least, side * (commune ? 1 : around))), target);
}

MapMarks outlineMarks(const store::StudyState& state, const model::TerritoryId& territory, Land land) {
    MapMarks marks;
    auto pieces = byLand(outlineOf(state.reference, territory));
    if (const auto here = pieces.find(land); here != pieces.end())
        marks.areas.push_back({MapMarks::AreaKind::Chosen, pieceOf(std::move(here->second))});
    return marks;
}

/// The points of its communes that lie on the land shown.
std::vector<geometry::PlanePoint> pointsOf(const model::Reference& reference, const model::TerritoryId& territory, Land land) {
    std::vector<geometry::PlanePoint> points;
    const std::int32_t own = analysis::indexOf(reference, territory);
    for (std::int32_t i = 0; own != model::nowhere && i < std::ssize(reference.communes); ++i) {
        const auto& point = reference.communes[static_cast<std::size_t>(i)].point;
        if (point && analysis::ofCommune(reference, i, territory.level) == own && landAt(*point) == land)
            points.push_back(geometry::toPlane(frameOf(land), *point));
    }
    return points;
}

}  // namespace

std::string portraitLayer(const store::StudyState& state, std::optional<std::size_t> service) {
    if (service && *service < state.analysis.services.size()) return "gaps:" + state.analysis.services[*service].service.id;
    return state.dataset.venues.empty() ? "actors" : "venues";
}

std::unique_ptr<PortraitPage> composePortrait(const store::StudyState& state, std::shared_ptr<const MapScene> scene,
                                              const model::TerritoryId& territory, std::optional<std::size_t> service,
                                              model::Language language) {
    ensureDrawingSession();
    auto page = std::make_unique<PortraitPage>();
    page->scene = std::move(scene);
    const SheetExtent extent = extentOf(state, *page->scene, territory.text());
    page->land = extent.land;
    page->options.language = language;
    page->options.scale = mapScale;
    page->options.places = true;
    page->options.look.show(MapPart::Numbers, false);
    page->content = portraitContentOf(state, *page->scene, territory, service, language);
    page->layout = layOut(page->content, page->options.lettering);
    page->view = viewOf(extent, page->layout.map);
    page->options.keepClear = page->layout.plate;
    if (const LandScene* land = page->scene->find(page->land)) {
        // The side of the people's bins depends on the map's size, which depends on the other words only.
        page->content.legend = legendOf(state, *page->scene, drawnSizes(*land, page->view, mapScale), language);
        std::erase_if(page->content.legend, [](const LegendEntry& entry) { return entry.sign == Sign::Number; });
        page->layout = layOut(page->content, page->options.lettering);
        page->view = viewOf(extent, page->layout.map);
        page->options.keepClear = page->layout.plate;
    }
    page->marks = outlineMarks(state, territory, page->land);
    if (page->marks.areas.empty()) page->points = pointsOf(state.reference, territory, page->land);
    return page;
}

void writePortrait(const PortraitPage& page, const std::filesystem::path& path) {
    const std::string extension = path.extension().string();
    if (extension != ".png" && extension != ".pdf")
        throw model::Error(fmt::format("Page {}: the name must end in .pdf or .png.", path.string()));
    const auto paint = [&](QPainter& painter) { drawPortrait(painter, page); };
    const QSizeF size = page.layout.page.size();
    writeWhole(extension == ".png" ? pngOf(paint, size) : pdfOf(paint, size, Paper::A4Portrait, qt(page.content.title)), path);
}

}  // namespace raquette::viewer
