#pragma once

#include "gis/model/dataset.h"
#include "ingest/ingest.h"

#include <string>
#include <vector>

namespace raquette::cli {

/// One line per issue: `file:row column “value”: rule. What to do.`; rejected rows are marked.
std::string issuesText(const model::Issues& issues);

/// How each file was read: its encoding, separator, sheet, header and the rows left out.
std::string tablesText(const std::vector<ingest::TableReading>& tables, model::Language language);

/// How the columns of each source were understood.
std::string columnsText(const std::vector<ingest::RecognisedColumn>& columns);

/// Rows read, kept, merged, rejected, one line per source.
std::string sourcesText(const std::vector<model::SourceSummary>& sources);

}  // namespace raquette::cli
