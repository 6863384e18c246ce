#pragma once

#include "gis/store/gdal_room.h"
#include "gis/store/table.h"

#include <string>
#include <vector>

namespace raquette::store {

class TargetCrs;

/// How a format takes a table: the same columns and rows, under its own names and limits.
struct WriteOptions {
    std::vector<std::string> layerOptions;  ///< `KEY=VALUE` of the driver
    std::vector<std::string> columnNames;   ///< one per column; empty: their own
    std::vector<int> widths;                ///< bytes of text columns, 0 for no limit; empty: none
    bool multi = true;                      ///< MultiPolygon and MultiLineString as declared types
    bool narrow = false;                    ///< whole numbers of 32 bits: the format calls longer ones texts
    TargetCrs* crs = nullptr;               ///< what coordinates are written in; none: as in the store
};

/// Adds a table to a dataset as a layer, rows in order. Throws model::Error with the format's reason when a row is refused;
/// `target` is the place the message names.
void addLayer(GDALDataset& dataset, const Table& table, const WriteOptions& options, const std::filesystem::path& target,
              const GdalTalk& talk);

}  // namespace raquette::store
