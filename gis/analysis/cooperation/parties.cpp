#include "gis/analysis/cooperation/parties.h"

#include "gis/text/fold.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace raquette::analysis {

namespace {

template <class T>
void sortOnce(std::vector<T>& values) {
    std::ranges::sort(values);
    const auto repeated = std::ranges::unique(values);
    values.erase(repeated.begin(), repeated.end());
}

}  // namespace

LinkState stateOn(const model::Link& link, model::Day day) {
    if (link.period.end && link.period.end->last() < day) return LinkState::Ended;
    if (link.period.start && link.period.start->first() > day) return LinkState::ToCome;
    return LinkState::InForce;
}

std::vector<FoundLink> foundLinks(const model::Dataset& dataset, const Structures& structures, model::Day day) {
    std::unordered_map<std::string_view, std::uint32_t> byId;
    for (std::uint32_t i = 0; i < structures.all.size(); ++i) byId.emplace(structures.all[i].record->id, i);
    std::vector<FoundLink> links;
    links.reserve(dataset.links.size());
    for (const model::Link& link : dataset.links) {
        FoundLink found{&link, stateOn(link, day), {}, {}};
        for (std::size_t p = 0; p < link.parties.size(); ++p) {
            const auto party = p < link.partyIds.size() ? byId.find(link.partyIds[p]) : byId.end();
            if (party != byId.end()) {
                found.parties.push_back(party->second);
            } else if (!link.parties[p].empty()) {
                found.notFound.push_back(text::fold(link.parties[p]));
            }
        }
        sortOnce(found.parties);
        sortOnce(found.notFound);
        links.push_back(std::move(found));
    }
    std::ranges::sort(links, {}, [](const FoundLink& one) {
        return std::tuple(std::string_view(one.link->id), std::string_view(one.link->origin.source), one.link->origin.row);
    });
    return links;
}

}  // namespace raquette::analysis
