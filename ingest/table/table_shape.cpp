#include "ingest/table/table_shape.h"

#include "gis/model/error.h"
#include "gis/text/fold.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_content.h"
#include "ingest/table/row_signs.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <span>

namespace raquette::ingest {

namespace {

constexpr std::size_t rowsBeforeHeader = 30;  // nobody writes longer forewords above a list
constexpr std::size_t rowsLookedAt = 230;
constexpr std::size_t noHeader = static_cast<std::size_t>(-1);

std::string_view cellAt(const TableRow& row, std::size_t column) {
    return column < row.cells.size() ? row.cells[column] : std::string_view();
}

RowCells trimmedCells(const RowCells& cells) {
    std::vector<std::string_view> views = cells.views();
    for (std::string_view& cell : views) cell = trimmed(cell);
    return views;
}

/// How many cells a row of the table fills: what a quarter of the first rows reach.
std::size_t usualWidth(std::span<const TableRow> rows) {
    std::vector<std::size_t> widths;
    for (const TableRow& row : rows.first(std::min<std::size_t>(rows.size(), 200))) widths.push_back(filledCells(row));
    if (widths.empty()) return 0;
    std::ranges::sort(widths, std::greater<>());
    return widths[widths.size() / 4];
}

bool isNames(const TableRow& row) {
    return std::ranges::none_of(row.cells, looksLikeData);
}

bool areMostlyKnown(const TableRow& row) {
    const std::size_t known = knownNames(row);
    return known >= 2 && known * 2 >= filledCells(row);
}

/// Whether the first row already holds values: one of them is a code, a number, an address… and so are those below it.
bool holdsValues(std::span<const TableRow> rows) {
    const TableRow& first = rows.front();
    for (std::size_t c = 0; c < first.cells.size(); ++c) {
        if (!looksLikeData(first.cells[c])) continue;
        const Content content = contentOf(first.cells[c]);
        std::size_t filled = 0;
        std::size_t same = 0;
        for (const TableRow& row : rows.subspan(1, std::min<std::size_t>(rows.size() - 1, 20))) {
            if (cellAt(row, c).empty()) continue;
            ++filled;
            same += contentOf(cellAt(row, c)) == content ? 1U : 0U;
        }
        if (same * 2 > filled || (filled == 0 && content != Content::Number)) return true;
    }
    return false;
}

/// The row that names the columns: the first most of whose cells are names people give columns; else the first that is as wide as the
/// table, unless it holds values.
std::size_t findHeader(std::span<const TableRow> rows) {
    const std::size_t width = usualWidth(rows);
    const auto isTitle = [&](const TableRow& row) { return filledCells(row) * 2 < width || (width == 2 && filledCells(row) == 1); };
    const std::size_t looked = std::min(rows.size(), rowsBeforeHeader);
    for (const bool narrowToo : {false, true}) {
        for (std::size_t i = 0; i < looked; ++i) {
            if (!areMostlyKnown(rows[i]) || !isNames(rows[i])) continue;
            if (narrowToo || !isTitle(rows[i])) return i;
        }
    }
    std::size_t first = 0;
    if (knownNames(rows.front()) == 0 || filledCells(rows.front()) > 1) {
        while (first + 1 < looked && isTitle(rows[first])) ++first;
    }
    return knownNames(rows[first]) == 0 && holdsValues(rows.subspan(first)) ? noHeader : first;
}

/// Whether names stand under groups: the upper row leaves cells empty that the lower one fills.
bool areGroupsOver(const TableRow& upper, const TableRow& lower) {
    if (lower.number != upper.number + 1 || !isNames(upper) || !isNames(lower)) return false;
    bool continued = false;
    for (std::size_t c = 1; c < lower.cells.size(); ++c) {
        continued = continued || (!lower.cells[c].empty() && cellAt(upper, c).empty());
    }
    return continued;
}

/// The names of both rows: `Coordonnées – X`; a cell merged over both rows is itself.
std::vector<std::string> joinedNames(const TableRow& groups, const TableRow& names) {
    std::vector<std::string> joined;
    std::string_view group;
    for (std::size_t c = 0; c < std::max(groups.cells.size(), names.cells.size()); ++c) {
        const std::string_view own = cellAt(names, c);
        if (!cellAt(groups, c).empty() || own.empty()) group = cellAt(groups, c);
        joined.push_back(own.empty() || group.empty() ? std::string(own.empty() ? group : own) : fmt::format("{} – {}", group, own));
    }
    return joined;
}

class Shaper {
public:
    Shaper(RawRows raw, const std::string& unnamed, TableReading& reading)
        : rows_(std::move(raw.rows)), separator_(raw.separator), unnamed_(unnamed), reading_(reading) {
        std::erase_if(rows_, [](const TableRow& row) { return std::ranges::all_of(row.cells, isBlank); });
    }

    ShapedTable shape(std::optional<long> header) {
        if (rows_.empty()) return {};
        first_.assign(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(rows_.size(), rowsLookedAt)));
        for (TableRow& row : first_) row.cells = trimmedCells(row.cells);
        takeHeader(header ? headerAt(*header) : findHeader(first_));
        fitRows();
        dropTail();
        dropMiddle();
        nameColumns();
        std::erase_if(table_.misfits, [&](const MisfitRow& row) {
            return std::ranges::find(reading_.skipped, row.number, &SkippedRow::number) != reading_.skipped.end();
        });
        reading_.columns = static_cast<long>(table_.header.size());
        reading_.rows = static_cast<long>(rows_.size());
        std::ranges::sort(reading_.skipped, {}, &SkippedRow::number);
        table_.rows = std::move(rows_);
        return std::move(table_);
    }

private:
    std::size_t headerAt(long number) const {
        if (number == 0) return noHeader;
        const auto found = std::ranges::find(first_, number, &TableRow::number);
        if (found == first_.end()) {
            throw model::Error(fmt::format("row {} is empty or far below the top: `header` must be the row of the column names", number));
        }
        return static_cast<std::size_t>(found - first_.begin());
    }

    void skip(const TableRow& row, const char* why) {
        std::string text(firstText(row));
        if (holdsPersonalData(text)) text.clear();
        reading_.skipped.push_back({row.number, why, std::move(text)});
    }

    void takeHeader(std::size_t at) {
        if (at == noHeader) {
            skipTitles();
            return;
        }
        std::size_t first = at;
        std::size_t last = at;
        if (at > 0 && filledCells(first_[at - 1]) > 1 && areGroupsOver(first_[at - 1], first_[at])) {
            --first;
        } else if (at + 1 < first_.size() && areMostlyKnown(first_[at + 1]) && areGroupsOver(first_[at], first_[at + 1])) {
            ++last;
        }
        const RowCells& names = first_[at].cells;
        table_.header = first == last ? std::vector<std::string>(names.begin(), names.end()) : joinedNames(first_[first], first_[last]);
        reading_.headerRow = first_[last].number;
        reading_.headerRows = first == last ? 1 : 2;
        for (std::size_t i = 0; i < first; ++i) skip(first_[i], "title");
        rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    }

    /// A list without header may have a title all the same.
    void skipTitles() {
        const std::size_t width = usualWidth(first_);
        std::size_t first = 0;
        while (first + 1 < first_.size() && first < rowsBeforeHeader && width > 2 && filledCells(first_[first]) * 2 < width) ++first;
        for (std::size_t i = 0; i < first; ++i) skip(first_[i], "title");
        rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(first));
    }

    /// Totals and notes below the list.
    void dropTail() {
        const std::size_t width = std::max(
            usualWidth(rows_), static_cast<std::size_t>(std::ranges::count_if(table_.header, [](const auto& n) { return !n.empty(); })));
        if (width < 2) return;
        constexpr std::size_t longRemark = 30;
        while (!rows_.empty()) {
            const TableRow& row = rows_.back();
            const bool apart = rows_.size() > 1 && row.number > rows_[rows_.size() - 2].number + 1;
            const bool remark = apart && width > 2 && filledCells(row) == 1 && firstText(row).size() >= longRemark;
            if (isTotal(row, true)) {
                skip(row, "total");
            } else if (isFootnote(row) || remark) {
                skip(row, "footnote");
            } else {
                return;
            }
            rows_.pop_back();
        }
    }

    /// Sub-totals, and the header written again at the top of each page.
    void dropMiddle() {
        const bool several = std::ranges::count_if(table_.header, [](const std::string& name) { return !name.empty(); }) > 1;
        std::erase_if(rows_, [&](const TableRow& row) {
            if (several && repeats(row, table_.header)) {
                skip(row, "repeated-header");
            } else if (several && isTotal(row, false)) {
                skip(row, "total");
            } else {
                return false;
            }
            return true;
        });
    }

    void fitRows() {
        const std::size_t declared = table_.header.size();
        while (!table_.header.empty() && table_.header.back().empty()) table_.header.pop_back();
        const std::size_t named = table_.header.size();
        std::map<std::size_t, std::size_t> widths;
        for (const TableRow& row : rows_) ++widths[widthOf(row, named)];
        std::size_t columns = named;
        for (const auto& [width, rows] : widths) {
            constexpr std::size_t enough = 5;  // of a few rows, a stray separator could be in most
            const bool most = rows * 2 > rows_.size() && (width <= declared || rows_.size() >= enough);
            if (width > named && (most || separator_ == '\0' || named == 0)) columns = std::max(columns, width);
        }
        table_.header.resize(columns);
        for (TableRow& row : rows_) fit(row, named, columns);
    }

    /// Its cells, without the empty ones beyond the named columns.
    static std::size_t widthOf(const TableRow& row, std::size_t named) {
        std::size_t width = row.cells.size();
        while (width > named && isBlank(row.cells[width - 1])) --width;
        return width;
    }

    void fit(TableRow& row, std::size_t named, std::size_t columns) {
        const std::size_t width = widthOf(row, named);
        if (separator_ != '\0' && width != columns) table_.misfits.push_back({row.number, width});
        std::vector<std::string_view>& cells = views_;
        cells.assign(row.cells.begin(), row.cells.end());
        std::string last;
        if (width > columns) {
            last = cells[columns - 1];
            for (std::size_t i = columns; i < width; ++i) (last += separator_) += cells[i];
            cells[columns - 1] = last;
        }
        bool changed = cells.size() != columns || width > columns;
        cells.resize(columns);
        for (std::string_view& cell : cells) {
            const std::string_view text = trimmed(cell);
            changed = changed || text.size() != cell.size();
            cell = text;
        }
        if (changed) row.cells = RowCells(cells);
    }

    void nameColumns() {
        std::vector<bool> filled(table_.header.size(), false);
        for (const TableRow& row : rows_) {
            for (std::size_t c = 0; c < filled.size(); ++c) {
                if (!row.cells[c].empty()) filled[c] = true;
            }
        }
        std::map<std::string, int> uses;
        for (std::size_t c = 0; c < table_.header.size(); ++c) {
            std::string& name = table_.header[c];
            if (name.empty() && filled[c]) name = fmt::format("{} {}", unnamed_, c + 1);
            const int use = name.empty() ? 1 : ++uses[text::fold(name)];
            if (use > 1) name = fmt::format("{} ({})", name, use);
        }
        dropNamelessColumns();
    }

    void dropNamelessColumns() {
        const std::vector<std::string> names = table_.header;
        if (std::ranges::none_of(names, [](const std::string& name) { return name.empty(); })) return;
        for (TableRow& row : rows_) {
            views_.clear();
            for (std::size_t c = 0; c < names.size(); ++c) {
                if (!names[c].empty()) views_.push_back(row.cells[c]);
            }
            row.cells = RowCells(views_);
        }
        std::erase_if(table_.header, [](const std::string& name) { return name.empty(); });
    }

    std::vector<TableRow> rows_;
    std::vector<TableRow> first_;  ///< a trimmed copy, to find the header in: spaces beside a stray separator belong to the text
    char separator_;
    const std::string& unnamed_;
    TableReading& reading_;
    ShapedTable table_;
    std::vector<std::string_view> views_;  ///< of the row being changed
};

}  // namespace

ShapedTable shapeTable(RawRows raw, std::optional<long> header, const std::string& unnamed, TableReading& reading) {
    return Shaper(std::move(raw), unnamed, reading).shape(header);
}

}  // namespace raquette::ingest
