#include "ingest/table/csv.h"

#include <algorithm>
#include <array>
#include <optional>

namespace raquette::ingest {

namespace {

bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

char separatorOf(std::string_view text) {
    constexpr std::array<char, 4> candidates{';', ',', '\t', '|'};
    std::array<long, 4> counts{};
    bool quoted = false;
    bool content = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (isLineEnd(c)) {
            if (content) break;
            continue;
        }
        content = true;
        const auto* const found = std::ranges::find(candidates, c);
        if (found != candidates.end()) ++counts[static_cast<std::size_t>(found - candidates.begin())];
    }
    const auto* const most = std::ranges::max_element(counts);
    return *most == 0 ? ',' : candidates[static_cast<std::size_t>(most - counts.begin())];
}

/// Each stray quote costs a search to the end of the text; after so many, quotes are no longer believed.
constexpr std::size_t mostStrayQuotes = 100;

class CsvReader {
public:
    CsvReader(std::string_view text, char separator, Csv& csv) : text_(text), separator_(separator), csv_(csv) {}

    void readFrom(std::size_t at, long number) {
        at_ = at;
        for (number_ = number; at_ < text_.size(); ++number_) {
            CsvRow row{number_, {}};
            readRow(row);
            if (std::ranges::any_of(row.cells,
                                    [](const std::string& cell) { return cell.find_first_not_of(" \t") != std::string::npos; })) {
                csv_.rows.push_back(std::move(row));
            }
        }
    }

private:
    void readRow(CsvRow& row) {
        while (true) {
            row.cells.push_back(readCell());
            if (at_ == text_.size()) return;
            const char end = text_[at_++];
            if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
            if (isLineEnd(end)) return;
        }
    }

    bool endsCell(char c) const { return c == separator_ || isLineEnd(c); }

    std::string readCell() {
        std::string cell;
        if (at_ < text_.size() && text_[at_] == '"' && csv_.rowsOfStrayQuotes.size() < mostStrayQuotes) {
            if (auto quoted = readQuoted()) {
                cell = std::move(*quoted);
            } else {
                csv_.rowsOfStrayQuotes.push_back(number_);
            }
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && !endsCell(text_[at_])) ++at_;
        return cell.append(text_.substr(begin, at_ - begin));
    }

    /// The inside of a quoted cell; nothing, without moving, when its quote never closes.
    std::optional<std::string> readQuoted() {
        std::string cell;
        std::size_t at = at_ + 1;
        while (true) {
            const std::size_t quote = text_.find('"', at);
            if (quote == std::string_view::npos) return std::nullopt;
            cell.append(text_.substr(at, quote - at));
            at = quote + 1;
            if (at >= text_.size() || text_[at] != '"') break;
            cell += '"';
            ++at;
        }
        at_ = at;
        return cell;
    }

    std::string_view text_;
    char separator_;
    Csv& csv_;
    std::size_t at_ = 0;
    long number_ = 1;
};

}  // namespace

Csv parseCsv(std::string_view text) {
    Csv csv;
    if (text.starts_with("sep=") && text.size() > 5 && isLineEnd(text[5])) {
        csv.separator = text[4];
        const std::size_t next = text.substr(5).starts_with("\r\n") ? 7 : 6;
        CsvReader(text, csv.separator, csv).readFrom(next, 2);
        return csv;
    }
    csv.separator = separatorOf(text);
    CsvReader(text, csv.separator, csv).readFrom(0, 1);
    return csv;
}

std::string csvCell(std::string_view text, char separator) {
    const bool plain = text.find_first_of("\"\r\n") == std::string_view::npos && text.find(separator) == std::string_view::npos;
    if (plain) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

}  // namespace raquette::ingest
