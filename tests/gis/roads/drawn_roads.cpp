#include "tests/gis/roads/drawn_roads.h"

#include "gis/roads/path_rules.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cctype>
#include <cmath>

namespace raquette::roads::testing {

namespace {

constexpr double side = 100;  // metres
constexpr geometry::LonLat corner{3.08, 45.78};

}  // namespace

DrawnRoads::DrawnRoads(const std::vector<std::string>& rows) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const char letter = rows[row][column];
            if (std::isalpha(static_cast<unsigned char>(letter)) == 0) continue;
            points_[letter] = static_cast<std::uint32_t>(raw.points.size());
            raw.points.push_back(toPosition(at(static_cast<double>(column), static_cast<double>(row))));
        }
    }
}

geometry::LonLat DrawnRoads::at(double column, double row) const {
    const MetresPerDegree metres(corner.lat);
    return {corner.lon + column * side / metres.lon, corner.lat - row * side / metres.lat};
}

void DrawnRoads::add(const std::string& letters, float forward, float backward) {
    roads_[letters] = static_cast<std::uint32_t>(raw.roads.size());
    raw.roads.push_back({static_cast<std::uint32_t>(raw.vertices.size()), forward, backward, 0, true});
    for (const char letter : letters) raw.vertices.push_back(point(letter));
}

void DrawnRoads::ferry(const std::string& letters, float seconds) {
    road(letters, 1);
    raw.roads.back().seconds = seconds;
    raw.roads.back().stopping = false;
}

void DrawnRoads::motorway(const std::string& letters, float kmh) {
    oneway(letters, kmh);
    raw.roads.back().stopping = false;
}

void DrawnRoads::rule(const std::string& from, char via, const std::string& to, bool only) {
    raw.turns.push_back({roads_.at(from), point(via), roads_.at(to), only});
}

bool DrawnRoads::path(const std::vector<std::string>& roads, bool only) {
    std::vector<std::vector<std::uint32_t>> ways;
    for (const std::string& letters : roads) ways.push_back({roads_.at(letters)});
    const std::vector<PathRule> rules = pathRules(raw, ways, only);
    raw.paths.insert(raw.paths.end(), rules.begin(), rules.end());
    return !rules.empty();
}

std::uint32_t nodeAt(const RoadGraph& graph, Position place) {
    const auto nodes = graph.arrays().nodes;
    const auto found = std::ranges::find(nodes, place);
    EXPECT_NE(found, nodes.end()) << "no junction there";
    return static_cast<std::uint32_t>(found - nodes.begin());
}

long inSeconds(Millis time) {
    return time == unreached ? never : std::lround(time / 1000.0);
}

long drive(const RoadGraph& graph, Position from, Position to) {
    const std::uint32_t start = nodeAt(graph, from);
    const std::uint32_t end = nodeAt(graph, to);
    std::vector<Seed> ends;
    for (std::uint32_t stand = end; stand < graph.standsEnd(end); ++stand) ends.push_back({stand, 0, 0});
    const Millis there = nearestSeeds(graph, Heading::ToSeeds, ends).times[start];
    const NearestSeeds onward = nearestSeeds(graph, Heading::FromSeeds, std::vector<Seed>{{start, 0, 0}});
    Millis thence = unreached;
    for (const Seed& stand : ends) thence = std::min(thence, onward.times[stand.node]);
    EXPECT_EQ(there, thence) << "the two headings differ";
    return inSeconds(there);
}

long drive(const RoadGraph& graph, const Spot& from, const Spot& to) {
    if (!from.onRoad() || !to.onRoad()) return never;
    std::vector<Seed> scratch;
    const auto search = [&](Heading heading, const Spot& seed, const Spot& other) {
        std::vector<Seed> seeds;
        seedsOf(graph, heading, seed, seeds);
        const NearestSeeds found = nearestSeeds(graph, heading, seeds);
        return bestAt(graph, heading, other, [&](std::uint32_t node) { return found.times[node]; }, scratch).time;
    };
    const Millis there = search(Heading::ToSeeds, to, from);
    EXPECT_EQ(there, search(Heading::FromSeeds, from, to)) << "the two headings differ";
    return inSeconds(std::min(there, straightAlong(graph, from, to)));
}

}  // namespace raquette::roads::testing
