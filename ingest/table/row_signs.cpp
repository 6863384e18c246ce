#include "ingest/table/row_signs.h"

#include "gis/text/fold.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_content.h"
#include "ingest/table/column_map.h"

#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

constexpr std::array<std::string_view, 11> spaces{" ", "\t", "\n", "\r", "\v", "\f", "\u00A0", "\u202F", "\u2009", "\u200B", "\uFEFF"};

bool isPlainEdge(char c) {
    return static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    if (text.empty() || (isPlainEdge(text.front()) && isPlainEdge(text.back()))) return text;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view space : spaces) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                again = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                again = true;
            }
        }
    }
    return text;
}

bool isBlank(std::string_view cell) {
    return trimmed(cell).empty();
}

std::size_t filledCells(const TableRow& row) {
    return static_cast<std::size_t>(std::ranges::count_if(row.cells, [](std::string_view cell) { return !cell.empty(); }));
}

std::string_view firstText(const TableRow& row) {
    for (const std::string_view cell : row.cells) {
        if (!cell.empty()) return cell;
    }
    return {};
}

std::size_t knownNames(const TableRow& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row.cells, [](std::string_view cell) { return cell.size() < 80 && isColumnName(text::fold(cell)); }));
}

bool looksLikeData(std::string_view cell) {
    const Content content = contentOf(cell);
    return content != Content::Nothing && content != Content::Text && content != Content::Year;
}

bool isTotal(const TableRow& row, bool amongLast) {
    static constexpr std::array<std::string_view, 6> words{"total", "totaux", "total general", "grand total", "sous total", "totals"};
    const std::string_view first = firstText(row);
    if (first.empty() || first.size() > 60 || std::string_view("tTsSgG").find(first.front()) == std::string_view::npos) return false;
    const std::string folded = text::fold(first);
    const bool bare = std::ranges::find(words, folded) != words.end();
    const bool longer = folded.starts_with("total ") || folded.starts_with("sous total ") || folded.starts_with("totaux ");
    if (!bare && !(longer && amongLast)) return false;
    bool number = false;
    for (const std::string_view cell : row.cells) {
        if (cell.empty() || cell.data() == first.data()) continue;
        if (!readDecimal(cell) && !readMoney(cell) && !cell.ends_with('%')) return false;
        number = true;
    }
    return number || bare;
}

bool isFootnote(const TableRow& row) {
    static constexpr std::array<std::string_view, 14> words{"source",      "sources",    "note",    "notes",   "nb",
                                                            "n b",         "nota",       "champ",   "lecture", "legende",
                                                            "mise a jour", "mis a jour", "donnees", "remarque"};
    const std::string_view first = firstText(row);
    if (first.empty() || filledCells(row) > 2) return false;
    if (first.starts_with('*') || first.starts_with("(*") || first.starts_with("(1)") || first.starts_with("©")) return true;
    const std::size_t colon = first.find(':');
    if (colon > 40) return false;  // none, or too far in
    std::string head = text::fold(first.substr(0, colon));
    if (const std::size_t le = head.find(" le "); le != std::string::npos) head.resize(le);
    return std::ranges::find(words, head) != words.end();
}

bool repeats(const TableRow& row, const std::vector<std::string>& header) {
    std::size_t same = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].empty()) continue;
        if (i >= header.size() || row.cells[i].size() > header[i].size() + 4) return false;
        if (row.cells[i] != header[i] && text::fold(row.cells[i]) != text::fold(header[i])) return false;
        ++same;
    }
    const auto names = static_cast<std::size_t>(std::ranges::count_if(header, [](const std::string& name) { return !name.empty(); }));
    return same > 0 && same * 2 > names;
}

}  // namespace raquette::ingest
