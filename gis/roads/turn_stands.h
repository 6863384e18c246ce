#pragma once

#include "gis/roads/turn_paths.h"

#include <unordered_map>
#include <utility>
#include <vector>

namespace raquette::roads {

/// What those who come to a junction have on their mind: drives by which they may not go on, and drives after which they do not stand where
/// others do, because a rule over several roads is under way.
struct Stand {
    std::vector<Drive> barred;                              ///< ascending
    std::vector<std::pair<Drive, std::uint32_t>> arrivals;  ///< ascending: the drive, and at which stand of its end it then arrives
};

/// The stands of all junctions. Stand 0 of each is that of those who come free; few junctions have others.
struct TurnStands {
    std::vector<std::uint32_t> counts;    ///< of each junction
    std::vector<std::uint32_t> arrivals;  ///< of each drive: where it ends for who began on it, or came to it free
    std::unordered_map<std::uint32_t, std::vector<Stand>> ofJunction;  ///< stands 1 and on, where there are any
};

/// Gives a junction a stand for each different thing that those who come there may have on their mind. What matters of a journey is the
/// longest end of it with which some path begins: without turning back there are at most as many as the paths have drives (Aho, Corasick
/// 1975). Who turns back on a stretch has not left it: that is remembered as long as it takes no more than four times as many.
TurnStands turnStands(const Stretches& stretches, const DrivesAround& around, const std::vector<TurnPath>& paths);

}  // namespace raquette::roads
