#include "ingest/table/csv.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <optional>
#include <utility>

namespace raquette::ingest {

namespace {

bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

constexpr std::array<char, 4> separators{';', ',', '\t', '|'};
using Counts = std::array<long, separators.size()>;

/// How many of each separator stand outside quotes in each of the first rows.
std::vector<Counts> separatorsOfRows(std::string_view text) {
    constexpr std::size_t mostRows = 100;
    constexpr std::size_t mostBytes = 1'000'000;
    std::vector<Counts> rows;
    Counts counts{};
    bool quoted = false;
    bool content = false;
    for (const char c : text.substr(0, mostBytes)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (!isLineEnd(c)) {
            content = true;
            const auto* const found = std::ranges::find(separators, c);
            if (found != separators.end()) ++counts[static_cast<std::size_t>(found - separators.begin())];
            continue;
        }
        if (content) rows.push_back(std::exchange(counts, {}));
        content = false;
        if (rows.size() == mostRows) return rows;
    }
    if (content) rows.push_back(counts);
    return rows;
}

/// The separator that most rows have the same number of; of two, the one they have more of.
char separatorOf(std::string_view text) {
    const std::vector<Counts> rows = separatorsOfRows(text);
    char best = ',';
    std::pair<long, long> bestScore{0, 0};
    for (std::size_t s = 0; s < separators.size(); ++s) {
        std::map<long, long> rowsWith;
        for (const Counts& counts : rows) {
            if (counts[s] > 0) ++rowsWith[counts[s]];
        }
        for (const auto& [count, times] : rowsWith) {
            if (std::pair(times, count) <= bestScore) continue;
            bestScore = {times, count};
            best = separators[s];
        }
    }
    return best;
}

/// Each stray quote costs a search to the end of the text; after so many, quotes are no longer believed.
constexpr std::size_t mostStrayQuotes = 100;

class CsvReader {
public:
    CsvReader(std::string_view text, char separator, Csv& csv) : text_(text), separator_(separator), csv_(csv) {}

    void readFrom(std::size_t at, long number) {
        at_ = at;
        for (number_ = number; at_ < text_.size(); ++number_) {
            readRow();
            if (std::ranges::any_of(cells_,
                                    [](std::string_view cell) { return cell.find_first_not_of(" \t") != std::string_view::npos; })) {
                csv_.rows.push_back({number_, cells_, 0});
            }
        }
    }

private:
    void readRow() {
        cells_.clear();
        unquoted_.clear();
        while (true) {
            cells_.push_back(readCell());
            if (at_ == text_.size()) return;
            const char end = text_[at_++];
            if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
            if (isLineEnd(end)) return;
        }
    }

    bool endsCell(char c) const { return c == separator_ || isLineEnd(c); }

    /// Where it lies in the text, but for a quoted cell, which is put together.
    std::string_view readCell() {
        std::string* quoted = nullptr;
        if (at_ < text_.size() && text_[at_] == '"' && csv_.rowsOfStrayQuotes.size() < mostStrayQuotes) {
            if (auto inside = readQuoted()) {
                quoted = &unquoted_.emplace_back(std::move(*inside));
            } else {
                csv_.rowsOfStrayQuotes.push_back(number_);
            }
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && !endsCell(text_[at_])) ++at_;
        const std::string_view rest = text_.substr(begin, at_ - begin);
        return quoted ? std::string_view(quoted->append(rest)) : rest;
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
    std::vector<std::string_view> cells_;  ///< of the row being read
    std::deque<std::string> unquoted_;     ///< what some of them look at
};

}  // namespace

Csv parseCsv(std::string_view text, char separator) {
    Csv csv;
    csv.separator = separator;
    std::size_t begin = 0;
    if (text.starts_with("sep=") && text.size() > 5 && isLineEnd(text[5])) {
        if (separator == '\0') csv.separator = text[4];
        begin = text.substr(5).starts_with("\r\n") ? 7 : 6;
    }
    if (csv.separator == '\0') csv.separator = separatorOf(text);
    CsvReader(text, csv.separator, csv).readFrom(begin, begin == 0 ? 1 : 2);
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
