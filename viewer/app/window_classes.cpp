#include "gis/store/store.h"
#include "viewer/app/kept_styles.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/panels/question_panel.h"

// Classes and colours of figures, as the reader chose them.

namespace raquette::viewer {

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
    if (chosen == styles.end()) return figures;
    figures.bounds = chosen->second.bounds;
    figures.ramp = rampNames.at(static_cast<std::size_t>(chosen->second.ramp));
    return figures;
}

void MainWindow::setStyle(const MapStyle& style) {
    Parts& p = *parts_;
    if (!p.scene || p.scene->layer.kind != LayerKind::Indicators) return;
    p.styles[p.scene->layer.column] = style;
    keepStyle(p.base->study, p.scene->layer.column, style);
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
