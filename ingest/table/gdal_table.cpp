#include "ingest/table/gdal_table.h"

#include "gis/model/error.h"
#include "gis/text/fold.h"
#include "ingest/study/passwords.h"
#include "ingest/table/encoding.h"
#include "ingest/table/gdal_cells.h"
#include "ingest/table/nearest_word.h"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_api.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>

namespace raquette::ingest {

namespace {

/// GDAL writes its complaints on stderr unless told not to; here they are kept, because some of them mean that rows were lost.
class Complaints {
public:
    Complaints() { CPLPushErrorHandlerEx(take, this); }
    ~Complaints() { CPLPopErrorHandler(); }
    Complaints(const Complaints&) = delete;
    Complaints& operator=(const Complaints&) = delete;

    std::string firstFailure;
    bool tooWide = false;
    bool cutShort = false;  ///< an ODS sheet whose filler rows GDAL does not follow

private:
    static void CPL_STDCALL take(CPLErr severity, CPLErrorNum, const char* message) {
        auto& self = *static_cast<Complaints*>(CPLGetErrorHandlerUserData());
        const std::string_view text = message;
        if (text.find("Limiting") != std::string_view::npos || text.find("Maximum number of fields") != std::string_view::npos) {
            self.tooWide = true;
        } else if (text.find("number-rows-repeated") != std::string_view::npos) {
            self.cutShort = true;
        } else if (severity >= CE_Failure && self.firstFailure.empty()) {
            self.firstFailure = text;
            std::ranges::replace(self.firstFailure, '\n', ' ');
        }
    }
};

/// Config options of this thread alone, put back afterwards.
class Options {
public:
    void set(const char* key, const char* value) { set_.push_back(std::make_unique<CPLConfigOptionSetter>(key, value, false)); }

private:
    std::vector<std::unique_ptr<CPLConfigOptionSetter>> set_;
};

bool isSpreadsheet(FileKind kind) {
    return kind == FileKind::Xlsx || kind == FileKind::Ods || kind == FileKind::Xls;
}

std::vector<const char*> driversFor(FileKind kind) {
    switch (kind) {
        case FileKind::Xlsx:
            return {"XLSX", nullptr};
        case FileKind::Ods:
            return {"ODS", nullptr};
        case FileKind::Xls:
            return {"XLS", nullptr};
        case FileKind::Text:
        case FileKind::ZippedText:
        case FileKind::Layers:
        case FileKind::Archive:
            break;
    }
    // Neither CSV, which is read by ourselves, nor VRT, which may name any other file.
    return {"ESRI Shapefile", "GPKG", "GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRIJSON", "LIBKML",     "KML",  "FlatGeobuf",
            "MapInfo File",   "GML",  "GPX",     "SQLite",     "WFS",      "OAPIF",    "PostgreSQL", nullptr};
}

class GdalReader {
public:
    explicit GdalReader(const GdalRequest& request) : request_(request) {
        GDALAllRegister();
        if (isSpreadsheet(request.kind)) {
            for (const char* key : {"OGR_XLSX_HEADERS", "OGR_ODS_HEADERS", "OGR_XLS_HEADERS"}) options_.set(key, "DISABLE");
        }
        options_.set("GDAL_HTTP_CONNECTTIMEOUT", "15");
        options_.set("GDAL_HTTP_TIMEOUT", "120");
        // Beside a PostGIS layer GDAL lists no plain table, which is what a list is.
        if (!request.sheet.empty()) options_.set("PG_LIST_ALL_TABLES", "YES");
        decodesText_ = isUndeclaredShapefile();
        if (decodesText_) options_.set("SHAPE_ENCODING", "");
    }

    GdalTable read() {
        open();
        OGRLayer* layer = choose();
        if (isSpreadsheet(request_.kind)) {
            readSheet(*layer);
        } else {
            readLayer(*layer);
        }
        refuseLoss();
        return std::move(table_);
    }

private:
    [[noreturn]] void fail(std::string_view what) const { throw model::Error(fmt::format("{}: {}", request_.title, what)); }

    /// A shapefile says its encoding in a `.cpg` beside it; the byte in the `.dbf` that may say it too is most often wrong.
    bool isUndeclaredShapefile() const {
        const std::filesystem::path path = request_.address;
        const std::string extension = text::fold(path.extension().string());
        if (request_.remote || (extension != "shp" && extension != "dbf")) return false;
        if (!request_.encoding.empty()) return true;
        std::error_code ignored;
        return std::ranges::none_of(std::array{".cpg", ".CPG"}, [&](const char* ending) {
            return std::filesystem::exists(std::filesystem::path(path).replace_extension(ending), ignored);
        });
    }

    void open() {
        const std::vector<const char*> drivers = driversFor(request_.kind);
        dataset_.reset(
            GDALDataset::Open(request_.address.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers.data()));
        if (!dataset_) {
            fail(fmt::format("cannot be read{}. {}", request_.kind == FileKind::Layers ? " as a layer" : "",
                             request_.remote
                                 ? fmt::format("The service says: {}. Check the address, or save its layer as a file",
                                               withoutPasswords(complaints_.firstFailure))
                                 : "It is cut short, damaged or no table: copy or save it again, as XLSX, ODS, GeoPackage or CSV"));
        }
        table_.format = dataset_->GetDriverName();
    }

    long filledCells(OGRLayer& layer) const {
        if (!isSpreadsheet(request_.kind)) return static_cast<long>(layer.GetFeatureCount(request_.remote ? 0 : 1));
        long filled = 0;
        layer.ResetReading();
        while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
            for (int i = 0; i < feature->GetFieldCount(); ++i) filled += feature->IsFieldSetAndNotNull(i) ? 1 : 0;
        }
        return filled;
    }

    OGRLayer* chooseNamed(const std::vector<OGRLayer*>& layers) {
        const std::string wanted = text::fold(request_.sheet);
        std::vector<std::string> names;
        for (OGRLayer* layer : layers) {
            names.emplace_back(layer->GetName());
            if (layer->GetName() == request_.sheet || (!wanted.empty() && text::fold(layer->GetName()) == wanted)) return layer;
        }
        const std::vector<std::string_view> views(names.begin(), names.end());
        const std::string_view nearest = nearestWord(request_.sheet, views);
        fail(fmt::format("has no sheet or layer `{}`{}. It has: {}", request_.sheet,
                         nearest.empty() ? "" : fmt::format(" (nearest: `{}`)", nearest), fmt::join(names, ", ")));
    }

    /// The layer the study names, else the one with the most in it.
    OGRLayer* choose() {
        std::vector<OGRLayer*> layers;
        for (OGRLayer* layer : dataset_->GetLayers()) layers.push_back(layer);
        if (!request_.sheet.empty()) {
            OGRLayer* named = chooseNamed(layers);
            table_.sheet = named->GetName();
            return named;
        }
        if (request_.remote && layers.size() > 1) {
            std::vector<std::string> names;
            for (OGRLayer* layer : layers) names.emplace_back(layer->GetName());
            fail(fmt::format("has several layers: choose one with `sheet`: {}", fmt::join(names, ", ")));
        }
        OGRLayer* largest = nullptr;
        long most = 0;
        for (OGRLayer* layer : layers) {
            const long filled = filledCells(*layer);
            if (filled != 0) table_.otherSheets.emplace_back(layer->GetName());
            if (filled > most || (filled < 0 && !largest)) {
                most = filled;
                largest = layer;
            }
        }
        refuseLoss();
        if (!largest && layers.size() == 1 && !isSpreadsheet(request_.kind)) largest = layers.front();
        if (!largest) fail("holds no table: all its sheets are empty");
        table_.sheet = largest->GetName();
        std::erase(table_.otherSheets, table_.sheet);
        return largest;
    }

    void refuseLoss() {
        if (complaints_.tooWide) {
            fail("has more than 2,000 columns: delete the empty ones right of the table, or save the sheet as CSV");
        }
        if (!complaints_.firstFailure.empty()) {
            fail(fmt::format("could not be read whole ({}). Nothing was taken from it: copy or save it again, or save the sheet as CSV",
                             withoutPasswords(complaints_.firstFailure)));
        }
    }

    void readSheet(OGRLayer& layer) {
        layer.ResetReading();
        while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
            std::vector<std::string> cells;
            cells.reserve(static_cast<std::size_t>(feature->GetFieldCount()));
            for (int i = 0; i < feature->GetFieldCount(); ++i) cells.push_back(cellText(*feature, i));
            if (std::ranges::any_of(cells, [](const std::string& cell) { return !cell.empty(); }))
                table_.rows.push_back({static_cast<long>(feature->GetFID()), cells, 0});
        }
        if (complaints_.cutShort) table_.cutAfter = table_.rows.empty() ? 0 : table_.rows.back().number;
    }

    void readLayer(OGRLayer& layer) {
        OGRFeatureDefn& fields = *layer.GetLayerDefn();
        std::vector<int> read;
        for (int i = 0; i < fields.GetFieldCount(); ++i) {
            const std::string name = fields.GetFieldDefn(i)->GetNameRef();
            if (isDrawing(name)) continue;
            table_.fields.push_back(name);
            read.push_back(i);
        }
        const bool placed = layer.GetGeomType() != wkbNone && !request_.hasPosition(table_.fields);
        if (placed) findTransformation(layer);
        layer.ResetReading();
        while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
            std::vector<std::string> cells;
            for (const int field : read) cells.push_back(cellText(*feature, field));
            if (placed) addPosition(*feature, cells);
            table_.rows.push_back({static_cast<long>(table_.rows.size()) + 1, cells, 0});
        }
        if (placed) table_.fields.insert(table_.fields.end(), {"longitude", "latitude"});
        if (decodesText_) decode();
    }

    /// Every KML feature has these, for Google Earth.
    bool isDrawing(const std::string& field) const {
        constexpr std::array<std::string_view, 6> drawing{"altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon"};
        return table_.format == "LIBKML" && std::ranges::find(drawing, field) != drawing.end();
    }

    void findTransformation(OGRLayer& layer) {
        const OGRSpatialReference* own = layer.GetSpatialRef();
        if (!own) return;  // the column reader tells degrees from metres
        OGRSpatialReference degrees;
        degrees.importFromEPSG(4326);
        degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRSpatialReference from = *own;
        from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        transformation_.reset(OGRCreateCoordinateTransformation(&from, &degrees));
        if (!transformation_) fail("its coordinate system is not known: save it in WGS 84 or Lambert-93");
    }

    /// Where the feature is: its point, or a point on it, in degrees.
    std::optional<OGRPoint> pointOf(OGRGeometry& geometry) {
        if (wkbFlatten(geometry.getGeometryType()) == wkbPoint) return *geometry.toPoint();
        if (geometry.getGeometryType() != wkbMultiPoint) ++table_.surfaces;
        const OGRGeometryUniquePtr linear(geometry.getLinearGeometry());
        const OGRGeometryUniquePtr inside(OGRGeometry::FromHandle(OGR_G_PointOnSurface(OGRGeometry::ToHandle(linear.get()))));
        if (!inside || inside->IsEmpty() || wkbFlatten(inside->getGeometryType()) != wkbPoint) return std::nullopt;
        return *inside->toPoint();
    }

    void addPosition(OGRFeature& feature, std::vector<std::string>& cells) {
        OGRGeometry* geometry = feature.GetGeometryRef();
        auto point = geometry && !geometry->IsEmpty() ? pointOf(*geometry) : std::nullopt;
        double x = point ? point->getX() : 0;
        double y = point ? point->getY() : 0;
        if (point && transformation_ && transformation_->Transform(1, &x, &y) == 0) point.reset();
        if (!point || !std::isfinite(x) || !std::isfinite(y)) {
            cells.insert(cells.end(), 2, "");
            return;
        }
        cells.push_back(fmt::format("{:.7f}", x));
        cells.push_back(fmt::format("{:.7f}", y));
    }

    void decode() {
        std::string sample;
        const auto isPlain = [](std::string_view text) {
            return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        };
        const auto show = [&](std::string_view text) {
            constexpr std::size_t enough = 1'000'000;
            if (sample.size() < enough && !isPlain(text)) sample.append(text) += '\n';
        };
        std::ranges::for_each(table_.fields, show);
        for (const TableRow& row : table_.rows) std::ranges::for_each(row.cells, show);
        if (sample.empty()) return;
        table_.encoding = !request_.encoding.empty() ? request_.encoding : isUtf8(sample) ? "utf-8" : guessedCodePage(sample);
        if (table_.encoding == "utf-8" && request_.encoding.empty()) return;
        const auto decoded = [&](std::string_view text) { return isPlain(text) ? std::string(text) : toUtf8(text, table_.encoding); };
        for (std::string& field : table_.fields) field = decoded(field);
        for (TableRow& row : table_.rows) {
            std::vector<std::string> cells;
            for (const std::string_view cell : row.cells) cells.push_back(decoded(cell));
            row.cells = cells;
        }
    }

    const GdalRequest& request_;
    Complaints complaints_;
    Options options_;
    bool decodesText_ = false;
    GDALDatasetUniquePtr dataset_;
    std::unique_ptr<OGRCoordinateTransformation> transformation_;
    GdalTable table_;
};

}  // namespace

GdalTable readGdal(const GdalRequest& request) {
    return GdalReader(request).read();
}

}  // namespace raquette::ingest
