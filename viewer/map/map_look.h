#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace raquette::viewer {

/// What a map is made of, in the words of those who look at it, each drawn over the one before it where nobody chose otherwise.
enum class MapPart { Holes, People, Covered, Territories, Contracts, Borders, Links, Circles, Dots, Names, Numbers };
inline constexpr std::size_t mapPartCount = 11;
/// Written in settings.
inline constexpr std::array<const char*, mapPartCount> mapPartNames{"holes", "people",  "covered", "territories", "contracts", "borders",
                                                                    "links", "circles", "dots",    "names",       "numbers"};

/// Land that is reached, land that is not, and territories: side by side by what they mean, they lie at one height and move as one.
bool isLand(MapPart part);
/// Circles, dots, names…: drawn over what is under them, at no scale.
bool isSign(MapPart part);

/// In which order the parts of a map are drawn, how strongly and whether at all: as a reader chose, else as the tool does.
class MapLook {
public:
    MapLook();

    /// The lowest first.
    const std::array<MapPart, mapPartCount>& order() const { return order_; }
    /// 0 unseen, 1 hiding what is under it.
    double opacity(MapPart part) const { return opacity_[static_cast<std::size_t>(part)]; }
    bool shows(MapPart part) const { return shown_[static_cast<std::size_t>(part)]; }

    /// Held between 0 and 1.
    void setOpacity(MapPart part, double opacity);
    void show(MapPart part, bool shown);
    /// Puts a part right above another, or right under it; land goes with land.
    void putAbove(MapPart part, MapPart other);
    void putUnder(MapPart part, MapPart other);
    /// False, and nothing changes, where not every part is there once.
    bool setOrder(const std::vector<MapPart>& lowestFirst);

    bool operator==(const MapLook&) const = default;

private:
    void put(MapPart part, MapPart other, bool above);

    std::array<MapPart, mapPartCount> order_{};
    std::array<double, mapPartCount> opacity_{};
    std::array<bool, mapPartCount> shown_{};
};

/// The nearest part above (or under) another among those that a map has, the lowest first, past what moves with it.
std::optional<MapPart> neighbour(const std::vector<MapPart>& parts, MapPart part, bool above);

}  // namespace raquette::viewer
