#pragma once

#include "gis/store/shared_address.h"
#include "ingest/contributions/database.h"
#include "ingest/contributions/shelf.h"

namespace raquette::ingest {

/// Tables of a database beside the layers of a shared store: contributions as the files they would be, the history a line each act, a store
/// each diagnosis. What a role may add is the database's to say, whatever program asks: proposals, discussions, votes and adoptions in the
/// name of its organisation, on the day they are made; acts that settle only where `[[review.who]]` lets the organisation accept, or it
/// is the moderator. Nobody but who keeps the study changes or removes what is there. Where nothing was kept yet, there is nothing.
class DatabaseShelf : public Shelf {
public:
    /// `title`: the study's; `beside`: a folder for the diagnoses fetched out of the database.
    DatabaseShelf(const store::SharedAddress& address, std::string title, model::ReviewRules rules, std::filesystem::path beside);

    std::vector<model::HistoryAct> history() override;
    std::vector<model::Contribution> contributions(const std::vector<std::string>& ids) override;
    void keep(const std::vector<model::Contribution>& more, const std::vector<model::HistoryAct>& acts) override;
    void rewrite(const std::vector<model::Contribution>& contributions, const std::vector<model::HistoryAct>& history) override;
    std::filesystem::path draft() override;
    void keepDraft(const std::string& id) override;
    std::filesystem::path diagnosis(const std::string& id) override;
    Hold hold() override;
    bool settles() override { return settles_; }
    bool owns() override { return owns_; }

private:
    void look();
    void make();
    void admit();
    [[noreturn]] void refuse(const std::vector<model::HistoryAct>& acts);
    std::string placeOf(const std::string& id) const;

    std::string schema_;  ///< that of the contributions
    std::string name_;    ///< of the store, for messages
    std::string title_;
    model::ReviewRules rules_;
    std::filesystem::path beside_;
    SharedDatabase database_;
    bool exists_ = false;
    bool owns_ = false;
    bool settles_ = false;
};

}  // namespace raquette::ingest
