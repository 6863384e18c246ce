#include "gis/analysis/siting/minima.h"

#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <map>
#include <numeric>

namespace raquette::analysis {

using model::Level;

std::int32_t territoryOfCommune(const model::Reference& reference, const std::string& commune, Level level) {
    return ofCommune(reference, indexOf(reference.communes, commune), level);
}

Minima minimaOf(const model::Reference& reference, const std::vector<Provider>& providers, const SitingQuestion& question) {
    Minima minima;
    if (!question.atLeast) return minima;
    const Level level = question.atLeast->level;
    std::map<std::int32_t, std::uint32_t> numbers;
    std::vector<std::uint32_t> here;
    for (const Candidate& candidate : question.candidates) {
        const std::int32_t territory = territoryOfCommune(reference, candidate.commune, level);
        const auto [at, isNew] = numbers.emplace(territory, static_cast<std::uint32_t>(numbers.size()));
        if (isNew) {
            minima.atLeast.push_back(territory == model::nowhere ? 0 : question.atLeast->places);
            here.push_back(0);
        }
        minima.territory.push_back(at->second);
        ++here[at->second];
    }
    for (const Provider& provider : providers) {
        const auto at = numbers.find(territoryOfCommune(reference, provider.commune, level));
        if (at != numbers.end() && minima.atLeast[at->second] > 0) --minima.atLeast[at->second];
    }
    for (const auto& [territory, number] : numbers) {
        if (here[number] >= minima.atLeast[number]) continue;
        throw model::Error(
            fmt::format("{} has {} candidates and should get {} places: ask for fewer in each territory, or give more candidates.",
                        nameOf(reference, territoryAt(reference, level, territory)), here[number], minima.atLeast[number]));
    }
    const std::uint32_t wanted = std::accumulate(minima.atLeast.begin(), minima.atLeast.end(), 0U);
    if (question.model != SitingModel::FewestPlaces && wanted > question.count) {
        throw model::Error(fmt::format("The territories that lack places want {} together, {} are to be chosen: give --count {} or more.",
                                       wanted, question.count, wanted));
    }
    return minima;
}

}  // namespace raquette::analysis
