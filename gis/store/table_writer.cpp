#include "gis/store/table_writer.h"

#include "gis/model/error.h"
#include "gis/store/exports/target_crs.h"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <utility>

namespace raquette::store {

namespace {

OGRwkbGeometryType typeOf(GeometryKind kind, bool multi) {
    switch (kind) {
        case GeometryKind::None:
            return wkbNone;
        case GeometryKind::Point:
            return wkbPoint;
        case GeometryKind::Lines:
            return multi ? wkbMultiLineString : wkbLineString;
        case GeometryKind::Polygons:
            return multi ? wkbMultiPolygon : wkbPolygon;
    }
    return wkbNone;
}

OGRFieldType typeOf(ColumnType type, bool narrow) {
    switch (type) {
        case ColumnType::Text:
            return OFTString;
        case ColumnType::Integer:
            return narrow ? OFTInteger : OFTInteger64;
        case ColumnType::Real:
            return OFTReal;
        case ColumnType::Boolean:
            return OFTInteger;
        case ColumnType::Moment:
            return OFTDateTime;
    }
    return OFTString;
}

void setCell(OGRFeature& feature, int field, const Value& value) {
    struct Setter {
        OGRFeature& feature;
        int field;
        void operator()(std::monostate /*nothing*/) const { feature.SetFieldNull(field); }
        void operator()(const std::string& text) const { feature.SetField(field, text.c_str()); }
        void operator()(std::int64_t whole) const { feature.SetField(field, static_cast<GIntBig>(whole)); }
        void operator()(double number) const { feature.SetField(field, number); }
    };
    std::visit(Setter{feature, field}, value);
}

void setGeometry(OGRFeature& feature, const Wkb& wkb, TargetCrs* crs) {
    if (wkb.empty()) {
        feature.SetGeometryDirectly(nullptr);
        return;
    }
    OGRGeometry* geometry = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size()) != OGRERR_NONE) {
        throw model::Error("A geometry made by the analysis is not valid WKB. Please report this with the study.");
    }
    feature.SetGeometryDirectly(geometry);
    if (crs != nullptr) crs->take(*geometry);
}

struct Made {
    OGRLayer* layer;
    std::vector<int> fields;  ///< where each column of the table is: KML has two of its own before
};

Made createLayer(GDALDataset& dataset, const Table& table, const WriteOptions& options, const std::filesystem::path& target,
                 const GdalTalk& talk) {
    OGRSpatialReference reference(options.crs != nullptr ? options.crs->reference() : TargetCrs({}).reference());
    CPLStringList layerOptions;
    for (const std::string& option : options.layerOptions) layerOptions.AddString(option.c_str());
    const bool placed = table.geometry != GeometryKind::None;
    OGRLayer* layer =
        dataset.CreateLayer(table.name.c_str(), placed ? &reference : nullptr, typeOf(table.geometry, options.multi), layerOptions.List());
    if (layer == nullptr) {
        requireNoFailure(target, talk);
        throw model::Error(fmt::format("{} cannot be written: its layer {} could not be made.", target.string(), table.name));
    }
    Made made{layer, {}};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        OGRFieldDefn field(options.columnNames.empty() ? table.columns[i].name.c_str() : options.columnNames[i].c_str(),
                           typeOf(table.columns[i].type, options.narrow));
        if (table.columns[i].type == ColumnType::Boolean) field.SetSubType(OFSTBoolean);
        if (!options.widths.empty()) field.SetWidth(options.widths[i]);
        if (layer->CreateField(&field) != OGRERR_NONE) requireNoFailure(target, talk);
        made.fields.push_back(layer->GetLayerDefn()->GetFieldIndex(field.GetNameRef()));
    }
    return made;
}

}  // namespace

void addLayer(GDALDataset& dataset, const Table& table, const WriteOptions& options, const std::filesystem::path& target,
              const GdalTalk& talk) {
    const Made made = createLayer(dataset, table, options, target, talk);
    const FeaturePtr feature(OGRFeature::CreateFeature(made.layer->GetLayerDefn()));
    for (std::size_t i = 0; i < table.rows; ++i) {
        feature->SetFID(OGRNullFID);
        const Row row = table.row(i);
        for (std::size_t c = 0; c < row.size(); ++c) {
            const auto* whole = std::get_if<std::int64_t>(&row[c]);
            if (options.narrow && whole != nullptr && !std::in_range<std::int32_t>(*whole))
                throw model::Error(fmt::format("{} cannot be written: the format has no room for {} in row {} of {}.", target.string(),
                                               *whole, i + 1, table.name));
            setCell(*feature, made.fields[c], row[c]);
        }
        if (table.wkb) setGeometry(*feature, table.wkb(i), options.crs);
        if (made.layer->CreateFeature(feature.get()) != OGRERR_NONE) {
            requireNoFailure(target, talk);
            throw model::Error(fmt::format("{} cannot be written: row {} of {} was refused.", target.string(), i + 1, table.name));
        }
    }
}

}  // namespace raquette::store
