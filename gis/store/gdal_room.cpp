#include "gis/store/gdal_room.h"

#include "gis/model/error.h"
#include "gis/store/shared_address.h"
#include "gis/store/versions.h"

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <array>
#include <mutex>

namespace raquette::store {

namespace {

void registerDrivers() {
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

}  // namespace

struct GdalTalkListener {
    static void listen(CPLErr level, CPLErrorNum /*number*/, const char* message) {
        auto* talk = static_cast<GdalTalk*>(CPLGetErrorHandlerUserData());
        if (level >= CE_Failure && talk->failure_.empty()) talk->failure_ = message;
    }
};

void DatasetCloser::operator()(GDALDataset* dataset) const {
    GDALClose(dataset);
}

void FeatureDestroyer::operator()(OGRFeature* feature) const {
    OGRFeature::DestroyFeature(feature);
}

GdalTalk::GdalTalk() {
    registerDrivers();
    CPLErrorReset();
    CPLPushErrorHandlerEx(GdalTalkListener::listen, this);
}

GdalTalk::~GdalTalk() {
    CPLPopErrorHandler();
}

GdalSetting::GdalSetting(const char* key, const char* value) : key_(key) {
    const char* before = CPLGetThreadLocalConfigOption(key, nullptr);
    wasSet_ = before != nullptr;
    if (wasSet_) before_ = before;
    CPLSetThreadLocalConfigOption(key, value);
}

GdalSetting::~GdalSetting() {
    CPLSetThreadLocalConfigOption(key_, wasSet_ ? before_.c_str() : nullptr);
}

DatasetPtr createDataset(const char* driverName, const std::filesystem::path& path, const GdalTalk& talk) {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driverName);
    if (driver == nullptr)
        throw model::Error(fmt::format("This GDAL cannot write {}: install Debian's libgdal32 or another full build.", driverName));
    DatasetPtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset) throw model::Error(fmt::format("{} cannot be made: {}.", path.string(), talk.failure()));
    return dataset;
}

DatasetPtr openToRead(const std::filesystem::path& path, const GdalTalk& talk) {
    if (!std::filesystem::exists(path)) throw model::Error(fmt::format("{} does not exist. `raquette run STUDY` makes it.", path.string()));
    DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
    if (!dataset) throw model::Error(fmt::format("{} cannot be read: {}", path.string(), talk.failure()));
    return dataset;
}

std::string firstCell(GDALDataset& dataset, const std::string& sql) {
    OGRLayer* answer = dataset.ExecuteSQL(sql.c_str(), nullptr, nullptr);
    if (answer == nullptr) return {};
    std::string text;
    if (const FeaturePtr row(answer->GetNextFeature()); row) text = row->GetFieldAsString(0);
    dataset.ReleaseResultSet(answer);
    return text;
}

void requireNoFailure(const std::filesystem::path& target, const GdalTalk& talk) {
    if (talk.failure().empty()) return;
    const char* advice = isShared(target.string()) ? "" : " Make room on the disk or name another place;";
    throw model::Error(
        fmt::format("{} cannot be written: {}.{} What was there before is untouched.", target.string(), talk.failure(), advice));
}

void closeChecked(DatasetPtr dataset, const std::filesystem::path& target, const GdalTalk& talk) {
    dataset->FlushCache(true);
    dataset.reset();
    requireNoFailure(target, talk);
}

std::vector<std::pair<std::string, std::string>> programVersions() {
    std::array<int, 3> geos{};
    std::array<int, 3> proj{};
    OGRGetGEOSVersion(geos.data(), geos.data() + 1, geos.data() + 2);
    OSRGetPROJVersion(proj.data(), proj.data() + 1, proj.data() + 2);
    return {{"raquette", RAQUETTE_VERSION},
            {"gdal", GDALVersionInfo("RELEASE_NAME")},
            {"geos", fmt::format("{}.{}.{}", geos[0], geos[1], geos[2])},
            {"proj", fmt::format("{}.{}.{}", proj[0], proj[1], proj[2])}};
}

}  // namespace raquette::store
