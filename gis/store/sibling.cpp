#include "gis/store/sibling.h"

#include "gis/model/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>

namespace raquette::store {

namespace {

namespace fs = std::filesystem;

std::string hostName() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "local";
}

std::string markOfThisHost() {
    return fmt::format(".part-{}-", hostName());
}

/// A sibling is named for the host and process that writes it, so that a later run knows one whose writer is gone.
bool isAbandoned(const std::string& name, const std::string& targetName) {
    const std::string mark = markOfThisHost();
    if (!name.starts_with(mark)) return false;
    const std::string_view rest = std::string_view(name).substr(mark.size());
    int process = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), process);
    if (error != std::errc() || process <= 0 || std::string_view(end, rest.data() + rest.size()) != "-" + targetName) return false;
    return kill(process, 0) != 0 && errno == ESRCH;
}

void removeQuietly(const fs::path& path) {
    std::error_code ignored;
    fs::remove_all(path, ignored);
}

void removeAbandoned(const fs::path& folder, const std::string& targetName) {
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        if (isAbandoned(entry.path().filename().string(), targetName)) removeQuietly(entry.path());
    }
}

[[noreturn]] void refuse(const fs::path& target, const std::string& reason) {
    throw model::Error(fmt::format("{} cannot be written: {}. What was there before is untouched.", target.string(), reason));
}

/// The disk may accept bytes and find no room for them later: only fsync tells.
void bringToDisk(const fs::path& path, const fs::path& target) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = file >= 0 && fsync(file) == 0;
    const int problem = errno;
    if (file >= 0) close(file);
    if (!done) refuse(target, std::strerror(problem));
}

void swapFolders(const fs::path& written, const fs::path& target) {
    if (renameat2(AT_FDCWD, written.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return;
    // Some network disks cannot exchange: between these two renames, and only there, the place is empty.
    std::error_code problem;
    const fs::path aside = written.string() + ".old";
    fs::rename(target, aside, problem);
    if (problem) refuse(target, problem.message());
    fs::rename(written, target, problem);
    if (problem) {
        std::error_code ignored;
        fs::rename(aside, target, ignored);
        refuse(target, problem.message());
    }
    removeQuietly(aside);
}

}  // namespace

Sibling::Sibling(fs::path target) : target_(std::move(target)) {
    std::error_code ignored;
    if (target_.is_relative()) target_ = fs::absolute(target_);
    const fs::path folder = target_.parent_path();
    if (target_.filename().empty()) target_ = folder;
    fs::create_directories(target_.parent_path(), ignored);
    if (!fs::is_directory(target_.parent_path(), ignored)) refuse(target_, "its folder cannot be made");
    if (access(target_.parent_path().c_str(), W_OK) != 0) refuse(target_, std::strerror(errno));
    const std::string name = target_.filename().string();
    removeAbandoned(target_.parent_path(), name);
    path_ = target_.parent_path() / fmt::format("{}{}-{}", markOfThisHost(), getpid(), name);
    removeQuietly(path_);
}

Sibling::~Sibling() {
    removeQuietly(path_);
    for (const char* companion : {"-journal", "-wal", "-shm"}) removeQuietly(path_.string() + companion);
}

void Sibling::commit() {
    std::error_code problem;
    const bool folder = fs::is_directory(path_, problem);
    if (folder) {
        for (const fs::directory_entry& entry : fs::directory_iterator(path_)) bringToDisk(entry.path(), target_);
    }
    bringToDisk(path_, target_);
    if (folder && fs::exists(target_, problem)) return swapFolders(path_, target_);
    fs::rename(path_, target_, problem);
    if (problem) refuse(target_, problem.message());
}

void writeWhole(const fs::path& target, std::string_view content) {
    Sibling sibling(target);
    std::ofstream file(sibling.path(), std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) refuse(target, std::strerror(errno));
    sibling.commit();
}

}  // namespace raquette::store
