#pragma once

#include "viewer/map/marks.h"
#include "viewer/sheets/portrait_layout.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace raquette::viewer {

/// The page of one territory, ready to be painted on A4 portrait at any resolution: its map, what it has and lacks, who pays, who to call,
/// its neighbours, and where all of it comes from.
struct PortraitPage {
    std::shared_ptr<const MapScene> scene;
    Land land = Land::Mainland;
    MapOptions options;
    MapView view;
    MapMarks marks;                            ///< the territory stands out
    std::vector<geometry::PlanePoint> points;  ///< of the communes of one without an outline
    PortraitContent content;
    PortraitLayout layout;
};

/// The layer that a page's map shows: the coverage and holes of a service, else who is there.
std::string portraitLayer(const store::StudyState& state, std::optional<std::size_t> service);

/// Composes the page of a commune, EPCI, département or région. `scene` is of portraitLayer(); pages of an atlas share one. Throws
/// model::Error for a territory that the reference does not have.
std::unique_ptr<PortraitPage> composePortrait(const store::StudyState& state, std::shared_ptr<const MapScene> scene,
                                              const model::TerritoryId& territory, std::optional<std::size_t> service,
                                              model::Language language);

/// Draws it on a painter whose units are a page of 1285 × 1819.
void drawPortrait(QPainter& painter, const PortraitPage& page);

/// Writes it as a PDF page of A4, or a PNG picture, by extension, whole or not at all. Needs no display. Throws model::Error for another
/// extension or an unwritable path.
void writePortrait(const PortraitPage& page, const std::filesystem::path& path);

}  // namespace raquette::viewer
