#include "cli/drawing.h"

#include "gis/model/error.h"
#include "viewer/app/viewer.h"
#include "viewer/sheets/sheet.h"
#include "viewer/sheets/territory_pages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <vector>

namespace raquette::cli {

namespace {

/// What a page's map and figures are about; none where the study looks for nothing.
std::optional<std::size_t> serviceOf(const store::StudyState& state, const std::string& id) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < state.analysis.services.size(); ++i) {
        if (id.empty() || state.analysis.services[i].service.id == id) return i;
        known.push_back(state.analysis.services[i].service.id);
    }
    if (id.empty()) return std::nullopt;
    throw model::Error(fmt::format("The study has no service `{}`. It has: {}.", id, fmt::join(known, ", ")));
}

}  // namespace

bool canDraw() {
    return true;
}

std::vector<std::string> drawSheet(const store::StudyState& state, const model::MapRequest& request, model::Language language) {
    return viewer::writeSheet(state, request, language);
}

void drawPages(const store::StudyState& state, const PagesRequest& request, model::Language language, const model::Watch& watch) {
    const std::optional<std::size_t> service = serviceOf(state, request.service);
    if (!request.atlas.empty()) {
        const auto told = [&](std::size_t done, std::size_t of) {
            if (watch) watch({"draw", {}, static_cast<long>(done), static_cast<long>(of)});
        };
        viewer::writeAtlas(state, *model::levelNamed(request.atlas), service, language, request.path, told);
        return;
    }
    const auto territory = model::TerritoryId::parse(request.territory);
    if (!territory)
        throw model::Error(fmt::format("`{}` is no territory: write commune:42218, epci:244200770, dep:42 or reg:84.", request.territory));
    viewer::writeTerritoryPage(state, *territory, service, language, request.path);
}

int openWindow(const std::filesystem::path& store) {
    return viewer::runViewer(store);
}

}  // namespace raquette::cli
