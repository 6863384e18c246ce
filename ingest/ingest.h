#pragma once

#include "gis/model/dataset.h"
#include "gis/model/progress.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"
#include "ingest/readings/reading.h"
#include "ingest/table/table_reading.h"

#include <filesystem>
#include <string>
#include <vector>

namespace raquette::ingest {

/// How a source's columns were understood, for `raquette check`.
struct RecognisedColumn {
    std::string source;
    std::string column;  ///< as the source names it
    std::string key;     ///< ours; empty: not used
    std::string reason;  ///< `study`, or the spelling that matched
    long filled = 0;     ///< cells that say something
    /// A few different cells, the first ones, cut short; none of a private column.
    std::vector<std::string> samples{};  // NOLINT(readability-redundant-member-init): GCC wants it where fields are listed
};

/// Rows of one source that could not be used, in the source's own columns, to be corrected and read again.
struct RejectedRows {
    std::string source;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

struct IngestResult {
    model::Dataset dataset;
    std::vector<RecognisedColumn> columns;
    std::vector<RejectedRows> rejects;
    std::vector<TableReading> tables;  ///< how each file was read
};

/// Sources → records: reads every source, georeferences, resolves links; never stops for a broken row.
/// Throws model::Error only for what makes a whole source unreadable (no such file, no table in it), model::Cancelled when `watch` does.
/// With `kept`, a source that has not changed since is taken from it instead of being read, and it becomes what may be kept of this run.
IngestResult ingest(const model::Study& study, const model::Reference& reference, const model::Watch& watch = {}, Readings* kept = nullptr);

/// Writes `SOURCE-rejects.csv` in `folder` for each source that has rejects, and removes those of sources that no longer have any.
void writeRejects(const std::vector<RejectedRows>& rejects, const std::filesystem::path& folder);

}  // namespace raquette::ingest
