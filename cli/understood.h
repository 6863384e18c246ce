#pragma once

#include "gis/model/source.h"
#include "ingest/ingest.h"

#include <string>
#include <vector>

namespace raquette::cli {

/// How each file was read: its encoding, separator, sheet, header and the rows left out.
std::string tablesText(const std::vector<ingest::TableReading>& tables, model::Language language);

/// How the columns of each source were understood, and how full they are. Those not read are named in the report.
std::string columnsText(const std::vector<ingest::RecognisedColumn>& columns, const std::vector<model::SourceSummary>& sources,
                        model::Language language);

}  // namespace raquette::cli
