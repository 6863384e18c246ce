#pragma once

#include "cli/pipeline.h"
#include "ingest/contributions/shelf.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace raquette::cli {

/// One thing a command wrote, for the list at its end.
struct Output {
    std::string kind;  ///< `store` `shared-store` `rejects` `export` `map` `report`
    std::filesystem::path path;
};

/// Held while a shared store is computed and written, so that nothing said meanwhile is written over; nothing for a file.
struct SharedHold {
    std::unique_ptr<ingest::Shelf> shelf;
    ingest::Shelf::Hold hold;
};
SharedHold holdShared(const Options& options);

/// Writes the store and the rejected rows.
std::vector<Output> writeStoreAndRejects(const Computed& computed, const Progress& progress);

/// Where there is a store, it says what the study says now: whole, or as it was.
void renewStore(const Options& options, const model::Study& study, const Progress& progress);

/// Everything the study declares: exports, maps and reports. What this build cannot draw is one warning each kind.
std::vector<Output> writeDeclared(const store::StudyState& state, const Progress& progress);

/// One map; one page. Throw where this build or version cannot make them.
void writeMap(const store::StudyState& state, const model::MapRequest& request, const std::string& paper = "a4");
void writeReport(const store::StudyState& state, const model::ReportRequest& request);

/// What the page of a territory is about: the service of that id, the first there is where none is asked; none where the study looks for
/// nothing. Throws model::Error for an unknown id.
std::optional<std::size_t> serviceAsked(const store::StudyState& state, const std::string& id);
/// Throws model::Error saying how a territory is written.
model::TerritoryId territoryAsked(const std::string& written);

}  // namespace raquette::cli
