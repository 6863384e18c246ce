#include "gis/analysis/filiere/structures.h"

#include "gis/analysis/provider.h"
#include "gis/geometry/geodesic.h"
#include "gis/text/fold.h"
#include "gis/text/functions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

namespace raquette::analysis {

namespace {

/// Words are compared folded, as services compare them.
class FunctionWords {
public:
    FunctionWords(const model::Study& study, const model::Dataset& dataset, Structures& structures) {
        for (const std::string& word : text::filiereFunctions()) add(word, structures);
        if (const auto own = study.vocabulary.find("functions"); own != study.vocabulary.end()) {
            for (const auto& [spelling, word] : own->second) add(word, structures);
        }
        structures.ofFiliere = structures.functions.size();
        std::map<std::string, std::string> others;
        const auto collect = [&](const model::Actor& record) {
            for (const model::SharedText& word : record.functions) {
                const std::string& folded = foldedOf(word);
                if (indexes_.contains(folded)) continue;
                const auto [at, isNew] = others.try_emplace(folded, word.str());
                if (!isNew) at->second = std::min(at->second, word.str());
            }
        };
        std::ranges::for_each(dataset.actors, collect);
        std::ranges::for_each(dataset.venues, collect);
        for (const auto& [folded, word] : others) add(word, structures);
    }

    std::vector<std::uint32_t> of(const model::Actor& record) {
        std::vector<std::uint32_t> indexes;
        for (const model::SharedText& word : record.functions) indexes.push_back(indexes_.at(foldedOf(word)));
        std::ranges::sort(indexes);
        const auto repeated = std::ranges::unique(indexes);
        indexes.erase(repeated.begin(), repeated.end());
        return indexes;
    }

private:
    void add(const std::string& word, Structures& structures) {
        if (!indexes_.emplace(text::fold(word), static_cast<std::uint32_t>(structures.functions.size())).second) return;
        structures.functions.push_back(word);
    }
    const std::string& foldedOf(const model::SharedText& word) {
        const auto known = folded_.find(word.str());
        return known != folded_.end() ? known->second : folded_.emplace(word.str(), text::fold(word)).first->second;
    }

    std::unordered_map<std::string, std::uint32_t> indexes_;
    std::unordered_map<std::string, std::string> folded_;
};

/// Sets that grow together; the smallest member names each.
class Holders {
public:
    explicit Holders(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0U); }
    std::uint32_t of(std::uint32_t structure) {
        while (parents_[structure] != structure) structure = parents_[structure] = parents_[parents_[structure]];
        return structure;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = of(a);
        b = of(b);
        parents_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> parents_;
};

void findHolders(const model::Dataset& dataset, std::vector<Structure>& all) {
    Holders holders(all.size());
    std::unordered_map<std::string_view, std::uint32_t> byId;
    std::map<std::pair<std::string, std::string_view>, std::uint32_t> byName;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const model::Actor& record = *all[i].record;
        byId.emplace(record.id, i);
        if (record.place.commune.empty() || record.name.empty()) continue;
        const auto [first, isNew] = byName.try_emplace({text::fold(record.name), record.place.commune}, i);
        if (!isNew) holders.join(first->second, i);
    }
    for (const model::Venue& venue : dataset.venues) {
        for (const std::string& actor : venue.actorIds) {
            const auto runs = byId.find(actor);
            const auto place = byId.find(std::string_view(venue.id));
            if (!actor.empty() && runs != byId.end() && place != byId.end()) holders.join(runs->second, place->second);
        }
    }
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i].holder = holders.of(i);
}

std::vector<model::Membership> membershipsOf(const std::vector<Structure>& all) {
    std::vector<model::Membership> memberships(all.size(), model::Membership::Unknown);
    for (const Structure& structure : all) {
        model::Membership& held = memberships[structure.holder];
        if (held == model::Membership::Member || structure.record->member == model::Membership::Unknown) continue;
        held = structure.record->member;
    }
    return memberships;
}

std::vector<geometry::LonLat> positionsOf(const Structures& structures, const std::vector<std::uint32_t>& members) {
    std::vector<geometry::LonLat> positions;
    positions.reserve(members.size());
    for (const std::uint32_t member : members) positions.push_back(*structures.all[member].at);
    return positions;
}

}  // namespace

bool Structures::share(const Structure& a, const Structure& b) {
    return std::ranges::any_of(a.functions, [&](std::uint32_t one) { return std::ranges::binary_search(b.functions, one); });
}

bool Structures::brings(const Structure& to, const Structure& from) {
    return std::ranges::any_of(from.functions, [&](std::uint32_t one) { return !std::ranges::binary_search(to.functions, one); });
}

Structures structuresOf(const model::Study& study, const model::Reference& reference, const StudyArea& area,
                        const model::Dataset& dataset) {
    Structures structures;
    FunctionWords words(study, dataset, structures);
    const RecordFinder finder(reference, area);
    const auto add = [&](const model::Actor& record, bool isVenue) {
        const std::string status = statusOn(record, study.date);
        const bool placed = record.place.position && record.place.precision != model::Precision::Departement && !record.itinerant;
        structures.all.push_back({&record, isVenue, status != "closed" && status != "planned", 0, words.of(record), finder.of(record.place),
                                  placed ? record.place.position : std::nullopt});
    };
    for (const model::Actor& actor : dataset.actors) add(actor, false);
    for (const model::Venue& venue : dataset.venues) add(venue, true);
    std::ranges::sort(structures.all, {}, [](const Structure& one) {
        const model::Actor& record = *one.record;
        return std::tuple(std::string_view(record.id), one.isVenue, std::string_view(record.origin.source), record.origin.row);
    });
    findHolders(dataset, structures.all);
    structures.memberships = membershipsOf(structures.all);
    return structures;
}

StructureMap::StructureMap(const Structures& structures, std::vector<std::uint32_t> members)
    : structures_(structures), members_(std::move(members)), index_(positionsOf(structures, members_)) {}

std::optional<StructureMap::Found> StructureMap::found(geometry::LonLat from, geometry::Neighbour neighbour) const {
    if (neighbour.index >= members_.size()) return std::nullopt;
    const std::uint32_t structure = members_[neighbour.index];
    return Found{structure, geodesicDistance(from, *structures_.all[structure].at)};
}

std::optional<StructureMap::Found> StructureMap::nearest(geometry::LonLat from) const {
    return found(from, index_.nearest(from));
}

std::optional<StructureMap::Found> StructureMap::nearestOther(const Structure& from) const {
    return found(*from.at, index_.nearest(*from.at, [&](std::uint32_t i) { return structures_.all[members_[i]].holder != from.holder; }));
}

std::optional<StructureMap::Found> StructureMap::nearestBringing(const Structure& to) const {
    return found(*to.at, index_.nearest(*to.at, [&](std::uint32_t i) {
        const Structure& other = structures_.all[members_[i]];
        return other.holder != to.holder && Structures::brings(to, other);
    }));
}

bool StructureMap::anotherWithin(const Structure& from, model::Metres distance) const {
    bool another = false;
    within(from, distance, [&](std::uint32_t other, double) {
        another = structures_.all[other].holder != from.holder;
        return !another;
    });
    return another;
}

void StructureMap::within(const Structure& from, model::Metres distance,
                          const std::function<bool(std::uint32_t, double chord)>& visit) const {
    // A chord is never longer than its geodesic: none within the distance lies outside the search. The bound above it grows faster than
    // the chord, so that up to this chord it is within the distance too; the geodesic decides the few centimetres between.
    const double sure = distance.value * distance.value / geometry::geodesicBounds(distance.value).most;
    index_.within(*from.at, distance.value, [&](geometry::Neighbour neighbour) {
        const std::uint32_t other = members_[neighbour.index];
        const bool near = neighbour.distance <= sure || geodesicDistance(*from.at, *structures_.all[other].at) <= distance;
        return !near || visit(other, neighbour.distance);
    });
}

std::vector<StructureMap> mapsByFunction(const Structures& structures) {
    std::vector<std::vector<std::uint32_t>> members(structures.functions.size());
    for (std::uint32_t i = 0; i < structures.all.size(); ++i) {
        if (!structures.all[i].isOpen || !structures.all[i].at) continue;
        for (const std::uint32_t function : structures.all[i].functions) members[function].push_back(i);
    }
    std::vector<StructureMap> maps;
    maps.reserve(members.size());
    for (std::vector<std::uint32_t>& held : members) maps.emplace_back(structures, std::move(held));
    return maps;
}

}  // namespace raquette::analysis
