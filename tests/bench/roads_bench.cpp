#include "gis/analysis/analysis.h"
#include "gis/roads/graph_file.h"
#include "gis/roads/roads.h"
#include "gis/roads/spot.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/roads/extract.h"
#include "ingest/roads/profile_file.h"
#include "ingest/study/study_file.h"
#include "tests/bench/pgrouting_roads.h"
#include "tests/bench/road_generator.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <exception>
#include <filesystem>
#include <limits>
#include <random>
#include <string_view>

// Travel times on a country of France's size. One process makes the graph, another searches it, so that the peak of memory is the search's:
// `raquette-bench-roads make FILE [NODES]`, then `raquette-bench-roads search FILE`; `raquette-bench-roads study FILE STUDY`: a whole study
// by time on it; `raquette-bench-roads extract FILE`: seconds from an extract to its kept graph; `raquette-bench-roads beside FOLDER`: what
// pgRouting did.

namespace {

using namespace raquette;

constexpr roads::GraphKey key{1, 1};

class Clock {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;  // NOLINT(cppcoreguidelines-pro-type-union-access): glibc's
}

void make(const char* file, std::size_t nodes) {
    const Clock generating;
    const roads::RawRoads raw = bench::generateRoads({.nodes = nodes, .seed = 1});
    fmt::print("roads, generated: {:.1f} s\n", generating.seconds());
    const Clock making;
    const roads::RoadGraph graph = roads::makeGraph(raw);
    fmt::print("roads, graph of {} nodes, {} arcs, {} edges: {:.1f} s\n", graph.nodeCount(), graph.arcCount(), graph.arrays().edges.size(),
               making.seconds());
    const Clock keeping;
    roads::keepGraph(graph, key, file);
    fmt::print("roads, kept: {:.1f} s, peak {:.0f} MB\n", keeping.seconds(), peakMegabytes());
}

/// Providers near junctions drawn at random: many in towns, as people are.
std::vector<roads::Spot> drawProviders(const roads::RoadGraph& graph, std::size_t count) {
    std::mt19937_64 random(2);
    std::vector<roads::Spot> providers;
    while (providers.size() < count) {
        const roads::Spot spot = spotAt(graph, toLonLat(graph.arrays().nodes[random() % graph.nodeCount()]), {1000});
        if (spot.onRoad()) providers.push_back(spot);
    }
    return providers;
}

std::size_t countReached(const roads::NearestSeeds& found) {
    return static_cast<std::size_t>(std::ranges::count_if(found.times, [](roads::Millis time) { return time != roads::unreached; }));
}

void searchNearest(const roads::RoadGraph& graph, const std::vector<roads::Spot>& providers) {
    std::vector<roads::Seed> seeds;
    for (std::uint32_t label = 0; label < providers.size(); ++label) {
        const std::size_t begin = seeds.size();
        seedsOf(graph, roads::Heading::ToSeeds, providers[label], seeds);
        for (std::size_t i = begin; i < seeds.size(); ++i) seeds[i].label = label;
    }
    double best = 1e9;
    std::size_t reached = 0;
    for (int run = 0; run < 3; ++run) {
        const Clock clock;
        const roads::NearestSeeds found = nearestSeeds(graph, roads::Heading::ToSeeds, seeds);
        best = std::min(best, clock.seconds());
        reached = countReached(found);
    }
    fmt::print("roads, nearest of {} providers: {:.2f} s, {} nodes settled, peak {:.0f} MB\n", providers.size(), best, reached,
               peakMegabytes());
}

void searchEach(const roads::RoadGraph& graph, const std::vector<roads::Spot>& providers) {
    tbb::enumerable_thread_specific<roads::BoundedSearch> searches([&] { return roads::BoundedSearch(graph); });
    std::atomic<std::size_t> reached = 0;
    const Clock clock;
    tbb::parallel_for(std::size_t{0}, providers.size(), [&](std::size_t i) {
        std::vector<roads::Seed> seeds;
        seedsOf(graph, roads::Heading::ToSeeds, providers[i], seeds);
        reached += searches.local().around(roads::Heading::ToSeeds, seeds, roads::toMillis(45 * 60.0)).size();
    });
    fmt::print("roads, {} providers each alone, 45 min: {:.1f} s, {} nodes settled, peak {:.0f} MB\n", providers.size(), clock.seconds(),
               reached.load(), peakMegabytes());
}

void search(const char* file) {
    const Clock reading;
    const std::optional<roads::RoadGraph> graph = roads::keptGraph(key, file);
    if (!graph) throw std::runtime_error(fmt::format("{}: no graph; make it first.", file));
    fmt::print("roads, graph of {} nodes, {} arcs read: {:.2f} s\n", graph->nodeCount(), graph->arcCount(), reading.seconds());
    const std::vector<roads::Spot> providers = drawProviders(*graph, 1000);
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, 2);
    searchNearest(*graph, providers);
    searchEach(*graph, providers);
}

using Times = std::vector<roads::Millis>;

/// Of each node the least time from any place, by what pgRouting found from each.
Times leastOf(const std::vector<bench::PgRoutingRoads::Found>& alone, std::size_t nodes) {
    Times least(nodes, roads::unreached);
    for (const auto& found : alone) least[found.node] = std::min(least[found.node], roads::toMillis(found.seconds));
    return least;
}

/// How many of their rows are not ours to a millionth of a second, and how many of ours they have not.
std::size_t differing(const std::vector<bench::PgRoutingRoads::Found>& theirs, const std::vector<std::uint32_t>& places,
                      const std::vector<Times>& ours) {
    std::vector<std::size_t> placeAt(ours.front().size());
    for (std::size_t i = 0; i < places.size(); ++i) placeAt[places[i]] = i;
    std::size_t same = 0;
    for (const auto& [place, node, seconds] : theirs) {
        const roads::Millis time = ours[placeAt[place]][node];
        if (time != roads::unreached && std::abs(time / 1000.0 - seconds) <= 1e-6) ++same;
    }
    std::size_t reached = 0;
    for (const Times& times : ours) reached += times.size() - static_cast<std::size_t>(std::ranges::count(times, roads::unreached));
    return std::max(theirs.size(), reached) - same;
}

/// The same searches on the same graph, on one thread as theirs, what is reached written down; the best of five runs.
void searchBeside(const char* folder) {
    const bench::PgRoutingRoads roads = bench::readPgRouting(folder);
    const std::size_t nodes = roads.graph.nodeCount();
    const roads::Millis limit = roads::toMillis(900.0);
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, 1);
    double alone = 1e9;
    double nearest = 1e9;
    std::vector<std::vector<roads::Reached>> reached;
    roads::NearestSeeds found;
    for (int run = 0; run < 5; ++run) {
        const Clock one;
        reached.clear();
        roads::BoundedSearch search(roads.graph);
        for (const std::uint32_t place : roads.places) {
            const auto around = search.around(roads::Heading::FromSeeds, std::vector<roads::Seed>{{place, 0, 0}}, limit);
            reached.emplace_back(around.begin(), around.end());
        }
        alone = std::min(alone, one.seconds());
        const Clock all;
        std::vector<roads::Seed> seeds;
        for (const std::uint32_t place : roads.places) seeds.push_back({place, 0, static_cast<std::uint32_t>(seeds.size())});
        found = nearestSeeds(roads.graph, roads::Heading::FromSeeds, seeds, limit);
        nearest = std::min(nearest, all.seconds());
    }
    std::vector<Times> times(reached.size(), Times(nodes, roads::unreached));
    for (std::size_t i = 0; i < reached.size(); ++i) {
        for (const auto& [node, time] : reached[i]) times[i][node] = time;
    }
    const std::size_t other = differing(roads.alone, roads.places, times);
    const Times least = leastOf(roads.alone, nodes);
    const auto longer =
        std::ranges::count_if(roads.nearest, [&](const auto& theirs) { return theirs.seconds > least[theirs.node] / 1000.0 + 1e-6; });
    fmt::print("nodes {} arcs {} alone {:.6f} nearest {:.6f} rows {} theirs-not-nearest {} end\n", nodes, roads.graph.arcCount(), alone,
               nearest, roads.alone.size(), longer);
    if (other > 0 || found.times != least) throw std::runtime_error("pgRouting found other times.");
}

/// An extract made into a kept graph, the best of three.
void extract(const char* file) {
    const roads::Profile car = ingest::readProfile(ingest::profilePath("car"));
    const std::filesystem::path kept = std::filesystem::temp_directory_path() / "raquette-bench.roads";
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i < 3; ++i) {
        const Clock clock;
        roads::keepGraph(roads::makeGraph(ingest::readExtract(file, car)), key, kept);
        best = std::min(best, clock.seconds());
    }
    std::filesystem::remove(kept);
    fmt::print("{:.3f}\n", best);
}

/// A study by travel time on generated roads: the country's people and land, whatever roads it names itself.
void study(const char* file, const char* toml) {
    const std::optional<roads::RoadGraph> graph = roads::keptGraph(key, file);
    if (!graph) throw std::runtime_error(fmt::format("{}: no graph; make it first.", file));
    model::Issues issues;
    const model::Study asked = ingest::readStudyFile(toml, std::chrono::sys_days{std::chrono::year{2026} / 1 / 1});
    model::Reference reference = ingest::readReference(asked, issues);
    reference.roads = std::make_shared<const roads::Roads>(ingest::readProfile(ingest::profilePath("car")), asked.travel, *graph);
    const model::Dataset dataset = ingest::ingest(asked, reference).dataset;
    const double before = peakMegabytes();
    const Clock clock;
    analysis::StageTimes times;
    const analysis::Analysis analysis = analysis::analyse(asked, reference, dataset, {}, &times);
    const double seconds = clock.seconds();
    const analysis::ServiceResult& result = analysis.services.at(0);
    fmt::print(
        "study by time, {} providers: {:.1f} s (people {:.1f}, holes {:.1f}, fragility {:.1f}), peak {:.0f} MB, {:.0f} before; {} gaps, ",
        result.providers.size(), seconds, times.people, times.holes, times.fragility, peakMegabytes(), before, result.gaps.size());
    fmt::print("{} of {} junctions beyond reach\n", result.roads->junctions->beyondReach, result.roads->junctions->all);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view verb = argc > 2 ? argv[1] : "";
    try {
        if (verb == "make") {
            make(argv[2], argc > 3 ? std::stoul(argv[3]) : bench::RoadCountry{}.nodes);
        } else if (verb == "search" && argc == 3) {
            search(argv[2]);
        } else if (verb == "extract" && argc == 3) {
            extract(argv[2]);
        } else if (verb == "study" && argc == 4) {
            study(argv[2], argv[3]);
        } else if (verb == "beside" && argc == 3) {
            searchBeside(argv[2]);
        } else {
            fmt::print(stderr,
                       "Usage: raquette-bench-roads make FILE [NODES] | search FILE | study FILE STUDY | extract FILE | beside FOLDER\n");
            return 2;
        }
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-roads: {}\n", error.what());
        return 1;
    }
    return 0;
}
