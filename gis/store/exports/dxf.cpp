#include "gis/store/exports/dxf.h"

#include "gis/model/error.h"
#include "gis/store/gdal_room.h"
#include "gis/text/palette.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_api.h>
#include <ogrsf_frmts.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace raquette::store {

namespace {

namespace fs = std::filesystem;

struct FreeGeometry {
    void operator()(OGRGeometry* geometry) const { OGRGeometryFactory::destroyGeometry(geometry); }
};
using GeometryPtr = std::unique_ptr<OGRGeometry, FreeGeometry>;

/// One row as it is drawn.
struct Shape {
    GeometryPtr geometry;
    std::string name;
};

std::string penOf(const std::string& layer) {
    if (layer == "gaps") return text::colour("hole-edge");
    if (layer == "coverage") return text::colour("covered-edge");
    if (layer == "venues" || layer == "actors") return text::colour("provider");
    return text::colour("text");
}

/// What a row is called on a drawing.
std::size_t nameColumn(const Table& table) {
    for (const char* wanted : {"name", "title", "nature"}) {
        const auto found = std::ranges::find(table.columns, wanted, &Column::name);
        if (found != table.columns.end()) return static_cast<std::size_t>(found - table.columns.begin());
    }
    return table.columns.size();
}

/// The parts of a geometry that the CRS is made for, and how many are not.
GeometryPtr partsFor(const TargetCrs& crs, const OGRGeometry& geometry, std::size_t& leftOut) {
    if (crs.isMadeFor(geometry)) return GeometryPtr(geometry.clone());
    if (!OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbGeometryCollection)) {
        ++leftOut;
        return nullptr;
    }
    GeometryPtr kept(OGRGeometryFactory::createGeometry(geometry.getGeometryType()));
    for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
        if (crs.isMadeFor(*part))
            kept->toGeometryCollection()->addGeometry(part);
        else
            ++leftOut;
    }
    return kept->IsEmpty() != 0 ? nullptr : std::move(kept);
}

std::vector<Shape> shapesOf(const Table& table, TargetCrs& crs, std::size_t& leftOut) {
    std::vector<Shape> shapes;
    const std::size_t name = nameColumn(table);
    for (std::size_t i = 0; i < table.rows; ++i) {
        const Wkb wkb = table.wkb(i);
        OGRGeometry* whole = nullptr;
        if (wkb.empty() || OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &whole, wkb.size()) != OGRERR_NONE) continue;
        const GeometryPtr read(whole);
        Shape shape{partsFor(crs, *read, leftOut), {}};
        if (!shape.geometry) continue;
        crs.take(*shape.geometry);
        if (name < table.columns.size()) {
            const Row row = table.row(i);
            if (const auto* text = std::get_if<std::string>(&row[name])) shape.name = *text;
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

/// A tenth of the room that each has: as large as can be read without most of them meeting.
double letterHeight(const std::vector<Shape>& shapes) {
    OGREnvelope all;
    for (const Shape& shape : shapes) {
        OGREnvelope box;
        shape.geometry->getEnvelope(&box);
        all.Merge(box);
    }
    const double width = std::max(all.MaxX - all.MinX, 1e-3);
    const double height = std::max(all.MaxY - all.MinY, 1e-3);
    return std::sqrt(width * height / static_cast<double>(shapes.size())) / 10;
}

/// Of several polygons the largest says the name, within itself.
GeometryPtr namePlace(const OGRGeometry& geometry) {
    const OGRGeometry* largest = &geometry;
    if (wkbFlatten(geometry.getGeometryType()) == wkbMultiPolygon) {
        double area = -1;
        for (const OGRPolygon* polygon : *geometry.toMultiPolygon()) {
            if (polygon->get_Area() <= area) continue;
            area = polygon->get_Area();
            largest = polygon;
        }
    }
    switch (wkbFlatten(largest->getGeometryType())) {
        case wkbPoint:
            return GeometryPtr(largest->clone());
        case wkbPolygon: {
            // OGRPolygon's own of GDAL 3.6 always fails; the one of its C interface does not, and takes what may change.
            const GeometryPtr copy(largest->clone());
            return GeometryPtr(OGRGeometry::FromHandle(OGR_G_PointOnSurface(OGRGeometry::ToHandle(copy.get()))));
        }
        default:
            return nullptr;  // a line's name would lie on others
    }
}

/// As a label's style takes it, without what a drawing has no four figures for (emoji).
std::string styleText(std::string_view text) {
    constexpr unsigned char ofFourBytes = 0xF0;
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) >= ofFourBytes) {
            i += 3;
            continue;
        }
        if (text[i] == '"' || text[i] == '\\') out += '\\';
        out += text[i];
    }
    return out + '"';
}

class Drawing {
public:
    Drawing(GDALDataset& dataset, const OGRSpatialReference& reference, const fs::path& target, const GdalTalk& talk)
        : target_(target), talk_(talk) {
        OGRSpatialReference same(reference);
        entities_ = dataset.CreateLayer("entities", &same, wkbUnknown, nullptr);
        if (entities_ == nullptr) requireNoFailure(target, talk);
    }

    void draw(const std::string& layer, const OGRGeometry& geometry, const std::string& style) {
        const FeaturePtr feature(OGRFeature::CreateFeature(entities_->GetLayerDefn()));
        feature->SetField("Layer", layer.c_str());
        feature->SetStyleString(style.c_str());
        feature->SetGeometry(&geometry);
        if (entities_->CreateFeature(feature.get()) == OGRERR_NONE) return;
        requireNoFailure(target_, talk_);
        throw model::Error(fmt::format("{} cannot be written: something in {} was refused.", target_.string(), layer));
    }

private:
    OGRLayer* entities_ = nullptr;
    const fs::path& target_;
    const GdalTalk& talk_;
};

}  // namespace

std::size_t writeDxf(const std::vector<Table>& tables, TargetCrs& crs, const fs::path& path, const fs::path& target) {
    const GdalSetting outlines("DXF_WRITE_HATCH", "NO");  // filled polygons would hide one another
    const GdalTalk talk;
    DatasetPtr dataset = createDataset("DXF", path, talk);
    Drawing drawing(*dataset, crs.reference(), target, talk);
    std::size_t leftOut = 0;
    for (const Table& table : tables) {
        const std::vector<Shape> shapes = shapesOf(table, crs, leftOut);
        if (shapes.empty()) continue;
        const std::string pen = penOf(table.name);
        const double height = letterHeight(shapes);
        for (const Shape& shape : shapes) {
            drawing.draw(table.name, *shape.geometry, fmt::format("PEN(c:{})", pen));
            const GeometryPtr place = shape.name.empty() ? nullptr : namePlace(*shape.geometry);
            if (!place) continue;
            drawing.draw(table.name + "_names", *place,
                         fmt::format("LABEL(f:\"Arial\",t:{},s:{:.6g}g,p:5,c:{})", styleText(shape.name), height, pen));
        }
    }
    closeChecked(std::move(dataset), target, talk);
    return leftOut;
}

}  // namespace raquette::store
