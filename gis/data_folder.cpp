#include "gis/data_folder.h"

#include "gis/model/error.h"

#include <cstdlib>

namespace raquette {

std::filesystem::path dataFolder() {
    namespace fs = std::filesystem;
    if (const char* named = std::getenv("RAQUETTE_DATA")) return named;
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    for (const fs::path& candidate : {program.parent_path().parent_path() / "share/raquette", fs::path(RAQUETTE_SOURCE_DATA)}) {
        if (fs::exists(candidate / "catalogue.json", ignored)) return candidate;
    }
    throw model::Error("Raquette's data folder is not found. Set RAQUETTE_DATA to the folder that holds catalogue.json.");
}

}  // namespace raquette
