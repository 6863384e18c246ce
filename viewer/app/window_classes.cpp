#include "gis/store/saved_styles.h"
#include "gis/store/store.h"
#include "ingest/study/study_file.h"
#include "viewer/app/kept_styles.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/question_panel.h"
#include "viewer/text/words.h"

#include <QStatusBar>
#include <algorithm>
#include <array>
#include <utility>

// Classes and colours of figures, as the reader chose them: in the store, so that QGIS shows the same, and kept on this computer, for last
// year's store to compare with this year's, and for a store that cannot be written.

namespace raquette::viewer {

namespace {

/// The store that is open, or that the open study was computed into; none where there is none.
std::filesystem::path storeOf(const model::Study& study) {
    if (study.store.empty() || study.store.starts_with("postgresql:")) return {};
    const std::filesystem::path store = ingest::storePath(study);
    std::error_code ignored;
    return std::filesystem::is_regular_file(store, ignored) ? store : std::filesystem::path();
}

/// Layers of the store that a part of the map is drawn from.
constexpr std::array<std::pair<MapPart, const char*>, 9> layersOfParts{{{MapPart::Holes, "gaps"},
                                                                        {MapPart::Covered, "coverage"},
                                                                        {MapPart::Territories, "indicators"},
                                                                        {MapPart::Contracts, "contracts"},
                                                                        {MapPart::Borders, "territories"},
                                                                        {MapPart::Links, "links"},
                                                                        {MapPart::Dots, "providers"},
                                                                        {MapPart::Dots, "venues"},
                                                                        {MapPart::Dots, "actors"}}};

store::FigureStyle figureStyleOf(const std::string& column, const MapStyle& style) {
    return {column, style.bounds, rampNames.at(static_cast<std::size_t>(style.ramp))};
}

MapStyle mapStyleOf(const store::FigureStyle& figure) {
    const auto* const ramp = std::ranges::find(rampNames, figure.ramp);
    return {figure.bounds, ramp == rampNames.end() ? Ramp::Usual : static_cast<Ramp>(ramp - rampNames.begin())};
}

}  // namespace

/// One choice for a figure, whatever the level, the service, the year: that is what makes maps compare.
MapStyle MainWindow::Parts::style() const {
    const auto chosen = styles.find(parseLayer(question->layer(), state->study).column);
    return chosen == styles.end() ? MapStyle() : chosen->second;
}

store::FigureStyle MainWindow::Parts::figureStyle() const {
    store::FigureStyle figures;
    const Layer layer = parseLayer(question->layer(), state->study);
    if (layer.kind == LayerKind::Indicators) figures.column = layer.column;
    const auto chosen = styles.find(figures.column);
    return chosen == styles.end() ? figures : figureStyleOf(chosen->first, chosen->second);
}

store::SavedStyles MainWindow::Parts::savedStyles() const {
    store::SavedStyles saved;
    const std::string seen = scene ? scene->layer.column : std::string();
    for (const bool last : {false, true}) {  // QGIS shows the figure that the window does
        for (const auto& [column, style] : styles) {
            if ((column == seen) == last && style != MapStyle()) saved.figures.push_back(figureStyleOf(column, style));
        }
    }
    if (scene) saved.service = scene->layer.service;
    for (const auto& [part, layer] : layersOfParts) {
        if (look.opacity(part) < 1) saved.opacity[layer] = look.opacity(part);
    }
    return saved;
}

/// What the store says goes before what is kept here, unless that never came into it.
void MainWindow::takeSavedStyles() {
    Parts& p = *parts_;
    const std::filesystem::path store = storeOf(p.base->study);
    if (store.empty() || awaitsStore(p.base->study)) return;
    const store::SavedStyles saved = store::savedStyles(store);
    if (!saved.figures.empty()) p.styles.clear();
    for (const store::FigureStyle& figure : saved.figures) p.styles[figure.column] = mapStyleOf(figure);
    for (const auto& [part, layer] : layersOfParts) {
        if (const auto found = saved.opacity.find(layer); found != saved.opacity.end()) p.look.setOpacity(part, found->second);
    }
}

/// What waits until it is in the store is kept here and known to wait: a window that closes, or a power cut, loses nothing.
void MainWindow::saveStyles() {
    const Parts& p = *parts_;
    const std::filesystem::path store = storeOf(p.base->study);
    if (store.empty()) return;
    for (const auto& [column, style] : keptStyles(p.base->study)) {
        if (!p.styles.contains(column)) keepStyle(p.base->study, column, {});
    }
    for (const auto& [column, style] : p.styles) keepStyle(p.base->study, column, style);
    setAwaitsStore(p.base->study, true);
    p.saveStyles->ask([store, styles = p.savedStyles()] {
        store::saveStyles(store, styles);
        return true;
    });
}

void MainWindow::sayUnsaved(bool unsaved) {
    Parts& p = *parts_;
    if (!unsaved && !p.unsaved) return;
    p.unsaved = unsaved;
    statusBar()->setVisible(unsaved);
    const std::string file = storeOf(p.base->study).filename().string();
    statusBar()->showMessage(unsaved ? words(p.language, "styles.unsaved", {{"file", file}}) : QString());
}

void MainWindow::setStyle(const MapStyle& style) {
    Parts& p = *parts_;
    if (!p.scene || p.scene->layer.kind != LayerKind::Indicators) return;
    p.styles[p.scene->layer.column] = style;
    keepStyle(p.base->study, p.scene->layer.column, style);
    saveStyles();
    p.scenes.clear();
    p.sameQuestion = text(p.scene->layer) == p.question->layer();
    if (!p.sameQuestion) {
        askScene();
        return;
    }
    p.makeScene->ask([scene = p.scene, state = p.state, style, key = p.sceneKey()] {
        return std::pair(key, std::make_shared<const MapScene>(restyled(*scene, *state, style)));
    });
}

}  // namespace raquette::viewer
