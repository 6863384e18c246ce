#include "ingest/reference/population_raster.h"

#include "gis/model/error.h"
#include "ingest/table/quiet_errors.h"

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

namespace raquette::ingest {

namespace {

constexpr std::int64_t mostPixels = 2'000'000'000;

struct CloseRaster {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

[[noreturn]] void broken(const std::string& file) {
    const std::string why = CPLGetLastErrorMsg();
    throw model::Error(fmt::format("{}: this is no raster that can be read{}.", file, why.empty() ? "" : " (" + why + ")"));
}

}  // namespace

RasterFrame readPopulationRaster(const std::filesystem::path& file, const std::function<void(geometry::PlanePoint, double, long)>& take) {
    const std::string name = file.string();
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) throw model::Error(fmt::format("{}: this file does not exist. Check its path.", name));
    GDALAllRegister();
    const QuietErrors quiet;
    const std::unique_ptr<GDALDataset, CloseRaster> dataset(
        GDALDataset::Open(name.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
    if (!dataset || dataset->GetRasterCount() < 1) broken(name);
    GDALRasterBand& band = *dataset->GetRasterBand(1);
    const int width = band.GetXSize();
    const int height = band.GetYSize();
    if (static_cast<std::int64_t>(width) * height > mostPixels) {
        throw model::Error(
            fmt::format("{}: {} × {} pixels are more than can be people. Cut the raster to the study.", name, width, height));
    }
    std::array<double, 6> toGround{};
    if (dataset->GetGeoTransform(toGround.data()) != CE_None) {
        throw model::Error(fmt::format("{}: the raster does not say where it lies. Give it a place on the ground (geotransform).", name));
    }
    int hasNoData = 0;
    const double noData = band.GetNoDataValue(&hasNoData);
    std::vector<double> line(static_cast<std::size_t>(width));
    for (int row = 0; row < height; ++row) {
        if (band.RasterIO(GF_Read, 0, row, width, 1, line.data(), width, 1, GDT_Float64, 0, 0, nullptr) != CE_None) broken(name);
        for (int column = 0; column < width; ++column) {
            const double people = line[static_cast<std::size_t>(column)];
            if (!(people > 0) || (hasNoData != 0 && people == noData)) continue;
            const double x = column + 0.5;
            const double y = row + 0.5;
            take({toGround[0] + x * toGround[1] + y * toGround[2], toGround[3] + x * toGround[4] + y * toGround[5]}, people, row + 1L);
        }
    }
    RasterFrame frame;
    if (const OGRSpatialReference* reference = dataset->GetSpatialRef()) {
        char* wkt = nullptr;
        if (reference->exportToWkt(&wkt) == OGRERR_NONE && wkt != nullptr) frame.crs = wkt;
        CPLFree(wkt);
    }
    const bool square =
        toGround[2] == 0 && toGround[4] == 0 && std::abs(std::abs(toGround[1]) - std::abs(toGround[5])) < 1e-9 * std::abs(toGround[1]);
    if (square) frame.side = std::abs(toGround[1]);
    return frame;
}

}  // namespace raquette::ingest
