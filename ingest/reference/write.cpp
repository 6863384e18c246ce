#include "ingest/reference/write.h"

#include "gis/geometry/wkb.h"
#include "gis/model/error.h"

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <algorithm>
#include <memory>

namespace raquette::ingest {

namespace {

struct DestroyFeature {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};

class QuietErrors {
public:
    QuietErrors() {
        CPLErrorReset();
        CPLPushErrorHandler(CPLQuietErrorHandler);
    }
    ~QuietErrors() { CPLPopErrorHandler(); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors(QuietErrors&&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
    QuietErrors& operator=(QuietErrors&&) = delete;
};

void demand(bool done, const std::filesystem::path& file) {
    if (done && CPLGetLastErrorType() < CE_Failure) return;
    throw model::Error(fmt::format("{}: cannot be written ({}). Check that its folder exists and that the disk is not full.", file.string(),
                                   CPLGetLastErrorMsg()));
}

OGRFieldType typeOf(const std::string& column) {
    if (column == "population") return OFTInteger64;
    return column == "lon" || column == "lat" ? OFTReal : OFTString;
}

void writeLayer(GDALDataset& dataset, const PolygonLayer& layer, const std::filesystem::path& file) {
    OGRSpatialReference degrees;
    degrees.importFromEPSG(4326);
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* written = dataset.CreateLayer(layer.name.c_str(), &degrees, wkbMultiPolygon, nullptr);
    demand(written != nullptr, file);
    for (const std::string& column : layer.columns) {
        OGRFieldDefn field(column.c_str(), typeOf(column));
        demand(written->CreateField(&field) == OGRERR_NONE, file);
    }
    for (std::size_t row = 0; row < layer.rows.size(); ++row) {
        const std::unique_ptr<OGRFeature, DestroyFeature> feature(OGRFeature::CreateFeature(written->GetLayerDefn()));
        for (std::size_t i = 0; i < layer.columns.size(); ++i) {
            if (!layer.rows[row][i].empty()) feature->SetField(static_cast<int>(i), layer.rows[row][i].c_str());
        }
        if (!layer.shapes[row].empty()) {
            const std::vector<std::byte> wkb = geometry::toWkb(layer.shapes[row]);
            OGRGeometry* shape = nullptr;
            OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &shape, wkb.size());
            feature->SetGeometryDirectly(shape);
        }
        demand(written->CreateFeature(feature.get()) == OGRERR_NONE, file);
    }
}

/// Writes to `sibling`; messages name `file`, which is what the person asked for.
void writeFile(const std::filesystem::path& sibling, const std::filesystem::path& file, const std::vector<PolygonLayer>& layers,
               const std::map<std::string, std::string>& metadata) {
    GDALAllRegister();
    const QuietErrors quiet;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (!driver) throw model::Error("This GDAL cannot write GeoPackage. Install Debian's libgdal.");
    GDALDataset* dataset = driver->Create(sibling.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    demand(dataset != nullptr, file);
    try {
        demand(dataset->StartTransaction() == OGRERR_NONE, file);
        for (const PolygonLayer& layer : layers) writeLayer(*dataset, layer, file);
        demand(dataset->CommitTransaction() == OGRERR_NONE, file);
        for (const auto& [key, value] : metadata) dataset->SetMetadataItem(key.c_str(), value.c_str());
    } catch (...) {
        GDALClose(dataset);
        throw;
    }
    CPLErrorReset();
    GDALClose(dataset);  // says nothing when the disk is full: its error state does
    demand(true, file);
}

void readBack(const std::filesystem::path& file, const std::vector<PolygonLayer>& layers) {
    const auto summaries = layersOf(file);
    for (const PolygonLayer& layer : layers) {
        const auto written = std::ranges::find(summaries, layer.name, &LayerSummary::name);
        if (written != summaries.end() && written->rows == static_cast<std::int64_t>(layer.rows.size())) continue;
        throw model::Error(fmt::format("{}: layer {} did not read back whole. Is the disk full?", file.string(), layer.name));
    }
}

}  // namespace

void writeLayers(const std::filesystem::path& file, const std::vector<PolygonLayer>& layers,
                 const std::map<std::string, std::string>& metadata) {
    std::filesystem::path sibling = file;
    sibling.replace_filename("." + file.stem().string() + ".partial.gpkg");
    std::error_code ignored;
    std::filesystem::remove(sibling, ignored);
    try {
        writeFile(sibling, file, layers, metadata);
        readBack(sibling, layers);
        std::filesystem::rename(sibling, file);
    } catch (const std::filesystem::filesystem_error& error) {
        std::filesystem::remove(sibling, ignored);
        throw model::Error(fmt::format("{}: cannot be written ({}).", file.string(), error.code().message()));
    } catch (...) {
        std::filesystem::remove(sibling, ignored);
        throw;
    }
}

}  // namespace raquette::ingest
