#pragma once

#include "tests/cli/command.h"
#include "tests/support/files.h"

#include <string>

namespace raquette::cli::testing {

/// Six communes around one town, each 0.3° wide and high (23 km × 33 km), as the official files give them:
///
///     45.8 +-------+-------+-------+
///          | 42004 | 42005 | 42006 |
///     45.5 +-------+-------+-------+
///          | 42001 | 42002 | 42003 |
///     45.2 +-------+-------+-------+
///         4.0     4.3     4.6     4.9
///
/// One venue stands in the south-west corner, in 42001; its reach is 25 km.
class TinyStudy {
public:
    /// Writes study.toml, lieux.csv and makes reference.gpkg with `raquette reference build`.
    TinyStudy();

    const TemporaryFolder& folder() const { return folder_; }
    Result run(const std::string& verb, const std::vector<std::string>& more = {}, const Circumstances& circumstances = {}) const;

private:
    TemporaryFolder folder_;
};

std::string tinyStudyFile();
std::string tinyVenues();
/// The GeoJSON of the six communes.
std::string tinyCommunes();

}  // namespace raquette::cli::testing
