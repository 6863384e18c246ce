#pragma once

#include "gis/roads/travel_time.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace raquette::roads {

/// Nodes by the time they are reached at, for searches that never go back in time, half a second to a bucket (Dial 1969). Nodes of one
/// bucket come in no order: one that is reached a little earlier by another of them comes again (Meyer and Sanders 2003). Few roads are so
/// short, and a heap would cost more than those few do.
class TimeBuckets {
public:
    struct Entry {
        Millis time = 0;
        std::uint32_t node = 0;
    };

    void push(Millis time, std::uint32_t node) {
        const std::uint32_t index = time >> widthBits;
        if (index - current_ < count) {
            ring_[index % count].push_back({time, node});
            ++inRing_;
        } else {
            far_.push_back({time, node});
            farFirst_ = std::min(farFirst_, index);
        }
    }

    /// Goes on to the next bucket that holds something; false where none does.
    bool next() {
        while (true) {
            if (inRing_ == 0) {
                if (far_.empty()) return false;
                current_ = farFirst_;
            }
            if (current_ >= farFirst_) bringNear();
            if (!bucket().empty()) return true;
            ++current_;
        }
    }

    /// It grows while its nodes are gone through.
    const std::vector<Entry>& bucket() const { return ring_[current_ % count]; }

    /// All of the bucket has been gone through.
    void close() {
        std::vector<Entry>& done = ring_[current_ % count];
        inRing_ -= done.size();
        done.clear();
    }

    /// For the next search, which may begin at any time.
    void clear() {
        if (inRing_ > 0) {
            for (auto& bucket : ring_) bucket.clear();
        }
        inRing_ = 0;
        far_.clear();
        farFirst_ = none;
        current_ = 0;
    }

private:
    static constexpr std::uint32_t widthBits = 9;
    static constexpr std::uint32_t count = 2048;  ///< seventeen minutes: ferries are further away
    static constexpr std::uint32_t none = ~0U;

    void bringNear() {
        const std::vector<Entry> far = std::exchange(far_, {});
        farFirst_ = none;
        for (const Entry& entry : far) push(entry.time, entry.node);
    }

    std::vector<std::vector<Entry>> ring_ = std::vector<std::vector<Entry>>(count);
    std::vector<Entry> far_;
    std::uint32_t farFirst_ = none;
    std::uint32_t current_ = 0;
    std::size_t inRing_ = 0;
};

}  // namespace raquette::roads
