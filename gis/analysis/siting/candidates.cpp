#include "gis/analysis/siting/candidates.h"

#include "gis/analysis/land.h"
#include "gis/analysis/territory_units.h"

#include <algorithm>
#include <tuple>

namespace raquette::analysis {

void sortCandidates(const model::Reference& reference, std::vector<Candidate>& candidates) {
    const auto people = [&](const Candidate& one) {
        const std::int32_t at = indexOf(reference.communes, one.commune);
        return at == model::nowhere ? std::int64_t{0} : reference.communes[static_cast<std::size_t>(at)].population.value;
    };
    std::ranges::sort(candidates, {}, [&](const Candidate& one) { return std::tuple(-people(one), one.id, one.at.lon, one.at.lat); });
    const auto same = [](const Candidate& a, const Candidate& b) { return a.id == b.id && a.at == b.at; };
    candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
}

std::vector<Candidate> communeCandidates(const model::Study& study, const model::Reference& reference) {
    const StudyArea area = studyArea(study, reference);
    const BaseUnits units(reference);
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        const model::Commune& commune = reference.communes[i];
        const std::int32_t unit = units.communes ? static_cast<std::int32_t>(i) : commune.departement;
        if (commune.point && area.holdsPoint(unit, *commune.point)) inside.push_back(i);
    }
    std::ranges::stable_sort(inside, std::ranges::greater(), [&](std::size_t i) { return reference.communes[i].population; });
    std::vector<Candidate> candidates;
    for (const std::size_t i : inside) {
        const model::Commune& commune = reference.communes[i];
        candidates.push_back({"commune:" + commune.code, commune.name, commune.code, *commune.point});
    }
    return candidates;
}

}  // namespace raquette::analysis
