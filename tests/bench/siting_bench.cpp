#include "gis/analysis/siting/demand.h"
#include "gis/analysis/siting/max_cover.h"
#include "gis/analysis/siting/programme.h"
#include "ingest/reference/reference.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <exception>
#include <functional>
#include <limits>
#include <string_view>

// Where more places would serve most of the mainland: demand at its communes' points, candidates its most populous communes.
// `raquette-bench-siting FRANCE.GPKG [--peers]`: with --peers CBC alone solves the same question, nothing reduced.

namespace {

using namespace raquette;

class Clock {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

struct Mainland {
    std::vector<geometry::LonLat> points;  ///< most populous first
    std::vector<std::int64_t> people;
};

Mainland mainland(const char* file) {
    model::Study study;
    study.territories = file;
    model::Issues issues;
    const model::Reference reference = ingest::readReference(study, issues);
    std::vector<const model::Commune*> communes;
    for (const model::Commune& commune : reference.communes) {
        if (commune.point && !commune.code.starts_with("97")) communes.push_back(&commune);
    }
    std::ranges::stable_sort(communes, std::ranges::greater(), [](const model::Commune* one) { return one->population; });
    Mainland mainland;
    for (const model::Commune* commune : communes) {
        mainland.points.push_back(*commune->point);
        mainland.people.push_back(commune->population.value);
    }
    return mainland;
}

analysis::CoverQuestion question(const Mainland& mainland, std::size_t candidates, double kilometres, std::uint32_t count) {
    analysis::CoverQuestion asked;
    const std::vector<geometry::LonLat> places(mainland.points.begin(), mainland.points.begin() + static_cast<std::ptrdiff_t>(candidates));
    asked.reached = analysis::reachedFrom(places, mainland.points, model::kilometres(kilometres));
    for (const std::int64_t people : mainland.people) asked.worth.push_back({people, 0});
    asked.count = count;
    return asked;
}

/// The programme as it is written in books, given to CBC.
void peer(const analysis::CoverQuestion& asked) {
    const Clock clock;
    analysis::Programme programme;
    std::vector<analysis::Programme::Term> all;
    for (std::uint32_t c = 0; c < asked.reached.size(); ++c) all.push_back({programme.addVariable(0, true), 1});
    programme.addRow(all, asked.count, asked.count);
    const analysis::Cover reaching = transposed(asked.reached);
    for (std::uint32_t point = 0; point < reaching.size(); ++point) {
        if (reaching[point].empty()) continue;
        std::vector<analysis::Programme::Term> terms{{programme.addVariable(static_cast<double>(asked.worth[point].first), false), -1}};
        for (const std::uint32_t c : reaching[point]) terms.push_back({c, 1});
        programme.addRow(terms, 0, std::numeric_limits<double>::max());
    }
    const analysis::ProgrammeAnswer answer = analysis::solveByCbc(programme, 1000);
    fmt::print("  CBC: {:.1f} s, {:.0f} people, {}\n", clock.seconds(), answer.value, answer.proven ? "optimum" : "not proven");
}

void bench(const Mainland& mainland, std::size_t candidates, double kilometres, std::uint32_t count, bool peers) {
    const Clock clock;
    const analysis::CoverQuestion asked = question(mainland, candidates, kilometres, count);
    const double covers = clock.seconds();
    analysis::SolveStory near;
    analysis::SolveStory story;
    const analysis::CoverAnswer soon = analysis::solveMaxCover(asked, {.enough = 0.001}, &near);
    const analysis::CoverAnswer best = analysis::solveMaxCover(asked, {.seconds = 300}, &story);
    fmt::print("siting {} x {} x {} km choose {}: reach lists {:.2f} s ({} pairs), within {:.3f} % proven in {:.2f} s, {} in {:.2f} s\n",
               mainland.points.size(), candidates, kilometres, count, covers, asked.reached.members.size(),
               100 * static_cast<double>(soon.bound - soon.value) / static_cast<double>(soon.value), near.seconds,
               best.proven() ? "optimum proven" : "NOT proven", story.seconds);
    fmt::print("  {} people (greedy {}); {} candidates and {} points after reduction, {} and {} after pricing, {} nodes\n", best.value,
               story.greedy, story.candidates, story.points, story.rootCandidates, story.rootPoints, story.nodes);
    if (peers) peer(asked);
}

}  // namespace

int main(int argc, char** argv) {
    const bool peers = argc == 3 && std::string_view(argv[2]) == "--peers";
    if (argc < 2 || argc > 3 || (argc == 3 && !peers)) {
        fmt::print(stderr, "Usage: raquette-bench-siting FRANCE.GPKG [--peers]\n");
        return 2;
    }
    try {
        const Mainland land = mainland(argv[1]);
        bench(land, 1000, 30, 10, peers);
        bench(land, 5000, 15, 50, peers);
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-siting: {}\n", error.what());
        return 1;
    }
    return 0;
}
