#include "ingest/table/table_filter.h"

#include "gis/model/error.h"
#include "ingest/table/quiet_errors.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <memory>

namespace raquette::ingest {

void keepRows(Table& table, const std::string& filter, const std::string& where) {
    GDALAllRegister();
    const QuietErrors quiet;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("Memory");
    const std::unique_ptr<GDALDataset> dataset(driver ? driver->Create("", 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
    OGRLayer* layer = dataset ? dataset->CreateLayer("rows", nullptr, wkbNone) : nullptr;
    if (!layer) throw model::Error(fmt::format("{}: GDAL cannot filter rows: {}", where, CPLGetLastErrorMsg()));
    for (const std::string& column : table.header) {
        OGRFieldDefn field(column.c_str(), OFTString);
        layer->CreateField(&field);
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetFID(static_cast<GIntBig>(i));
        for (std::size_t c = 0; c < table.header.size(); ++c) {
            const std::string cell(table.rows[i].cells[c]);
            if (!cell.empty()) feature.SetField(static_cast<int>(c), cell.c_str());
        }
        if (layer->CreateFeature(&feature) != OGRERR_NONE) throw model::Error(fmt::format("{}: {}", where, CPLGetLastErrorMsg()));
    }
    if (layer->SetAttributeFilter(filter.c_str()) != OGRERR_NONE) {
        throw model::Error(
            fmt::format("{}: the filter `{}` cannot be applied: {}. It is OGR SQL on the source's own columns, such as "
                        "discipline = 'Musiques actuelles'",
                        where, filter, CPLGetLastErrorMsg()));
    }
    std::vector<TableRow> kept;
    layer->ResetReading();
    while (const std::unique_ptr<OGRFeature> feature{layer->GetNextFeature()}) {
        kept.push_back(std::move(table.rows[static_cast<std::size_t>(feature->GetFID())]));
    }
    table.rows = std::move(kept);
}

}  // namespace raquette::ingest
