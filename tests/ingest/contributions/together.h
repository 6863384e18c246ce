#pragma once

#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/database.h"
#include "ingest/contributions/merge.h"
#include "ingest/contributions/shelf.h"
#include "ingest/table/text_file.h"
#include "tests/ingest/tiny_world.h"
#include "tests/support/database.h"

#include <cstdlib>
#include <string>
#include <vector>

namespace raquette::ingest {

/// A study of two small lists with its contributions, on the tiny reference: in a folder, or where the run asks for it (the tests of
/// label `database`) in the database of a shared store.
class Together {
public:
    static bool inDatabase() { return std::getenv("RAQUETTE_TEST_SHELF") != nullptr; }

    explicit Together(const std::string& review = "") : schema_(inDatabase() ? freshSchema() : std::string()) {
        const std::string where = inDatabase() ? "store = \"postgresql:" + testDatabase().value_or("") + " schema=" + schema_ + "\"\n"
                                               : "contributions = \"contributions\"\n";
        study_
            .source("pole", "venues", "id;nom;insee;jauge;email\nfil;Le Fil;42218;900;a@exemple.fr\nclub;Le Club;42218;200;\n",
                    "date = 2026-01-01\ncontributor = \"Pôle\"\n")
            .toml("[study]\ntitle = \"Essai\"\nlanguage = \"en\"\n" + where + review);
    }
    ~Together() {
        if (schema_.empty()) return;
        try {
            SharedDatabase(*testDatabase()).run("DROP SCHEMA IF EXISTS " + schema_ + "_contributions CASCADE");
        } catch (const model::Error& problem) {
            ADD_FAILURE() << problem.what();
        }
    }
    Together(const Together&) = delete;
    Together& operator=(const Together&) = delete;
    Together(Together&&) = delete;
    Together& operator=(Together&&) = delete;

    TinyIngest& lists() { return study_; }
    IngestResult run() const { return study_.run(); }
    model::Study study() const { return readStudyFile(study_.file(), model::Day{}); }
    std::filesystem::path folder() const { return study_.path() / "contributions"; }
    const std::string& schema() const { return schema_; }
    std::unique_ptr<Shelf> shelf() const { return shelfOf(study()); }
    std::vector<model::HistoryAct> history() const { return shelf()->history(); }

    /// All bytes that are kept of contributions and their history.
    std::string kept() const {
        std::string all;
        if (schema_.empty()) {
            for (const auto& entry : std::filesystem::directory_iterator(folder())) all += readBytes(entry.path());
            return all;
        }
        SharedDatabase database(*testDatabase());
        for (const char* asked : {"bytes, manifest::text FROM ", "line::text, '' FROM "}) {
            const char* table = asked[0] == 'b' ? "_contributions.contributions" : "_contributions.history";
            for (const SqlRow& row : database.run(std::string("SELECT ") + asked + schema_ + table)) all += *row.at(0) + *row.at(1);
        }
        return all;
    }

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
        const auto shelf = shelfOf(study());
        const MergeOutcome outcome = mergeOf(request, study(), *shelf, tinyReference(), fieldsOf(now.dataset));
        keep(outcome, *shelf);
        return outcome;
    }
    MergeOutcome bring(std::vector<model::Contribution> proposals) const {
        MergeRequest request;
        request.proposals = std::move(proposals);
        return merge(std::move(request));
    }

private:
    TinyIngest study_;
    std::string schema_;  ///< of the shared store; empty where there is a folder
};

inline const model::Venue& venueOf(const IngestResult& result, const std::string& id) {
    return *std::ranges::find_if(result.dataset.venues, [&](const model::Venue& venue) { return venue.id == id; });
}

}  // namespace raquette::ingest
