#include "tests/gis/analysis/siting/random_cover.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace raquette::analysis::testing {

CoverQuestion randomCover(std::mt19937& random, std::uint32_t count, const RandomCover& world) {
    std::uniform_real_distribution<double> side(0, 1);
    std::uniform_int_distribution<int> people(0, 50);
    const auto throwOn = [&](std::uint32_t many) {
        std::vector<std::pair<double, double>> places(many);
        for (auto& [x, y] : places) {
            x = side(random);
            y = side(random);
        }
        return places;
    };
    const auto points = throwOn(world.points);
    const auto candidates = throwOn(world.candidates);
    CoverQuestion question;
    question.count = count;
    question.reached.width = world.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::int64_t first = people(random);
        question.worth.push_back({first, world.backup ? std::min<std::int64_t>(first, people(random)) : 0});
    }
    for (const auto& [x, y] : candidates) {
        for (std::uint32_t i = 0; i < world.points; ++i) {
            if (std::hypot(points[i].first - x, points[i].second - y) <= world.reach) question.reached.members.push_back(i);
        }
        question.reached.close();
    }
    if (world.territories == 0) return question;
    std::vector<std::uint32_t> here(world.territories, 0);
    for (std::uint32_t c = 0; c < world.candidates; ++c) {
        question.territory.push_back(static_cast<std::uint32_t>(random() % world.territories));
        ++here[question.territory.back()];
    }
    std::uint32_t left = count;
    for (std::uint32_t t = 0; t < world.territories; ++t) {
        const std::uint32_t wanted = std::min({static_cast<std::uint32_t>(random() % 3), here[t], left});
        question.atLeast.push_back(wanted);
        left -= wanted;
    }
    return question;
}

bool keepsMinimums(const CoverQuestion& question, const std::vector<std::uint32_t>& chosen) {
    std::vector<std::uint32_t> here(question.atLeast.size(), 0);
    for (const std::uint32_t c : chosen) {
        if (!question.territory.empty()) ++here[question.territory[c]];
    }
    return std::ranges::equal(here, question.atLeast, std::ranges::greater_equal());
}

}  // namespace raquette::analysis::testing
