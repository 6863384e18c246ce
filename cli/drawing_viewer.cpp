#include "cli/drawing.h"

#include "cli/outputs.h"
#include "viewer/app/viewer.h"
#include "viewer/sheets/sheet.h"
#include "viewer/sheets/territory_pages.h"

#include <optional>

namespace raquette::cli {

bool canDraw() {
    return true;
}

std::vector<std::string> drawSheet(const store::StudyState& state, const model::MapRequest& request, model::Language language,
                                   const std::string& paper) {
    return viewer::writeSheet(state, request, language, viewer::paperNamed(paper).value());
}

void drawPages(const store::StudyState& state, const PagesRequest& request, model::Language language, const model::Watch& watch) {
    const std::optional<std::size_t> service = serviceAsked(state, request.service);
    if (!request.atlas.empty()) {
        const auto told = [&](std::size_t done, std::size_t of) {
            if (watch) watch({"draw", {}, static_cast<long>(done), static_cast<long>(of)});
        };
        viewer::writeAtlas(state, *model::levelNamed(request.atlas), service, language, request.path, told);
        return;
    }
    viewer::writeTerritoryPage(state, territoryAsked(request.territory), service, language, request.path);
}

int openWindow(const std::filesystem::path& store) {
    return viewer::runViewer(store);
}

}  // namespace raquette::cli
