#pragma once

#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/merge.h"
#include "tests/ingest/tiny_world.h"

#include <string>
#include <vector>

namespace raquette::ingest {

/// A study of two small lists with a folder of contributions, on the tiny reference.
class Together {
public:
    explicit Together(const std::string& review = "") {
        study_
            .source("pole", "venues", "id;nom;insee;jauge;email\nfil;Le Fil;42218;900;a@exemple.fr\nclub;Le Club;42218;200;\n",
                    "date = 2026-01-01\ncontributor = \"Pôle\"\n")
            .toml("[study]\ntitle = \"Essai\"\nlanguage = \"en\"\ncontributions = \"contributions\"\n" + review);
    }

    TinyIngest& lists() { return study_; }
    IngestResult run() const { return study_.run(); }
    model::Study study() const { return readStudyFile(study_.path() / "study.toml", model::Day{}); }
    std::filesystem::path folder() const { return study_.path() / "contributions"; }

    static model::Contribution says(const std::string& organisation, std::vector<model::FieldChange> changes,
                                    const std::string& date = "2026-05-01") {
        model::Contribution one;
        one.study = "Essai";
        one.organisation = organisation;
        one.date = date;
        one.changes = std::move(changes);
        settle(one);
        return one;
    }

    /// Merges and keeps.
    MergeOutcome merge(MergeRequest request) const {
        if (request.today.empty()) request.today = "2026-05-02";
        const IngestResult now = run();
        const MergeOutcome outcome = mergeOf(request, study(), tinyReference(), fieldsOf(now.dataset));
        std::filesystem::create_directories(folder());
        keep(outcome, folder());
        return outcome;
    }
    MergeOutcome bring(std::vector<model::Contribution> proposals) const {
        MergeRequest request;
        request.proposals = std::move(proposals);
        return merge(std::move(request));
    }

private:
    TinyIngest study_;
};

inline const model::Venue& venueOf(const IngestResult& result, const std::string& id) {
    return *std::ranges::find_if(result.dataset.venues, [&](const model::Venue& venue) { return venue.id == id; });
}

}  // namespace raquette::ingest
