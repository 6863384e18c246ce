#include "ingest/reference/population_cells.h"

#include "gis/geometry/measure.h"
#include "gis/model/error.h"
#include "ingest/reference/layer.h"
#include "ingest/reference/population_raster.h"
#include "ingest/reference/table.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace raquette::ingest {

namespace {

constexpr std::size_t brokenRowsShown = 20;
constexpr double mostPeople = 1e8;

/// Takes cells one by one, carrying what rounding leaves.
class CellTaker {
public:
    explicit CellTaker(PopulationCells& cells) : cells_(cells) {}

    void take(geometry::PlanePoint centre, double people, long row) {
        const double whole = std::round(people + carried_);
        carried_ += people - whole;
        if (whole <= 0) return;
        cells_.centres.push_back(centre);
        cells_.people.push_back(static_cast<std::int32_t>(whole));
        cells_.rows.push_back(row);
    }
    void refuse(long row, std::string value) {
        if (++broken_ <= brokenRowsShown) cells_.broken.push_back({row, std::move(value)});
    }
    void finish() {
        if (broken_ > brokenRowsShown) cells_.broken.push_back({0, fmt::format("{}", broken_)});
    }

private:
    PopulationCells& cells_;
    double carried_ = 0;
    std::size_t broken_ = 0;
};

bool isPeople(const std::optional<double>& number) {
    return number && *number >= 0 && *number <= mostPeople;
}

PopulationCells readPoints(const model::PopulationFile& grid) {
    const std::string text = readWholeFile(grid.path);
    TableReader table(text, grid.path.string());
    const std::size_t x = table.column(grid.x);
    const std::size_t y = table.column(grid.y);
    const std::size_t weight = table.column(grid.weight);
    const double half = grid.cell.value_or(0) / 2;
    PopulationCells cells;
    cells.crs = grid.crs.empty() ? "EPSG:4326" : grid.crs;
    cells.side = grid.cell;
    CellTaker taker(cells);
    while (table.next()) {
        const auto east = numberIn(table.cell(x));
        const auto north = numberIn(table.cell(y));
        const auto people = numberIn(table.cell(weight));
        if (east && north && isPeople(people)) {
            taker.take({*east * grid.scale + half, *north * grid.scale + half}, *people, table.row());
        } else {
            taker.refuse(table.row(), fmt::format("{} {} {}", table.cell(x), table.cell(y), table.cell(weight)));
        }
    }
    taker.finish();
    return cells;
}

geometry::PlanePoint middleOf(const geometry::GeoShape& shape) {
    geometry::PlaneShape plane;
    plane.ringEnds = shape.ringEnds;
    plane.polygonEnds = shape.polygonEnds;
    for (const geometry::LonLat at : shape.points) plane.points.push_back({at.lon, at.lat});
    const geometry::Box box = boxOf(plane);
    const geometry::PlanePoint middle{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
    return contains(plane, middle) ? middle : pointInside(plane);
}

PopulationCells readPolygons(const model::PopulationFile& grid) {
    const PolygonLayer layer = readLayer(grid.path, grid.layer, {grid.weight});
    const auto weight = layer.find(grid.weight);
    if (!weight)
        throw model::Error(fmt::format("{}: there is no column “{}”. Name the one of people: weight = …", layer.file, grid.weight));
    PopulationCells cells;
    cells.crs = !grid.crs.empty() ? grid.crs : !layer.crs.empty() ? layer.crs : "EPSG:4326";
    cells.side = grid.cell;
    CellTaker taker(cells);
    for (std::size_t i = 0; i < layer.rows.size(); ++i) {
        const std::string& written = layer.rows[i][*weight];
        const auto people = numberIn(written);
        if (isPeople(people) && !layer.shapes[i].empty()) {
            taker.take(middleOf(layer.shapes[i]), *people, static_cast<long>(i + 1));
        } else {
            taker.refuse(static_cast<long>(i + 1), layer.shapes[i].empty() ? layer.unreadable[i] : written);
        }
    }
    taker.finish();
    return cells;
}

PopulationCells readRaster(const model::PopulationFile& grid) {
    PopulationCells cells;
    CellTaker taker(cells);
    const RasterFrame frame = readPopulationRaster(grid.path, [&](geometry::PlanePoint centre, double people, long line) {
        if (people <= mostPeople) {
            taker.take(centre, people, line);
        } else {
            taker.refuse(line, fmt::format("{}", people));
        }
    });
    taker.finish();
    cells.crs = grid.crs.empty() ? frame.crs : grid.crs;
    cells.side = frame.side;
    if (cells.crs.empty()) {
        throw model::Error(fmt::format("{}: the raster does not say its coordinates. Say them: crs = \"EPSG:3035\".", grid.path.string()));
    }
    return cells;
}

}  // namespace

PopulationForm populationForm(const std::filesystem::path& file) {
    std::filesystem::path name = file.filename();
    if (name.extension() == ".gz" || name.extension() == ".zip") name = name.stem();
    std::string extension = name.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    static constexpr std::array<std::string_view, 4> points{".csv", ".tsv", ".txt", ""};
    static constexpr std::array<std::string_view, 5> rasters{".tif", ".tiff", ".vrt", ".asc", ".img"};
    if (std::ranges::find(points, extension) != points.end()) return PopulationForm::Points;
    return std::ranges::find(rasters, extension) != rasters.end() ? PopulationForm::Raster : PopulationForm::Polygons;
}

PopulationCells readPopulationCells(const model::PopulationFile& grid) {
    switch (populationForm(grid.path)) {
        case PopulationForm::Polygons:
            return readPolygons(grid);
        case PopulationForm::Raster:
            return readRaster(grid);
        case PopulationForm::Points:
            break;
    }
    return readPoints(grid);
}

}  // namespace raquette::ingest
