#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// The cells of a row in one piece of memory: a list of a million rows has many more cells, mostly short, and strings of their own would
/// take five times the room. Cells are read where they lie; to change one, the row is made anew from its views.
class RowCells {
public:
    class Iterator {
    public:
        using value_type = std::string_view;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        Iterator(const RowCells& cells, std::size_t at) : cells_(&cells), at_(at) {}
        std::string_view operator*() const { return (*cells_)[at_]; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        Iterator operator++(int) {
            const Iterator before = *this;
            ++at_;
            return before;
        }
        bool operator==(const Iterator&) const = default;

    private:
        const RowCells* cells_ = nullptr;
        std::size_t at_ = 0;
    };
    using value_type = std::string_view;
    using size_type = std::size_t;
    using iterator = Iterator;
    using const_iterator = Iterator;

    RowCells() = default;
    RowCells(std::span<const std::string_view> cells);  // NOLINT(google-explicit-constructor): a row is its cells
    RowCells(const std::vector<std::string_view>& cells) : RowCells(std::span<const std::string_view>(cells)) {}  // NOLINT
    RowCells(const std::vector<std::string>& cells);                                                              // NOLINT
    RowCells(std::initializer_list<std::string_view> cells) : RowCells(std::span<const std::string_view>(cells.begin(), cells.size())) {}
    RowCells(const RowCells& other);
    RowCells(RowCells&&) noexcept = default;
    RowCells& operator=(const RowCells& other);
    RowCells& operator=(RowCells&&) noexcept = default;
    ~RowCells() = default;

    std::size_t size() const { return block_ ? block_[0] : 0; }
    bool empty() const { return size() == 0; }
    std::string_view operator[](std::size_t column) const {
        const std::uint32_t begin = column == 0 ? 0 : block_[column];
        return {text() + begin, block_[column + 1] - begin};
    }
    std::string_view front() const { return (*this)[0]; }
    std::string_view back() const { return (*this)[size() - 1]; }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }
    /// To make another row of; they live as long as this one.
    std::vector<std::string_view> views() const { return {begin(), end()}; }
    /// All cells one after the other. With their sizes, it is what the row says.
    std::string_view joined() const { return block_ ? std::string_view(text(), block_[size()]) : std::string_view(); }
    std::uint64_t hash() const;

    bool operator==(const RowCells& other) const;

private:
    const char* text() const { return reinterpret_cast<const char*>(block_.get() + 1 + block_[0]); }

    /// How many cells, where each ends in the text, then the text.
    std::unique_ptr<std::uint32_t[]> block_;  // NOLINT(*-avoid-c-arrays): a vector would be three times as large
};

}  // namespace raquette::ingest
