#include "cli/output.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>

namespace raquette::cli {

namespace {

// A signal handler can reach nothing else. NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t interrupted = 0;

void hearInterrupts() {
    struct sigaction action{};
    sigaction(SIGINT, nullptr, &action);
    if (action.sa_handler == SIG_IGN) return;  // it runs in the background: Ctrl-C is not for it
    action = {};
    action.sa_handler = [](int) { interrupted = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one finds the default
    sigaction(SIGINT, &action, nullptr);
}

void stopIfAsked() {
    if (interrupted != 0) throw model::Cancelled("Stopped, as asked: what was not finished is as it was before.");
}

}  // namespace

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

Progress::Progress(bool quiet) : shown_(!quiet && isatty(STDERR_FILENO) == 1) {
    interrupted = 0;
    hearInterrupts();
}

Progress::~Progress() {
    done();
    if (std::signal(SIGINT, SIG_DFL) == SIG_IGN) std::signal(SIGINT, SIG_IGN);
}

void Progress::done() const {
    if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::show(std::string_view line) const {
    done();
    if (!shown_) return;
    std::fwrite(line.data(), 1, line.size(), stderr);
    std::fflush(stderr);
}

void Progress::stage(std::string_view what) const {
    stopIfAsked();
    show(fmt::format("{}…", what));
}

model::Watch Progress::watch(std::string what) const {
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds between{100};  // faster than anybody reads
    return [this, what = std::move(what), last = Clock::time_point{}](const model::Progress& progress) mutable {
        stopIfAsked();
        if (!shown_ || Clock::now() - last < between) return;
        last = Clock::now();
        const std::string subject = progress.subject.empty() ? progress.step : progress.subject;
        if (progress.step == "draw") return show(fmt::format("{}: {} of {}", what, progress.done, progress.of));
        show(progress.of > 0 ? fmt::format("{}: {} {} of {} rows", what, subject, progress.done, progress.of)
                             : fmt::format("{}: {}…", what, subject));
    };
}

}  // namespace raquette::cli
