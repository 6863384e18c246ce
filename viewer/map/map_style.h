#pragma once

#include <array>
#include <vector>

namespace raquette::viewer {

/// Colours of a choropleth, each told apart by every eye and in grey.
enum class Ramp { Usual, Blue, Warm };
inline constexpr std::array<const char*, 3> rampNames{"sequential", "blue", "warm"};

/// How the figures of territories are shown: as a reader chose, else as the tool does.
struct MapStyle {
    std::vector<double> bounds;  ///< between the classes, rising, in the unit of the figures (a share is 0 to 1); none: the tool's own
    Ramp ramp = Ramp::Usual;

    bool operator==(const MapStyle&) const = default;
};

}  // namespace raquette::viewer
