#pragma once

#include <string>
#include <vector>

namespace raquette::ingest {

/// A row that is no record: above the header, or a total, or a note.
struct SkippedRow {
    long number = 0;
    std::string why;   ///< `title` `repeated-header` `total` `footnote`
    std::string text;  ///< its first cell; empty when it may be a person's
};

/// What reading one file guessed, for `raquette check`. The study may say otherwise: `encoding`, `separator`, `sheet`, `header`.
struct TableReading {
    std::string source;
    std::string file;                      ///< its name in the folder, where the source is one
    std::string format;                    ///< `CSV`, or GDAL's name
    std::string encoding;                  ///< empty where the format says it
    std::string separator;                 ///< of a CSV
    std::string sheet;                     ///< or layer; empty where there are none
    std::vector<std::string> otherSheets;  ///< that were not read
    bool rowsAreNumbered = true;           ///< false for layers, which have fields instead of a header
    long headerRow = 0;                    ///< as a spreadsheet shows it; 0: there is none
    long headerRows = 0;                   ///< 2 for groups above the names
    long columns = 0;
    long rows = 0;
    std::vector<SkippedRow> skipped;
};

}  // namespace raquette::ingest
