#include "ingest/reference/layer.h"

#include "gis/geometry/wkb.h"
#include "gis/model/error.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <memory>
#include <mutex>

namespace raquette::ingest {

namespace {

constexpr std::int64_t rowsWorthTwoThreads = 4000;

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

struct DestroyFeature {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};
using Feature = std::unique_ptr<OGRFeature, DestroyFeature>;

/// Keeps GDAL's messages off the terminal, for our own errors to quote.
class QuietGdal {
public:
    QuietGdal() {
        static std::once_flag registered;
        std::call_once(registered, [] { GDALAllRegister(); });
        CPLErrorReset();
        CPLPushErrorHandler(CPLQuietErrorHandler);
    }
    ~QuietGdal() { CPLPopErrorHandler(); }
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal(QuietGdal&&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
    QuietGdal& operator=(QuietGdal&&) = delete;

    void throwIfFailed(const std::string& file) const {
        if (CPLGetLastErrorType() < CE_Failure) return;
        throw model::Error(fmt::format("{}: this file is truncated or broken ({}). Fetch or make it again.", file, CPLGetLastErrorMsg()));
    }
};

Dataset openFile(const std::string& file, const QuietGdal& quiet) {
    Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
    if (dataset) return dataset;
    std::error_code ignored;
    if (!file.starts_with("/vsi") && !std::filesystem::exists(file, ignored))
        throw model::Error(fmt::format("{}: this file does not exist. Check its path.", file));
    quiet.throwIfFailed(file);
    throw model::Error(fmt::format("{}: this is no GIS file that can be read (GeoPackage, shapefile, GeoJSON…).", file));
}

OGRLayer& layerNamed(GDALDataset& dataset, const std::string& file, const std::string& name) {
    if (name.empty() && dataset.GetLayerCount() == 1) return *dataset.GetLayer(0);
    if (OGRLayer* layer = name.empty() ? nullptr : dataset.GetLayerByName(name.c_str())) return *layer;
    std::string has;
    for (OGRLayer* layer : dataset.GetLayers()) has += fmt::format("{}{}", has.empty() ? "" : ", ", layer->GetName());
    if (name.empty()) throw model::Error(fmt::format("{}: say which of its layers to read: {}.", file, has));
    throw model::Error(fmt::format("{}: no layer “{}”. Its layers are: {}.", file, name, has));
}

std::string crsOf(OGRLayer& layer) {
    const OGRSpatialReference* srs = layer.GetSpatialRef();
    if (!srs) return {};
    const char* authority = srs->GetAuthorityName(nullptr);
    const char* code = srs->GetAuthorityCode(nullptr);
    if (authority && code) return fmt::format("{}:{}", authority, code);
    char* wkt = nullptr;
    srs->exportToWkt(&wkt);
    std::string text = wkt ? wkt : "";
    CPLFree(wkt);
    return text;
}

/// Rows of one part of a layer, in file order.
struct Part {
    std::vector<std::vector<std::string>> rows;
    std::vector<geometry::GeoShape> shapes;
    std::vector<std::string> unreadable;
};

void readShape(const OGRFeature& feature, std::vector<std::byte>& wkb, Part& part) {
    geometry::GeoShape& shape = part.shapes.emplace_back();
    std::string& why = part.unreadable.emplace_back();
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (!geometry || geometry->IsEmpty()) return;
    wkb.resize(geometry->WkbSize());
    geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()), wkbVariantIso);
    try {
        shape = geometry::geoShapeFromWkb(wkb);
    } catch (const model::Error& error) {
        why = error.what();
    }
}

/// Reads the rows that pass `filter`, on a handle of its own: GDAL's are for one thread.
Part readPart(const PolygonLayer& layer, const std::string& filter, ReadShapes shapes) {
    const QuietGdal quiet;
    const Dataset dataset = openFile(layer.file, quiet);
    OGRLayer& source = layerNamed(*dataset, layer.file, layer.name);
    const OGRFeatureDefn& definition = *source.GetLayerDefn();
    std::vector<int> wanted;
    wanted.reserve(layer.columns.size());
    for (const std::string& column : layer.columns) wanted.push_back(definition.GetFieldIndex(column.c_str()));
    std::vector<const char*> ignored;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        if (std::ranges::find(wanted, i) == wanted.end()) ignored.push_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    if (shapes == ReadShapes::No) ignored.push_back("OGR_GEOMETRY");
    ignored.push_back(nullptr);
    source.SetIgnoredFields(ignored.data());
    if (!filter.empty()) source.SetAttributeFilter(filter.c_str());

    Part part;
    std::vector<std::byte> wkb;
    while (const Feature feature{source.GetNextFeature()}) {
        auto& cells = part.rows.emplace_back();
        for (const int field : wanted) cells.emplace_back(feature->IsFieldSetAndNotNull(field) ? feature->GetFieldAsString(field) : "");
        readShape(*feature, wkb, part);
    }
    quiet.throwIfFailed(layer.file);
    return part;
}

/// Filters that halve a layer by feature id; one that takes everything where that is not worth it or not possible.
std::vector<std::string> halves(OGRLayer& layer, GDALDataset& dataset, bool fromDatabase) {
    const std::string fid = layer.GetFIDColumn();
    if (!fromDatabase || fid.empty() || layer.GetFeatureCount() < rowsWorthTwoThreads) return {""};
    const std::string middle =
        fmt::format(R"(SELECT "{0}" FROM "{1}" ORDER BY "{0}" LIMIT 1 OFFSET {2})", fid, layer.GetName(), layer.GetFeatureCount() / 2);
    OGRLayer* answer = dataset.ExecuteSQL(middle.c_str(), nullptr, nullptr);
    if (!answer) return {""};
    const Feature feature{answer->GetNextFeature()};
    const long long id = feature ? feature->GetFieldAsInteger64(0) : 0;
    dataset.ReleaseResultSet(answer);
    return {fmt::format(R"("{}" < {})", fid, id), fmt::format(R"("{}" >= {})", fid, id)};
}

template <class T>
void moveInto(std::vector<T>& all, std::vector<T>& part) {
    all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
}

}  // namespace

std::optional<std::size_t> PolygonLayer::find(std::string_view column) const {
    const auto found = std::ranges::find(columns, column);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

std::vector<LayerSummary> layersOf(const std::filesystem::path& file) {
    const QuietGdal quiet;
    const Dataset dataset = openFile(file.string(), quiet);
    std::vector<LayerSummary> layers;
    for (OGRLayer* layer : dataset->GetLayers()) {
        LayerSummary& summary =
            layers.emplace_back(LayerSummary{layer->GetName(), {}, layer->GetFeatureCount(), layer->GetGeomType() != wkbNone});
        const OGRFeatureDefn& definition = *layer->GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i) summary.columns.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    quiet.throwIfFailed(file.string());
    return layers;
}

std::map<std::string, std::string> metadataOf(const std::filesystem::path& file) {
    const QuietGdal quiet;
    const Dataset dataset = openFile(file.string(), quiet);
    std::map<std::string, std::string> items;
    char** const lines = dataset->GetMetadata();
    for (int i = 0; lines && lines[i]; ++i) {
        const std::string_view line = lines[i];
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos) items.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    return items;
}

PolygonLayer readLayer(const std::filesystem::path& file, const std::string& layerName, const std::vector<std::string>& columns,
                       ReadShapes shapes) {
    PolygonLayer layer{file.string(), layerName, {}, {}, {}, {}, {}};
    std::vector<std::string> filters;
    {
        const QuietGdal quiet;
        const Dataset dataset = openFile(layer.file, quiet);
        OGRLayer& source = layerNamed(*dataset, layer.file, layerName);
        layer.name = source.GetName();
        layer.crs = crsOf(source);
        for (const std::string& column : columns) {
            if (source.GetLayerDefn()->GetFieldIndex(column.c_str()) >= 0) layer.columns.push_back(column);
        }
        filters = halves(source, *dataset, std::string_view(dataset->GetDriverName()) == "GPKG");
        quiet.throwIfFailed(layer.file);
    }
    std::vector<Part> parts(filters.size());
    tbb::parallel_for(std::size_t{0}, filters.size(), [&](std::size_t i) { parts[i] = readPart(layer, filters[i], shapes); });
    for (Part& part : parts) {
        moveInto(layer.rows, part.rows);
        moveInto(layer.shapes, part.shapes);
        moveInto(layer.unreadable, part.unreadable);
    }
    return layer;
}

}  // namespace raquette::ingest
