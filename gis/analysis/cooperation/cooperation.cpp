#include "gis/analysis/cooperation/complementarity.h"
#include "gis/analysis/cooperation/groups.h"
#include "gis/analysis/cooperation/isolation.h"
#include "gis/analysis/cooperation/study_cooperation.h"
#include "gis/analysis/cooperation/territory_links.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

void countLinks(const std::vector<FoundLink>& links, Cooperation& cooperation) {
    for (const FoundLink& found : links) {
        cooperation.ended += found.state == LinkState::Ended ? 1 : 0;
        cooperation.toCome += found.state == LinkState::ToCome ? 1 : 0;
        if (found.state != LinkState::InForce) continue;
        const model::Period& period = found.link->period;
        ++cooperation.byIntensity[static_cast<std::size_t>(found.link->intensity)];
        cooperation.undated += !period.start && !period.end && !period.open ? 1 : 0;
        cooperation.partiesNotFound += static_cast<int>(found.notFound.size());
    }
}

}  // namespace

Cooperation cooperationOf(const model::Study& study, const model::Reference& reference, const StudyTerritories& territories,
                          const Structures& structures, const model::Dataset& dataset) {
    Cooperation cooperation;
    const std::vector<FoundLink> links = foundLinks(dataset, structures, study.date);
    countLinks(links, cooperation);
    addTerritoryLinks(reference, territories, structures, links, cooperation);
    const std::vector<Partners> partners = partnersOf(structures, links);
    const std::vector<int> groups = addGroups(structures, links, cooperation);
    const auto hasFunctions = [](const Structure& one) { return !one.functions.empty(); };
    if (!links.empty() || std::ranges::any_of(structures.all, hasFunctions)) {
        cooperation.isolation = isolationOf(structures, partners, groups);
    }
    cooperation.alone = static_cast<int>(std::ranges::count(cooperation.isolation, 0, &Isolation::links));
    if (!links.empty()) addComplementarities(structures, partners, cooperation);
    return cooperation;
}

}  // namespace raquette::analysis
