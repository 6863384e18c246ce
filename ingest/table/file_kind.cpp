#include "ingest/table/file_kind.h"

#include "gis/model/error.h"
#include "ingest/table/quiet_errors.h"
#include "ingest/table/zip_limits.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <vector>

namespace raquette::ingest {

namespace {

struct CloseVsi {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string extensionOf(std::filesystem::path path) {
    if (path.extension() == ".gz") path = path.stem();
    return lower(path.extension().string());
}

std::string headOf(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) throw model::Error(fmt::format("{}: there is no such file", path.string()));
    const std::string name = path.extension() == ".gz" ? "/vsigzip/" + path.string() : path.string();
    const std::unique_ptr<VSILFILE, CloseVsi> file(VSIFOpenL(name.c_str(), "rb"));
    if (!file) throw model::Error(fmt::format("{}: cannot be opened: check who may read it", path.string()));
    const QuietErrors quiet;
    std::string head(4096, '\0');
    head.resize(VSIFReadL(head.data(), 1, head.size(), file.get()));
    return head;
}

[[noreturn]] void refuse(const std::filesystem::path& path, std::string_view what) {
    throw model::Error(
        fmt::format("{}: is {}: open it where it was made and save the table as XLSX, ODS or CSV (UTF-8)", path.string(), what));
}

FileKind zipKind(const std::filesystem::path& path) {
    const std::vector<std::string> names = zipNames(path);
    const auto has = [&](std::string_view name) { return std::ranges::find(names, name) != names.end(); };
    const auto ends = [&](std::string_view ending) {
        return std::ranges::any_of(names, [&](const std::string& name) { return lower(name).ends_with(ending); });
    };
    if (has("word/document.xml")) refuse(path, "a Word document");
    if (has("xl/workbook.xml") || (has("content.xml") && has("mimetype"))) {
        checkSheets(path, names);
        return has("content.xml") ? FileKind::Ods : FileKind::Xlsx;
    }
    if (has("xl/workbook.bin")) refuse(path, "a binary Excel workbook (XLSB)");
    if (ends(".kml")) return FileKind::Layers;
    if (ends(".shp") || ends(".geojson") || ends(".gpkg")) return FileKind::Archive;
    if (!textInZip(path).empty()) return FileKind::ZippedText;
    throw model::Error(fmt::format("{}: is a zip archive: unpack it and name the file, or the folder, in it", path.string()));
}

FileKind markupKind(const std::filesystem::path& path, const std::string& head) {
    if (head.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos)
        refuse(path, "a spreadsheet in Excel's XML of 2003");
    for (const std::string_view word : {"<html", "<!doctype html", "<table", "<head", "<meta"}) {
        if (head.find(word) != std::string::npos) refuse(path, "a web page, as web sites often hand out under the name of a spreadsheet");
    }
    return FileKind::Layers;
}

}  // namespace

FileKind fileKindOf(const std::filesystem::path& path) {
    using namespace std::string_view_literals;
    const std::string bytes = headOf(path);
    std::string_view head = bytes;
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06") || head == "PK") return zipKind(path);
    if (head.starts_with("\xD0\xCF\x11\xE0")) return FileKind::Xls;
    if (head.starts_with("\x09\x00\x04\x00"sv) || head.starts_with("\x09\x02\x06\x00"sv) || head.starts_with("\x09\x04\x06\x00"sv)) {
        return FileKind::Xls;  // Excel 2, 3 and 4
    }
    if (head.starts_with("%PDF")) refuse(path, "a PDF");
    if (head.starts_with("{\\rtf")) refuse(path, "a text document (RTF)");
    if (head.starts_with("SQLite format 3") || head.starts_with("fgb\x03") || head.starts_with("\0\0\x27\x0A"sv)) return FileKind::Layers;
    while (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    while (!head.empty() && std::isspace(static_cast<unsigned char>(head.front())) != 0) head.remove_prefix(1);
    if (head.starts_with('<')) return markupKind(path, lower(std::string(head)));
    if (head.starts_with('{')) return FileKind::Layers;
    if (extensionOf(path) == ".dbf" || extensionOf(path) == ".tab") {
        const bool isText = head.starts_with("!") || bytes.find('\0') == std::string::npos;
        if (!isText || head.starts_with("!table")) return FileKind::Layers;
    }
    return FileKind::Text;
}

std::string textInZip(const std::filesystem::path& path) {
    std::string found;
    for (const std::string& name : zipNames(path)) {
        const std::string extension = extensionOf(name);
        if (name.starts_with("__MACOSX") || (extension != ".csv" && extension != ".tsv" && extension != ".txt")) continue;
        if (!found.empty()) return {};
        found = name;
    }
    return found;
}

bool isAddress(std::string_view path) {
    constexpr std::array<std::string_view, 5> starts{"WFS:", "PG:", "postgresql:", "postgres:", "OAPIF:"};
    return std::ranges::any_of(starts, [&](std::string_view start) { return path.starts_with(start); });
}

bool isTableName(const std::filesystem::path& path) {
    constexpr std::array<std::string_view, 16> endings{".csv",      ".tsv",  ".txt",  ".xlsx", ".xlsm", ".xls", ".ods", ".geojson",
                                                       ".geojsonl", ".json", ".gpkg", ".shp",  ".kml",  ".kmz", ".fgb", ".gml"};
    return !path.filename().string().starts_with('.') && std::ranges::find(endings, extensionOf(path)) != endings.end();
}

bool endsLike(const std::filesystem::path& path, FileKind kind) {
    const std::string extension = extensionOf(path);
    const auto isOneOf = [&](std::initializer_list<std::string_view> endings) {
        return std::ranges::find(endings, extension) != endings.end();
    };
    const bool spreadsheet = isOneOf({".xlsx", ".xlsm", ".ods", ".xls"});
    const bool text = isOneOf({".csv", ".tsv", ".txt", ".tab"});
    switch (kind) {
        case FileKind::Text:
            return !spreadsheet && !isOneOf({".gpkg", ".shp", ".dbf", ".kml", ".kmz", ".fgb", ".geojson", ".zip"});
        case FileKind::Xlsx:
            return isOneOf({".xlsx", ".xlsm"});
        case FileKind::Ods:
            return isOneOf({".ods", ".ots", ".fods"});
        case FileKind::Xls:
            return extension == ".xls";
        case FileKind::Layers:
        case FileKind::Archive:
        case FileKind::ZippedText:
            break;
    }
    return !spreadsheet && !text;
}

}  // namespace raquette::ingest
