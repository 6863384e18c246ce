#include "ingest/contributions/folder_shelf.h"

#include "gis/model/error.h"
#include "gis/store/sibling.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/history_line.h"
#include "ingest/table/text_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>
#include <algorithm>
#include <fstream>
#include <system_error>

namespace raquette::ingest {

namespace {

namespace fs = std::filesystem;
using model::Contribution;
using model::HistoryAct;

fs::path historyPath(const fs::path& folder) {
    return folder / "history.jsonl";
}

std::string lines(const std::vector<HistoryAct>& history) {
    std::string text;
    for (const HistoryAct& act : history) text += historyLine(act) + "\n";
    return text;
}

[[noreturn]] void failToKeep(const fs::path& folder) {
    throw model::Error(fmt::format("{}: contributions cannot be kept there. Is the disk full, or the folder not yours?", folder.string()));
}

/// Whole or not at all, but not yet surely on the disk: thousands are brought down together.
void writeUnsynced(const std::string& bytes, const fs::path& file) {
    fs::path part = file;
    part += ".part";
    std::ofstream stream(part, std::ios::binary);
    stream << bytes;
    stream.close();
    std::error_code error;
    if (stream) fs::rename(part, file, error);
    if (!stream || error) failToKeep(file.parent_path());
}

/// Made where there is none yet.
int openedFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) failToKeep(folder);
    return opened;
}

/// Files come down before the history that makes them count.
void syncFolder(const fs::path& folder) {
    const int opened = openedFolder(folder);
    const bool down = syncfs(opened) == 0;
    close(opened);
    if (!down) failToKeep(folder);
}

}  // namespace

fs::path contributionPath(const fs::path& folder, const std::string& id) {
    return folder / (id + std::string(contributionEnding));
}

std::vector<HistoryAct> FolderShelf::history() {
    std::vector<HistoryAct> history;
    const fs::path file = historyPath(folder_);
    if (!fs::exists(file)) return history;
    const std::string text = readBytes(file);
    long number = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line = std::string_view(text).substr(from, end - from);
        from = end + 1;
        ++number;
        if (line.empty()) continue;
        try {
            history.push_back(actOfLine(line));
        } catch (const std::exception& problem) {
            throw model::Error(fmt::format("{}:{}: the history cannot be read: {}. Take the file back from where it is kept.",
                                           file.string(), number, problem.what()));
        }
    }
    return history;
}

std::vector<Contribution> FolderShelf::contributions(const std::vector<std::string>& ids) {
    std::vector<Contribution> all;
    all.reserve(ids.size());
    for (const std::string& id : ids) {
        const fs::path file = contributionPath(folder_, id);
        all.push_back(readContribution(file));
        if (all.back().id != id)
            throw model::Error(
                fmt::format("{}: it is not the contribution that was brought: its content is of another. Take it back from "
                            "where it is kept.",
                            file.string()));
    }
    return all;
}

void FolderShelf::keep(const std::vector<Contribution>& more, const std::vector<HistoryAct>& acts) {
    if (acts.empty()) return;
    close(openedFolder(folder_));
    bool some = false;
    for (const Contribution& contribution : more) {
        const fs::path file = contributionPath(folder_, contribution.id);
        if (fs::exists(file)) continue;
        writeUnsynced(contributionBytes(contribution), file);
        some = true;
    }
    if (some) syncFolder(folder_);
    const std::string before = fs::exists(historyPath(folder_)) ? readBytes(historyPath(folder_)) : std::string();
    store::writeWhole(historyPath(folder_), before + lines(acts));
}

void FolderShelf::rewrite(const std::vector<Contribution>& contributions, const std::vector<HistoryAct>& history) {
    for (const Contribution& contribution : contributions) writeContribution(contribution, contributionPath(folder_, contribution.id));
    store::writeWhole(historyPath(folder_), lines(history));
}

void FolderShelf::keepDraft(const std::string& id) {
    std::error_code error;
    fs::rename(draft(), diagnosis(id), error);
    if (error) throw model::Error(fmt::format("{}: the diagnosis cannot be kept: {}.", diagnosis(id).string(), error.message()));
}

fs::path FolderShelf::diagnosis(const std::string& id) {
    return folder_ / fmt::format("diagnosis-{}.gpkg", id);
}

Shelf::Hold FolderShelf::hold() {
    const int opened = openedFolder(folder_);
    if (flock(opened, LOCK_EX | LOCK_NB) == 0) return {nullptr, [opened](void* /*nothing*/) { close(opened); }};
    close(opened);
    throw model::Error(fmt::format("{}: another program is merging contributions: try again when it is done.", folder_.string()));
}

}  // namespace raquette::ingest
