#include "ingest/duplicates/comparer.h"
#include "ingest/duplicates/groups.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>
#include <algorithm>
#include <cmath>
#include <compare>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

namespace raquette::ingest {

namespace {

/// Side of the cells that neighbours are looked up in, in degrees: 11 km by 8.
constexpr double cellSide = 0.1;

/// A placed record: the cell it lies in, and its commune (0 where not known).
struct Located {
    std::int32_t column = 0;
    std::int32_t row = 0;
    std::uint32_t commune = 0;
    std::uint32_t record = 0;

    auto operator<=>(const Located&) const = default;
};

std::vector<Located> located(const Identities& records, const Numbered& communes) {
    std::vector<Located> all;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        const auto& position = records[i].place.position;
        if (!position) continue;
        const auto cell = [](double degrees) { return static_cast<std::int32_t>(std::lround(std::floor(degrees / cellSide))); };
        all.push_back({cell(position->lon), cell(position->lat), communes.of[i], i});
    }
    tbb::parallel_sort(all);
    return all;
}

/// The records of one cell.
struct Cell {
    std::int32_t row = 0;
    std::span<const Located> places;
    std::vector<Identity> identities;  ///< none where there are too many to keep in hand

    bool inHand() const { return identities.size() == places.size(); }
};

std::vector<std::uint32_t> recordsOf(std::span<const Located> places) {
    std::vector<std::uint32_t> records;
    records.reserve(places.size());
    for (const Located& place : places) records.push_back(place.record);
    return records;
}

/// The cells of one column, from south to north, with what makes their records comparable.
class Column {
public:
    Column(const Identities& records, std::span<const Located> places) {
        for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
            while (end < places.size() && places[end].row == places[begin].row) ++end;
            cells_.push_back({places[begin].row, places.subspan(begin, end - begin), {}});
        }
        tbb::parallel_for(std::size_t{0}, cells_.size(), [&](std::size_t i) {
            if (cells_[i].places.size() <= largestInHand) cells_[i].identities = records.of(recordsOf(cells_[i].places));
        });
    }

    const std::vector<Cell>& cells() const { return cells_; }
    const Cell* at(std::int32_t row) const {
        const auto found = std::ranges::lower_bound(cells_, row, {}, &Cell::row);
        return found == cells_.end() || found->row != row ? nullptr : &*found;
    }

private:
    std::vector<Cell> cells_;
};

// Wider than any two records that are one: 11 km by 8 to 11.
bool areNear(const Identity& a, const Identity& b) {
    const geometry::LonLat one = *a.record->place.position;
    const geometry::LonLat other = *b.record->place.position;
    return std::abs(one.lat - other.lat) <= cellSide && std::abs(one.lon - other.lon) <= cellSide * 1.2;
}

/// Those of one commune were compared already.
void compareCells(const Cell& here, const Cell& there, Comparer& comparer) {
    const bool same = &here == &there;
    for (std::size_t i = 0; i < here.places.size(); ++i) {
        for (std::size_t j = same ? i + 1 : 0; j < there.places.size(); ++j) {
            const std::uint32_t commune = here.places[i].commune;
            if (commune != 0 && commune == there.places[j].commune) continue;
            if (areNear(here.identities[i], there.identities[j])) comparer.compareOne(here.identities[i], there.identities[j]);
        }
    }
}

/// A cell with half of its eight neighbours: the other half meets it.
class Around {
public:
    Around(const Cell& cell, const Column& column, const Column* next) : cells_{&cell, column.at(cell.row + 1)} {
        for (const std::int32_t row : {cell.row - 1, cell.row, cell.row + 1}) cells_.push_back(next == nullptr ? nullptr : next->at(row));
        std::erase(cells_, nullptr);
        for (const Cell* some : cells_) records_ += some->places.size();
    }

    bool inHand() const { return std::ranges::all_of(cells_, &Cell::inHand); }

    void compare(Comparer& comparer) const {
        if (records_ <= largeBlock) {
            for (const Cell* other : cells_) compareCells(*cells_.front(), *other, comparer);
        } else if (inHand()) {
            Block block;
            for (const Cell* some : cells_) {
                for (const Identity& identity : some->identities) block.push_back(&identity);
            }
            comparer.byRareWords(block);
        } else {
            std::vector<std::uint32_t> block;
            for (const Cell* some : cells_) std::ranges::copy(recordsOf(some->places), std::back_inserter(block));
            comparer.byRareWords(block);
        }
    }

private:
    std::vector<const Cell*> cells_;
    std::size_t records_ = 0;
};

void compareColumn(const Column& column, const Column* next, Comparer& comparer) {
    const std::vector<Cell>& cells = column.cells();
    tbb::parallel_for(std::size_t{0}, cells.size(), [&](std::size_t i) {
        if (const Around around(cells[i], column, next); around.inHand()) around.compare(comparer);
    });
    for (const Cell& cell : cells) {  // large towns one at a time
        if (const Around around(cell, column, next); !around.inHand()) around.compare(comparer);
    }
}

std::vector<std::span<const Located>> columnsOf(std::span<const Located> all) {
    std::vector<std::span<const Located>> columns;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        while (end < all.size() && all[end].column == all[begin].column) ++end;
        columns.push_back(all.subspan(begin, end - begin));
    }
    return columns;
}

}  // namespace

void compareNeighbours(const Identities& records, const Numbered& communes, Comparer& comparer) {
    const std::vector<Located> all = located(records, communes);
    const std::vector<std::span<const Located>> columns = columnsOf(all);
    // From west to east with two columns in hand: never the whole country.
    std::optional<Column> column;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!column) column.emplace(records, columns[c]);
        std::optional<Column> next;
        const bool touches = c + 1 < columns.size() && columns[c + 1].front().column == columns[c].front().column + 1;
        if (touches) next.emplace(records, columns[c + 1]);
        compareColumn(*column, next ? &*next : nullptr, comparer);
        column = std::move(next);
    }
}

}  // namespace raquette::ingest
