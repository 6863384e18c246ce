#include "cli/drawing.h"

#include "viewer/app/viewer.h"
#include "viewer/sheets/sheet.h"

namespace raquette::cli {

bool canDraw() {
    return true;
}

void drawSheet(const store::StudyState& state, const model::MapRequest& request, model::Language language) {
    viewer::writeSheet(state, request, language);
}

int openWindow(const std::filesystem::path& store) {
    return viewer::runViewer(store);
}

}  // namespace raquette::cli
