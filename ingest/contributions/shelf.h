#pragma once

#include "gis/model/contribution.h"
#include "gis/model/study.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace raquette::ingest {

/// Where a study's contributions, their history and its diagnoses are kept: a folder beside it, or the database of its shared store. All
/// of it throws model::Error, saying where, for what cannot be read or kept.
class Shelf {
public:
    Shelf() = default;
    virtual ~Shelf() = default;
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;
    Shelf(Shelf&&) = delete;
    Shelf& operator=(Shelf&&) = delete;

    /// All acts, the oldest first; none where nothing was kept yet.
    virtual std::vector<model::HistoryAct> history() = 0;
    /// Those of these ids, in that order.
    virtual std::vector<model::Contribution> contributions(const std::vector<std::string>& ids) = 0;
    model::Contribution contribution(const std::string& id) { return std::move(contributions({id}).front()); }
    /// Those of them that can be read; what is wrong with the others is added to `problems`.
    std::vector<model::Contribution> readable(const std::vector<std::string>& ids, std::vector<std::string>& problems);

    /// Adds contributions that are not there yet, and acts: all of them or none, whatever happens meanwhile.
    virtual void keep(const std::vector<model::Contribution>& more, const std::vector<model::HistoryAct>& acts) = 0;
    /// Writes contributions and the whole history anew, and leaves no trace of what they said: only where a person is taken out of them.
    virtual void rewrite(const std::vector<model::Contribution>& contributions, const std::vector<model::HistoryAct>& history) = 0;

    /// A place to write a diagnosis to before its name is known.
    virtual std::filesystem::path draft() = 0;
    /// Keeps that draft under its name.
    virtual void keepDraft(const std::string& id) = 0;
    /// The store that a diagnosis was kept as, for `compare`, the window or any GIS; there may be no such file any more.
    virtual std::filesystem::path diagnosis(const std::string& id) = 0;

    /// Held by who merges for as long as they do: two never do at once. A program that dies lets go. A database is made ready for it, and
    /// told who may do what, where who keeps the study asks.
    using Hold = std::shared_ptr<void>;
    virtual Hold hold() = 0;

    /// May who works here accept and refuse, and count votes? A database knows them by their role.
    virtual bool settles() = 0;
    /// Is it who keeps the study, and may write its store?
    virtual bool owns() = 0;
};

/// That of a study; none where it keeps no contributions.
std::unique_ptr<Shelf> shelfOf(const model::Study& study);

/// The same. Throws model::Error saying how to have one where there is none.
std::unique_ptr<Shelf> requireShelf(const model::Study& study);

/// The roles of a shared store's database that organisations work as.
std::vector<std::string> rolesOf(const model::ReviewRules& rules);

/// Whether a study keeps contributions.
bool keepsContributions(const model::Study& study);

}  // namespace raquette::ingest
