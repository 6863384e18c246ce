#include "ingest/table/table.h"

#include "gis/model/error.h"
#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "ingest/records/issue_text.h"
#include "ingest/study/passwords.h"
#include "ingest/table/column_map.h"
#include "ingest/table/csv.h"
#include "ingest/table/file_kind.h"
#include "ingest/table/gdal_table.h"
#include "ingest/table/row_signs.h"
#include "ingest/table/table_filter.h"
#include "ingest/table/table_shape.h"
#include "ingest/table/text_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using model::SourceDeclaration;

/// Reads one file, or one address, of a source.
class FileReader {
public:
    FileReader(const SourceDeclaration& source, std::filesystem::path path, std::string file, model::Language language,
               model::Issues& issues)
        : source_(source), path_(std::move(path)), language_(language), issues_(issues) {
        reading_.source = source.id;
        reading_.file = std::move(file);
    }

    Table read() {
        const std::size_t before = issues_.size();
        Table table;
        try {
            ShapedTable shaped = isAddress(path_.string()) ? readLayers(FileKind::Layers, true) : readFile();
            table.header = std::move(shaped.header);
            table.rows = std::move(shaped.rows);
        } catch (const std::bad_alloc&) {
            throw model::Error(fmt::format("{}: is too large for the memory of this machine: split it", title()));
        }
        if (table.header.empty()) throw model::Error(fmt::format("{}: the file is empty: it needs a header and rows", title()));
        if (table.rows.empty()) note(0, "no-rows");
        tellSkipped();
        for (std::size_t i = before; i < issues_.size(); ++i) place(issues_[i]);
        table.readings.push_back(std::move(reading_));
        return table;
    }

private:
    std::string title() const { return withoutPasswords(path_.string()); }

    model::Issue& note(long row, std::string_view what, const IssueValues& values = {}) {
        return issues_.emplace_back(issueOf(source_, row, language_, what, values));
    }

    void place(model::Issue& issue) const {
        if (!reading_.sheet.empty() && reading_.rowsAreNumbered) issue.sheet = reading_.sheet;
        if (!reading_.file.empty()) issue.file = (std::filesystem::path(source_.writtenPath) / reading_.file).string();
    }

    ShapedTable readFile() {
        const FileKind kind = fileKindOf(path_);
        if (!endsLike(path_, kind)) note(0, "wrong-extension", {{"extension", path_.extension().string()}, {"format", formatName(kind)}});
        if (kind == FileKind::Text) return readCsv(readBytes(path_));
        if (kind == FileKind::ZippedText) return readCsv(readBytes(path_, textInZip(path_)));
        return readLayers(kind, false);
    }

    static std::string formatName(FileKind kind) {
        static constexpr std::array<const char*, 7> names{"CSV", "XLSX", "ODS", "XLS", "GeoPackage, GeoJSON…", "zip", "zip"};
        return names[static_cast<std::size_t>(kind)];
    }

    ShapedTable readCsv(std::string bytes) {
        const TextFile file = decodeText(std::move(bytes), path_, source_.encoding);
        reading_.format = "CSV";
        reading_.encoding = file.encoding;
        if (file.otherLines > 0) {
            reading_.encoding += " + " + file.otherEncoding;
            note(file.firstOtherLine, "mixed-encoding", {{"encoding", file.otherEncoding}, {"lines", std::to_string(file.otherLines)}});
        } else if (file.guessed) {
            note(0, "code-page", {{"encoding", file.encoding}});
        }
        Csv csv = parseCsv(file.text, source_.separator.empty() ? '\0' : source_.separator.front());
        if (csv.rows.empty()) throw model::Error(fmt::format("{}: the file is empty: it needs a header and rows", title()));
        for (const long row : csv.rowsOfStrayQuotes) note(row, "stray-quote");
        reading_.separator = std::string(1, csv.separator);
        ShapedTable shaped = shape({std::move(csv.rows), csv.separator});
        for (const MisfitRow& row : shaped.misfits) {
            note(row.number, row.cells > shaped.header.size() ? "too-many-cells" : "too-few-cells",
                 {{"header", std::to_string(shaped.header.size())}, {"cells", std::to_string(row.cells)}});
        }
        return shaped;
    }

    ShapedTable readLayers(FileKind kind, bool remote) {
        GdalRequest request;
        request.kind = kind;
        request.remote = remote;
        request.title = title();
        request.sheet = source_.sheet;
        request.encoding = source_.encoding;
        request.hasPosition = [this](const std::vector<std::string>& fields) { return hasPosition(fields); };
        request.address = addressOf(kind);
        GdalTable read = readGdal(request);
        reading_.format = read.format;
        reading_.encoding = read.encoding;
        reading_.sheet = read.sheet;
        reading_.otherSheets = read.otherSheets;
        if (!read.otherSheets.empty() && source_.sheet.empty()) {
            note(0, "chosen-sheet", {{"sheet", read.sheet}, {"others", fmt::format("{}", fmt::join(read.otherSheets, ", "))}});
        }
        if (read.cutAfter > 0) note(read.cutAfter, "cut-sheet", {{"row", std::to_string(read.cutAfter)}});
        const bool placed = source_.kind == model::SourceKind::Actors || source_.kind == model::SourceKind::Venues;
        if (placed && read.surfaces > 0) note(0, "point-on-surface", {{"rows", std::to_string(read.surfaces)}});
        if (!read.encoding.empty() && read.encoding != "utf-8" && source_.encoding.empty())
            note(0, "code-page", {{"encoding", read.encoding}});
        const bool layer = kind == FileKind::Layers || kind == FileKind::Archive;
        if (!layer) return shape({std::move(read.rows), '\0'});
        reading_.rowsAreNumbered = false;
        return layerTable(std::move(read));
    }

    std::string addressOf(FileKind kind) const {
        std::string address = path_.string();
        if (kind == FileKind::Archive) return fmt::format("/vsizip/{{{}}}", address);
        if (path_.extension() == ".gz") return "/vsigzip/" + address;
        if (kind == FileKind::Xlsx || kind == FileKind::Ods) {
            return (endsLike(path_, kind) ? "" : kind == FileKind::Xlsx ? "XLSX:" : "ODS:") + address;
        }
        // GDAL knows a database by `PG:` alone.
        if (address.starts_with("postgres") && address.find("://") == std::string::npos)
            return "PG:" + address.substr(address.find(':') + 1);
        if (address.starts_with("postgres")) return "PG:" + address;
        return address;
    }

    /// Columns of its own that say where things are, in the study's words or in those of the field.
    bool hasPosition(const std::vector<std::string>& fields) const {
        if (source_.columns.contains("coordinates") || source_.columns.contains("longitude")) return true;
        const auto any = [&](std::string_view key) {
            return std::ranges::any_of(fields, [&](const std::string& field) { return isNameOf(key, text::fold(field)); });
        };
        return any("coordinates") || (any("longitude") && any("latitude"));
    }

    /// A layer has fields: nothing is to be found, only text to be trimmed.
    ShapedTable layerTable(GdalTable read) {
        ShapedTable table{std::move(read.fields), std::move(read.rows), {}};
        for (TableRow& row : table.rows) {
            std::vector<std::string_view> cells = row.cells.views();
            for (std::string_view& cell : cells) cell = trimmed(cell);
            row.cells = cells;
        }
        reading_.columns = static_cast<long>(table.header.size());
        reading_.rows = static_cast<long>(table.rows.size());
        return table;
    }

    ShapedTable shape(RawRows raw) {
        ShapedTable table;
        try {
            table = shapeTable(std::move(raw), source_.header, text::say(language_, "column.unnamed"), reading_);
        } catch (const model::Error& error) {
            throw model::Error(fmt::format("{}: {}", title(), error.what()));
        }
        if (reading_.headerRow == 0 && !source_.header) note(0, "no-header");
        return table;
    }

    /// Rows of a kind are told once, with the first of them and their number.
    void tellSkipped() {
        for (const char* why : {"title", "repeated-header", "total", "footnote"}) {
            const auto is = [&](const SkippedRow& row) { return row.why == why; };
            const auto first = std::ranges::find_if(reading_.skipped, is);
            if (first == reading_.skipped.end()) continue;
            std::vector<std::string> numbers;
            for (const SkippedRow& row : reading_.skipped) {
                if (is(row) && numbers.size() < 12) numbers.push_back(std::to_string(row.number));
            }
            if (std::ranges::count_if(reading_.skipped, is) > 12) numbers.emplace_back("…");
            note(first->number, fmt::format("skipped-{}", why), {{"rows", fmt::format("{}", fmt::join(numbers, ", "))}}).value =
                first->text;
        }
    }

    const SourceDeclaration& source_;
    std::filesystem::path path_;
    model::Language language_;
    model::Issues& issues_;
    TableReading reading_;
};

/// The tables of a folder one below the other; columns of the same name are one.
class FolderTable {
public:
    void add(Table part) {
        const auto file = static_cast<std::uint32_t>(table_.readings.size());
        std::vector<std::size_t> places;
        for (const std::string& name : part.header) places.push_back(columnNamed(name));
        for (const TableRow& row : part.rows) {
            std::vector<std::string_view> cells(table_.header.size());
            for (std::size_t c = 0; c < places.size(); ++c) cells[places[c]] = row.cells[c];
            table_.rows.push_back({row.number, cells, file});
        }
        table_.readings.push_back(std::move(part.readings.front()));
    }

    Table finished() {
        table_.header.emplace_back(fileColumn);
        for (TableRow& row : table_.rows) {
            std::vector<std::string_view> cells = row.cells.views();
            cells.resize(table_.header.size());
            cells.back() = table_.readings[row.file].file;
            row.cells = cells;
        }
        return std::move(table_);
    }

private:
    std::size_t columnNamed(const std::string& name) {
        const std::string wanted = text::fold(name);
        const auto found = std::ranges::find_if(table_.header, [&](const std::string& column) { return text::fold(column) == wanted; });
        if (found == table_.header.end()) {
            table_.header.push_back(name);
            return table_.header.size() - 1;
        }
        return static_cast<std::size_t>(found - table_.header.begin());
    }

    Table table_;
};

Table readFolder(const SourceDeclaration& source, model::Language language, model::Issues& issues) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(source.path)) {
        if (entry.is_regular_file() && isTableName(entry.path())) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    if (files.empty())
        throw model::Error(fmt::format("{}: no table in this folder: put CSV, XLSX, ODS or GIS files in it", source.path.string()));
    FolderTable folder;
    for (const std::filesystem::path& file : files) {
        folder.add(FileReader(source, file, file.filename().string(), language, issues).read());
    }
    return folder.finished();
}

}  // namespace

Table readTable(const SourceDeclaration& source, model::Language language, model::Issues& issues) {
    std::error_code ignored;
    Table table = std::filesystem::is_directory(source.path, ignored) ? readFolder(source, language, issues)
                                                                      : FileReader(source, source.path, "", language, issues).read();
    if (!source.filter.empty()) keepRows(table, source.filter, withoutPasswords(source.path.string()));
    return table;
}

void locate(model::Issue& issue, const Table& table, const TableRow& row) {
    if (row.file >= table.readings.size()) return;
    const TableReading& reading = table.readings[row.file];
    if (!reading.sheet.empty() && reading.rowsAreNumbered) issue.sheet = reading.sheet;
    if (!reading.file.empty()) issue.file = (std::filesystem::path(issue.file) / reading.file).string();
}

}  // namespace raquette::ingest
