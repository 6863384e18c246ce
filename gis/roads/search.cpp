#include "gis/roads/search.h"

#include "gis/roads/time_buckets.h"

#include <tbb/parallel_invoke.h>
#include <tbb/task_arena.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <thread>
#include <utility>

namespace raquette::roads {

namespace {

/// The arcs that a search follows.
struct Arrows {
    const std::uint32_t* ends;
    const Arc* arcs;

    Arrows(const RoadGraph& graph, Heading heading)
        : ends((heading == Heading::ToSeeds ? graph.arrays().inEnds : graph.arrays().outEnds).data()),
          arcs((heading == Heading::ToSeeds ? graph.arrays().in : graph.arrays().out).data()) {}

    const Arc* begin(std::uint32_t node) const { return arcs + (node == 0 ? 0 : ends[node - 1]); }
    const Arc* end(std::uint32_t node) const { return arcs + ends[node]; }
};

/// Asks for what the nodes further on in a bucket will need, in the three steps in which each leads to the next: memory is slow, a country
/// larger than any cache, and the nodes of a bucket lie all over it.
template <class State>
void fetchAhead(const Arrows& arrows, const std::vector<TimeBuckets::Entry>& bucket, std::size_t at, const State* states) {
    constexpr std::size_t first = 12;
    constexpr std::size_t second = 8;
    constexpr std::size_t third = 4;
    if (at + first < bucket.size()) {
        const std::uint32_t node = bucket[at + first].node;
        __builtin_prefetch(arrows.ends + node);
        __builtin_prefetch(states + node);
    }
    if (at + second < bucket.size()) __builtin_prefetch(arrows.begin(bucket[at + second].node));
    if (at + third < bucket.size()) {
        const std::uint32_t node = bucket[at + third].node;
        for (const Arc* arc = arrows.begin(node); arc != arrows.end(node); ++arc) __builtin_prefetch(states + arc->node);
    }
}

/// A time and who gives it in one number: of two the smaller is the nearer, and of equally near ones that of the smaller label.
using Labelled = std::uint64_t;
constexpr Labelled labelled(Millis time, std::uint32_t label) {
    return (Labelled{time} << 32U) | label;
}
constexpr Millis timeOf(Labelled state) {
    return static_cast<Millis>(state >> 32U);
}
constexpr std::uint32_t labelOf(Labelled state) {
    return static_cast<std::uint32_t>(state);
}

/// Times and labels of all nodes, which several searches may lower at once.
class States {
public:
    explicit States(std::size_t nodes) : states_(nodes, labelled(unreached, noLabel)) {}

    const Labelled* data() const { return states_.data(); }
    Labelled of(std::uint32_t node) { return at(node).load(std::memory_order_relaxed); }
    /// False where a node is as near already.
    bool lower(std::uint32_t node, Labelled state) {
        Labelled known = of(node);
        while (state < known) {
            if (at(node).compare_exchange_weak(known, state, std::memory_order_relaxed)) return true;
        }
        return false;
    }
    NearestSeeds told() const {
        NearestSeeds nearest;
        const auto tell = [&](auto& part, const auto& partOf) {
            part.resize(states_.size());
            std::ranges::transform(states_, part.begin(), partOf);
        };
        tbb::parallel_invoke([&] { tell(nearest.times, timeOf); }, [&] { tell(nearest.labels, labelOf); });
        return nearest;
    }

private:
    std::atomic_ref<Labelled> at(std::uint32_t node) { return std::atomic_ref(states_[node]); }

    std::vector<Labelled> states_;
};

/// How far each of the searches that go on at once has come.
using Progress = std::array<std::atomic<Millis>, 2>;
constexpr Millis notUnderWay = unreached;

/// Tells the other where one of them is, until it ends, be it by an error; and keeps it from going far ahead.
class Pace {
public:
    Pace(Progress& progress, std::size_t self) : own_(progress.at(self)), other_(progress.at(1 - self)) {}
    ~Pace() { own_ = notUnderWay; }
    Pace(const Pace&) = delete;
    Pace& operator=(const Pace&) = delete;
    Pace(Pace&&) = delete;
    Pace& operator=(Pace&&) = delete;

    void keep(Millis now) {
        constexpr Millis ahead = 20000;
        own_ = now;
        while (now > plus(other_, ahead)) std::this_thread::yield();
    }

private:
    std::atomic<Millis>& own_;
    const std::atomic<Millis>& other_;
};

/// The search from some of the seeds. It ends where those of another are as near: none goes far ahead of the others, or it would go where
/// it has no business. What it finds is the same whoever comes first.
void searchFrom(const Arrows& arrows, std::span<const Seed> seeds, Millis last, States& states, Progress& progress, std::size_t self) {
    Pace pace(progress, self);
    TimeBuckets queue;
    const auto reach = [&](std::uint32_t node, Millis time, std::uint32_t label) {
        if (time <= last && states.lower(node, labelled(time, label))) queue.push(time, node);
    };
    for (const Seed& seed : seeds) reach(seed.node, seed.time, seed.label);
    while (queue.next()) {
        pace.keep(queue.bucket().front().time);
        for (std::size_t i = 0; i < queue.bucket().size(); ++i) {
            fetchAhead(arrows, queue.bucket(), i, states.data());
            const auto [time, node] = queue.bucket()[i];
            const Labelled state = states.of(node);
            if (time != timeOf(state)) continue;
            for (const Arc* arc = arrows.begin(node); arc != arrows.end(node); ++arc)
                reach(arc->node, plus(time, arc->time), labelOf(state));
        }
        queue.close();
    }
}

/// Seeds in two halves, of each neighbourhood as many in the one as in the other.
std::array<std::vector<Seed>, 2> halves(std::span<const Seed> seeds) {
    std::vector<Seed> ordered(seeds.begin(), seeds.end());
    std::ranges::sort(ordered, {}, [](const Seed& seed) { return std::pair(seed.node, seed.label); });
    constexpr std::size_t neighbours = 8;
    std::array<std::vector<Seed>, 2> halves;
    for (std::size_t i = 0; i < ordered.size(); ++i) halves.at(i / neighbours % 2).push_back(ordered[i]);
    return halves;
}

}  // namespace

NearestSeeds nearestSeeds(const RoadGraph& graph, Heading heading, std::span<const Seed> seeds, Millis limit) {
    const Arrows arrows(graph, heading);
    const Millis last = std::min(limit, unreached - 1);
    States states(graph.nodeCount());
    Progress progress{notUnderWay, notUnderWay};
    constexpr std::size_t worthIt = 100;
    if (seeds.size() < worthIt || tbb::this_task_arena::max_concurrency() < 2) {
        searchFrom(arrows, seeds, last, states, progress, 0);
    } else {
        const auto [some, others] = halves(seeds);
        tbb::parallel_invoke([&] { searchFrom(arrows, some, last, states, progress, 0); },
                             [&] { searchFrom(arrows, others, last, states, progress, 1); });
    }
    return states.told();
}

class BoundedSearch::Queue : public TimeBuckets {};

BoundedSearch::BoundedSearch(const RoadGraph& graph)
    : graph_(&graph), times_(graph.nodeCount(), unreached), queue_(std::make_unique<Queue>()) {}
BoundedSearch::~BoundedSearch() = default;
BoundedSearch::BoundedSearch(BoundedSearch&&) noexcept = default;
BoundedSearch& BoundedSearch::operator=(BoundedSearch&&) noexcept = default;

std::span<const Reached> BoundedSearch::around(Heading heading, std::span<const Seed> seeds, Millis limit) {
    for (const Reached& reached : reached_) times_[reached.node] = unreached;
    reached_.clear();
    queue_->clear();
    const Arrows arrows(*graph_, heading);
    const auto reach = [&](std::uint32_t node, Millis time) {
        if (time >= times_[node] || time > limit) return;
        // What gets a time within the limit is settled before the search ends: `reached_` then names all that must be forgotten.
        times_[node] = time;
        queue_->push(time, node);
    };
    for (const Seed& seed : seeds) reach(seed.node, seed.time);
    while (queue_->next()) {
        for (std::size_t i = 0; i < queue_->bucket().size(); ++i) {  // NOLINT(modernize-loop-convert): it grows
            const auto [time, node] = queue_->bucket()[i];
            if (time != times_[node]) continue;
            for (const Arc* arc = arrows.begin(node); arc != arrows.end(node); ++arc) reach(arc->node, plus(time, arc->time));
        }
        settle();
        queue_->close();
    }
    return reached_;
}

/// Nothing reaches the nodes of the bucket any earlier: each stands in it once at the time that it has now.
void BoundedSearch::settle() {
    const std::size_t first = reached_.size();
    for (const auto& [time, node] : queue_->bucket()) {
        if (time == times_[node]) reached_.push_back({node, time});
    }
    std::ranges::sort(std::span(reached_).subspan(first), {}, [](const Reached& reached) { return std::pair(reached.time, reached.node); });
}

}  // namespace raquette::roads
