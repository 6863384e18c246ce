#include "gis/analysis/siting/max_cover.h"

#include "gis/analysis/siting/cover_programme.h"
#include "gis/analysis/siting/exchange.h"
#include "gis/analysis/siting/prices.h"
#include "gis/model/error.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace raquette::analysis {

namespace {

using Clock = std::chrono::steady_clock;

/// Part of all choices, and what none of them exceeds.
struct Node {
    Instance instance;
    std::int64_t bound = 0;
};

/// Everything there is to bring.
std::int64_t wholeWorth(const std::vector<Worth>& worth) {
    std::int64_t sum = 0;
    for (const Worth& one : worth) sum += one.first + one.second;
    return sum;
}

/// Whether as many as must be chosen still can be, in each territory too.
bool fits(const Instance& instance, const std::vector<Fate>& fates) {
    const auto taken = static_cast<std::size_t>(std::ranges::count(fates, Fate::Taken));
    const auto open = static_cast<std::size_t>(std::ranges::count(fates, Fate::Open));
    if (taken > instance.count || taken + open < instance.count) return false;
    if (instance.territory.empty()) return true;
    std::vector<std::uint32_t> missing = instance.needs;
    std::vector<std::uint32_t> openIn(instance.needs.size(), 0);
    for (std::size_t c = 0; c < fates.size(); ++c) {
        std::uint32_t& need = missing[instance.territory[c]];
        if (fates[c] == Fate::Taken && need > 0) --need;
        if (fates[c] == Fate::Open) ++openIn[instance.territory[c]];
    }
    if (!std::ranges::equal(openIn, missing, std::ranges::greater_equal())) return false;
    return std::accumulate(missing.begin(), missing.end(), std::size_t{0}) <= instance.count - taken;
}

/// The candidate the prices waver about most.
std::uint32_t mostDoubtful(const std::vector<double>& inclination) {
    const auto doubt = [](double often) { return std::min(often, 1 - often); };
    return static_cast<std::uint32_t>(std::ranges::max_element(inclination, {}, doubt) - inclination.begin());
}

/// Branch and bound, depth first: prices bound a node and decide most of its candidates, what is left is asked both ways.
class Search {
public:
    Search(const CoverQuestion& question, const SolveOptions& options)
        : question_(question),
          options_(options),
          start_(Clock::now()),
          deadline_(start_ + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.seconds))) {}

    CoverAnswer run() {
        Node root{instanceOf(question_), 0};
        root.bound = root.instance.base + wholeWorth(root.instance.worth);
        story_.points = root.instance.points();
        story_.candidates = root.instance.size();
        const std::vector<std::uint32_t> greedy = greedyChoice(root.instance);
        incumbent_.offer(root.instance, greedy);
        story_.greedy = incumbent_.value;
        incumbent_.offer(root.instance, exchanged(root.instance, greedy));
        open_.push_back(std::move(root));
        while (!open_.empty() && !late()) {
            if (closeEnough(boundOfOpen())) break;
            Node node = std::move(open_.back());
            open_.pop_back();
            explore(std::move(node));
        }
        story_.seconds = seconds();
        return {incumbent_.chosen, incumbent_.value, std::max(incumbent_.value, boundOfOpen())};
    }
    const SolveStory& story() const { return story_; }

private:
    bool late() const { return Clock::now() > deadline_; }
    double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }
    std::int64_t boundOfOpen() const {
        std::int64_t most = aside_;
        for (const Node& node : open_) most = std::max(most, node.bound);
        return most;
    }
    bool closeEnough(std::int64_t bound) const {
        return options_.enough > 0 &&
               static_cast<double>(bound - incumbent_.value) <= options_.enough * static_cast<double>(incumbent_.value);
    }

    void explore(Node node) {
        const bool root = story_.nodes++ == 0;
        for (bool first = true;; first = false) {
            if (settled(node.instance)) return;
            const PriceEffort effort = root && first ? PriceEffort{.rounds = 1500, .patience = 40, .pace = 1.5, .exchange = true}
                                                     : PriceEffort{.rounds = 500, .patience = 20, .pace = 1.2, .exchange = root};
            const Priced priced = searchPrices(node.instance, incumbent_, effort, deadline_);
            node.bound = std::min(node.bound, priced.bound);
            if (node.bound <= incumbent_.value || !fits(node.instance, priced.fates)) return;
            const auto open = static_cast<std::size_t>(std::ranges::count(priced.fates, Fate::Open));
            const bool shrank = node.instance.size() - open >= 1 + node.instance.size() / 20;
            if (shrank) node.instance = decided(node.instance, priced.fates);
            if (root) tellRoot(node);
            if (shrank) continue;
            if (late()) return open_.push_back(std::move(node));
            if (closeEnough(node.bound)) {
                aside_ = std::max(aside_, node.bound);
                return;
            }
            if (options_.byCbc) return askCbc(std::move(node));
            return branch(node, priced);
        }
    }

    /// Whether there is nothing left to choose between.
    bool settled(const Instance& instance) {
        if (instance.count > 0 && instance.size() > instance.count) return false;
        std::vector<std::uint32_t> all(instance.count == 0 ? 0 : instance.size());
        std::iota(all.begin(), all.end(), 0U);
        incumbent_.offer(instance, all);
        return true;
    }

    void branch(const Node& node, const Priced& priced) {
        const std::uint32_t asked = mostDoubtful(priced.inclination);
        for (const Fate fate : {Fate::Out, Fate::Taken}) {  // the last is looked at first
            std::vector<Fate> fates = priced.fates;
            fates[asked] = fate;
            if (fits(node.instance, fates)) open_.push_back({decided(node.instance, fates), node.bound});
        }
    }

    void askCbc(Node node) {
        const double left = options_.seconds - seconds();
        const CbcChoice answer = chosenByCbc(node.instance, incumbent_.value, left);
        incumbent_.offer(node.instance, answer.chosen);
        node.bound = std::min(node.bound, answer.bound.value_or(node.bound));
        if (node.bound > incumbent_.value) {
            deadline_ = Clock::now();
            open_.push_back(std::move(node));
        }
    }

    void tellRoot(const Node& node) {
        story_.rootValue = incumbent_.value;
        story_.rootBound = node.bound;
        story_.rootCandidates = node.instance.size();
        story_.rootPoints = node.instance.points();
        story_.rootSeconds = seconds();
    }

    const CoverQuestion& question_;
    SolveOptions options_;
    Clock::time_point start_;
    Deadline deadline_;
    Incumbent incumbent_;
    std::vector<Node> open_;
    std::int64_t aside_ = -1;  ///< bound of what was near enough to be left as it is
    SolveStory story_;
};

/// Candidates that add nobody, where reduction left fewer than are asked for; those a territory still wants first.
void fill(const CoverQuestion& question, std::vector<std::uint32_t>& chosen) {
    std::vector<std::uint8_t> isChosen(question.reached.size(), 0);
    std::vector<std::uint32_t> missing = question.atLeast;
    for (const std::uint32_t c : chosen) {
        isChosen[c] = 1;
        if (!question.territory.empty() && missing[question.territory[c]] > 0) --missing[question.territory[c]];
    }
    for (const bool wanted : {true, false}) {
        for (std::uint32_t c = 0; c < question.reached.size() && chosen.size() < question.count; ++c) {
            if (isChosen[c] != 0) continue;
            const bool wants = !question.territory.empty() && missing[question.territory[c]] > 0;
            if (wanted && !wants) continue;
            if (wants) --missing[question.territory[c]];
            isChosen[c] = 1;
            chosen.push_back(c);
        }
    }
}

void check(const CoverQuestion& question) {
    std::vector<std::uint32_t> here(question.atLeast.size(), 0);
    for (const std::uint32_t territory : question.territory) ++here[territory];
    std::uint64_t wanted = 0;
    for (std::size_t t = 0; t < here.size(); ++t) {
        wanted += question.atLeast[t];
        if (here[t] < question.atLeast[t]) throw model::Error("A territory has fewer candidates than places are asked for in it.");
    }
    // Sums of prices stay whole numbers.
    constexpr double most = 4e18;
    if (static_cast<double>(wholeWorth(question.worth)) * static_cast<double>(priceScale) * question.count > most) {
        throw model::Error("People and distances are too many to weigh exactly: ask for fewer places, or for a smaller area.");
    }
    if (wanted > question.count) throw model::Error("The minimums ask for more places than there are to choose.");
}

}  // namespace

CoverAnswer solveMaxCover(const CoverQuestion& question, const SolveOptions& options, SolveStory* story) {
    check(question);
    Search search(question, options);
    CoverAnswer answer = search.run();
    fill(question, answer.chosen);
    std::ranges::sort(answer.chosen);
    if (story != nullptr) *story = search.story();
    return answer;
}

std::int64_t valueOf(const CoverQuestion& question, const std::vector<std::uint32_t>& chosen) {
    std::vector<std::uint32_t> times(question.worth.size(), 0);
    for (const std::uint32_t c : chosen) {
        for (const std::uint32_t point : question.reached[c]) ++times[point];
    }
    std::int64_t value = 0;
    for (std::size_t point = 0; point < times.size(); ++point) {
        if (times[point] > 0) value += question.worth[point].first;
        if (times[point] > 1) value += question.worth[point].second;
    }
    return value;
}

}  // namespace raquette::analysis
