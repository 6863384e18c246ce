#pragma once

#include "cli/options.h"
#include "gis/store/store.h"
#include "ingest/ingest.h"

#include <filesystem>

namespace raquette::cli {

class Progress;

/// A study read and computed, with what only the command shows.
struct Computed {
    store::StudyState state;
    std::vector<ingest::RecognisedColumn> columns;
    std::vector<ingest::RejectedRows> rejects;
    std::vector<ingest::TableReading> tables;
    ingest::Readings readings;
};

/// The study file with the command line's date in place of its own.
model::Study readStudy(const Options& options);

/// Study → reference → records, without analysis. The reference's issues come before the sources'.
Computed ingestStudy(const Options& options, const Progress& progress);

/// The same, analysed.
Computed computeStudy(const Options& options, const Progress& progress);

/// For commands that only draw: a study file is computed, a store is read back.
store::StudyState stateToDraw(const Options& options, const Progress& progress);

/// What the sources were read as, beside the store: those that have not changed are not read again. May be deleted at any time.
std::filesystem::path readingsPath(const model::Study& study);

/// The folder of rejected rows: `france-rejects` beside `france.gpkg`, so that two studies of a folder never mix theirs.
std::filesystem::path rejectsFolder(const model::Study& study);

/// Writes the rejected rows, and clears those of an earlier run that were mended since. False when there are none.
bool writeRejectedRows(const Computed& computed);

/// Makes the folder a file goes into.
void makeFolderOf(const std::filesystem::path& file);

/// The exit code of a command that ended: 3 when --strict met rejected rows.
int exitCode(const Options& options, const model::Dataset& dataset);

}  // namespace raquette::cli
