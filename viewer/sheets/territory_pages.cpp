#include "viewer/sheets/territory_pages.h"

#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"
#include "gis/text/fold.h"
#include "viewer/sheets/bookmarks.h"
#include "viewer/sheets/drawing_session.h"
#include "viewer/sheets/page_bytes.h"
#include "viewer/sheets/portrait.h"
#include "viewer/sheets/whole_file.h"

#include <fmt/format.h>
#include <set>
#include <tuple>

namespace raquette::viewer {

namespace {

std::shared_ptr<const MapScene> sceneOf(const store::StudyState& state, std::optional<std::size_t> service) {
    return std::make_shared<const MapScene>(makeScene(state, parseLayer(portraitLayer(state, service), state.study)));
}

/// France has several Saint-Denis: a commune is told with its département.
std::string bookmarkOf(const model::Reference& reference, const model::TerritoryId& territory) {
    std::string name = analysis::nameOf(reference, territory);
    if (territory.level != model::Level::Commune) return name;
    const std::int32_t departement = analysis::ofCommune(reference, analysis::indexOf(reference, territory), model::Level::Departement);
    if (departement == model::nowhere) return name;
    return fmt::format("{} ({})", name, reference.departements[static_cast<std::size_t>(departement)].code);
}

}  // namespace

void writeTerritoryPage(const store::StudyState& state, const model::TerritoryId& territory, std::optional<std::size_t> service,
                        model::Language language, const std::filesystem::path& path) {
    if (territory.level == model::Level::Study || analysis::indexOf(state.reference, territory) == model::nowhere)
        throw model::Error(fmt::format("Page {}: the reference has no commune, EPCI, département or région `{}`. Is its code right?",
                                       path.string(), territory.text()));
    writePortrait(*composePortrait(state, sceneOf(state, service), territory, service, language), path);
}

std::vector<model::TerritoryId> atlasTerritories(const store::StudyState& state, model::Level level) {
    // A study may look for nothing, or list nobody who has a function.
    std::set<std::tuple<std::string, std::string>> byName;
    const auto add = [&](const model::TerritoryId& territory) {
        if (territory.level == level && analysis::indexOf(state.reference, territory) != model::nowhere)
            byName.emplace(text::fold(analysis::nameOf(state.reference, territory)), territory.code);
    };
    for (const analysis::ServiceResult& result : state.analysis.services) {
        for (const analysis::Indicator& indicator : result.indicators) add(indicator.territory);
    }
    for (const model::TerritoryId& territory : state.analysis.filiere.territories) add(territory);
    std::vector<model::TerritoryId> territories;
    for (const auto& [name, code] : byName) territories.push_back({level, code});
    return territories;
}

std::size_t writeAtlas(const store::StudyState& state, model::Level level, std::optional<std::size_t> service, model::Language language,
                       const std::filesystem::path& path, const AtlasWatch& watch) {
    if (path.extension() != ".pdf") throw model::Error(fmt::format("Atlas {}: the name must end in .pdf.", path.string()));
    const std::vector<model::TerritoryId> territories = atlasTerritories(state, level);
    if (territories.empty())
        throw model::Error(fmt::format("Atlas {}: the study touches no territory of level `{}`.", path.string(), model::name(level)));
    ensureDrawingSession();
    const std::shared_ptr<const MapScene> scene = sceneOf(state, service);
    const auto compose = [&](std::size_t page) { return composePortrait(state, scene, territories[page], service, language); };
    const std::unique_ptr<const PortraitPage> first = compose(0);
    const auto paint = [&](QPainter& painter, std::size_t page) {
        if (watch) watch(page, territories.size());
        drawPortrait(painter, page == 0 ? *first : *compose(page));
    };
    const QSizeF size = first->layout.page.size();
    const QByteArray pages = pdfOf(paint, territories.size(), size, Paper::A4Portrait, qt(state.study.title.in(language)));
    std::vector<std::string> names;
    names.reserve(territories.size());
    for (const model::TerritoryId& territory : territories) names.push_back(bookmarkOf(state.reference, territory));
    writeWhole(withBookmarks(pages, names, language == model::Language::French ? "fr" : "en"), path);
    return territories.size();
}

}  // namespace raquette::viewer
