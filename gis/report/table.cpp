#include "gis/report/table.h"

#include "gis/report/html.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::report {

namespace {

std::string cellOf(const TableCell& cell, const TableColumn& column, bool namesTheRow) {
    const std::string value = cell.value == cell.words ? "" : fmt::format(" data-value=\"{}\"", escaped(cell.value));
    if (namesTheRow) return fmt::format("<th role=\"rowheader\" scope=\"row\"{}>{}</th>", value, escaped(cell.words));
    return fmt::format("<td role=\"cell\" class=\"{}\" data-label=\"{}\"{}>{}</td>", column.isNumber ? "number" : "told",
                       escaped(column.title), value, escaped(cell.words));
}

}  // namespace

std::string sortAttribute(bool isNumber) {
    return isNumber ? "data-sort=\"number\"" : "data-sort=\"text\"";
}

std::string sortableTable(const std::string& caption, const std::vector<TableColumn>& columns, const std::vector<TableRow>& rows) {
    std::vector<std::size_t> filled;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (std::ranges::any_of(rows, [&](const TableRow& row) { return !row.cells[i].words.empty(); })) filled.push_back(i);
    }
    std::string head;
    for (const std::size_t i : filled)
        head += fmt::format("<th role=\"columnheader\" scope=\"col\" class=\"{}\" {}>{}</th>", columns[i].isNumber ? "number" : "told",
                            sortAttribute(columns[i].isNumber), escaped(columns[i].title));
    std::string body;
    for (const TableRow& row : rows) {
        std::string cells;
        for (const std::size_t i : filled) cells += cellOf(row.cells[i], columns[i], i == filled.front());
        body += fmt::format("<tr role=\"row\"{}{}>{}</tr>\n", row.attributes.empty() ? "" : " ", row.attributes, cells);
    }
    return fmt::format(
        "<table role=\"table\" class=\"sortable cards\"><caption class=\"unseen\">{}</caption>\n<thead role=\"rowgroup\"><tr "
        "role=\"row\">{}</tr></thead>\n<tbody role=\"rowgroup\">\n{}</tbody></table>\n",
        escaped(caption), head, body);
}

}  // namespace raquette::report
