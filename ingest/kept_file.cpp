#include "ingest/kept_file.h"

#include <unistd.h>

#include <fmt/format.h>
#include <cstdlib>
#include <functional>
#include <string>

namespace raquette::ingest {

namespace fs = std::filesystem;

namespace {

fs::path inCache(const fs::path& source, std::string_view ending) {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    fs::path folder = cache && *cache != '\0' ? fs::path(cache) : home && *home != '\0' ? fs::path(home) / ".cache" : fs::path();
    std::error_code problem;
    if (!folder.empty()) fs::create_directories(folder / "raquette", problem);
    if (folder.empty() || problem || access((folder / "raquette").c_str(), W_OK) != 0) {
        folder = fs::temp_directory_path() / fmt::format("user-{}", getuid());
        fs::create_directories(folder / "raquette", problem);
    }
    const std::size_t whole = std::hash<std::string>{}(fs::absolute(source).lexically_normal().string());
    return folder / "raquette" / fmt::format("{}-{:016x}{}", source.filename().string(), whole, ending);
}

}  // namespace

std::array<fs::path, 2> keptFiles(const fs::path& source, std::string_view ending) {
    return {source.string() + std::string(ending), inCache(source, ending)};
}

fs::path keptFileToWrite(const fs::path& source, std::string_view ending) {
    const bool writable = access(fs::absolute(source).parent_path().c_str(), W_OK) == 0;
    const auto files = keptFiles(source, ending);
    return writable ? files[0] : files[1];
}

}  // namespace raquette::ingest
