#include "tests/bench/pgrouting_roads.h"

#include <fmt/format.h>
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>

namespace raquette::bench {

namespace {

using roads::Position;
using roads::RawRoads;

/// Rows of numbers.
template <std::size_t Columns>
std::vector<std::array<double, Columns>> readRows(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(fmt::format("{}: cannot be read.", file.string()));
    std::vector<std::array<double, Columns>> rows;
    for (std::string line; std::getline(in, line);) {
        const char* at = line.data();
        const char* const end = at + line.size();
        for (double& cell : rows.emplace_back()) {
            const auto [next, problem] = std::from_chars(at, end, cell);
            if (problem != std::errc())
                throw std::runtime_error(fmt::format("{}: “{}” is no row of {} numbers.", file.string(), line, Columns));
            at = next == end ? end : next + 1;
        }
    }
    return rows;
}

/// One road for each direction that is open, of the seconds that its row says.
void addWay(RawRoads& raw, std::uint32_t from, std::uint32_t to, double seconds) {
    if (seconds < 0) return;
    constexpr float noTime = 1e9F;  // km/h, of ways that take none
    raw.roads.push_back({static_cast<std::uint32_t>(raw.vertices.size()), noTime, 0, static_cast<float>(seconds), true});
    raw.vertices.insert(raw.vertices.end(), {from, to});
}

}  // namespace

PgRoutingRoads readPgRouting(const std::filesystem::path& folder) {
    RawRoads raw;
    std::unordered_map<std::uint64_t, std::uint32_t> points;
    for (const auto& [id, lon, lat] : readRows<3>(folder / "vertices.csv")) {
        points[static_cast<std::uint64_t>(id)] = static_cast<std::uint32_t>(raw.points.size());
        raw.points.push_back(roads::toPosition({lon, lat}));
    }
    const auto point = [&](double id) { return points.at(static_cast<std::uint64_t>(id)); };
    for (const auto& [source, target, cost, reverse] : readRows<4>(folder / "ways.csv")) {
        addWay(raw, point(source), point(target), cost);
        addWay(raw, point(target), point(source), reverse);
    }
    PgRoutingRoads read{makeGraph(raw, {0}), {}, {}, {}};
    std::map<std::pair<std::int32_t, std::int32_t>, std::uint32_t> nodes;
    for (std::uint32_t node = 0; node < read.graph.nodeCount(); ++node) {
        const Position at = read.graph.arrays().nodes[node];
        if (!nodes.emplace(std::pair(at.lon, at.lat), node).second) throw std::runtime_error("Two vertices are at one place.");
    }
    const auto node = [&](double id) {
        const Position at = raw.points[point(id)];
        return nodes.at({at.lon, at.lat});
    };
    for (const auto& [id] : readRows<1>(folder / "places.csv")) read.places.push_back(node(id));
    for (const auto& [place, id, seconds] : readRows<3>(folder / "alone.csv")) read.alone.push_back({node(place), node(id), seconds});
    for (const auto& [place, id, seconds] : readRows<3>(folder / "nearest.csv")) read.nearest.push_back({node(place), node(id), seconds});
    return read;
}

}  // namespace raquette::bench
