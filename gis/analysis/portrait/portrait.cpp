#include "gis/analysis/portrait/portrait.h"

#include "gis/analysis/marked_communes.h"
#include "gis/analysis/portrait/neighbours.h"
#include "gis/analysis/provider.h"
#include "gis/analysis/territory_units.h"
#include "gis/geometry/geodesic.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace raquette::analysis {

namespace {

using model::Level;
using model::nowhere;
using model::TerritoryId;

/// Tells which records stand in a territory, by the code of their commune, else of their département.
class Inside {
public:
    Inside(const model::Study& study, const model::Reference& reference, const TerritoryId& territory)
        : reference_(reference), marked_(markCommunes(study, reference, {territory})) {}
    bool holds(const model::Place& place) const {
        const std::int32_t commune = indexOf(reference_.communes, place.commune);
        if (commune != nowhere) return marked_.communes[static_cast<std::size_t>(commune)] != 0;
        const std::int32_t departement = indexOf(reference_.departements, place.departement);
        return departement != nowhere && marked_.departements[static_cast<std::size_t>(departement)] != 0;
    }

private:
    const model::Reference& reference_;
    MarkedCommunes marked_;
};

template <class Take>
void forEachOpen(const model::Study& study, const model::Dataset& dataset, Take take) {
    const auto offer = [&](const model::Actor& record) {
        const std::string status = statusOn(record, study.date);
        if (status != "closed" && status != "planned") take(record);
    };
    std::ranges::for_each(dataset.venues, offer);
    std::ranges::for_each(dataset.actors, offer);
}

/// Names of those who hold each function there; one name once, whatever its records.
using Names = std::map<std::string, std::map<std::string, std::string>>;  // folded function → folded name → name

/// Of those whose functions no list says, the names by type.
struct Present {
    Names byFunction, byType;
};

Present namesIn(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset, const TerritoryId& territory) {
    const Inside inside(study, reference, territory);
    Present present;
    forEachOpen(study, dataset, [&](const model::Actor& record) {
        if (record.name.empty() || !inside.holds(record.place)) return;
        for (const model::SharedText& function : record.functions)
            present.byFunction[text::fold(function)].try_emplace(text::fold(record.name), record.name.str());
        if (record.functions.empty()) present.byType[record.type.str()].try_emplace(text::fold(record.name), record.name.str());
    });
    return present;
}

void addFunctions(const Filiere& filiere, const Names& names, Portrait& portrait) {
    const auto at = std::ranges::find(filiere.territories, portrait.territory);
    if (at == filiere.territories.end()) return;
    const auto index = static_cast<std::uint32_t>(at - filiere.territories.begin());
    if (index < filiere.surveyed.size()) portrait.surveyed = filiere.surveyed[index];
    for (const FunctionPresence& presence : filiere.presences) {
        if (presence.territory != index) continue;
        FunctionOver over{
            filiere.functions[presence.function], presence.structures, {}, presence.nearest, presence.nearestId, presence.nearestName};
        if (const auto known = names.find(text::fold(over.function)); known != names.end()) {
            for (const auto& [folded, name] : known->second) over.names.push_back(name);
        }
        (over.structures > 0 ? portrait.has : portrait.lacks).push_back(std::move(over));
    }
}

void addTypes(const Names& types, Portrait& portrait) {
    for (const auto& [type, names] : types) {
        FunctionOver over{type, static_cast<int>(names.size()), {}, {}, {}, {}};
        for (const auto& [folded, name] : names) over.names.push_back(name);
        portrait.has.push_back(std::move(over));
    }
}

}  // namespace

std::vector<TerritoryId> holdersOf(const model::Reference& reference, const TerritoryId& territory) {
    const std::int32_t index = indexOf(reference, territory);
    std::vector<TerritoryId> holders;
    if (index == nowhere || territory.level == Level::Study) return holders;
    for (const Level level : {Level::Epci, Level::Departement, Level::Region}) {
        if (level <= territory.level) continue;
        std::int32_t holder = nowhere;
        if (territory.level == Level::Commune) holder = ofCommune(reference, index, level);
        if (territory.level == Level::Departement) holder = ofDepartement(reference, index, level);
        if (territory.level == Level::Epci && level == Level::Departement) {
            // It may lie in several: those of its communes.
            for (const model::Commune& commune : reference.communes) {
                const TerritoryId departement = commune.epci == index ? territoryAt(reference, level, commune.departement) : TerritoryId{};
                if (departement.level == level && std::ranges::find(holders, departement) == holders.end()) holders.push_back(departement);
            }
        }
        if (territory.level == Level::Epci && level == Level::Region) holder = reference.epcis[static_cast<std::size_t>(index)].parent;
        if (holder != nowhere) holders.push_back(territoryAt(reference, level, holder));
    }
    return holders;
}

std::vector<Resource> resourcesNear(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset,
                                    const TerritoryId& territory, std::optional<geometry::LonLat> from, std::size_t most) {
    static const std::string function = text::fold("ressource/réseau");
    if (!from) from = heartOf(reference, territory);
    const Inside inside(study, reference, territory);
    std::vector<Resource> found;
    std::set<std::string> known;
    forEachOpen(study, dataset, [&](const model::Actor& record) {
        const bool helps = std::ranges::any_of(record.functions, [&](const auto& word) { return text::fold(word) == function; });
        if (!helps || record.name.empty() || !known.insert(text::fold(record.name)).second) return;
        Resource resource{record.id.str(), record.name.str(), inside.holds(record.place), {}};
        const auto& at = record.place.position;
        if (from && at) resource.distance = geodesicDistance(*from, *at);
        if (resource.inside || resource.distance) found.push_back(std::move(resource));
    });
    std::ranges::sort(found, {}, [](const Resource& one) {
        return std::tuple(!one.inside, one.distance.value_or(model::Metres{}).value, one.name, one.id);
    });
    found.resize(std::min(most, found.size()));
    return found;
}

Portrait portraitOf(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset, const Analysis& analysis,
                    const TerritoryId& territory) {
    Portrait portrait;
    portrait.territory = territory;
    portrait.name = nameOf(reference, territory);
    portrait.population = populationOf(reference, territory);
    const Present present = namesIn(study, reference, dataset, territory);
    addFunctions(analysis.filiere, present.byFunction, portrait);
    addTypes(present.byType, portrait);
    portrait.services = servicesOver(reference, analysis, territory);
    portrait.contracts = contractsOver(study, reference, dataset, analysis.funding, {territory});
    portrait.holders = holdersOf(reference, territory);
    portrait.neighbours = neighboursOf(reference, territory, mostNeighbours);
    portrait.resources = resourcesNear(study, reference, dataset, territory);
    return portrait;
}

}  // namespace raquette::analysis
