#pragma once

#include "cli/outputs.h"
#include "ingest/ingest.h"
#include "ingest/reference/build.h"

#include <string>
#include <vector>

namespace raquette::cli {

/// What `--json` prints: everything the text says, in one document, with plain numbers and the store's own words.
std::string resultDocument(const store::StudyState& state, const std::vector<Output>& outputs);

/// Of `ingest`: sources, their quality, what is left to a person, outputs.
std::string ingestDocument(const store::StudyState& state, const std::vector<Output>& outputs);

/// `check --json`: the sources, how their files were read, their columns and every issue.
std::string checkDocument(const store::StudyState& state, const std::vector<ingest::TableReading>& tables,
                          const std::vector<ingest::RecognisedColumn>& columns);

std::string referenceDocument(const ingest::ReferenceInfo& info);

/// Only what was written.
std::string outputsDocument(const std::vector<Output>& outputs);

}  // namespace raquette::cli
