#include "ingest/table/row_cells.h"

#include "ingest/records/text_hash.h"

#include <algorithm>
#include <limits>
#include <new>

namespace raquette::ingest {

namespace {

constexpr std::size_t word = sizeof(std::uint32_t);

std::size_t wordsFor(std::size_t cells, std::size_t letters) {
    return 1 + cells + (letters + word - 1) / word;
}

}  // namespace

RowCells::RowCells(std::span<const std::string_view> cells) {
    if (cells.empty()) return;
    std::size_t letters = 0;
    for (const std::string_view cell : cells) letters += cell.size();
    if (letters > std::numeric_limits<std::uint32_t>::max()) throw std::bad_alloc();
    block_ = std::make_unique_for_overwrite<std::uint32_t[]>(wordsFor(cells.size(), letters));  // NOLINT(*-avoid-c-arrays)
    block_[0] = static_cast<std::uint32_t>(cells.size());
    auto* to = reinterpret_cast<char*>(block_.get() + 1 + cells.size());
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::ranges::copy(cells[i], to + end);
        end += static_cast<std::uint32_t>(cells[i].size());
        block_[i + 1] = end;
    }
}

RowCells::RowCells(const std::vector<std::string>& cells) : RowCells(std::vector<std::string_view>(cells.begin(), cells.end())) {}

RowCells::RowCells(const RowCells& other) {
    if (!other.block_) return;
    const std::size_t words = wordsFor(other.size(), other.joined().size());
    block_ = std::make_unique_for_overwrite<std::uint32_t[]>(words);  // NOLINT(*-avoid-c-arrays)
    std::copy_n(other.block_.get(), words, block_.get());
}

RowCells& RowCells::operator=(const RowCells& other) {
    if (this != &other) *this = RowCells(other);
    return *this;
}

std::uint64_t RowCells::hash() const {
    std::uint64_t hash = hashOf(joined());
    for (std::size_t i = 0; i < size(); ++i) hash = (hash ^ block_[i + 1]) * 1099511628211ULL;
    return hash;
}

bool RowCells::operator==(const RowCells& other) const {
    return size() == other.size() && joined() == other.joined() && std::ranges::equal(*this, other);
}

}  // namespace raquette::ingest
