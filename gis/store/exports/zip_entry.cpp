#include "gis/store/exports/zip_entry.h"

#include "gis/store/gdal_room.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <memory>

namespace raquette::store {

namespace {

struct FileCloser {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

}  // namespace

std::string endOfZipEntry(const std::filesystem::path& zip, const std::string& entry, std::size_t bytes) {
    constexpr std::size_t block = std::size_t{1} << 20U;
    const GdalTalk talk;
    const std::unique_ptr<VSILFILE, FileCloser> file(VSIFOpenL(("/vsizip/{" + zip.string() + "}/" + entry).c_str(), "rb"));
    if (!file) return {};
    std::string end;
    std::string read(block, '\0');
    while (const std::size_t got = VSIFReadL(read.data(), 1, block, file.get())) {
        end.append(read, 0, got);
        end.erase(0, end.size() - std::min(end.size(), bytes));
    }
    return talk.failure().empty() ? end : std::string();
}

}  // namespace raquette::store
