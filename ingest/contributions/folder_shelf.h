#pragma once

#include "ingest/contributions/shelf.h"

namespace raquette::ingest {

/// The file of a contribution in the folder of a study's.
std::filesystem::path contributionPath(const std::filesystem::path& folder, const std::string& id);

/// A folder of files that can be read, mailed and versioned: a file each contribution, `history.jsonl`, a store each diagnosis.
class FolderShelf : public Shelf {
public:
    explicit FolderShelf(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::vector<model::HistoryAct> history() override;
    std::vector<model::Contribution> contributions(const std::vector<std::string>& ids) override;
    void keep(const std::vector<model::Contribution>& more, const std::vector<model::HistoryAct>& acts) override;
    void rewrite(const std::vector<model::Contribution>& contributions, const std::vector<model::HistoryAct>& history) override;
    std::filesystem::path draft() override { return diagnosis("draft"); }
    void keepDraft(const std::string& id) override;
    std::filesystem::path diagnosis(const std::string& id) override;
    Hold hold() override;
    bool settles() override { return true; }
    bool owns() override { return true; }

private:
    std::filesystem::path folder_;
};

}  // namespace raquette::ingest
