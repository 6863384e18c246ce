#include "tests/bench/road_generator.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace raquette::bench {

namespace {

using roads::RawRoads;

constexpr double block = 120;           // metres from street to street
constexpr double nodesOfACell = 246;    // a village and the land around it
constexpr double nodesOfTheLand = 104;  // thereof outside the village
constexpr double cellSide = 5000;       // metres
constexpr std::uint32_t motorwayEach = 8;

class Country {
public:
    explicit Country(const RoadCountry& asked) : random_(asked.seed) {
        side_ =
            std::max<std::uint32_t>(2, static_cast<std::uint32_t>(std::lround(std::sqrt(static_cast<double>(asked.nodes) / nodesOfACell))));
        roads_.points.reserve(asked.nodes * 3);
        roads_.vertices.reserve(asked.nodes * 5);
        roads_.roads.reserve(asked.nodes * 2);
    }

    RawRoads make() {
        layTowns();
        for (std::uint32_t row = 0; row < side_; ++row) {
            for (std::uint32_t column = 0; column < side_; ++column) {
                if (column + 1 < side_) join(town(row, column), town(row, column + 1), column % 3 == 0);
                if (row + 1 < side_) join(town(row, column), town(row + 1, column), row % 3 == 0);
            }
        }
        layMotorways();
        return std::move(roads_);
    }

private:
    struct Metres {
        double x = 0, y = 0;
    };
    struct Town {
        Metres at;
        std::uint32_t middle = 0;  ///< its middle junction
    };

    double unit() { return static_cast<double>(random_() >> 11U) * 0x1.0p-53; }
    double around(double most) { return (unit() * 2 - 1) * most; }
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }

    std::uint32_t point(Metres at) {
        constexpr double metresPerDegree = 111200;
        const double lat = 42.5 + at.y / metresPerDegree;
        const double lon = -4.5 + at.x / (metresPerDegree * 0.69);
        roads_.points.push_back(roads::toPosition({lon, lat}));
        places_.push_back(at);
        return static_cast<std::uint32_t>(roads_.points.size() - 1);
    }
    void begin(float forward, float backward, bool stopping = true) {
        roads_.roads.push_back({static_cast<std::uint32_t>(roads_.vertices.size()), forward, backward, 0, stopping});
    }
    void pass(std::uint32_t point) { roads_.vertices.push_back(point); }
    void bend(std::uint32_t from, std::uint32_t to, double share, double aside) {
        const Metres a = places_[from];
        const Metres b = places_[to];
        pass(point({a.x + (b.x - a.x) * share + around(aside), a.y + (b.y - a.y) * share + around(aside)}));
    }
    Town& town(std::uint32_t row, std::uint32_t column) { return towns_[std::size_t{row} * side_ + column]; }

    void layTowns() {
        std::vector<double> sizes(std::size_t{side_} * side_);
        double sum = 0;
        for (double& size : sizes) sum += size = std::min(std::pow(1 - unit(), -0.8), 2000.0);  // few are large (Zipf)
        const double scale = 168 * static_cast<double>(sizes.size()) / sum;
        for (std::uint32_t i = 0; i < sizes.size(); ++i) {
            const std::uint32_t column = i % side_;
            const std::uint32_t row = i / side_;
            const Metres at{(column + 0.5) * cellSide + around(1500), (row + 0.5) * cellSide + around(1500)};
            towns_.push_back(
                {at, layStreets(at, std::max<std::uint32_t>(2, static_cast<std::uint32_t>(std::lround(std::sqrt(sizes[i] * scale)))))});
        }
    }

    /// A town of `side` × `side` junctions, some of its blocks thrown together.
    std::uint32_t layStreets(Metres middle, std::uint32_t side) {
        const auto first = static_cast<std::uint32_t>(roads_.points.size());
        for (std::uint32_t row = 0; row < side; ++row) {
            for (std::uint32_t column = 0; column < side; ++column) {
                point({middle.x + (column - side / 2.0) * block + around(40), middle.y + (row - side / 2.0) * block + around(40)});
            }
        }
        const bool large = side > 20;
        for (const bool across : {false, true}) {
            for (std::uint32_t line = 0; line < side; ++line) {
                const auto at = [&](std::uint32_t i) { return first + (across ? line * side + i : i * side + line); };
                const bool main = line % 6 == 0;
                const bool oneway = large && !main && below(4) == 0;
                const float speed = main ? 50 : 30;
                bool open = false;
                for (std::uint32_t i = 0; i + 1 < side; ++i) {
                    if (!main && unit() > (across ? 0.8 : 0.55)) {
                        open = false;
                        continue;
                    }
                    if (!open) {
                        begin(speed, oneway ? 0 : speed);
                        pass(at(i));
                    }
                    open = true;
                    bend(at(i), at(i + 1), 0.5, 10);
                    pass(at(i + 1));
                }
            }
        }
        return first + side / 2 * side + side / 2;
    }

    /// A road over the land with lanes to farms.
    void join(const Town& a, const Town& b, bool large) {
        constexpr std::uint32_t crossings = 7;
        std::vector<std::uint32_t> stops{a.middle};
        const float speed = large ? 90 : 60 + static_cast<float>(below(3)) * 10;
        for (std::uint32_t i = 1; i <= crossings; ++i) {
            const double share = i / (crossings + 1.0);
            stops.push_back(point({a.at.x + (b.at.x - a.at.x) * share + around(150), a.at.y + (b.at.y - a.at.y) * share + around(150)}));
        }
        stops.push_back(b.middle);
        begin(speed, speed);
        pass(stops.front());
        for (std::size_t i = 1; i < stops.size(); ++i) {
            bend(stops[i - 1], stops[i], 0.33, 30);
            bend(stops[i - 1], stops[i], 0.67, 30);
            pass(stops[i]);
        }
        for (std::uint32_t i = 1; i <= crossings; ++i) layLanes(stops[i]);
    }

    void layLanes(std::uint32_t from) {
        std::vector<std::uint32_t> ends{from};
        for (std::uint32_t lanes = 1 + below(12); lanes > 0; --lanes) {
            const std::uint32_t start = ends[below(static_cast<std::uint32_t>(ends.size()))];
            ends.push_back(point({places_[start].x + around(350), places_[start].y + around(350)}));
            begin(40, 40);
            pass(start);
            bend(start, ends.back(), 0.3, 20);
            bend(start, ends.back(), 0.7, 20);
            pass(ends.back());
        }
    }

    void layMotorways() {
        for (std::uint32_t line = motorwayEach / 2; line < side_; line += motorwayEach) {
            for (std::uint32_t i = 0; i + 2 < side_; i += 2) {
                motorway(town(line, i), town(line, i + 2));
                motorway(town(i, line), town(i + 2, line));
            }
        }
    }

    /// One carriageway for each direction, ramps in both towns.
    void motorway(const Town& a, const Town& b) {
        for (const double lane : {-15.0, 15.0}) {
            const Town& from = lane < 0 ? a : b;
            const Town& to = lane < 0 ? b : a;
            const std::uint32_t on = point({from.at.x + 800 + lane, from.at.y + 800 + lane});
            const std::uint32_t off = point({to.at.x + 800 + lane, to.at.y + 800 + lane});
            ramp(from.middle, on);
            begin(130, 0, false);
            pass(on);
            for (int i = 1; i < 20; ++i) bend(on, off, i / 20.0, 5);
            pass(off);
            ramp(off, to.middle);
        }
    }
    void ramp(std::uint32_t from, std::uint32_t to) {
        begin(60, 0, false);
        pass(from);
        bend(from, to, 0.5, 50);
        pass(to);
    }

    std::mt19937_64 random_;
    std::uint32_t side_ = 0;  ///< cells each way
    std::vector<Town> towns_;
    std::vector<Metres> places_;  ///< of each point
    RawRoads roads_;
};

}  // namespace

roads::RawRoads generateRoads(const RoadCountry& country) {
    return Country(country).make();
}

}  // namespace raquette::bench
