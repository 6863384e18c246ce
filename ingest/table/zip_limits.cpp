#include "ingest/table/zip_limits.h"

#include "gis/model/error.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <string_view>

namespace raquette::ingest {

namespace {

constexpr std::uint64_t largestUnpacked = std::uint64_t{512} << 20U;
constexpr std::size_t mostFiles = 10'000;
constexpr std::uint64_t mostColumns = 2000;  // GDAL's own limit: what stands beyond would be lost
constexpr std::uint64_t mostCells = 50'000'000;

struct CloseVsi {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct CloseDir {
    void operator()(VSIDIR* dir) const { VSICloseDir(dir); }
};

std::string inZip(const std::filesystem::path& path, const std::string& name = {}) {
    return fmt::format("/vsizip/{{{}}}{}{}", path.string(), name.empty() ? "" : "/", name);
}

[[noreturn]] void refuseSize(const std::filesystem::path& path) {
    throw model::Error(
        fmt::format("{}: unpacks to more than {} MB: it is damaged or made to fill the memory. If it is a true list, save it "
                    "as CSV, or split it",
                    path.string(), largestUnpacked >> 20U));
}

/// Counts rows and columns in the XML of a sheet as it streams by, tag by tag.
class SheetSize {
public:
    void read(std::string_view block) {
        rest_.append(block);
        std::size_t at = 0;
        while (true) {
            const std::size_t open = rest_.find('<', at);
            if (open == std::string::npos) {
                at = rest_.size();
                break;
            }
            at = open;
            const std::size_t close = rest_.find('>', open);
            if (close == std::string::npos) break;
            takeTag(std::string_view(rest_).substr(open + 1, close - open - 1));
            at = close + 1;
        }
        rest_.erase(0, at);
        constexpr std::size_t longestTag = std::size_t{1} << 22U;
        if (rest_.size() > longestTag) rest_.clear();
    }

    std::uint64_t rows = 0;
    std::uint64_t columns = 0;

private:
    void takeTag(std::string_view tag) {
        if (tag.starts_with("row") || tag.starts_with("table:table-row")) {
            ++rows;
            column_ = 0;
        } else if (tag.starts_with("c ") || tag == "c") {
            column_ = std::max(column_ + 1, letters(tag));
            columns = std::max(columns, column_);
        } else if (tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell")) {
            takeOdsCell(tag);
        }
    }

    /// A repeated empty cell at the end of a row is how LibreOffice fills its sheet: GDAL leaves it out.
    void takeOdsCell(std::string_view tag) {
        std::uint64_t times = 1;
        constexpr std::string_view repeated = "number-columns-repeated=\"";
        if (const std::size_t at = tag.find(repeated); at != std::string_view::npos) {
            const std::string_view count = tag.substr(at + repeated.size());
            std::from_chars(count.data(), count.data() + count.size(), times);
        }
        column_ += pending_;
        pending_ = 0;
        if (tag.ends_with('/') && tag.find("office:value") == std::string_view::npos) {
            pending_ = times;
            return;
        }
        column_ += times;
        columns = std::max(columns, column_);
    }

    /// The column of `r="AB12"`.
    static std::uint64_t letters(std::string_view tag) {
        const std::size_t at = tag.find(" r=\"");
        if (at == std::string_view::npos) return 0;
        std::uint64_t column = 0;
        for (std::size_t i = at + 4; i < tag.size() && tag[i] >= 'A' && tag[i] <= 'Z' && column < 1'000'000; ++i) {
            column = column * 26 + static_cast<std::uint64_t>(tag[i] - 'A') + 1;
        }
        return column;
    }

    std::string rest_;
    std::uint64_t column_ = 0;
    std::uint64_t pending_ = 0;
};

}  // namespace

std::vector<std::string> zipNames(const std::filesystem::path& path) {
    std::vector<std::string> names;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const std::unique_ptr<VSIDIR, CloseDir> dir(VSIOpenDir(inZip(path).c_str(), -1, nullptr));
    std::uint64_t size = 0;
    bool tooMany = false;
    while (const VSIDIREntry* entry = dir && !tooMany ? VSIGetNextDirEntry(dir.get()) : nullptr) {
        if (VSI_ISDIR(entry->nMode)) continue;
        names.emplace_back(entry->pszName);
        size += entry->nSize;
        tooMany = names.size() > mostFiles || size > largestUnpacked;
    }
    CPLPopErrorHandler();
    if (tooMany) refuseSize(path);
    if (names.empty()) {
        throw model::Error(
            fmt::format("{}: is cut short or damaged: its list of contents cannot be read. Copy or save it again", path.string()));
    }
    return names;
}

void checkSheets(const std::filesystem::path& path, const std::vector<std::string>& names) {
    std::uint64_t read = 0;
    std::string block(std::size_t{1} << 18U, '\0');
    for (const std::string& name : names) {
        const bool isSheet = (name.starts_with("xl/worksheets/") && name.ends_with(".xml")) || name == "content.xml";
        if (!isSheet && name != "xl/sharedStrings.xml") continue;
        CPLPushErrorHandler(CPLQuietErrorHandler);
        const std::unique_ptr<VSILFILE, CloseVsi> file(VSIFOpenL(inZip(path, name).c_str(), "rb"));
        SheetSize size;
        while (const std::size_t got = file ? VSIFReadL(block.data(), 1, block.size(), file.get()) : 0) {
            read += got;
            if (read > largestUnpacked || size.columns > mostColumns) break;
            if (isSheet) size.read(std::string_view(block).substr(0, got));
        }
        CPLPopErrorHandler();
        if (read > largestUnpacked) refuseSize(path);
        if (size.columns > mostColumns || size.rows * size.columns > mostCells) {
            throw model::Error(
                fmt::format("{}: a sheet reaches column {} and has {} rows, more than can be read ({} columns, {} million cells): "
                            "delete the empty columns right of the table and the empty rows below it, or save the sheet as CSV",
                            path.string(), size.columns, size.rows, mostColumns, mostCells / 1'000'000));
        }
    }
}

}  // namespace raquette::ingest
