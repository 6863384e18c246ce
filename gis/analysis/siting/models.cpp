#include "gis/analysis/siting/models.h"

#include "gis/analysis/siting/set_cover.h"
#include "gis/geometry/nearest.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>

namespace raquette::analysis {

namespace {

/// What is spared, in metres (or seconds) × people, step by step.
struct Steps {
    CoverQuestion cover;
    std::int64_t whole = 0;  ///< when nothing is spared
    std::int64_t people = 0;
    double unjoined = 0;
};

double longestWay(const NearPlaces& near) {
    double longest = 0;
    for (const auto& list : near) longest = std::max(longest, list.empty() ? 0 : list.back().far);
    return longest;
}

Steps stepsOf(const ModelQuestion& question, const NearPlaces& near) {
    std::size_t pairs = 0;
    for (const auto& list : near) pairs += list.size() * (list.size() + 1) / 2;
    if (pairs > mostPairs) refusePairs();
    Steps steps;
    steps.unjoined = longestWay(near);
    Cover reaching;
    reaching.width = static_cast<std::uint32_t>(question.places.size());
    for (std::size_t i = 0; i < near.size(); ++i) {
        const double now = question.demand.nearest[i];
        const std::int64_t people = question.demand.people[i];
        const bool joinedToAll = near[i].size() == question.places.size();
        const std::int64_t limit = std::llround(std::isfinite(now) ? now : joinedToAll ? near[i].back().far : steps.unjoined);
        steps.whole += limit * people;
        steps.people += people;
        for (std::size_t k = 0; k < near[i].size(); ++k) {
            const std::int64_t here = std::llround(near[i][k].far);
            const std::int64_t next = k + 1 < near[i].size() ? std::llround(near[i][k + 1].far) : limit;
            if (next == here) continue;
            const auto begin = static_cast<std::ptrdiff_t>(reaching.members.size());
            for (std::size_t nearer = 0; nearer <= k; ++nearer) reaching.members.push_back(near[i][nearer].place);
            std::sort(reaching.members.begin() + begin, reaching.members.end());
            reaching.close();
            steps.cover.worth.push_back({(next - here) * people, 0});
        }
    }
    steps.cover.reached = transposed(reaching);
    return steps;
}

/// Each time the place nearest to whoever is farthest (Gonzalez 1985): a first reach that so many places surely manage.
std::vector<std::uint32_t> farthestFirst(const ModelQuestion& question) {
    // By distance, whatever is weighed: a place that is near helps, and any will do.
    const geometry::EarthIndex index(question.places);
    std::vector<double> nearest = question.demand.nearest;
    std::vector<std::uint32_t> chosen;
    while (chosen.size() < question.count) {
        const auto far = static_cast<std::size_t>(std::ranges::max_element(nearest) - nearest.begin());
        const std::uint32_t place = index.nearest(question.demand.at[far]).index;
        if (std::ranges::find(chosen, place) != chosen.end()) break;
        chosen.push_back(place);
        const std::vector<double> there = question.weighing.nearest({question.places[place]});
        for (std::size_t i = 0; i < nearest.size(); ++i) nearest[i] = std::min(nearest[i], there[i]);
    }
    return chosen;
}

double most(const std::vector<double>& distances) {
    return distances.empty() ? 0 : *std::ranges::max_element(distances);
}

/// Everybody farther than a reach from existing places, and who could be within it.
SetCoverQuestion within(const ModelQuestion& question, const NearPlaces& near, double reach) {
    Cover reaching;
    reaching.width = static_cast<std::uint32_t>(question.places.size());
    for (std::size_t i = 0; i < near.size(); ++i) {
        if (question.demand.nearest[i] <= reach) continue;
        const auto begin = static_cast<std::ptrdiff_t>(reaching.members.size());
        for (const NearPlace& one : near[i]) {
            if (one.far <= reach) reaching.members.push_back(one.place);
        }
        std::sort(reaching.members.begin() + begin, reaching.members.end());
        reaching.close();
    }
    return {transposed(reaching), question.minima.territory, question.minima.atLeast};
}

/// The distances at which the answer may lie: each is one person's to one place, and none is nearer than all can be.
std::vector<double> possibleReaches(const ModelQuestion& question, const NearPlaces& near) {
    double least = 0;
    std::vector<double> reaches;
    for (std::size_t i = 0; i < near.size(); ++i) {
        const double nearest = near[i].empty() ? question.demand.nearest[i] : std::min(question.demand.nearest[i], near[i].front().far);
        least = std::max(least, nearest);
        for (const NearPlace& one : near[i]) reaches.push_back(one.far);
        if (std::isfinite(question.demand.nearest[i])) reaches.push_back(question.demand.nearest[i]);
    }
    reaches.push_back(least);
    std::erase_if(reaches, [&](double reach) { return reach < least; });
    std::ranges::sort(reaches);
    reaches.erase(std::unique(reaches.begin(), reaches.end()), reaches.end());
    return reaches;
}

[[noreturn]] void refuseUnjoined(std::uint32_t count) {
    throw model::Error(fmt::format("However they are chosen, no road joins {} places to everybody: give a larger --count.", count));
}

}  // namespace

ModelAnswer mostPeople(const ModelQuestion& question, bool backup, SolveStory* story) {
    CoverQuestion cover{question.reached, {}, question.count, question.minima.territory, question.minima.atLeast};
    for (std::size_t i = 0; i < question.demand.size(); ++i) {
        const std::int64_t people = question.demand.people[i];
        const std::int64_t again = backup ? people : 0;
        const std::uint8_t served = question.demand.served[i];
        cover.worth.push_back(served == 0 ? Worth{people, again} : served == 1 ? Worth{again, 0} : Worth{});
    }
    const CoverAnswer answer = solveMaxCover(cover, {.seconds = question.seconds}, story);
    return {answer.chosen, static_cast<double>(answer.value), static_cast<double>(answer.bound)};
}

ModelAnswer fewestPlaces(const ModelQuestion& question) {
    std::vector<std::uint32_t> names(question.demand.size(), noName);
    std::uint32_t left = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (question.demand.served[i] == 0) names[i] = left++;
    }
    const std::vector<std::uint8_t> all(question.reached.size(), 1);
    const SetCoverAnswer answer =
        solveSetCover({filtered(question.reached, all, names, left), question.minima.territory, question.minima.atLeast}, question.seconds);
    return {answer.chosen, static_cast<double>(answer.chosen.size()), static_cast<double>(answer.bound)};
}

ModelAnswer meanDistance(const ModelQuestion& question, SolveStory* story) {
    Steps steps = stepsOf(question, question.weighing.nearer(question.demand.nearest));
    steps.cover.count = question.count;
    steps.cover.territory = question.minima.territory;
    steps.cover.atLeast = question.minima.atLeast;
    const CoverAnswer answer = solveMaxCover(steps.cover, {.seconds = question.seconds}, story);
    const auto mean = [&](std::int64_t spared) { return static_cast<double>(steps.whole - spared) / static_cast<double>(steps.people); };
    return {answer.chosen, mean(answer.value), mean(answer.bound), steps.unjoined};
}

ModelAnswer farthest(const ModelQuestion& question) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const auto left = [&] { return std::max(0.1, question.seconds - std::chrono::duration<double>(Clock::now() - start).count()); };
    ModelAnswer answer;
    answer.chosen = farthestFirst(question);
    std::vector<geometry::LonLat> first;
    for (const std::uint32_t c : answer.chosen) first.push_back(question.places[c]);
    const double known = most(question.weighing.nearest(first));
    const bool mindsMinima = !question.minima.atLeast.empty();
    std::vector<double> limits = question.demand.nearest;
    for (double& limit : limits)
        limit = std::min(limit, mindsMinima ? std::numeric_limits<double>::infinity() : std::nextafter(known, 2 * known + 1));
    const NearPlaces near = question.weighing.nearer(limits);
    const std::vector<double> reaches = possibleReaches(question, near);
    if (!std::isfinite(reaches.front())) refuseUnjoined(question.count);
    std::size_t low = 0;  // whatever lies before cannot be
    std::size_t high = reaches.size();
    bool sure = true;
    for (std::size_t at = 0; at < high;) {
        const std::size_t middle = at + (high - at) / 2;
        const SetCoverAnswer cover = solveSetCover(within(question, near, reaches[middle]), left(), question.count);
        if (cover.chosen.size() <= question.count) {
            high = middle;
            answer.chosen = cover.chosen;
            answer.value = reaches[middle];
        } else {
            at = middle + 1;
            sure = sure && cover.bound > question.count;
            if (sure) low = at;
        }
    }
    if (high == reaches.size()) {
        if (mindsMinima) throw model::Error("So few places cannot keep the minimums.");
        refuseUnjoined(question.count);
    }
    answer.bound = sure ? answer.value : reaches[std::min(low, reaches.size() - 1)];
    return answer;
}

}  // namespace raquette::analysis
