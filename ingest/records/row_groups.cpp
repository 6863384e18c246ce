#include "ingest/records/row_groups.h"

#include "gis/text/fold.h"
#include "ingest/records/identifiers.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_keys.h"
#include "ingest/table/folding.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using model::RowUnit;

/// What a column that changes from row to row says of the list.
enum class Role { Structure, Year, Person, Figure, Unused };

bool isOneOf(std::string_view key, std::span<const std::string_view> keys) {
    return std::ranges::find(keys, key) != keys.end();
}

Role roleOf(std::string_view key) {
    static constexpr std::array<std::string_view, 12> figures{"fte",     "staff", "budget",  "events", "admissions", "members",
                                                              "figures", "asked", "granted", "amount", "scheme",     "unread"};
    if (key == "year") return Role::Year;
    if (isOneOf(key, personalKeys())) return Role::Person;
    return isOneOf(key, figures) ? Role::Figure : Role::Structure;
}

class Grouping {
public:
    explicit Grouping(const SourceReading& reading)
        : reading_(reading), table_(reading.table), roles_(table_.header.size(), Role::Unused), lists_(table_.header.size(), false) {
        for (const auto& [key, columns] : reading.columns.keys) {
            for (const std::size_t column : columns) {
                roles_[column] = roleOf(key);
                lists_[column] = roles_[column] == Role::Person || key == "functions" || key == "labels" || key == "network";
            }
        }
        for (const std::size_t column : reading.columns.personal) {
            roles_[column] = Role::Person;
            lists_[column] = true;
        }
    }

    RowGroups group() {
        std::vector<const TableRow*> rows = withoutDoubles();
        if (!mayRepeat()) {
            result_.rows = std::move(rows);
            return std::move(result_);
        }
        std::vector<std::vector<const TableRow*>> structures = structuresOf(rows);
        for (std::vector<const TableRow*>& same : structures) {
            if (same.size() > 1 && (isStated() || onlyYearsOrPeopleChange(same))) {
                bringTogether(std::move(same));
            } else {
                result_.rows.insert(result_.rows.end(), same.begin(), same.end());
            }
        }
        std::ranges::stable_sort(result_.rows, {}, [](const TableRow* row) { return std::pair(row->file, row->number); });
        return std::move(result_);
    }

private:
    bool isStated() const { return reading_.source.rows != RowUnit::Recognised; }

    /// Whether the list can have several rows for a structure: it has columns that may tell them apart.
    bool mayRepeat() const {
        const auto kind = reading_.source.kind;
        if (kind != model::SourceKind::Actors && kind != model::SourceKind::Venues) return false;
        if (reading_.source.rows == RowUnit::Structure || !reading_.columns.has("name")) return false;
        return isStated() || std::ranges::any_of(roles_, [](Role role) { return role != Role::Structure && role != Role::Unused; });
    }

    std::vector<const TableRow*> withoutDoubles() {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> byHash;
        byHash.reserve(table_.rows.size());
        for (const TableRow& row : table_.rows) byHash.emplace_back(row.cells.hash(), static_cast<std::uint32_t>(byHash.size()));
        std::ranges::sort(byHash);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> doubles;  // and the first of the kind
        std::vector<std::uint32_t> firsts;                             // rows of one hash that differ: nearly always a single one
        for (std::size_t i = 0; i < byHash.size(); ++i) {
            if (i == 0 || byHash[i].first != byHash[i - 1].first) firsts.clear();
            const std::uint32_t row = byHash[i].second;
            const auto first =
                std::ranges::find_if(firsts, [&](std::uint32_t other) { return table_.rows[other].cells == table_.rows[row].cells; });
            if (first == firsts.end()) {
                firsts.push_back(row);
            } else {
                doubles.emplace_back(row, *first);
            }
        }
        std::ranges::sort(doubles);
        std::vector<const TableRow*> rows;
        rows.reserve(table_.rows.size() - doubles.size());
        auto next = doubles.begin();
        for (std::uint32_t i = 0; i < table_.rows.size(); ++i) {
            if (next == doubles.end() || next->first != i) {
                rows.push_back(&table_.rows[i]);
                continue;
            }
            result_.doubles.emplace_back(&table_.rows[i], table_.rows[next->second].number);
            ++next;
        }
        return rows;
    }

    std::string cellsOf(const TableRow& row, std::string_view key) const {
        std::string text;
        const auto found = reading_.columns.keys.find(key);
        if (found == reading_.columns.keys.end()) return text;
        for (const std::size_t column : found->second) {
            if (!saysNothing(row.cells[column])) (text += row.cells[column]) += ' ';
        }
        return text;
    }

    /// The commune's code, else its postal code and name, as towns are compared: `ST ETIENNE` is Saint-Étienne.
    std::string placeOf(const TableRow& row) const {
        std::string insee = text::fold(cellsOf(row, "insee"));
        if (!insee.empty()) return insee;
        return text::fold(cellsOf(row, "postcode")) + " " + foldedPlace(cellsOf(row, "city"));
    }

    /// Name and place; rows of one name and one SIRET are one structure wherever they say it is.
    std::vector<std::vector<const TableRow*>> structuresOf(const std::vector<const TableRow*>& rows) const {
        std::vector<std::vector<const TableRow*>> structures;
        std::unordered_map<std::string, std::size_t> known;
        for (const TableRow* row : rows) {
            const std::string name = text::fold(cellsOf(*row, "name"));
            if (name.empty()) {
                structures.push_back({row});
                continue;
            }
            const std::string place = placeOf(*row);
            IdentifierProblem ignored = IdentifierProblem::None;
            const std::string siret = readBusinessNumber(cellsOf(*row, "siret"), ignored).siret;
            const std::string byPlace = fmt::format("{}|{}", name, place);
            const std::string byNumber = siret.empty() ? byPlace : fmt::format("{}#{}", name, siret);
            auto found = known.find(byNumber);
            if (found == known.end() && !siret.empty()) {
                // Another row of the place may have left its number out; one with another number is another structure.
                const auto there = known.find(byPlace);
                if (there != known.end() && numberOf(structures[there->second]).empty()) found = there;
            }
            const std::size_t at = found == known.end() ? structures.size() : found->second;
            if (at == structures.size()) structures.emplace_back();
            structures[at].push_back(row);
            known.emplace(byPlace, at);
            known.emplace(byNumber, at);
        }
        return structures;
    }

    std::string numberOf(const std::vector<const TableRow*>& rows) const {
        IdentifierProblem ignored = IdentifierProblem::None;
        for (const TableRow* row : rows) {
            if (std::string siret = readBusinessNumber(cellsOf(*row, "siret"), ignored).siret; !siret.empty()) return siret;
        }
        return {};
    }

    bool changes(std::size_t column, const std::vector<const TableRow*>& rows) const {
        std::string_view first;
        for (const TableRow* row : rows) {
            const std::string_view cell = row->cells[column];
            if (saysNothing(cell)) continue;
            if (!first.empty() && first != cell) return true;
            first = cell;
        }
        return false;
    }

    bool onlyYearsOrPeopleChange(const std::vector<const TableRow*>& rows) const {
        bool structure = false;
        bool person = false;
        bool year = false;
        for (std::size_t column = 0; column < roles_.size(); ++column) {
            if (roles_[column] == Role::Unused || !changes(column, rows)) continue;
            structure = structure || (roles_[column] == Role::Structure && !isWrittenOtherwise(column, rows));
            person = person || roles_[column] == Role::Person || roles_[column] == Role::Figure;
            year = year || roles_[column] == Role::Year;
        }
        if (year) return !changesOf("id", rows);  // from one year to the next a structure may change its status or its rooms
        return person && !structure;
    }

    bool changesOf(std::string_view key, const std::vector<const TableRow*>& rows) const {
        const auto found = reading_.columns.keys.find(key);
        return found != reading_.columns.keys.end() && changes(found->second.front(), rows);
    }

    /// Two spellings of one thing: `St-Étienne` and `ST ETIENNE`.
    static bool isWrittenOtherwise(std::size_t column, const std::vector<const TableRow*>& rows) {
        std::string first;
        for (const TableRow* row : rows) {
            if (saysNothing(row->cells[column])) continue;
            const std::string said = foldedPlace(row->cells[column]);
            if (!first.empty() && said != first) return false;
            first = said;
        }
        return true;
    }

    /// The latest year first: it says what the structure is now. Then cell by cell the first that says something; people are listed.
    void bringTogether(std::vector<const TableRow*> rows) {
        std::vector<std::string> cells(table_.header.size());
        std::vector<const TableRow*> latest = rows;
        std::ranges::stable_sort(latest, std::greater<>(), [&](const TableRow* row) {
            std::string year = cellsOf(*row, "year");
            while (year.ends_with(' ')) year.pop_back();
            return readYear(year).value_or(0);
        });
        for (std::size_t column = 0; column < cells.size(); ++column) {
            std::vector<std::string_view> told;
            for (const TableRow* row : lists_[column] ? rows : latest) {
                const std::string_view cell = row->cells[column];
                if (saysNothing(cell) || std::ranges::find(told, cell) != told.end()) continue;
                told.push_back(cell);
                if (!lists_[column]) break;
            }
            cells[column] = fmt::format("{}", fmt::join(told, " | "));
        }
        const TableRow* made = &result_.made.emplace_back(TableRow{rows.front()->number, cells, rows.front()->file});
        result_.originals.emplace(made, std::move(rows));
        result_.rows.push_back(made);
    }

    const SourceReading& reading_;
    const Table& table_;
    std::vector<Role> roles_;  ///< by column
    std::vector<bool> lists_;  ///< columns whose cells are all kept
    RowGroups result_;
};

}  // namespace

RowGroup RowGroups::group(std::size_t index) const {
    const TableRow* const& row = rows[index];
    const auto found = made.empty() ? originals.end() : originals.find(row);
    return {row, found == originals.end() ? std::span<const TableRow* const>(&row, 1) : std::span<const TableRow* const>(found->second)};
}

RowGroups groupRows(const SourceReading& reading) {
    return Grouping(reading).group();
}

}  // namespace raquette::ingest
