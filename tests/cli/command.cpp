#include "tests/cli/command.h"

#include "tests/support/files.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

namespace raquette::cli::testing {

namespace {

void redirect(int descriptor, const std::filesystem::path& file) {
    const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(opened, descriptor);
    close(opened);
}

/// Whether the process handles SIGINT itself.
bool hearsInterrupts(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("SigCgt:")) return (std::stoull(line.substr(7), nullptr, 16) & (1ULL << (SIGINT - 1))) != 0;
    }
    return false;
}

[[noreturn]] void become(const std::filesystem::path& folder, std::vector<char*>& arguments, const Circumstances& circumstances) {
    if (chdir(folder.c_str()) != 0) _exit(126);
    if (circumstances.largestFile) {
        const rlimit limit{*circumstances.largestFile, *circumstances.largestFile};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    execv(arguments.front(), arguments.data());
    _exit(127);
}

}  // namespace

Result runRaquette(const std::filesystem::path& folder, const std::vector<std::string>& arguments, const Circumstances& circumstances) {
    std::vector<std::string> words{RAQUETTE_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const TemporaryFolder said;
    const pid_t child = fork();
    if (child == 0) {
        redirect(STDOUT_FILENO, said / "out");
        redirect(STDERR_FILENO, said / "err");
        become(folder, argv, circumstances);
    }
    if (circumstances.killedAfterMs) {
        std::this_thread::sleep_for(std::chrono::milliseconds(*circumstances.killedAfterMs));
        kill(child, SIGKILL);
    }
    if (circumstances.stopped) {
        for (int i = 0; i < 60'000 && !hearsInterrupts(child); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        kill(child, SIGINT);
    }
    int status = 0;
    waitpid(child, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, said.read("out"), said.read("err")};
}

std::string golden(const std::string& name, const std::string& actual) {
    const std::filesystem::path file = sourceFolder() / "tests/cli/golden" / name;
    if (std::getenv("RAQUETTE_UPDATE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << actual;
    return bytesOf(file);
}

}  // namespace raquette::cli::testing
