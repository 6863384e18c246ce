#include "viewer/app/viewer.h"

#include <cstdio>
#include <string_view>

namespace {

constexpr const char* help =
    "raquette-viewer [STUDY|STORE]\n\n"
    "Opens the window on a study file, which is read and analysed, or on a store made by `raquette run`; without either, the start "
    "window.\n\n"
    "  --help     this text\n"
    "  --version  the version\n";

}  // namespace

int main(int count, char** arguments) {
    const std::string_view first = count == 2 ? arguments[1] : "";
    if (first == "--help" || first == "-h") {
        std::fputs(help, stdout);
        return 0;
    }
    if (first == "--version") {
        std::puts("raquette-viewer " RAQUETTE_VERSION);
        return 0;
    }
    if (count > 2 || (!first.empty() && first.front() == '-')) {
        std::fputs(help, stderr);
        return 2;
    }
    return raquette::viewer::runViewer(first.empty() ? std::nullopt : std::optional<std::filesystem::path>(first));
}
