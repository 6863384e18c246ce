#include "gis/store/exports/workbook.h"

#include "gis/geometry/wkb.h"
#include "gis/model/error.h"
#include "gis/model/period.h"
#include "gis/store/exports/short_names.h"
#include "gis/store/exports/zip_entry.h"
#include "gis/store/sibling.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cmath>
#include <memory>

namespace raquette::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longestSheetName = 31;
constexpr std::size_t rowsOfSheet = LXW_ROW_MAX - 1;  // below the header
constexpr double widthOfDay = 12;                     // in digits: the usual 8 show a date as ####

struct WorkbookFreer {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookPtr = std::unique_ptr<lxw_workbook, WorkbookFreer>;

struct Formats {
    lxw_format* header = nullptr;
    lxw_format* day = nullptr;
};

struct Place {
    lxw_worksheet* sheet = nullptr;
    lxw_row_t row = 0;
    lxw_col_t column = 0;
};

lxw_error writeText(const Place& at, const std::string& text, lxw_format* format = nullptr) {
    return worksheet_write_string(at.sheet, at.row, at.column, text.c_str(), format);
}

/// Excel knows no day before 1900.
lxw_error writeTextOrDay(const Place& at, const std::string& text, const Formats& formats) {
    const std::optional<model::Day> day = model::parseDay(text);
    if (!day || model::yearOf(*day) < 1900) return writeText(at, text);
    const std::chrono::year_month_day date(*day);
    lxw_datetime moment{int{date.year()}, static_cast<int>(unsigned{date.month()}), static_cast<int>(unsigned{date.day()}), 0, 0, 0};
    return worksheet_write_datetime(at.sheet, at.row, at.column, &moment, formats.day);
}

lxw_error writeNumber(const Place& at, double number) {
    if (!std::isfinite(number)) return LXW_NO_ERROR;  // Excel would call the file damaged
    return worksheet_write_number(at.sheet, at.row, at.column, number, nullptr);
}

lxw_error writeCell(const Place& at, const Value& value, const Formats& formats) {
    struct Writer {
        const Place& at;
        const Formats& formats;
        lxw_error operator()(std::monostate /*nothing*/) const { return LXW_NO_ERROR; }
        lxw_error operator()(const std::string& text) const { return writeTextOrDay(at, text, formats); }
        lxw_error operator()(std::int64_t whole) const { return writeNumber(at, static_cast<double>(whole)); }
        lxw_error operator()(double number) const { return writeNumber(at, number); }
    };
    return std::visit(Writer{at, formats}, value);
}

void require(lxw_error problem, const Place& at, const Table& table, const fs::path& target) {
    if (problem == LXW_NO_ERROR) return;
    throw model::Error(fmt::format("{} cannot be written: {}, column {} of row {}: {} Export {} as csv instead.", target.string(),
                                   table.name, at.column + 1, at.row + 1, lxw_strerror(problem), table.name));
}

/// Seven decimals are a centimetre, as in our other formats.
double rounded(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}

Row rowOf(const Table& table, std::size_t i, bool points) {
    Row row = table.row(i);
    if (!points) return row;
    const std::optional<geometry::LonLat> at = geometry::lonLatFromWkb(table.wkb(i));
    row.push_back(at ? Value(rounded(at->lon)) : Value());
    row.push_back(at ? Value(rounded(at->lat)) : Value());
    return row;
}

void writeHeader(lxw_worksheet* sheet, const std::vector<std::string>& names, const Formats& formats) {
    worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(names.size() - 1), widthOfDay, nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t c = 0; c < names.size(); ++c) writeText({sheet, 0, static_cast<lxw_col_t>(c)}, names[c], formats.header);
}

void writeSheet(lxw_worksheet* sheet, const Table& table, const Formats& formats, const fs::path& target) {
    const bool points = table.geometry == GeometryKind::Point;
    std::vector<std::string> names;
    for (const Column& column : table.columns) names.push_back(column.name);
    if (points) names.insert(names.end(), {"lon", "lat"});
    writeHeader(sheet, names, formats);
    for (std::size_t i = 0; i < table.rows; ++i) {
        Place at{sheet, static_cast<lxw_row_t>(i + 1), 0};
        for (const Value& value : rowOf(table, i, points)) {
            require(writeCell(at, value, formats), at, table, target);
            ++at.column;
        }
    }
}

void requireRoom(const std::vector<Table>& tables, const fs::path& target) {
    for (const Table& table : tables) {
        if (table.rows <= rowsOfSheet) continue;
        throw model::Error(
            fmt::format("{} cannot be written: {} has {} rows, and a sheet of Excel holds {}. Export it as csv or gpkg instead.",
                        target.string(), table.name, table.rows, rowsOfSheet));
    }
}

/// libxlsxwriter does not notice a disk that fills up while it writes a sheet: the end of each must be there.
void checkWritten(std::size_t sheets, const fs::path& path, const fs::path& target) {
    for (std::size_t i = 1; i <= sheets; ++i) {
        if (endOfZipEntry(path, fmt::format("xl/worksheets/sheet{}.xml", i), 12) == "</worksheet>") continue;
        throw model::Error(fmt::format("{} was not written whole: is the disk full? What was there before is untouched.", target.string()));
    }
}

}  // namespace

void writeWorkbook(const std::vector<Table>& tables, const fs::path& path) {
    requireRoom(tables, path);
    Sibling sibling(path);
    std::string folder = sibling.path().parent_path().string();  // where there is as much room as for the file itself
    lxw_workbook_options options{LXW_TRUE, folder.data(), LXW_FALSE};
    WorkbookPtr workbook(workbook_new_opt(sibling.path().c_str(), &options));
    if (!workbook) throw model::Error(fmt::format("{} cannot be written: there is no memory left.", path.string()));
    const Formats formats{workbook_add_format(workbook.get()), workbook_add_format(workbook.get())};
    format_set_bold(formats.header);
    format_set_num_format(formats.day, "yyyy-mm-dd");
    std::vector<std::string> names;
    for (const Table& table : tables) names.push_back(table.name);
    names = uniqueNames(names, longestSheetName);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        lxw_worksheet* sheet = workbook_add_worksheet(workbook.get(), names[i].c_str());
        if (sheet == nullptr) throw model::Error(fmt::format("{} cannot be written: no sheet can be named {}.", path.string(), names[i]));
        writeSheet(sheet, tables[i], formats, path);
    }
    if (const lxw_error problem = workbook_close(workbook.release()); problem != LXW_NO_ERROR) {
        throw model::Error(
            fmt::format("{} cannot be written: {} What was there before is untouched.", path.string(), lxw_strerror(problem)));
    }
    checkWritten(tables.size(), sibling.path(), path);
    sibling.commit();
}

}  // namespace raquette::store
