#include "viewer/app/viewer.h"

#include <cstdio>
#include <string_view>

namespace {

constexpr const char* help =
    "raquette-viewer STORE\n\n"
    "Opens the window on a store made by `raquette run` or `raquette ingest` and `analyse`.\n\n"
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
    if (first.empty() || first.front() == '-') {
        std::fputs(help, stderr);
        return 2;
    }
    return raquette::viewer::runViewer(arguments[1]);
}
