#pragma once

#include "gis/roads/profile.h"

#include <optional>
#include <span>
#include <string_view>

namespace raquette::roads {

/// A key and a value of OpenStreetMap.
struct Tag {
    std::string_view key;
    std::string_view value;
};
using Tags = std::span<const Tag>;

/// Empty where the key is not there.
std::string_view valueOf(Tags tags, std::string_view key);

/// What a way is to a profile.
struct WayUse {
    float forward = 0;  ///< km/h; 0: closed
    float backward = 0;
    float seconds = 0;  ///< of the whole way, where a ferry states it
    bool stopping = true;
    bool wrongSpeed = false;  ///< a posted speed that cannot be was left aside

    bool open() const { return forward > 0 || backward > 0; }
};
WayUse useOf(Tags way, const Profile& profile);

/// Whether a node (a gate, bollards) cannot be passed.
bool bars(Tags node, const Profile& profile);

/// What a turn restriction says to a profile: not to go there, or only there; nothing where it does not mean it, or holds at times only.
struct TurnUse {
    bool only = false;
};
std::optional<TurnUse> turnOf(Tags relation, const Profile& profile);

/// A posted speed in km/h: `50`, `30 mph`, `FR:rural`, `walk`, `none`. Nothing where it is none of these.
std::optional<double> postedSpeed(std::string_view text);

/// `01:30`, `00:45:00`, `45` (minutes), in seconds. Nothing where it is none of these, or over a month.
std::optional<double> duration(std::string_view text);

}  // namespace raquette::roads
