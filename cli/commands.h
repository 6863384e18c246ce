#pragma once

#include "cli/options.h"

namespace raquette::cli {

// Each command returns the exit code 0, or 3 when --strict met rejected rows; everything else is a model::Error.

/// Ingests, analyses, writes the store and everything the study declares.
int run(const Options& options);
/// Reads everything, writes nothing; prints the issues and how columns were understood.
int check(const Options& options);
/// Sources → store, with the quality report.
int ingest(const Options& options);
/// Recomputes coverage, gaps and indicators and rewrites the store with them.
int analyse(const Options& options);
int exportStudy(const Options& options);
int map(const Options& options);
int report(const Options& options);
/// Says where a figure comes from: the rows, parameters and formula behind a hole, a territory or a record.
int explain(const Options& options);
/// Opens, closes and moves places, or changes a reach, and says what that changes.
int simulate(const Options& options);
/// Two states side by side: two dates, two regions, two versions.
int compare(const Options& options);
/// Says where one more place would serve most.
int site(const Options& options);
/// Writes what somebody proposes to change as a file to be mailed, or the form that those without the tool correct.
int contribute(const Options& options);
/// Brings contributions into the study, by its rules, and settles them.
int merge(const Options& options);
/// Takes an accepted contribution back.
int revert(const Options& options);
/// The history of the contributions, to this day or another.
int log(const Options& options);
/// Opens the window.
int view(const Options& options);
/// Makes a reference GeoPackage from official files.
int buildReference(const Options& options);
/// Says what a reference holds.
int describeReference(const Options& options);

}  // namespace raquette::cli
