#include "cli/output.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace raquette::cli {

void print(std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!written || std::fflush(stdout) != 0) {
        throw model::Error(fmt::format("Standard output cannot be written: {}.", std::strerror(errno)));
    }
}

void complain(std::string_view message) {
    const std::string line = fmt::format("raquette: {}\n", message);
    std::fwrite(line.data(), 1, line.size(), stderr);  // fmt::print throws where stderr cannot be written, and nobody is left to tell
}

Progress::Progress(bool quiet) : shown_(!quiet && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    done();
}

void Progress::done() const {
    if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::stage(std::string_view what) const {
    done();
    if (shown_) {
        std::fwrite(what.data(), 1, what.size(), stderr);
        std::fputs("…", stderr);
        std::fflush(stderr);
    }
}

}  // namespace raquette::cli
