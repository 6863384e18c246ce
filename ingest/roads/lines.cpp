#include "ingest/roads/lines.h"

#include "gis/geometry/frame.h"
#include "gis/model/error.h"
#include "gis/roads/way_rules.h"
#include "gis/store/gdal_room.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using geometry::LonLat;
using roads::RawRoads;

/// The number of a column by any of its names; -1 where there is none.
int columnOf(OGRLayer& layer, std::span<const std::string_view> names) {
    for (const std::string_view name : names) {
        const int index = layer.GetLayerDefn()->GetFieldIndex(std::string(name).c_str());
        if (index >= 0) return index;
    }
    return -1;
}

struct Columns {
    int speed = -1, length = -1, oneway = -1, highway = -1, maxspeed = -1;

    explicit Columns(OGRLayer& layer)
        : speed(columnOf(layer, std::array<std::string_view, 3>{"speed", "vitesse", "speed_kmh"})),
          length(columnOf(layer, std::array<std::string_view, 3>{"length", "longueur", "length_m"})),
          oneway(columnOf(layer, std::array<std::string_view, 2>{"oneway", "sens_unique"})),
          highway(columnOf(layer, std::array<std::string_view, 2>{"highway", "fclass"})),
          maxspeed(columnOf(layer, std::array<std::string_view, 1>{"maxspeed"})) {}

    bool haveSpeeds() const { return speed >= 0 || highway >= 0; }
};

OGRLayer* lineLayer(GDALDataset& dataset) {
    for (OGRLayer* layer : dataset.GetLayers()) {
        if (wkbFlatten(layer->GetGeomType()) == wkbLineString || wkbFlatten(layer->GetGeomType()) == wkbMultiLineString) return layer;
    }
    return nullptr;
}

std::string crsOf(OGRLayer& layer) {
    const OGRSpatialReference* const srs = layer.GetSpatialRef();
    const char* const authority = srs ? srs->GetAuthorityName(nullptr) : nullptr;
    const char* const code = srs ? srs->GetAuthorityCode(nullptr) : nullptr;
    return authority && code ? fmt::format("{}:{}", authority, code) : "EPSG:4326";
}

class Reader {
public:
    Reader(OGRLayer& layer, const roads::Profile& profile) : layer_(layer), columns_(layer), profile_(profile), crs_(crsOf(layer)) {}

    RawRoads run() {
        for (const auto& feature : layer_) {
            const OGRGeometry* const geometry = feature->GetGeometryRef();
            if (geometry == nullptr) continue;
            if (const auto* const line = dynamic_cast<const OGRLineString*>(geometry)) add(*feature, *line);
            if (const auto* const lines = dynamic_cast<const OGRMultiLineString*>(geometry)) {
                for (const OGRLineString* const line : *lines) add(*feature, *line);
            }
        }
        return std::move(roads_);
    }

private:
    std::string textOf(OGRFeature& feature, int column) const {
        return column >= 0 && feature.IsFieldSetAndNotNull(column) ? feature.GetFieldAsString(column) : std::string();
    }

    roads::WayUse useOf(OGRFeature& feature) const {
        const std::string oneway = textOf(feature, columns_.oneway);
        const double speed = columns_.speed >= 0 ? feature.GetFieldAsDouble(columns_.speed) : 0;
        if (columns_.speed < 0) {
            const std::string highway = textOf(feature, columns_.highway);
            const std::string maxspeed = textOf(feature, columns_.maxspeed);
            const std::array<roads::Tag, 3> tags{{{"highway", highway}, {"maxspeed", maxspeed}, {"oneway", oneway}}};
            return roads::useOf(tags, profile_);
        }
        roads::WayUse use;
        constexpr double fastest = 400;
        if (!(speed > 0 && speed <= fastest)) {
            use.wrongSpeed = true;
            return use;
        }
        const bool back = oneway == "-1" || oneway == "T";
        const bool only = back || oneway == "yes" || oneway == "1" || oneway == "true" || oneway == "F";
        use.forward = back ? 0 : static_cast<float>(speed);
        use.backward = only && !back ? 0 : static_cast<float>(speed);
        return use;
    }

    void add(OGRFeature& feature, const OGRLineString& line) {
        const roads::WayUse use = useOf(feature);
        if (use.wrongSpeed) note("roads-speed", feature);
        if (!use.open()) return;
        std::vector<geometry::PlanePoint> drawn;
        for (int i = 0; i < line.getNumPoints(); ++i) drawn.push_back({line.getX(i), line.getY(i)});
        std::vector<std::uint32_t> vertices;
        for (const LonLat& at : geometry::toLonLat(crs_, drawn)) {
            if (!std::isfinite(at.lon) || !std::isfinite(at.lat)) return note("roads-position", feature);
            const std::uint32_t vertex = pointAt(at);
            if (vertices.empty() || vertices.back() != vertex) vertices.push_back(vertex);
        }
        if (vertices.size() < 2) return;
        const double length = columns_.length >= 0 ? feature.GetFieldAsDouble(columns_.length) : 0;
        const double seconds = length > 0 ? length / static_cast<double>(std::max(use.forward, use.backward)) * 3.6 : 0;
        roads_.roads.push_back(
            {static_cast<std::uint32_t>(roads_.vertices.size()), use.forward, use.backward, static_cast<float>(seconds), use.stopping});
        roads_.vertices.insert(roads_.vertices.end(), vertices.begin(), vertices.end());
    }

    std::uint32_t pointAt(LonLat at) {
        const roads::Position position = roads::toPosition(at);
        const std::uint64_t key =
            (std::uint64_t{static_cast<std::uint32_t>(position.lon)} << 32) | static_cast<std::uint32_t>(position.lat);
        const auto [found, isNew] = pointOf_.try_emplace(key, static_cast<std::uint32_t>(roads_.points.size()));
        if (isNew) roads_.points.push_back(position);
        return found->second;
    }

    void note(std::string_view rule, const OGRFeature& feature) {
        const auto known = std::ranges::find(roads_.remarks, rule, &roads::RoadRemark::rule);
        if (known == roads_.remarks.end()) {
            roads_.remarks.push_back({std::string(rule), 1, fmt::format("fid {}", feature.GetFID())});
        } else {
            ++known->count;
        }
    }

    OGRLayer& layer_;
    Columns columns_;
    const roads::Profile& profile_;
    std::string crs_;
    RawRoads roads_;
    std::unordered_map<std::uint64_t, std::uint32_t> pointOf_;
};

}  // namespace

RawRoads readRoadLines(const std::filesystem::path& file, const roads::Profile& profile) {
    const store::GdalTalk talk;
    const store::DatasetPtr dataset = store::openToRead(file, talk);
    OGRLayer* const layer = lineLayer(*dataset);
    if (layer == nullptr) {
        throw model::Error(
            fmt::format("{}: no layer of lines in it. Give an OpenStreetMap extract (.osm.pbf), or lines with a speed.", file.string()));
    }
    if (!Columns(*layer).haveSpeeds()) {
        throw model::Error(
            fmt::format("{}: its lines have no column `speed` (km/h), nor `highway`: how fast is one on them?", file.string()));
    }
    RawRoads roads = Reader(*layer, profile).run();
    if (roads.roads.empty()) throw model::Error(fmt::format("{}: no road in it that {} takes.", file.string(), profile.id));
    return roads;
}

}  // namespace raquette::ingest
