#include "ingest/table/column_guess.h"

#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "ingest/records/issue_text.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_map.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace raquette::ingest {

namespace {

using model::SourceKind;

constexpr std::size_t rowsLookedAt = 500;
constexpr double most = 0.8;

template <class Take>
std::size_t forEachCell(const Table& table, std::size_t column, Take take) {
    std::size_t filled = 0;
    for (std::size_t i = 0; i < std::min(table.rows.size(), rowsLookedAt); ++i) {
        const std::string_view cell = table.rows[i].cells[column];
        if (saysNothing(cell)) continue;
        ++filled;
        take(cell);
    }
    return filled;
}

/// A name that says nothing: none in the file, or `Champ 3`, `Field1`, `Code`.
bool saysNothingOfItself(const std::string& name) {
    static constexpr std::array<std::string_view, 9> words{"colonne", "column", "champ", "field", "unnamed", "col", "c", "f", "var"};
    std::string folded = text::fold(name);
    std::erase_if(folded, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
    return folded.empty() || std::ranges::find(words, folded) != words.end();
}

/// Postcodes mostly end in 0, INSEE codes do one time in ten.
bool arePostcodes(const Table& table, std::size_t column) {
    std::size_t round = 0;
    const std::size_t filled = forEachCell(table, column, [&](std::string_view cell) { round += cell.ends_with('0') ? 1U : 0U; });
    return round * 2 >= filled;
}

struct Range {
    double least = 0;
    double greatest = 0;
};
constexpr Range frenchLatitudes{41.0, 51.6};
constexpr Range frenchLongitudes{-5.6, 9.9};
constexpr Range lambertNorthings{6'000'000, 7'200'000};
constexpr Range lambertEastings{60'000, 1'300'000};

bool liesIn(const Table& table, std::size_t column, Range range) {
    std::size_t inside = 0;
    const std::size_t filled = forEachCell(table, column, [&](std::string_view cell) {
        const auto value = readDecimal(cell);
        inside += value && *value >= range.least && *value <= range.greatest ? 1U : 0U;
    });
    return filled > 0 && static_cast<double>(inside) >= most * static_cast<double>(filled);
}

class Guesser {
public:
    Guesser(const Table& table, std::span<const std::size_t> free, SourceKind kind, const std::function<bool(std::string_view)>& wanted)
        : table_(table), free_(free), kind_(kind), wanted_(wanted) {}

    std::vector<GuessedColumn> guess() {
        for (const std::size_t column : free_) guessUnmistakable(column);
        guessPositions();
        for (const std::size_t column : free_) {
            if (isOpen(column) && saysNothingOfItself(table_.header[column])) guessNameless(column);
        }
        guessTowns();
        guessNames();
        return std::move(guesses_);
    }

private:
    bool isOpen(std::size_t column) const { return std::ranges::find(guesses_, column, &GuessedColumn::column) == guesses_.end(); }
    bool isWanted(std::string_view key) const {
        return wanted_(key) && std::ranges::find(guesses_, key, &GuessedColumn::key) == guesses_.end();
    }
    bool take(std::size_t column, const char* key, const char* looks) {
        if (!isOpen(column) || !isWanted(key)) return false;
        guesses_.push_back({column, key, looks});
        return true;
    }

    void guessUnmistakable(std::size_t column) {
        switch (contentOfColumn(table_, column)) {
            case Content::Email:
                if (!take(column, "email", "email")) guesses_.push_back({column, "", "email", true});
                return;
            case Content::Phone:
                if (!take(column, "phone", "phone")) guesses_.push_back({column, "", "phone", true});
                return;
            case Content::Url:
                take(column, "website", "url");
                return;
            case Content::Siret:
                take(column, "siret", "siret");
                return;
            case Content::Rna:
                take(column, "rna", "rna");
                return;
            case Content::Coordinates:
                if (isWanted("longitude") && isWanted("latitude")) take(column, "coordinates", "coordinates");
                return;
            default:
                return;
        }
    }

    /// Two columns of numbers that only positions in France are: one alone may be anything.
    void guessPositions() {
        if (!isWanted("longitude") || !isWanted("latitude") || !isWanted("coordinates")) return;
        struct Plane {
            Range easting;
            Range northing;
            bool degrees;
        };
        for (const Plane& plane : {Plane{frenchLongitudes, frenchLatitudes, true}, Plane{lambertEastings, lambertNorthings, false}}) {
            const auto isIn = [&](std::size_t column, Range range) {
                const Content content = contentOfColumn(table_, column);
                const bool number = content == Content::Decimal || (!plane.degrees && content == Content::Number);
                return isOpen(column) && number && liesIn(table_, column, range);
            };
            const auto x = std::ranges::find_if(free_, [&](std::size_t column) { return isIn(column, plane.easting); });
            const auto y = std::ranges::find_if(free_, [&](std::size_t column) { return isIn(column, plane.northing); });
            if (x == free_.end() || y == free_.end()) continue;
            take(*x, "longitude", "longitude");
            take(*y, "latitude", "latitude");
            return;
        }
    }

    void guessNameless(std::size_t column) {
        const bool money = kind_ == SourceKind::Grants;
        switch (contentOfColumn(table_, column)) {
            case Content::FiveDigits:
                if (arePostcodes(table_, column)) {
                    take(column, "postcode", "postcode");
                } else {
                    take(column, "insee", "insee");
                }
                return;
            case Content::InseeCorse:
                take(column, "insee", "insee");
                return;
            case Content::Money:
                take(column, money ? "granted" : "amount", "money");
                return;
            case Content::Year:
                take(column, "year", "year");
                return;
            case Content::Date:
                if (!take(column, "start", "date")) take(column, "end", "date");
                return;
            case Content::Siren:
                guesses_.push_back({column, "", "siren"});
                return;
            default:
                return;
        }
    }

    /// A nameless column of texts beside postcodes or INSEE codes.
    void guessTowns() {
        for (const std::string_view code : {"postcode", "insee"}) {
            const auto codes = std::ranges::find(guesses_, code, &GuessedColumn::key);
            if (codes == guesses_.end()) continue;
            const std::size_t at = codes->column;
            for (const std::size_t column : {at + 1, at - 1}) {
                if (isNamelessText(column) && take(column, "city", "city")) return;
            }
        }
    }

    bool isNamelessText(std::size_t column) const {
        return std::ranges::find(free_, column) != free_.end() && isOpen(column) && saysNothingOfItself(table_.header[column]) &&
               contentOfColumn(table_, column) == Content::Text;
    }

    /// The first nameless column of texts that hardly repeat.
    void guessNames() {
        const char* key = kind_ == SourceKind::Contracts                               ? "title"
                          : kind_ == SourceKind::Actors || kind_ == SourceKind::Venues ? "name"
                                                                                       : "actor";
        for (const std::size_t column : free_) {
            if (!isNamelessText(column)) continue;
            std::set<std::string_view> different;
            const std::size_t filled = forEachCell(table_, column, [&](std::string_view cell) { different.insert(cell); });
            if (different.size() * 10 < filled * 7) continue;
            take(column, key, "name");
            return;
        }
    }

    const Table& table_;
    std::span<const std::size_t> free_;
    SourceKind kind_;
    const std::function<bool(std::string_view)>& wanted_;
    std::vector<GuessedColumn> guesses_;
};

/// What a key must hold for its column to be doubted when it holds something else; nothing for keys that take any text.
std::optional<Content> wantedBy(std::string_view key) {
    static const std::map<std::string_view, Content> wanted{
        {"capacity", Content::Number},   {"rooms", Content::Number},     {"postcode", Content::FiveDigits}, {"insee", Content::FiveDigits},
        {"longitude", Content::Decimal}, {"latitude", Content::Decimal}, {"siret", Content::Siret},         {"rna", Content::Rna},
        {"opened", Content::Date},       {"closed", Content::Date},      {"start", Content::Date},          {"end", Content::Date},
        {"year", Content::Year},         {"amount", Content::Money},     {"granted", Content::Money},       {"asked", Content::Money},
        {"email", Content::Email},       {"phone", Content::Phone},      {"website", Content::Url}};
    const auto found = wanted.find(key);
    return found == wanted.end() ? std::nullopt : std::optional(found->second);
}

const char* lookOf(Content content) {
    switch (content) {
        case Content::Email:
            return "email";
        case Content::Phone:
            return "phone";
        case Content::Url:
            return "url";
        case Content::Siret:
            return "siret";
        case Content::Rna:
            return "rna";
        case Content::Coordinates:
            return "coordinates";
        default:
            return nullptr;
    }
}

}  // namespace

Content contentOfColumn(const Table& table, std::size_t column) {
    std::map<Content, std::size_t> counts;
    const std::size_t filled = forEachCell(table, column, [&](std::string_view cell) { ++counts[contentOf(cell)]; });
    if (filled == 0) return Content::Nothing;
    // One address of a person is enough to be careful; three cells, or all there are, to say anything else.
    const bool few = filled < std::min<std::size_t>(3, table.rows.size());
    if (few && !counts.contains(Content::Email) && !counts.contains(Content::Phone)) return Content::Nothing;
    if (counts.contains(Content::InseeCorse)) counts[Content::InseeCorse] += counts[Content::FiveDigits];
    if (counts.contains(Content::Decimal)) counts[Content::Decimal] += counts[Content::Number];
    const auto usual = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return static_cast<double>(usual->second) >= most * static_cast<double>(filled) ? usual->first : Content::Nothing;
}

std::vector<GuessedColumn> guessColumns(const Table& table, std::span<const std::size_t> free, SourceKind kind,
                                        const std::function<bool(std::string_view)>& wanted) {
    return Guesser(table, free, kind, wanted).guess();
}

void tellContradictions(const model::SourceDeclaration& source, const Table& table, const ColumnMap& map, model::Language language,
                        model::Issues& issues) {
    for (const auto& [key, columns] : map.keys) {
        const auto wanted = wantedBy(key);
        for (const std::size_t column : columns) {
            const Content content = wanted ? contentOfColumn(table, column) : Content::Nothing;
            const char* looks = lookOf(content);
            if (!looks || content == *wanted) continue;
            const std::string what = text::say(language, fmt::format("column.looks.{}", looks));
            model::Issue issue = issueOf(source, table.readings.empty() ? 0 : table.readings.front().headerRow, language, "content-differs",
                                         {{"key", key}, {"what", what}});
            issue.column = table.header[column];
            issues.push_back(std::move(issue));
        }
    }
}

}  // namespace raquette::ingest
