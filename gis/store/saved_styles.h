#pragma once

#include "gis/store/store.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace raquette::store {

/// What somebody chose of how a store is drawn, by us or by QGIS: kept in the store's own `layer_styles`.
struct SavedStyles {
    std::vector<FigureStyle> figures;       ///< of layers `indicators_LEVEL`, each of another column; the last is the one QGIS shows
    std::string service;                    ///< whose figures, where the study has several; the first where it is not said
    std::map<std::string, double> opacity;  ///< of layers less than opaque; `indicators` stands for all levels

    bool empty() const { return figures.empty() && opacity.empty(); }
};

/// Writes the styles into `layer_styles`, and nothing else: layers of which nothing was chosen have the tool's own. Styles that people
/// named themselves in QGIS stay listed; of figures, what is chosen here is what shows. Waits a moment for whoever writes in the store.
/// Throws model::Error, the store as it was, when it is read-only, locked, or no store of ours.
void saveStyles(const std::filesystem::path& store, const SavedStyles& styles);

/// What was chosen, in the window or in QGIS, as far as we can draw it; nothing where the file cannot be read.
SavedStyles savedStyles(const std::filesystem::path& store);

/// Takes over what was chosen in a store that is about to be replaced; nothing from what is none.
void carryStyles(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace raquette::store
