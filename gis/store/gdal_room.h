#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

class GDALDataset;
class OGRFeature;

namespace raquette::store {

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const;
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;

struct FeatureDestroyer {
    void operator()(OGRFeature* feature) const;
};
using FeaturePtr = std::unique_ptr<OGRFeature, FeatureDestroyer>;

/// While it lives, what GDAL says on this thread is kept here instead of being printed, so that it can be part of our own message.
class GdalTalk {
public:
    GdalTalk();
    ~GdalTalk();
    GdalTalk(const GdalTalk&) = delete;
    GdalTalk& operator=(const GdalTalk&) = delete;
    GdalTalk(GdalTalk&&) = delete;
    GdalTalk& operator=(GdalTalk&&) = delete;

    /// The first failure said, empty when there was none: warnings do not count.
    const std::string& failure() const { return failure_; }

private:
    friend struct GdalTalkListener;
    std::string failure_;
};

/// A GDAL setting of this thread, put back as it was at the end.
class GdalSetting {
public:
    GdalSetting(const char* key, const char* value);
    ~GdalSetting();
    GdalSetting(const GdalSetting&) = delete;
    GdalSetting& operator=(const GdalSetting&) = delete;
    GdalSetting(GdalSetting&&) = delete;
    GdalSetting& operator=(GdalSetting&&) = delete;

private:
    const char* key_;
    std::string before_;
    bool wasSet_;
};

/// A new dataset of that driver. Throws model::Error when it cannot be made.
DatasetPtr createDataset(const char* driver, const std::filesystem::path& path, const GdalTalk& talk);

/// An existing one, to read. Throws model::Error naming the path and GDAL's reason.
DatasetPtr openToRead(const std::filesystem::path& path, const GdalTalk& talk);

/// The first cell an SQL statement answers, as text; empty where it answers nothing.
std::string firstCell(GDALDataset& dataset, const std::string& sql);

/// GDALClose of 3.6 returns nothing: closes, then throws model::Error when anything failed since `talk` began or on the way.
void closeChecked(DatasetPtr dataset, const std::filesystem::path& target, const GdalTalk& talk);

/// Throws model::Error when GDAL said anything failed: "PATH cannot be written: REASON."
void requireNoFailure(const std::filesystem::path& target, const GdalTalk& talk);

}  // namespace raquette::store
