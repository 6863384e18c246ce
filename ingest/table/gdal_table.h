#pragma once

#include "ingest/table/file_kind.h"
#include "ingest/table/table_row.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// One sheet of a spreadsheet, or one layer of a GIS file or service, as it stands.
struct GdalTable {
    std::string format;                    ///< GDAL's name of it
    std::string sheet;                     ///< what was read
    std::vector<std::string> otherSheets;  ///< what else there is with rows in it
    std::vector<std::string> fields;       ///< of a layer; a spreadsheet has its names among its rows
    std::vector<TableRow> rows;
    std::string encoding;  ///< of a shapefile that does not state it
    long surfaces = 0;     ///< features whose geometry is no point: they stand at a point on it
    long cutAfter = 0;     ///< GDAL gave up on a sheet below this row
};

struct GdalRequest {
    std::string address;  ///< a path, or what GDAL takes for one
    std::string title;    ///< for messages
    FileKind kind = FileKind::Layers;
    bool remote = false;
    std::string sheet;     ///< empty: the one with the largest table
    std::string encoding;  ///< of a shapefile; empty: guessed
    /// Whether fields of these names already say where things are, so that the geometry need not.
    std::function<bool(const std::vector<std::string>&)> hasPosition;
};

/// Reads what GDAL reads, and hides what it does to it: spreadsheets come without any guess at their header and with the row numbers they
/// show, numbers as typed (no 1.2E+13 for a SIRET, no 45.439999999999998), dates as ISO; the geometry of layers becomes the columns
/// `longitude` and `latitude` in WGS 84. Throws model::Error for what cannot be read whole.
GdalTable readGdal(const GdalRequest& request);

}  // namespace raquette::ingest
