#include "ingest/contributions/shelf.h"

#include "gis/model/error.h"
#include "ingest/contributions/database_shelf.h"
#include "ingest/contributions/folder_shelf.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::ingest {

std::vector<std::string> rolesOf(const model::ReviewRules& rules) {
    std::vector<std::string> roles;
    for (const model::ReviewRight& right : rules.who) {
        if (!right.role.empty() && std::ranges::find(roles, right.role) == roles.end()) roles.push_back(right.role);
    }
    return roles;
}

std::vector<model::Contribution> Shelf::readable(const std::vector<std::string>& ids, std::vector<std::string>& problems) {
    try {
        return contributions(ids);
    } catch (const model::Error&) {
        if (ids.empty()) throw;
    }
    std::vector<model::Contribution> found;
    for (const std::string& id : ids) {
        try {
            found.push_back(contribution(id));
        } catch (const model::Error& problem) {
            problems.emplace_back(problem.what());
        }
    }
    return found;
}

bool keepsContributions(const model::Study& study) {
    return !study.contributions.empty() || store::isShared(study.store);
}

std::unique_ptr<Shelf> shelfOf(const model::Study& study) {
    if (!study.contributions.empty()) return std::make_unique<FolderShelf>(study.contributions);
    if (!store::isShared(study.store)) return nullptr;
    return std::make_unique<DatabaseShelf>(store::sharedAddress(study.store), study.title.in(model::Language::French), study.review,
                                           study.file.parent_path());
}

std::unique_ptr<Shelf> requireShelf(const model::Study& study) {
    if (auto shelf = shelfOf(study)) return shelf;
    throw model::Error(
        fmt::format("{}: the study does not say where contributions are kept: write contributions = \"contributions/\" under [study].",
                    study.file.string()));
}

}  // namespace raquette::ingest
