#include "cli/drawing.h"

#include "gis/model/error.h"

namespace raquette::cli {

bool canDraw() {
    return false;
}

std::vector<std::string> drawSheet(const store::StudyState&, const model::MapRequest&, model::Language, const std::string&) {
    throw model::Error(cannotDraw);
}

void drawPages(const store::StudyState&, const PagesRequest&, model::Language, const model::Watch&) {
    throw model::Error(cannotDraw);
}

int openWindow(const std::filesystem::path&) {
    throw model::Error(cannotDraw);
}

}  // namespace raquette::cli
