#pragma once

#include "gis/roads/spot.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::roads::testing {

/// Roads drawn in characters, near Clermont-Ferrand: a letter is a point, one character is 100 m east to west, one row 100 m north to
/// south; anything else is open country. A road is named by the letters it runs along, "ABC". At 36 km/h a character takes ten seconds.
class DrawnRoads {
public:
    RawRoads raw;

    explicit DrawnRoads(const std::vector<std::string>& rows);

    void road(const std::string& letters, float kmh = 36) { add(letters, kmh, kmh); }
    void oneway(const std::string& letters, float kmh = 36) { add(letters, kmh, 0); }
    void add(const std::string& letters, float forward, float backward);
    void ferry(const std::string& letters, float seconds);
    void motorway(const std::string& letters, float kmh);
    void barrier(char letter) { raw.barriers.push_back(point(letter)); }
    void mayNot(const std::string& from, char via, const std::string& to) { rule(from, via, to, false); }
    void mustGo(const std::string& from, char via, const std::string& to) { rule(from, via, to, true); }
    /// Over roads: the first, those in between, the last. Tells whether they join.
    bool mayNot(const std::vector<std::string>& roads) { return path(roads, false); }
    bool mustGo(const std::vector<std::string>& roads) { return path(roads, true); }

    RoadGraph graph(double smallestPartKilometres = 0) const { return makeGraph(raw, {smallestPartKilometres}); }
    geometry::LonLat at(double column, double row) const;
    Position at(char letter) const { return raw.points[point(letter)]; }

private:
    std::uint32_t point(char letter) const { return points_.at(letter); }
    void rule(const std::string& from, char via, const std::string& to, bool only);
    bool path(const std::vector<std::string>& roads, bool only);

    std::map<char, std::uint32_t> points_;
    std::map<std::string, std::uint32_t> roads_;
};

/// The first node of the junction at a place; the test fails where there is none.
std::uint32_t nodeAt(const RoadGraph& graph, Position place);

/// A journey's seconds, to the whole second.
inline constexpr long never = -1;
long inSeconds(Millis time);

/// From one junction to another, as one who starts at the first; searched from both ends, which must agree.
long drive(const RoadGraph& graph, Position from, Position to);

/// From one place on the roads to another.
long drive(const RoadGraph& graph, const Spot& from, const Spot& to);

}  // namespace raquette::roads::testing
