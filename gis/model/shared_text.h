#pragma once

#include <atomic>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace raquette::model {

/// A text that never changes once made, whose copies share it: eight bytes a copy, nothing at all when empty. A list of a million rows says
/// `diffusion` and `Saint-Étienne` over and over; this is what keeps it in memory once. Copies may live in different threads.
class SharedText {
public:
    SharedText() = default;
    SharedText(std::string text)
        : block_(text.empty() ? nullptr : new Block{{1}, std::move(text)}) {}  // NOLINT(google-explicit-constructor)
    SharedText(std::string_view text) : SharedText(std::string(text)) {}       // NOLINT(google-explicit-constructor)
    SharedText(const char* text) : SharedText(std::string(text)) {}            // NOLINT(google-explicit-constructor)
    SharedText(const SharedText& other) noexcept : block_(other.block_) {
        if (block_) block_->copies.fetch_add(1, std::memory_order_relaxed);
    }
    SharedText(SharedText&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    SharedText& operator=(const SharedText& other) noexcept {
        *this = SharedText(other);
        return *this;
    }
    SharedText& operator=(SharedText&& other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~SharedText() {
        if (block_ && block_->copies.fetch_sub(1, std::memory_order_acq_rel) == 1) delete block_;
    }

    const std::string& str() const { return block_ ? block_->text : nothing(); }
    operator const std::string&() const { return str(); }  // NOLINT(google-explicit-constructor)
    operator std::string_view() const { return str(); }    // NOLINT(google-explicit-constructor)
    bool empty() const { return !block_; }
    std::size_t size() const { return str().size(); }
    void clear() { *this = SharedText(); }

    friend bool operator==(const SharedText& a, const SharedText& b) { return a.block_ == b.block_ || a.str() == b.str(); }
    friend bool operator==(const SharedText& a, const std::string& b) { return a.str() == b; }
    friend bool operator==(const SharedText& a, std::string_view b) { return a.str() == b; }
    friend bool operator==(const SharedText& a, const char* b) { return a.str() == b; }
    friend auto operator<=>(const SharedText& a, const SharedText& b) { return a.str() <=> b.str(); }
    friend std::string operator+(const SharedText& a, std::string_view b) { return std::string(a.str()).append(b); }
    friend std::string operator+(std::string_view a, const SharedText& b) { return std::string(a).append(b.str()); }
    friend std::ostream& operator<<(std::ostream& out, const SharedText& text);

private:
    struct Block {
        std::atomic<std::uint32_t> copies;
        std::string text;
    };

    static const std::string& nothing();

    Block* block_ = nullptr;
};

/// Texts met so far, so that equal ones are kept once. For one thread.
class TextPool {
public:
    /// Makes the text the one met first.
    void share(SharedText& text);

private:
    std::unordered_map<std::string_view, SharedText> known_;
};

/// Each word as a text to share.
std::vector<SharedText> shared(const std::vector<std::string>& words);

}  // namespace raquette::model
